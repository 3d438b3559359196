"""What day it is, and whether that is known: the only place that judges this machine's clock.

There is no network to ask. It is certain that the guide exists, so a clock before the guide's date
is wrong. A clock long after the day by which the guide was to be checked again may be right, so the
person is asked. If the day is not known, periods are counted up to the guide's date, which has
certainly passed, so that they are never too long; and nothing that needs the day is printed.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta

from msgspec import Struct

from pdkiosk.guide.model import About

_LONG_AFTER = timedelta(days=366)


class Clock(enum.Enum):
    """How far the clock can be trusted."""

    PLAUSIBLE = enum.auto()
    WRONG = enum.auto()  # before the guide's date
    DOUBTFUL = enum.auto()  # long after the guide was to be checked again


class Today(Struct, frozen=True):
    """The clock's date, and how far it can be trusted.

    ``confirmed``: a person has said that it is right; None if nobody was asked.
    ``last_plausible`` is the last day on which a clock is trusted without asking.
    """

    says: date
    clock: Clock
    guide_day: date
    last_plausible: date
    confirmed: bool | None = None

    @property
    def known(self) -> bool:
        """Whether the day is known, so that texts may depend on it."""
        return self.clock is Clock.PLAUSIBLE if self.confirmed is None else self.confirmed

    @property
    def certain(self) -> date:
        """A day that has certainly come; today, if that is known."""
        return self.says if self.known else self.guide_day

    @property
    def latest(self) -> date:
        """The latest day that today can be, for checking answers.

        If the clock is certainly wrong, the longest time that a guide is in use is allowed, so that
        nobody's true answer is refused.
        """
        wrong = self.clock is Clock.WRONG and not self.confirmed
        return self.last_plausible if wrong else self.says

    @property
    def ask(self) -> bool:
        """Whether the person still has to be asked."""
        return self.clock is Clock.DOUBTFUL and self.confirmed is None


def judged(says: date, about: About, confirmed: bool | None = None) -> Today:
    """Judges the date that the clock ``says``; ``about`` has the guide's dates."""
    made, check_by = date.fromisoformat(about.checked), date.fromisoformat(about.check_by)
    last = check_by + _LONG_AFTER
    clock = Clock.PLAUSIBLE
    if says < made:
        clock = Clock.WRONG
    elif says > last:
        clock = Clock.DOUBTFUL
    return Today(says, clock, made, last, confirmed)
