"""What is said when the program itself fails: where, never with what.

The text of an exception can hold an answer (a KeyError names the key), so only its kind and
the places in our code are told.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

INTERNAL_ERROR = 70
"""Exit code of a fault in the program (EX_SOFTWARE)."""


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The fault in one line: its kind and the innermost places."""
    frames = traceback.extract_tb(trace)[-4:]
    places = " < ".join(f"{_short(f.filename)}:{f.lineno}" for f in reversed(frames))
    return f"pdkiosk: internal error: {kind.__name__} at {places or 'an unknown place'}"


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").rsplit("/", 2)[-2:])


def _hook(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        print("pdkiosk: stopped", file=sys.stderr)
    else:
        print(report(kind, trace), file=sys.stderr)


def keep_answers_out_of_tracebacks() -> None:
    """From now on, whatever fails (in a thread or in a slot of Qt too) is told this way."""
    sys.excepthook = _hook
    sys.unraisablehook = lambda raised: _hook(
        raised.exc_type, raised.exc_value, raised.exc_traceback
    )
    threading.excepthook = lambda raised: _hook(
        raised.exc_type, raised.exc_value, raised.exc_traceback
    )
