"""The saves in the folder of one work: their names, the newest, removing them."""

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
"""How the name of a save ends that is being written."""
SAVE = re.compile(r"(\d{8})\.work", re.ASCII)
STALE = 86_400.0
"""Seconds after which what a killed kiosk left is nobody's."""


class Work(Struct, frozen=True):
    """A saved work, by what everybody may know. Days are None where the file is damaged."""

    picture: str
    number: int
    saved: date | None = None
    deletion: date | None = None


class WorkFolder(Struct, frozen=True):
    """The open folder of one work, and the one that it is in, both by their handles."""

    above: Folder
    folder: Folder

    @property
    def name(self) -> str:
        """Its name in the folder above."""
        return self.folder.path.name

    def saves(self) -> list[str]:
        """The names of its saves, newest first. Raises GONE when there is none, and OSError."""
        found = generations(self.folder)
        if not found:
            raise VaultError(Trouble.GONE)
        return found[::-1]

    def clear(self) -> None:
        """Removes it. The salts go first: without them no words give the key."""
        for _ in range(3):
            for name in self.folder.names():
                if SAVE.fullmatch(name):
                    with contextlib.suppress(OSError):
                        disk.shred(self.folder, name, seal.HEADER)
                with contextlib.suppress(IsADirectoryError):
                    disk.remove(self.folder, name)
            # Another kiosk may have saved meanwhile; and NFS keeps what is open as a file of its
            # own. Without a save in it, what is left is nobody's; a sweep takes it.
            with contextlib.suppress(OSError):
                disk.remove_folder(self.above, self.name)
                return
        if generations(self.folder):
            raise VaultError(Trouble.FAULT)


def generations(folder: Folder) -> list[str]:
    """The names of the saves in a work's folder, oldest first. Raises OSError."""
    return sorted(name for name in folder.names() if SAVE.fullmatch(name))


def named(picture: str, number: int, header: Header) -> Work:
    """A work with the days that the header of a save names."""
    return Work(picture, number, date_of(header.saved), date_of(header.deletion))


def start_of(folder: Folder, name: str) -> bytes:
    """The header of a save, unread; empty when the save is gone. Raises OSError."""
    try:
        return folder.read(name, seal.HEADER)[0]
    except FileNotFoundError:
        return b""


def drop(folder: Folder, name: str) -> None:
    """Removes a file if that can be done."""
    with contextlib.suppress(OSError):
        disk.remove(folder, name)


@contextlib.contextmanager
def system_errors() -> Iterator[None]:
    """Errors of the system as ours. Raises VaultError."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
