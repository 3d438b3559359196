"""Which way the program goes: that of Unix, or the one that every system knows."""

from __future__ import annotations

import os
import sys


def portable() -> bool:
    """Whether to do without forks, memory without a name and waiting on pipes.

    So on Windows. Elsewhere when PDKIOSK_PORTABLE is set, for tests: nobody else sets it.
    """
    return sys.platform == "win32" or bool(os.environ.get("PDKIOSK_PORTABLE"))


def own_program() -> list[str]:
    """How this program is started once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "pdkiosk"]
