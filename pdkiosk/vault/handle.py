"""A work that is open here: saved again without asking for its words, or deleted."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path
from typing import Protocol

from pdkiosk.vault import disk, seal
from pdkiosk.vault.clock_trust import date_of
from pdkiosk.vault.saves import (
    PART,
    SAVE,
    STALE,
    Work,
    clear,
    drop,
    generations,
    named,
    start_of,
    system_errors,
)
from pdkiosk.vault.seal import Header, Key
from pdkiosk.vault.trouble import Trouble, VaultError

_LAST = 99_999_999


class Place(Protocol):
    """What a handle asks of the shelf that its work is on."""

    def place(self, picture: str, number: int) -> Path:
        """The folder of a work."""
        ...

    def days(self) -> tuple[int, int]:
        """Today and the day of deletion, for a header."""
        ...

    def saves(self, folder: Path) -> list[Path]:
        """The saves of a work, newest first; raises GONE or NO_PLACE when there is none."""
        ...


class Handle:
    """A work that is open here: saves it again without asking for the words."""

    def __init__(
        self,
        shelf: Place,
        key: Key,
        picture: str,
        number: int,
        header: Header | None = None,
        good: Path | None = None,
        newest: bytes | None = None,
    ) -> None:
        """``good`` is the save that was opened; ``newest`` the header of the newest one."""
        self.key = key
        self.work = Work(picture, number) if header is None else named(picture, number, header)
        self._shelf = shelf
        self._folder = shelf.place(picture, number)
        self._good = good
        # Headers of saves that this handle knows: what it opened, and what it wrote since its
        # last confirmed save (an error after the renaming leaves a save that is ours).
        self._ours = set[bytes]() if newest is None else {newest}
        self._lock = threading.Lock()

    def save(self, data: bytes) -> None:
        """Saves; when this returns, the save is on the medium and was read back."""
        with self._lock, system_errors():
            self._save(data)

    def _save(self, data: bytes) -> None:
        base = self._base()
        generation = 1 if base is None else int(base.stem) + 1
        if generation > _LAST:
            raise VaultError(Trouble.FULL)
        saved, deletion = self._shelf.days()
        file = seal.seal(data, self.key, saved=saved, deletion=deletion, generation=generation)
        start = file[: seal.HEADER]
        part = self._folder / (os.urandom(8).hex() + PART)
        path = self._folder / f"{generation:08}.work"
        try:
            disk.write(part, file)
            if not _proved(part, data, self.key):
                raise VaultError(Trouble.FAULT)
            self._ours.add(start)
            disk.publish(part, path)
        except FileExistsError:
            if start_of(path) != start:
                drop(part)
                raise VaultError(Trouble.CHANGED_ELSEWHERE) from None
        except (OSError, VaultError):
            drop(part)
            raise
        self._look_again(base, path, start)
        disk.settle(self._folder)
        self._tidy(path)
        self._good = path
        self._ours = {start}
        self.work = Work(self.work.picture, self.work.number, date_of(saved), date_of(deletion))

    def _base(self) -> Path | None:
        """The newest save, which must be one that we know; None before the first."""
        if not self._ours:
            return None
        newest = self._shelf.saves(self._folder)[0]
        if start_of(newest) not in self._ours:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        return newest

    def _look_again(self, base: Path | None, path: Path, start: bytes) -> None:
        """Whether somebody saved or deleted the work between our look and our renaming."""
        names = generations(self._folder)
        if names[-1:] != [path.name] or start_of(path) != start:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        if base is not None and base.name not in names:
            drop(path)
            raise VaultError(Trouble.GONE)

    def _tidy(self, path: Path) -> None:
        """Removes older saves, and what a kiosk that was killed left beside them.

        Never a newer one: another kiosk may have saved since.
        """
        with contextlib.suppress(OSError):
            now = disk.changed(path)
            for name in disk.names(self._folder):
                other = self._folder / name
                old = SAVE.fullmatch(name) and name < path.name and other != self._good
                left = name.endswith(PART) and now - disk.changed(other) > STALE
                if old or left:
                    disk.remove(other)

    def delete(self) -> None:
        """Deletes the work, with every save of it."""
        with self._lock, system_errors():
            self._shelf.saves(self._folder)[0]
            clear(self._folder)


def _proved(part: Path, data: bytes, key: Key) -> bool:
    """Whether what lies on the medium opens to what was to be saved."""
    try:
        return seal.unseal(disk.read_again(part, seal.LARGEST), key) == data
    except VaultError:
        return False
