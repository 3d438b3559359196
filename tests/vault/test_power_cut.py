"""Power cuts after every call, on a disk that drops and reorders what was not synced."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pdkiosk.vault import disk
from pdkiosk.vault.handle import Handle
from pdkiosk.vault.saves import Work, WorkFolder
from pdkiosk.vault.trouble import Trouble, VaultError
from tests import needs
from tests.vault.kit import WORDS, cheap_shelf, content, holds_mark, number_in
from tests.vault.medium import Medium, State

pytestmark = needs.synced_folders


class Cuts:
    """Lays out what each cut leaves and opens it."""

    def __init__(self, folder: Path, medium: Medium) -> None:
        self._folder = folder
        self._medium = medium
        self.states: set[bytes] = set()
        self.found: set[int | None] = set()

    def judge(self, work: Work, allowed: set[int | None]) -> None:
        for state in self._medium.states():
            name = _hashed(state)
            if name in self.states:
                continue
            self.states.add(name)
            found = self._opened(state, work)
            assert found in allowed, (
                found,
                allowed,
                [(path, data and len(data)) for path, data in state],
            )
            self.found.add(found)

    def _opened(self, state: State, work: Work) -> int | None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for path, data in state:
            if data is None:
                (self._folder / path).mkdir()
            else:
                assert not holds_mark(data)
                (self._folder / path).write_bytes(data)
        try:
            return number_in(cheap_shelf(self._folder).open(work, WORDS).data)
        except VaultError as failure:
            assert failure.trouble in (Trouble.GONE, Trouble.NO_PLACE, Trouble.WRONG_OR_DAMAGED)
            return None


def _hashed(state: State) -> bytes:
    return hashlib.sha256(
        repr([(p, d and hashlib.sha256(d).digest()) for p, d in state]).encode()
    ).digest()


def saves_through_cuts(folder: Path, count: int) -> Cuts:
    """Makes a work and saves it, and cuts the power after each call."""
    root, medium = folder / "real", Medium(folder / "real")
    root.mkdir()
    cuts = Cuts(folder / "cut", medium)
    with pytest.MonkeyPatch.context() as patch:
        medium.install(patch)
        handle: Handle | None = None
        for number in range(count):
            before: set[int | None] = {number - 1} if number else {None}
            watch = _Watch(cuts, root, {*before, number})
            for name in ("open", "write", "fsync", "mkdir", "unlink"):
                patch.setattr(medium, name, watch.around(getattr(Medium, name), medium))
            if handle is None:
                handle = cheap_shelf(root).create(WORDS, content(number))
            else:
                handle.save(content(number))
            cuts.judge(handle.work, {number})
    return cuts


class _Watch:
    """Judges the disk before each call; names of works that nobody knows yet do not count."""

    def __init__(self, cuts: Cuts, root: Path, allowed: set[int | None]) -> None:
        self._cuts = cuts
        self._root = root
        self._allowed = allowed

    def around(self, real: Callable[..., Any], medium: Medium) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            for place in self._root.glob("*/*"):
                self._cuts.judge(Work(place.parent.name, int(place.name)), self._allowed)
            return real(medium, *args, **more)

        return call


def test_after_a_cut_at_any_call_the_last_confirmed_save_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cuts = saves_through_cuts(tmp_path, 4)
    assert cuts.found >= {0, 1, 2, 3}
    with capsys.disabled():
        print(f"\npower cuts: {len(cuts.states)} different disks")


@pytest.mark.parametrize("broken", ["file not synced", "folder not synced", "tidied too early"])
def test_the_disk_would_show_a_save_that_is_careless(
    tmp_path: Path, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without one of its steps a save does not pass."""
    if broken == "folder not synced":
        monkeypatch.setattr(disk, "settle", lambda folder: None)
    elif broken == "file not synced":
        real = Medium.fsync

        def only_folders(self: Medium, handle: int) -> None:
            if self._open[handle][1] is None:
                real(self, handle)

        monkeypatch.setattr(Medium, "fsync", only_folders)
    else:
        base = Handle._base

        def tidying(self: Handle, place: WorkFolder) -> str | None:
            found = base(self, place)
            if found is not None:
                disk.remove(place.folder, found)
            return found

        monkeypatch.setattr(Handle, "_base", tidying)
    with pytest.raises(AssertionError):
        saves_through_cuts(tmp_path, 3)
