"""Kills processes that a session left running: they may know what the person wrote or heard.

On Linux, a process whose parent is gone gets the nearest ancestor that has registered as
"subreaper" as its new parent. This program registers, so that everything a session has started,
directly or indirectly and including detached daemons, becomes its child in the end.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Collection
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_MOST_SECONDS = 1.0  # a killed process is gone within milliseconds, unless a device blocks it
_PAUSE_SECONDS = 0.005


class Orphans:
    """Adopts the orphans of everything that this process starts from now on."""

    def __init__(self) -> None:
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        # A script that was replaced by this program (exec) may have started the display before.
        self._not_ours = children()

    def end(self, known: Collection[int]) -> None:
        """Kills all children except the known ones, and their children.

        Waits briefly until they are gone.
        """
        until = time.monotonic() + _MOST_SECONDS
        while found := children() - self._not_ours - set(known):
            for pid in found:
                with contextlib.suppress(OSError):
                    if sys.platform != "win32":  # only Linux comes here
                        os.kill(pid, signal.SIGKILL)
                        os.waitpid(pid, os.WNOHANG)
            if time.monotonic() > until:
                return  # the rest is tried again after the next session
            time.sleep(_PAUSE_SECONDS)


def children() -> set[int]:
    """The child processes of this process."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError, ValueError):
            found.update(int(pid) for pid in (task / "children").read_text().split())
    return found
