"""Overwrites a file in a folder that is not ours, so that a power failure cannot damage it.

Such a file cannot be replaced by renaming. So the new content is first written to the state folder;
if overwriting is interrupted, the next start finds it there and finishes the job.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from pdkiosk.places import write_whole
from pdkiosk.safe_files import open_file, read_file

_MOST_BYTES = 10_000_000  # a facility file is a thousand times smaller


def overwrite(path: Path, data: bytes, state: Path) -> None:
    """Replaces a file's content with these bytes, or leaves the old content. Raises OSError."""
    old = read_file(path, _MOST_BYTES)
    pending = _pending(path, state)
    write_whole(pending, data)
    try:
        _write(path, data)
    except OSError:
        with contextlib.suppress(OSError):
            _write(path, old)
            pending.unlink()  # otherwise the next start finishes it
        raise
    pending.unlink()


def finish(path: Path, state: Path) -> None:
    """Finishes an interrupted ``overwrite``, if there was one. Never raises OSError."""
    pending = _pending(path, state)
    with contextlib.suppress(OSError):
        data = read_file(pending, _MOST_BYTES)
        _write(path, data)
        pending.unlink()


def _pending(path: Path, state: Path) -> Path:
    return state / f"{path.name}.pending"


def _write(path: Path, data: bytes) -> None:
    # The file is never emptied first: at any moment it has some old or new content.
    handle = open_file(path, os.O_WRONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.ftruncate(handle, len(data))
        os.fsync(handle)
