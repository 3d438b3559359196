"""What a command prints, and whether it arrived: the disk may be full or the pipe closed."""

from __future__ import annotations

import contextlib
import os
import sys

from pdkiosk.exit_codes import WRONG_INPUT


class OutputLostError(Exception):
    """Standard output could not be written."""


def say(text: object = "") -> None:
    """Prints a line on standard output. Raises OutputLostError."""
    try:
        print(text, flush=True)
    except OSError as error:
        raise OutputLostError(error.strerror or type(error).__name__) from error


def complain(line: str) -> None:
    """Prints a line on standard error; if it cannot be written, the exit code does not change."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)


def fail(line: str, code: int = WRONG_INPUT) -> int:
    """Prints a line on standard error; returns the exit code for a failure."""
    complain(line)
    return code


def leave_nothing_unsaid() -> None:
    """Discards unwritten output; otherwise Python would retry at exit and set its own exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
