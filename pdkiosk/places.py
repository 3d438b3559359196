"""Where this machine keeps what is not a person's: the log, the last good settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """The folder for the program's own state; it need not exist, nor be writable.

    A systemd unit with ``StateDirectory=`` names it in the environment; else it is where the
    system keeps the state of a user's programs.
    """
    given = os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "pdkiosk"
