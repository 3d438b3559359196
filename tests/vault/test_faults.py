"""As SQLite does it: every system call fails, once or from then on forever."""

from __future__ import annotations

import errno
from collections import Counter
from pathlib import Path

import pytest

from pdkiosk import safe_files
from pdkiosk.vault.trouble import Trouble, VaultError
from tests.vault.faults import SHORT, Faults
from tests.vault.kit import (
    WORDS,
    cheap_shelf,
    content,
    new_work,
    number_in,
    opened,
    plaintext_under,
)

ERRORS = {
    errno.EIO: Trouble.FAULT,
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EINVAL: Trouble.FAULT,
    errno.ENODEV: Trouble.NO_PLACE,
    SHORT: None,
}
USUAL = (errno.EIO, errno.ENOSPC, errno.EROFS, SHORT)


@pytest.fixture(autouse=True)
def nobody_else_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a call that is refused is tried again for a while; not by these tests."""
    monkeypatch.setattr(safe_files, "_BUSY_SECONDS", 0.0)


def test_the_control_finds_what_was_planted(tmp_path: Path) -> None:
    assert not plaintext_under(tmp_path)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        planted = tmp_path / encoding / "deep" / "file"
        planted.parent.mkdir(parents=True)
        planted.write_bytes(b"\0\1\2" + content(3).decode("utf-8", "ignore").encode(encoding))
        assert plaintext_under(planted.parent) == [planted]


@pytest.mark.parametrize("ever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize(
    "error",
    [error if error in USUAL else pytest.param(error, marks=pytest.mark.whole) for error in ERRORS],
)
def test_each_call_of_a_save_fails(
    tmp_path: Path, error: int, ever: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    troubles: Counter[str] = Counter()
    number = 0
    while True:
        number += 1
        folder = tmp_path / str(number)
        handle = new_work(folder)
        faults = Faults(number, error=error, ever=ever)
        with pytest.MonkeyPatch.context() as patch:
            faults.install(patch)
            faults.after = lambda place=folder: _no_plaintext(place)  # type: ignore[misc]
            try:
                handle.save(content(2))
                confirmed = 2
            except VaultError as failure:
                confirmed = 1
                troubles[failure.trouble.name] += 1
        if faults.count < number:
            break
        assert opened(folder, handle.work) in (confirmed, 2)
        # The fault is over: the same handle saves again, the last save is there.
        handle.save(content(3))
        assert opened(folder, handle.work) == 3
        handle.save(content(4))
        assert opened(folder, handle.work) == 4
        assert len([*folder.rglob("*.work")]) == 2
        assert not plaintext_under(folder)
    assert number > 20
    if (expected := ERRORS[error]) is None:
        assert not troubles
    else:
        # Other troubles only where the call that failed means something else by itself.
        assert troubles[expected.name] >= 0.5 * sum(troubles.values()) > 0
    with capsys.disabled():
        print(f"\nsave, {errno.errorcode.get(error, 'short')}, ever={ever}: {number - 1} calls,"
              f" refused {dict(troubles)}")  # fmt: skip


def _no_plaintext(folder: Path) -> None:
    assert not plaintext_under(folder)


@pytest.mark.parametrize("ever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EROFS, SHORT])
def test_each_call_of_a_first_save_fails(tmp_path: Path, error: int, ever: bool) -> None:
    number = 0
    while True:
        number += 1
        folder = tmp_path / str(number)
        shelf = cheap_shelf(folder)
        faults = Faults(number, error=error, ever=ever)
        with pytest.MonkeyPatch.context() as patch:
            faults.install(patch)
            try:
                handle = shelf.create(WORDS, content(1))
            except VaultError:
                handle = None
        if faults.count < number:
            break
        if handle is None:
            handle = shelf.create(WORDS, content(1))
        assert opened(folder, handle.work) == 1
        handle.save(content(2))
        assert opened(folder, handle.work) == 2
    assert number > 20


@pytest.mark.parametrize("ever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("error", [errno.EIO, errno.EROFS, errno.ENOENT])
def test_each_call_of_opening_fails(tmp_path: Path, error: int, ever: bool) -> None:
    folder = tmp_path
    handle = new_work(folder)
    number = 0
    while True:
        number += 1
        faults = Faults(number, error=error, ever=ever)
        with pytest.MonkeyPatch.context() as patch:
            faults.install(patch)
            try:
                found = cheap_shelf(folder).open(handle.work, WORDS)
            except VaultError as failure:
                assert failure.trouble is not Trouble.WRONG_OR_DAMAGED
            else:
                assert number_in(found.data) in (1, 0)
                assert found.older is (number_in(found.data) == 0)
        if faults.count < number:
            break
        assert opened(folder, handle.work) == 1
    assert number > 5


@pytest.mark.parametrize("ever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("error", [errno.EIO, errno.EROFS])
def test_each_call_of_deleting_fails(tmp_path: Path, error: int, ever: bool) -> None:
    number = 0
    while True:
        number += 1
        folder = tmp_path / str(number)
        handle = new_work(folder)
        other = cheap_shelf(folder).create(WORDS, content(7))
        faults = Faults(number, error=error, ever=ever)
        with pytest.MonkeyPatch.context() as patch:
            faults.install(patch)
            try:
                handle.delete()
                done = True
            except VaultError:
                done = False
        if faults.count < number:
            break
        if not done:
            # Deleting again ends what was begun, or says that it is gone.
            try:
                handle.delete()
            except VaultError as failure:
                assert failure.trouble is Trouble.GONE
        with pytest.raises(VaultError) as refusal:
            cheap_shelf(folder).open(handle.work, WORDS)
        assert refusal.value.trouble is Trouble.GONE
        assert opened(folder, other.work) == 7
    assert number > 5
