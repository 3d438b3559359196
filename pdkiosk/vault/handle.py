"""A work that is open here: saved again without asking for its words, or deleted."""

from __future__ import annotations

import contextlib
import os
import threading
from contextlib import AbstractContextManager
from typing import Protocol

from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk, seal
from pdkiosk.vault.clock_trust import date_of
from pdkiosk.vault.saves import (
    PART,
    SAVE,
    STALE,
    Work,
    WorkFolder,
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

    def work_folder(self, picture: str, number: int) -> AbstractContextManager[WorkFolder]:
        """The open folder of a work. Raises GONE or NO_PLACE when it is not there."""

    def days(self) -> tuple[int, int]:
        """Today and the day of deletion, for a header."""


class Handle:
    """A work that is open here: saves it again without asking for the words."""

    def __init__(
        self,
        shelf: Place,
        key: Key,
        picture: str,
        number: int,
        header: Header | None = None,
        good: str | None = None,
        newest: bytes | None = None,
        newer: frozenset[str] = frozenset(),
    ) -> None:
        """``good`` is the name of the save that was opened; ``newest`` the newest one's header.

        ``newer`` names saves of a newer program, which are never tidied away.
        """
        self.key = key
        self.work = Work(picture, number) if header is None else named(picture, number, header)
        self._shelf = shelf
        self._good = good
        self._newer = newer
        # Headers of saves that this handle knows: what it opened, and what it wrote since its
        # last confirmed save (an error after the renaming leaves a save that is ours).
        self._ours = set[bytes]() if newest is None else {newest}
        self._lock = threading.Lock()

    def save(self, data: bytes) -> None:
        """Saves; when this returns, the save is on the medium and was read back."""
        with self._lock, system_errors(), self._place() as place:
            self._save(place, data)

    def _place(self) -> AbstractContextManager[WorkFolder]:
        return self._shelf.work_folder(self.work.picture, self.work.number)

    def _save(self, place: WorkFolder, data: bytes) -> None:
        folder = place.folder
        base = self._base(place)
        generation = 1 if base is None else int(base[:8]) + 1
        if generation > _LAST:
            raise VaultError(Trouble.FULL)
        saved, deletion = self._shelf.days()
        file = seal.seal(data, self.key, saved=saved, deletion=deletion, generation=generation)
        start = file[: seal.HEADER]
        part = os.urandom(8).hex() + PART
        name = f"{generation:08}.work"
        try:
            disk.write(folder, part, file)
            if not _proved(folder, part, data, self.key):
                raise VaultError(Trouble.FAULT)
            self._ours.add(start)
            disk.publish(folder, part, name)
        except FileExistsError:
            if start_of(folder, name) != start:
                drop(folder, part)
                raise VaultError(Trouble.CHANGED_ELSEWHERE) from None
        except (OSError, VaultError):
            drop(folder, part)
            raise
        self._look_again(folder, base, name, start)
        disk.settle(folder)
        self._tidy(folder, name)
        self._good = name
        self._ours = {start}
        self.work = Work(self.work.picture, self.work.number, date_of(saved), date_of(deletion))

    def _base(self, place: WorkFolder) -> str | None:
        """The newest save, which must be one that we know; None before the first."""
        if not self._ours:
            return None
        newest = place.saves()[0]
        if start_of(place.folder, newest) not in self._ours:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        return newest

    def _look_again(self, folder: Folder, base: str | None, name: str, start: bytes) -> None:
        """Whether somebody saved or deleted the work between our look and our renaming."""
        names = generations(folder)
        if names[-1:] != [name] or start_of(folder, name) != start:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        if base is not None and base not in names:
            drop(folder, name)
            raise VaultError(Trouble.GONE)

    def _tidy(self, folder: Folder, name: str) -> None:
        """Removes older saves, and what a kiosk that was killed left beside them.

        Never a newer one: another kiosk may have saved since.
        """
        with contextlib.suppress(OSError):
            now = disk.changed(folder, name)
            kept = {self._good, *self._newer}
            for other in folder.names():
                old = SAVE.fullmatch(other) and other < name and other not in kept
                left = other.endswith(PART) and now - disk.changed(folder, other) > STALE
                if old or left:
                    disk.remove(folder, other)

    def delete(self) -> None:
        """Deletes the work, with every save of it."""
        with self._lock, system_errors(), self._place() as place:
            place.saves()
            place.clear()


def _proved(folder: Folder, part: str, data: bytes, key: Key) -> bool:
    """Whether what is on the medium opens to what was to be saved."""
    try:
        return seal.unseal(disk.read_again(folder, part, seal.LARGEST), key) == data
    except VaultError:
        return False
