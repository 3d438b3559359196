"""Where this machine keeps what is not a person's: the log, the last good settings."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from pdkiosk.safe_files import patiently


def state_folder() -> Path:
    """The folder for the program's own state; it need not exist, nor be writable.

    A systemd unit with ``StateDirectory=`` names it in the environment; else it is where the
    system keeps the state of a user's programs.
    """
    if _given():
        return Path(_given())
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        home = Path("/nonexistent")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_STATE_HOME") or home / ".local" / "state"
    return Path(base) / "pdkiosk"


def kept_folder(*, window: bool) -> Path | None:
    """Where the log and the last good settings are kept; None: nowhere.

    In a window on a computer that is somebody's own, or a library's, nothing is left behind,
    unless the environment names a place for it.
    """
    return None if window and not _given() else state_folder()


def seat_folder(*, window: bool) -> Path | None:
    """Where this seat keeps what tells its own print jobs from others'; None: nowhere.

    In a window it is in memory, and goes when the user logs out (XDG_RUNTIME_DIR).
    """
    kept, runtime = kept_folder(window=window), os.environ.get("XDG_RUNTIME_DIR")
    return kept or (Path(runtime) / "pdkiosk" if runtime else None)


def _given() -> str:
    return os.environ.get("STATE_DIRECTORY", "").split(":")[0]


def update_folder() -> Path | None:
    """Where the service that installs updates says how it went; None where there is none.

    The kiosk's systemd unit names it in the environment.
    """
    given = os.environ.get("PDKIOSK_UPDATES", "")
    return Path(given) if given else None


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Puts a file in its place whole, or leaves what was there. Raises OSError.

    What is written first has a name that nobody can guess and is made new: a link or a pipe that
    somebody has put there is never written to.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    import tempfile  # nothing is written before the first screen

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
