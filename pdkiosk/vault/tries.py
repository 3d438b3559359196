"""Slows down who tries words: three tries are free, then each waits longer, up to a minute.

The count is beside the work, so a restart or another kiosk does not forget it. It holds back
who stands at the kiosk, not who carries the disk away: against him stand the words and the
cost of deriving a key. More than a minute would only help who wants to lock another person out.

The wait is counted by a clock that nobody sets and that goes on in sleep. What was tried in
another start of the machine, or at another kiosk, is known by the wall clock alone: a try that
was in the past by it has waited since, one in the future counts from when it was first seen.
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
    """Seconds to wait after so many wrong tries."""
    if count < _FREE:
        return 0.0
    return float(min(_LONGEST, _FIRST * 2 ** min(count - _FREE, 8)))


class _Tried(Struct, frozen=True, order=True):
    """How many wrong tries there were, and when the last one was, by the boot clock here."""

    count: int = 0
    last: float = 0.0


class Tries:
    """The wrong tries at the works of a shelf, on the disk and, if that fails, in memory."""

    def __init__(self, wall: Callable[[], float], boot: Callable[[], float]) -> None:
        """``wall`` says what anybody may have set, ``boot`` seconds within this start."""
        self._wall = wall
        self._boot = boot
        self._here: dict[Name, _Tried] = {}
        self._first_seen: dict[tuple[Name, bytes], float] = {}

    def wait(self, work: Name, folder: Folder) -> float:
        """Seconds until the next try is allowed; 0 for now."""
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
        """The right words were given."""
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
        """What is in the file. Raises ValueError."""
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
    """A name of this start of the machine, which tells nobody else which machine it is."""
    with contextlib.suppress(OSError):
        return hashlib.sha256(b"pdkiosk tries" + read_file(_BOOT_ID, 100)).hexdigest()[:12]
    return "-"
