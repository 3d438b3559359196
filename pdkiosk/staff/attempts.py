"""Counts wrong PINs and makes the next try wait; the count outlives the program.

There is no wall clock in it: anybody may set that. What counts is the time since this machine
was started, and which start that was. After another start the wait starts over.
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
LONGEST_WAIT = 3600.0  # or a person who wants to annoy could keep the staff out for good
UNWRITABLE_WAIT = 60.0  # at the start of each process that cannot keep the count

_FILE = "pin-tries.json"
_MANY = 10_000
_MOST_BYTES = 1_000


class Clock(Protocol):
    """Time that goes on also while the machine sleeps, and that nobody can set."""

    def now(self) -> float:
        """Seconds since this start of the machine."""

    def start(self) -> str:
        """A name of this start of the machine; another one after each start."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        return boot_seconds()

    def start(self) -> str:
        # Without a name (Windows) a time that is less than before says that it was started.
        with contextlib.suppress(OSError):
            return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return ""


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """What the file holds: wrong PINs since the last right one, and since when to wait."""

    wrong: int = 0
    since: float = 0.0
    start: str = ""


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong PINs."""
    if wrong < FREE_TRIES:
        return 0.0
    doublings = min(wrong - FREE_TRIES, 30)
    return min(FIRST_WAIT * float(2**doublings), LONGEST_WAIT)


class Attempts:
    """``begin`` before a PIN is checked, ``succeeded`` when it was right; ``wait`` says how long.

    A try counts as wrong from the moment it begins: whoever kills the program in the middle
    has gained nothing. Where the folder cannot be written, each process begins with a wait
    and every wrong PIN makes a longer one.
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
        """Seconds until a PIN may be tried; 0 when it may be now."""
        now = self._clock.now()
        if now < self._kept.since:
            self._kept.since = now  # the clock went back: the wait starts over
        wait = wait_after(self._counted())
        return max(0.0, self._kept.since + wait - now, self._least - now)

    def begin(self) -> bool:
        """Counts a try. False when it has to wait: then the PIN must not be looked at."""
        if self.wait() > 0:
            return False
        self._kept.wrong = min(self._kept.wrong + 1, _MANY)
        self._kept.since = self._clock.now()
        self._kept.start = self._clock.start()
        self.keeps = self._write()
        return True

    def succeeded(self) -> None:
        """The PIN was right: the count starts over."""
        self._kept.wrong = 0
        self._least = 0.0
        self.keeps = self._write()

    def _counted(self) -> int:
        if self.keeps or not self._kept.wrong:
            return self._kept.wrong
        return self._kept.wrong + FREE_TRIES - 1  # no free tries where nothing is kept

    def _read(self) -> _Kept:
        try:
            kept = msgspec.json.decode(read_file(self._path, _MOST_BYTES), type=_Kept)
        except (FileNotFoundError, NotADirectoryError):
            return _Kept()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            kept = _Kept(wrong=FREE_TRIES)  # somebody spoiled it: no fresh start for that
        kept.wrong = max(0, min(kept.wrong, _MANY))
        return kept

    def _write(self) -> bool:
        try:
            write_whole(self._path, msgspec.json.encode(self._kept))
        except OSError:
            return False
        return True
