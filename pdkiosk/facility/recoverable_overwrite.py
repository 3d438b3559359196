"""Writes a file in a folder that is not ours, over what it holds: whole, also when the power goes.

Such a file cannot be replaced by renaming. So what it is to hold lies whole in the state folder
first; where the writing was cut short, the next start finds it there and finishes it.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from pdkiosk.places import write_whole


def overwrite(path: Path, data: bytes, state: Path) -> None:
    """Lets a file hold these bytes, or what it held before. Raises OSError."""
    old = path.read_bytes()
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
        data = pending.read_bytes()
        _write(path, data)
        pending.unlink()


def _pending(path: Path, state: Path) -> Path:
    return state / f"{path.name}.pending"


def _write(path: Path, data: bytes) -> None:
    # Never emptied first: at any moment there is something of the old or the new in it.
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.ftruncate(handle, len(data))
        os.fsync(handle)
