"""Decides whether the clock can be trusted enough to delete expired work.

A kiosk's clock can jump by years (an empty battery, a wrong setting), and deleting everyone's work
because of that cannot be undone. So the shelf remembers the last trusted day, and trusts a day that
follows it within two weeks. Any other day must be confirmed: after seven different days, each
following the one before within two weeks, the new dates are trusted.
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

STEP = 14
PROOF = 7
_EPOCH = date(1970, 1, 1).toordinal()


class SeenDays(Struct, frozen=True):
    """The days that a shelf has seen, counted from 1970; None if there are none yet."""

    believed: int | None = None
    doubted: int | None = None
    proofs: int = 0

    def with_day(self, today: int) -> SeenDays:
        """The state after seeing another day."""
        if self.believed is not None and 0 <= today - self.believed <= STEP:
            return SeenDays(believed=today)
        if self.doubted is None or not 0 <= today - self.doubted <= STEP:
            return replace(self, doubted=today, proofs=1)
        proofs = self.proofs + (today > self.doubted)
        if proofs >= PROOF:
            return SeenDays(believed=today)
        return replace(self, doubted=today, proofs=proofs)

    def believes(self, today: int) -> bool:
        """Whether this day can be trusted for deleting."""
        return self.believed == today

    def written(self) -> str:
        """The state as one line, to store on the shelf."""
        return f"{_number(self.believed)} {_number(self.doubted)} {self.proofs}\n"


def read_seen_days(data: bytes) -> SeenDays:
    """Reads a stored state; nothing seen yet if it cannot be read."""
    try:
        believed, doubted, proofs = (int(part) for part in data.decode("ascii").split())
    except ValueError:
        return SeenDays()
    return SeenDays(_day(believed), _day(doubted), max(0, proofs))


def day_of(seconds: float) -> int:
    """The current local day, counted from 1970."""
    try:
        return max(0, datetime.fromtimestamp(seconds).toordinal() - _EPOCH)
    except (ValueError, OverflowError, OSError):
        return 0


def date_of(day: int) -> date:
    """A counted day as a date."""
    return date.fromordinal(day + _EPOCH)


def _number(day: int | None) -> int:
    return -1 if day is None else day


def _day(number: int) -> int | None:
    return number if number >= 0 else None
