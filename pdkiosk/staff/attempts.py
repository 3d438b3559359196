"""Counts wrong PINs and delays the next try; the count survives a restart of the program.

It does not use the wall clock, which anyone may set, but the time since the machine was started and
an id of that start. After a restart of the machine the wait begins again.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Protocol

import msgspec

from pdkiosk.clock import boot_seconds
from pdkiosk.places import write_whole
from pdkiosk.safe_files import read_file

FREE_TRIES = 5
FIRST_WAIT = 15.0
LONGEST_WAIT = 3600.0  # or a prankster could lock staff out for good
UNWRITABLE_WAIT = 60.0  # seconds at the start of each process that cannot store the count

_FILE = "pin-tries.json"
_MANY = 10_000
_MOST_BYTES = 1_000


class Clock(Protocol):
    """A clock that keeps running while the machine sleeps and that nobody can set."""

    def now(self) -> float:
        """Seconds since this start of the machine."""

    def start(self) -> str:
        """An id of this start of the machine; a new one after each restart."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        return boot_seconds()

    def start(self) -> str:
        # Without an id (Windows), a smaller time than before shows that the machine was restarted.
        with contextlib.suppress(OSError):
            return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return ""


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """The content of the file: wrong PINs since the last right one, and when the wait began."""

    wrong: int = 0
    since: float = 0.0
    start: str = ""


def wait_after(wrong: int) -> float:
    """Seconds to wait after this many wrong PINs."""
    if wrong < FREE_TRIES:
        return 0.0
    doublings = min(wrong - FREE_TRIES, 30)
    return min(FIRST_WAIT * float(2**doublings), LONGEST_WAIT)


class Attempts:
    """Call ``begin`` before checking a PIN and ``succeeded`` if it was right.

    ``wait`` is the delay.

    A try counts as wrong from the moment it begins, so killing the program in the middle gains
    nothing. If the folder cannot be written, each process begins with a wait, and every wrong PIN
    makes it longer.
    """

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self._path = folder / _FILE
        self._clock = clock or SystemClock()
        self._kept = self._read()
        now = self._clock.now()
        if self._kept.start != self._clock.start() or not 0 <= self._kept.since <= now:
            self._kept.start, self._kept.since = self._clock.start(), now
        self.keeps = self._write()
        self._least = 0.0 if self.keeps else now + UNWRITABLE_WAIT

    @property
    def wrong(self) -> int:
        """Wrong PINs since the last right one."""
        return self._kept.wrong

    def wait(self) -> float:
        """Seconds until a PIN may be tried; 0 if it may be tried now."""
        now = self._clock.now()
        if now < self._kept.since:
            self._kept.since = now  # the clock went back: the wait begins again
        wait = wait_after(self._counted())
        return max(0.0, self._kept.since + wait - now, self._least - now)

    def begin(self) -> bool:
        """Counts a try. False if a wait is due: then the PIN must not be checked."""
        if self.wait() > 0:
            return False
        self._kept.wrong = min(self._kept.wrong + 1, _MANY)
        self._kept.since = self._clock.now()
        self._kept.start = self._clock.start()
        self.keeps = self._write()
        return True

    def succeeded(self) -> None:
        """Resets the count: the PIN was right."""
        self._kept.wrong = 0
        self._least = 0.0
        self.keeps = self._write()

    def _counted(self) -> int:
        if self.keeps or not self._kept.wrong:
            return self._kept.wrong
        return self._kept.wrong + FREE_TRIES - 1  # no free tries if nothing can be stored

    def _read(self) -> _Kept:
        try:
            kept = msgspec.json.decode(read_file(self._path, _MOST_BYTES), type=_Kept)
        except (FileNotFoundError, NotADirectoryError):
            return _Kept()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            kept = _Kept(wrong=FREE_TRIES)  # a damaged file must not reset the count
        kept.wrong = max(0, min(kept.wrong, _MANY))
        return kept

    def _write(self) -> bool:
        try:
            write_whole(self._path, msgspec.json.encode(self._kept))
        except OSError:
            return False
        return True
