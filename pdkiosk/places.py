"""Where this machine keeps data about no person: the log, the last good settings."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from pdkiosk.safe_files import patiently


def state_folder() -> Path:
    """The folder for the program's own state; it may not exist or be writable.

    A systemd unit with ``StateDirectory=`` names it in the environment; otherwise it is where the
    system keeps the state of a user's programs.
    """
    if _given():
        return Path(_given())
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home folder
        home = Path("/nonexistent")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_STATE_HOME") or home / ".local" / "state"
    return Path(base) / "pdkiosk"


def kept_folder(*, window: bool) -> Path | None:
    """The folder for the log and the last good settings; None to keep none.

    In a window on a personal or library computer, nothing is left behind, unless the environment
    names a folder for it.
    """
    return None if window and not _given() else state_folder()


def seat_folder(*, window: bool) -> Path | None:
    """The folder with which this seat tells its own print jobs from others'; None to keep none.

    In window mode it is in memory, and vanishes when the user logs out (XDG_RUNTIME_DIR).
    """
    kept, runtime = kept_folder(window=window), os.environ.get("XDG_RUNTIME_DIR")
    return kept or (Path(runtime) / "pdkiosk" if runtime else None)


def _given() -> str:
    return os.environ.get("STATE_DIRECTORY", "").split(":")[0]


def update_folder() -> Path | None:
    """The folder in which the update service reports results; None if there is no such service.

    The kiosk's systemd unit names it in the environment.
    """
    given = os.environ.get("PDKIOSK_UPDATES", "")
    return Path(given) if given else None


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replaces a file completely, or leaves the old one. Raises OSError.

    The temporary file is newly created with an unguessable name, so a link or a pipe that someone
    has put there is never written to.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    import tempfile  # imported late: nothing is written before the first screen

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as writable:
            writable.write(data)
            writable.flush()
            if mode != 0o600:
                os.chmod(name, mode)
            os.fsync(writable.fileno())
        patiently(lambda: os.replace(name, path))
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
