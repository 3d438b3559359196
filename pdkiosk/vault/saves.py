"""The saves in the folder of one work: their names, the newest, removing them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

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


def generations(folder: Path) -> list[str]:
    """The names of the saves in a work's folder, oldest first."""
    return sorted(name for name in disk.names(folder) if SAVE.fullmatch(name))


def named(picture: str, number: int, header: Header) -> Work:
    """A work with the days that the header of a save names."""
    return Work(picture, number, date_of(header.saved), date_of(header.deletion))


def start_of(path: Path) -> bytes:
    """The header of a save, unread; empty when the save is gone. Raises OSError."""
    try:
        return disk.read(path, seal.HEADER)[0]
    except FileNotFoundError:
        return b""


def drop(path: Path) -> None:
    """Removes a file if that can be done."""
    with contextlib.suppress(OSError):
        disk.remove(path)


def clear(folder: Path) -> None:
    """Removes a work's folder. The salts go first: without them no words give the key."""
    for _ in range(3):
        for name in disk.names(folder):
            if SAVE.fullmatch(name):
                with contextlib.suppress(OSError):
                    disk.shred(folder / name, seal.HEADER)
            disk.remove(folder / name)
        # Another kiosk may have saved meanwhile; and NFS keeps what is open as a file of its
        # own. Without a save in it, what is left of the folder is nobody's; a sweep takes it.
        with contextlib.suppress(OSError):
            disk.remove_folder(folder)
            return
    if generations(folder):
        raise VaultError(Trouble.FAULT)


@contextlib.contextmanager
def system_errors() -> Iterator[None]:
    """Errors of the system as ours. Raises VaultError."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
