"""What a command says, and whether it was heard: a full disk or a closed pipe may be behind."""

from __future__ import annotations

import contextlib
import os
import sys

from pdkiosk.exit_codes import WRONG_INPUT


class OutputLostError(Exception):
    """What was said on standard output could not be written."""


def say(text: object = "") -> None:
    """A line on standard output. Raises OutputLostError."""
    try:
        print(text, flush=True)
    except OSError as error:
        raise OutputLostError(error.strerror or type(error).__name__) from error


def complain(line: str) -> None:
    """A line on standard error; that it cannot be written changes no exit code."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)


def fail(line: str, code: int = WRONG_INPUT) -> int:
    """A line on standard error, and the exit code of what failed."""
    complain(line)
    return code


def leave_nothing_unsaid() -> None:
    """What could not be written is thrown away, or Python tries again with a code of its own."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            with contextlib.suppress(OSError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
