"""Wrong words are slowed down, whatever happens to the clock or the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk.clock import boot_seconds
from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk, tries
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError
from tests.vault.kit import (
    WORDS,
    Clock,
    cheap_shelf,
    content,
    new_work,
    trouble_of,
)


def test_tries_are_slowed_down_and_it_outlasts_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    waits = []
    for _ in range(9):
        # A new shelf each time, as another kiosk or after a restart.
        assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is (
            Trouble.WRONG_OR_DAMAGED
        )
        try:
            cheap_shelf(tmp_path, clock).open(work, WORDS + "x")
        except VaultError as failure:
            waits.append(round(failure.wait))
            clock.now += failure.wait
    assert [wait for wait in waits if wait] == [5, 10, 20, 40, 60, 60, 60, 60]
    clock.now += 1
    assert cheap_shelf(tmp_path, clock).open(work, WORDS).data == content(1)
    assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is Trouble.WRONG_OR_DAMAGED
    assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is Trouble.WRONG_OR_DAMAGED


def test_tries_on_a_place_that_cannot_be_written_and_a_clock_that_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    place = cheap_shelf(tmp_path, clock)

    def refuse(folder: Folder, name: str, text: str) -> None:
        raise OSError(30, "read-only")

    monkeypatch.setattr(disk, "note", refuse)
    for _ in range(3):
        assert trouble_of(place.open, work, "x") is Trouble.WRONG_OR_DAMAGED
    clock.set(clock.now - 3000 * 86_400)
    with pytest.raises(VaultError) as refusal:
        place.open(work, WORDS)
    assert refusal.value.trouble is Trouble.TOO_MANY_TRIES and 0 < refusal.value.wait <= 5
    clock.now += 5
    assert place.open(work, WORDS).data == content(1)


@pytest.mark.parametrize("jump", [-3000, -1, 0, 1, 3000])
def test_a_clock_that_was_set_neither_locks_nor_opens(tmp_path: Path, jump: int) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    for _ in range(3):
        assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is (
            Trouble.WRONG_OR_DAMAGED
        )
    clock.set(clock.now + jump * 86_400)
    # A new process for each person: nothing is known but what is beside the work.
    clock.now += 4
    assert trouble_of(cheap_shelf(tmp_path, clock).open, work, WORDS) is Trouble.TOO_MANY_TRIES
    clock.now += 1
    assert cheap_shelf(tmp_path, clock).open(work, WORDS).data == content(1)


def test_a_try_at_another_kiosk_or_before_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    for _ in range(3):
        assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is (
            Trouble.WRONG_OR_DAMAGED
        )
    monkeypatch.setattr(tries, "_this_start", lambda: "another")
    clock.now += 1
    assert trouble_of(cheap_shelf(tmp_path, clock).open, work, WORDS) is Trouble.TOO_MANY_TRIES
    clock.now += 4
    assert cheap_shelf(tmp_path, clock).open(work, WORDS).data == content(1)
    for _ in range(3):
        assert trouble_of(cheap_shelf(tmp_path, clock).open, work, "x") is (
            Trouble.WRONG_OR_DAMAGED
        )
    # This clock was set back by years, or theirs is years ahead: the wait begins now.
    monkeypatch.setattr(tries, "_this_start", lambda: "a third")
    clock.set(clock.now - 3000 * 86_400)
    place = cheap_shelf(tmp_path, clock)
    assert trouble_of(place.open, work, WORDS) is Trouble.TOO_MANY_TRIES
    clock.now += 5
    assert place.open(work, WORDS).data == content(1)


def test_a_try_before_the_machine_started_is_not_believed(tmp_path: Path) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    line = f"9 {int(clock.now)} {tries._this_start()} -5000.0\n"
    (tmp_path / work.picture / str(work.number) / "tries").write_text(line)
    assert trouble_of(cheap_shelf(tmp_path, clock).open, work, WORDS) is Trouble.TOO_MANY_TRIES


@pytest.mark.parametrize(
    "line", [b"", b"x", b"3", b"-9 -9", b"9 99999999999999999999999", b"3 0 x nan", b"\xff" * 99,
             b"9 1 2 3 4", b"1e9 5", b"9 " + b"9" * 5000]
)  # fmt: skip
def test_a_spoiled_count_locks_nobody_out(tmp_path: Path, line: bytes) -> None:
    clock = Clock()
    work = new_work(tmp_path).work
    (tmp_path / work.picture / str(work.number) / "tries").write_bytes(line)
    place = cheap_shelf(tmp_path, clock)
    try:
        place.open(work, WORDS)
    except VaultError as failure:
        assert failure.trouble is Trouble.TOO_MANY_TRIES and failure.wait <= 60
        clock.now += 60
        place.open(work, WORDS)


def test_the_waits_run_on_the_clock_that_goes_on_in_sleep(tmp_path: Path) -> None:
    assert Shelf(tmp_path, 60)._tries._boot is boot_seconds
