"""Ends what a session has left running: its helpers know what the person wrote or heard.

A process whose parent is gone is handed to the nearest ancestor that asks for such; this program
does, so whatever a session started, and what that started in turn, comes to it in the end, a
daemon that cut its ties too. Only Linux can do that.
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
_MOST_SECONDS = 1.0  # a process that is killed is gone in milliseconds, unless a device holds it
_PAUSE_SECONDS = 0.005


class Orphans:
    """Asks for the orphans of all that this process starts from now on."""

    def __init__(self) -> None:
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        # A script that became this program may have started the screen before.
        self._not_ours = children()

    def end(self, known: Collection[int]) -> None:
        """Kills the children that are not known, and theirs; waits a moment until they are gone."""
        until = time.monotonic() + _MOST_SECONDS
        while found := children() - self._not_ours - set(known):
            for pid in found:
                with contextlib.suppress(OSError):
                    if sys.platform != "win32":  # only Linux comes here
                        os.kill(pid, signal.SIGKILL)
                        os.waitpid(pid, os.WNOHANG)
            if time.monotonic() > until:
                return  # what is left is tried again after the next session
            time.sleep(_PAUSE_SECONDS)


def children() -> set[int]:
    """The processes whose parent this one is."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError, ValueError):
            found.update(int(pid) for pid in (task / "children").read_text().split())
    return found
