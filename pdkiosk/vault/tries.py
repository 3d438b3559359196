"""Slows down who tries words: three tries are free, then each waits longer, up to a minute.

The count lies beside the work, so a restart or another kiosk does not forget it. It holds back
who stands at the kiosk, not who carries the disk away: against him stand the words and the
cost of deriving a key. More than a minute would only help who wants to lock another person out.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from pdkiosk.vault import disk

NAME = "tries"
_FREE = 3
_FIRST = 5.0
_LONGEST = 60.0


def delay(count: int) -> float:
    """Seconds to wait after so many wrong tries."""
    if count < _FREE:
        return 0.0
    return float(min(_LONGEST, _FIRST * 2 ** min(count - _FREE, 8)))


class Tries:
    """The wrong tries at the works of a shelf, on the disk and, if that fails, in memory."""

    def __init__(self) -> None:
        self._here: dict[Path, tuple[int, float]] = {}

    def wait(self, folder: Path, now: float) -> float:
        """Seconds until the next try is allowed; 0 for now."""
        count, last = self._state(folder)
        whole = delay(count)
        # A clock that went back must not make the wait longer than it ever was.
        return min(whole, max(0.0, last + whole - now))

    def failed(self, folder: Path, now: float) -> None:
        """Counts a wrong try."""
        count = self._state(folder)[0] + 1
        self._here[folder] = (count, now)
        with contextlib.suppress(OSError):
            disk.note(folder / NAME, f"{count} {int(now)}\n")

    def forget(self, folder: Path) -> None:
        """The right words were given."""
        self._here.pop(folder, None)
        with contextlib.suppress(OSError):
            disk.remove(folder / NAME)

    def _state(self, folder: Path) -> tuple[int, float]:
        here = self._here.get(folder, (0, 0.0))
        try:
            count, last = disk.read(folder / NAME, 64)[0].decode("ascii").split()
            return max(here, (min(int(count), 1000), float(int(last))))
        except (OSError, ValueError):
            return here
