"""Creates a process for each session: forked if the system can, otherwise newly started."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import IO, Protocol


class Child(Protocol):
    """The process interface that the supervisor uses; ``subprocess.Popen`` implements it."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    pid: int
    returncode: int | None

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""

    def kill(self) -> None:
        """Kills it at once."""

    def wait(self) -> int:
        """Waits until it has ended; returns the exit code."""


def spawn(command: Sequence[str]) -> Child:
    """Starts a program as a new process."""
    import subprocess

    return subprocess.Popen([*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)


def fork(work: Callable[[], int]) -> Child:
    """A fork of this process that does the work.

    Raises OSError if forking is impossible (Windows).
    """
    if sys.platform != "win32":
        from pdkiosk.supervisor.forked import Forked

        return Forked(work)
    raise OSError("this system cannot fork")
