"""Chooses between Unix features and the portable way that works on every system."""

from __future__ import annotations

import os
import sys


def portable() -> bool:
    """Whether to do without fork, anonymous memory and waiting on pipes.

    True on Windows. Elsewhere only if PDKIOSK_PORTABLE is set, which only tests do.
    """
    return sys.platform == "win32" or bool(os.environ.get("PDKIOSK_PORTABLE"))


def own_program() -> list[str]:
    """The command that starts this program again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "pdkiosk"]
