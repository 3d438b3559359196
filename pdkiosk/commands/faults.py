"""What is reported when the program itself fails: where, but never any data.

The text of an exception can hold an answer (a KeyError names the key), so only its type and the
places in our code are reported.
"""

from __future__ import annotations

import contextlib
import re
import sys
import threading
import traceback
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Tell = Callable[[str, str], None]
"""Called with the short code of a fault ("e-4f2a") and its place as a code for the log."""

_PACKAGE = str(Path(__file__).parents[1])
_MOST_LETTERS = 40  # longest type name and longest place in the log


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The fault in one line: its type and the innermost places in the code."""
    frames = traceback.extract_tb(trace)[-4:]
    places = " < ".join(f"{_short(f.filename)}:{f.lineno}" for f in reversed(frames))
    return f"pdkiosk: internal error: {kind.__name__} at {places or 'an unknown place'}"


def short_code(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A code for the technician: the same for every fault of this type in this function.

    It contains no line number, so a change elsewhere in the file does not change it.
    """
    frame = _ours(trace)
    place = f"{_short(frame.filename)} {frame.name}" if frame else ""
    return f"e-{zlib.crc32(f'{kind.__name__} {place}'.encode()) & 0xFFFF:04x}"


def place_code(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type and place as a code for the log: "at-keyerror-ui-shell-412"."""
    frame = _ours(trace)
    place = f"{_short(frame.filename).removesuffix('.py')}:{frame.lineno}" if frame else "nowhere"
    return f"at-{_slug(kind.__name__)[:20]}-{_slug(place)[-_MOST_LETTERS + 6 :].strip('-')}"


def _ours(trace: TracebackType | None) -> traceback.FrameSummary | None:
    """The innermost place in our own code; if there is none, the innermost place of all."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if frame.filename.startswith(_PACKAGE)]
    found = ours or list(frames)
    return found[-1] if found else None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _short(filename: str) -> str:
    return "/".join(filename.replace("\\", "/").rsplit("/", 2)[-2:])


def keep_answers_out_of_tracebacks(tell: Tell | None = None) -> None:
    """From now on, every failure (also in a thread or in a Qt slot) is reported this way.

    ``tell`` is called too, in the thread in which it happened; but not for a failure while an
    object is being destroyed, since nothing depends on that object any more.
    """

    def hook(
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
        *,
        matters: bool = True,
    ) -> None:
        # If this failed, Python itself would print the exception, with all its text.
        with contextlib.suppress(BaseException):
            stopped = issubclass(kind, KeyboardInterrupt)
            print("pdkiosk: stopped" if stopped else report(kind, trace), file=sys.stderr)
        with contextlib.suppress(BaseException):
            if tell is not None and matters and issubclass(kind, Exception):
                tell(short_code(kind, trace), place_code(kind, trace))

    sys.excepthook = hook
    sys.unraisablehook = lambda raised: hook(
        raised.exc_type, raised.exc_value, raised.exc_traceback, matters=False
    )
    threading.excepthook = lambda raised: hook(
        raised.exc_type, raised.exc_value, raised.exc_traceback
    )
