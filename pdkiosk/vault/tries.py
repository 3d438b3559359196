"""Slows down guessing: three tries are free, then the wait grows with each, up to a minute.

The count is stored beside the work, so it survives a restart and applies at other kiosks. It stops
someone at the kiosk, not someone who takes the disk: against them, the strength of the words and
the cost of key derivation must suffice. A longer wait would only help someone who wants to lock
another person out.

The wait is measured by a clock that nobody can set and that keeps running in sleep. The time of
tries before a restart, or at another kiosk, is known only by the wall clock: if it is in the past,
the time since then counts as waited; if it is in the future, the wait begins when the try is first
seen.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from msgspec import Struct

from pdkiosk.safe_files import Folder, read_file
from pdkiosk.vault import disk

NAME = "tries"
_FREE = 3
_FIRST = 5.0
_LONGEST = 60.0
_MANY = 1000
_MOST_BYTES = 100
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

Name = tuple[str, int]
"""Picture and number of a work."""


def delay(count: int) -> float:
    """Seconds to wait after this many wrong tries."""
    if count < _FREE:
        return 0.0
    return float(min(_LONGEST, _FIRST * 2 ** min(count - _FREE, 8)))


class _Tried(Struct, frozen=True, order=True):
    """The number of wrong tries, and the time of the last one by this machine's boot clock."""

    count: int = 0
    last: float = 0.0


class Tries:
    """The wrong tries at the works of a shelf, stored on the disk or, if that fails, in memory."""

    def __init__(self, wall: Callable[[], float], boot: Callable[[], float]) -> None:
        """``wall`` is the wall clock, which anyone may set.

        ``boot`` is the time since the last restart.
        """
        self._wall = wall
        self._boot = boot
        self._here: dict[Name, _Tried] = {}
        self._first_seen: dict[tuple[Name, bytes], float] = {}

    def wait(self, work: Name, folder: Folder) -> float:
        """Seconds until the next try is allowed; 0 if it is allowed now."""
        tried = self._tried(work, folder)
        whole = delay(tried.count)
        return min(whole, max(0.0, tried.last + whole - self._boot()))

    def failed(self, work: Name, folder: Folder) -> None:
        now = self._boot()
        tried = _Tried(min(self._tried(work, folder).count + 1, _MANY), now)
        self._here[work] = tried
        with contextlib.suppress(OSError):
            line = f"{tried.count} {int(self._wall())} {_this_start()} {now:.1f}\n"
            disk.note(folder, NAME, line)

    def forget(self, work: Name, folder: Folder) -> None:
        """Resets the count: the right words were given."""
        self._here.pop(work, None)
        with contextlib.suppress(OSError):
            disk.remove(folder, NAME)

    def _tried(self, work: Name, folder: Folder) -> _Tried:
        here = self._here.get(work, _Tried())
        try:
            line = folder.read(NAME, _MOST_BYTES)[0]
            return max(here, self._read(work, line))
        except (OSError, ValueError):
            return here

    def _read(self, work: Name, line: bytes) -> _Tried:
        """Reads the file. Raises ValueError."""
        now = self._boot()
        fields = line.decode("ascii").split()
        count = max(0, min(int(fields[0]), _MANY)) if fields else 0
        if (
            len(fields) == 4
            and fields[2] == _this_start()
            and 0 <= (last := float(fields[3])) <= now
        ):
            return _Tried(count, last)
        if len(fields) not in (2, 4):
            raise ValueError("no tries")
        ago = self._wall() - int(fields[1])
        if ago >= 0:
            return _Tried(count, now - ago)
        return _Tried(count, self._first_seen.setdefault((work, line), now))


@cache
def _this_start() -> str:
    """An id of this start of the machine, which does not reveal which machine it is."""
    with contextlib.suppress(OSError):
        return hashlib.sha256(b"pdkiosk tries" + read_file(_BOOT_ID, 100)).hexdigest()[:12]
    return "-"
