"""The saves in the folder of one work: listing, reading and removing them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk, seal
from pdkiosk.vault.clock_trust import date_of
from pdkiosk.vault.seal import Header
from pdkiosk.vault.trouble import Trouble, VaultError, of_system

PART = ".part"
"""The suffix of a save that is still being written."""
SAVE = re.compile(r"(\d{8})\.work", re.ASCII)
STALE = 86_400.0
"""Seconds after which leftovers of a killed kiosk may be removed."""


class Work(Struct, frozen=True):
    """The public data of a saved work. Days are None if the file is damaged."""

    picture: str
    number: int
    saved: date | None = None
    deletion: date | None = None


class WorkFolder(Struct, frozen=True):
    """The open folder of one work and its parent folder, both as handles."""

    above: Folder
    folder: Folder

    @property
    def name(self) -> str:
        """Its name in the parent folder."""
        return self.folder.path.name

    def saves(self) -> list[str]:
        """The names of its saves, newest first. Raises GONE if there is none, and OSError."""
        found = generations(self.folder)
        if not found:
            raise VaultError(Trouble.GONE)
        return found[::-1]

    def clear(self) -> None:
        """Removes the work. The salts go first: without them no words can give the key."""
        for _ in range(3):
            for name in self.folder.names():
                if SAVE.fullmatch(name):
                    with contextlib.suppress(OSError):
                        disk.shred(self.folder, name, seal.HEADER)
                with contextlib.suppress(IsADirectoryError):
                    disk.remove(self.folder, name)
            # Another kiosk may have saved meanwhile, and NFS keeps open files under another name. A
            # folder without a save belongs to nobody; a sweep removes it.
            with contextlib.suppress(OSError):
                disk.remove_folder(self.above, self.name)
                return
        if generations(self.folder):
            raise VaultError(Trouble.FAULT)


def generations(folder: Folder) -> list[str]:
    """The names of the saves in a work's folder, oldest first. Raises OSError."""
    return sorted(name for name in folder.names() if SAVE.fullmatch(name))


def named(picture: str, number: int, header: Header) -> Work:
    """A work with the days from the header of a save."""
    return Work(picture, number, date_of(header.saved), date_of(header.deletion))


def start_of(folder: Folder, name: str) -> bytes:
    """The raw header of a save; empty if the save is gone. Raises OSError."""
    try:
        return folder.read(name, seal.HEADER)[0]
    except FileNotFoundError:
        return b""


def drop(folder: Folder, name: str) -> None:
    """Removes a file if possible."""
    with contextlib.suppress(OSError):
        disk.remove(folder, name)


@contextlib.contextmanager
def system_errors() -> Iterator[None]:
    """Turns system errors into VaultError."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
