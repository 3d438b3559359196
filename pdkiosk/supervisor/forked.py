"""A process that is forked from this one; not on Windows.

A fork starts with everything the supervisor has already loaded, which saves a fifth of the time to
the first screen. The supervisor has no answers that could be inherited, and no Qt, which cannot be
forked.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import IO

assert sys.platform != "win32"

_FAILED = 70  # as for any internal error


class Forked:
    """A copy of this process that runs ``work`` and exits with the code that it returns.

    Its standard input and output are connected to this process; it inherits no other open file.
    Raises OSError if the system has no resources for it.
    """

    def __init__(self, work: Callable[[], int]) -> None:
        to_child = os.pipe()
        try:
            from_child = os.pipe()
        except OSError:
            _close(*to_child)
            raise
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()  # otherwise the copy would write it again
        try:
            self.pid = os.fork()
        except OSError:  # no more processes possible: leave nothing open
            _close(*to_child, *from_child)
            raise
        if self.pid == 0:
            _become(work, to_child[0], from_child[1])
        os.close(to_child[0])
        os.close(from_child[1])
        self.stdin: IO[bytes] | None = os.fdopen(to_child[1], "wb", buffering=0)
        self.stdout: IO[bytes] | None = os.fdopen(from_child[0], "rb", buffering=0)
        self.returncode: int | None = None

    def poll(self) -> int | None:
        return self._reap(os.WNOHANG)

    def wait(self) -> int:
        self._reap(0)
        assert self.returncode is not None
        return self.returncode

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _reap(self, flags: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, flags)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def _close(*handles: int) -> None:
    for handle in handles:
        os.close(handle)


def _become(work: Callable[[], int], standard_input: int, standard_output: int) -> None:
    """Turns this process, a new fork, into the child; does not return."""
    code = _FAILED
    try:
        os.dup2(standard_input, 0)
        os.dup2(standard_output, 1)
        # This also closes the pipes of other sessions: if they stayed open here, those sessions
        # would never notice that the supervisor is gone.
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        # The old selectors and streams refer to files that are closed now.
        sys.stdin = os.fdopen(0, closefd=False)
        sys.stdout = os.fdopen(1, "w", closefd=False)
        code = work()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        os._exit(code)
