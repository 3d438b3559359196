"""An open saved work, which can be saved again without its words, or deleted."""

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
    """The methods of a shelf that a handle needs."""

    def work_folder(self, picture: str, number: int) -> AbstractContextManager[WorkFolder]:
        """The open folder of a work. Raises GONE or NO_PLACE if it does not exist."""

    def days(self) -> tuple[int, int]:
        """Today and the day of deletion, for the header of a save."""


class Handle:
    """An open saved work: can save it again without the words, because it holds the key."""

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
        """``good`` is the name of the save that was opened.

        ``newest`` is the header of the newest save.

        ``newer`` names saves of a newer program version, which are never removed.
        """
        self.key = key
        self.work = Work(picture, number) if header is None else named(picture, number, header)
        self._shelf = shelf
        self._good = good
        self._newer = newer
        # Headers of the saves that this handle knows: the one it opened, and those it wrote since
        # its last confirmed save (an error after the renaming can leave a valid save of ours).
        self._ours = set[bytes]() if newest is None else {newest}
        self._lock = threading.Lock()

    def save(self, data: bytes) -> None:
        """Saves; when this returns, the save is on the medium and has been read back."""
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
        """The newest save, which must be a known one; None before the first save."""
        if not self._ours:
            return None
        newest = place.saves()[0]
        if start_of(place.folder, newest) not in self._ours:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        return newest

    def _look_again(self, folder: Folder, base: str | None, name: str, start: bytes) -> None:
        """Checks whether someone saved or deleted the work between our check and our renaming."""
        names = generations(folder)
        if names[-1:] != [name] or start_of(folder, name) != start:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        if base is not None and base not in names:
            drop(folder, name)
            raise VaultError(Trouble.GONE)

    def _tidy(self, folder: Folder, name: str) -> None:
        """Removes older saves, and leftovers of a killed kiosk.

        Never removes a newer save: another kiosk may have saved since.
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
    """Whether the file on the medium decrypts to the saved data."""
    try:
        return seal.unseal(disk.read_again(folder, part, seal.LARGEST), key) == data
    except VaultError:
        return False
