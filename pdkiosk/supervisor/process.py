"""A process of its own for each session: forked where the system can, restarted elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import IO, Protocol


class Child(Protocol):
    """What the supervisor asks of a process; ``subprocess.Popen`` is one."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    pid: int
    returncode: int | None

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""

    def kill(self) -> None:
        """Ends it at once."""

    def wait(self) -> int:
        """Waits until it has ended; returns the exit code."""


def spawn(command: Sequence[str]) -> Child:
    """Starts a program again."""
    import subprocess

    return subprocess.Popen([*command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)


def fork(work: Callable[[], int]) -> Child:
    """A copy of this process that does the work. Raises OSError where there is none: Windows."""
    if sys.platform != "win32":
        from pdkiosk.supervisor.forked import Forked

        return Forked(work)
    raise OSError("this system cannot fork")
