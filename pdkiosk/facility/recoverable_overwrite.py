"""Writes a file in a folder that is not ours, over what it holds: whole, also when the power goes.

Such a file cannot be replaced by renaming. So what it is to hold is whole in the state folder
first; where the writing was cut short, the next start finds it there and finishes it.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from pdkiosk.places import write_whole
from pdkiosk.safe_files import open_file, read_file

_MOST_BYTES = 10_000_000  # a facility file is a thousandth of that


def overwrite(path: Path, data: bytes, state: Path) -> None:
    """Lets a file hold these bytes, or what it held before. Raises OSError."""
    old = read_file(path, _MOST_BYTES)
    pending = _pending(path, state)
    write_whole(pending, data)
    try:
        _write(path, data)
    except OSError:
        with contextlib.suppress(OSError):
            _write(path, old)
            pending.unlink()  # else it is finished by the next start
        raise
    pending.unlink()


def finish(path: Path, state: Path) -> None:
    """Finishes what ``overwrite`` could not, if anything. Never raises OSError."""
    pending = _pending(path, state)
    with contextlib.suppress(OSError):
        data = read_file(pending, _MOST_BYTES)
        _write(path, data)
        pending.unlink()


def _pending(path: Path, state: Path) -> Path:
    return state / f"{path.name}.pending"


def _write(path: Path, data: bytes) -> None:
    # Never emptied first: at any moment there is something of the old or the new in it.
    handle = open_file(path, os.O_WRONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.ftruncate(handle, len(data))
        os.fsync(handle)
