"""What day it is, and whether that can be known: the one place that judges this machine's clock.

There is no network to ask. What is certain is that the guide was made: a clock before that day
is wrong. A clock long after the day by which the guide was to be checked again may be right, so
the person is asked. Where the day is not known, what is counted is counted from the guide's own
day, which has certainly come: never too many years; and nothing that needs the day is printed.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta

from msgspec import Struct

from pdkiosk.guide.model import About

_LONG_AFTER = timedelta(days=366)


class Clock(enum.Enum):
    """How far the clock can be believed."""

    PLAUSIBLE = enum.auto()
    WRONG = enum.auto()  # before the guide's own day
    DOUBTFUL = enum.auto()  # long after the guide was to be checked again


class Today(Struct, frozen=True):
    """A day that the clock says, as far as it is known.

    ``confirmed``: a person has said that it is so; None where nobody was asked.
    ``last_plausible`` is the last day on which a clock is believed without asking.
    """

    says: date
    clock: Clock
    guide_day: date
    last_plausible: date
    confirmed: bool | None = None

    @property
    def known(self) -> bool:
        """Whether what depends on the day may be said."""
        return self.clock is Clock.PLAUSIBLE if self.confirmed is None else self.confirmed

    @property
    def certain(self) -> date:
        """A day that has certainly come; today, where that is known."""
        return self.says if self.known else self.guide_day

    @property
    def latest(self) -> date:
        """The latest day that today can be, for what may be given as an answer.

        A clock that is certainly wrong says nothing: then it is as long as a guide is in use,
        so that nobody's true answer is refused.
        """
        wrong = self.clock is Clock.WRONG and not self.confirmed
        return self.last_plausible if wrong else self.says

    @property
    def ask(self) -> bool:
        """Whether the person has still to be asked."""
        return self.clock is Clock.DOUBTFUL and self.confirmed is None


def judged(says: date, about: About, confirmed: bool | None = None) -> Today:
    """What is known of the day when the clock ``says`` it; ``about`` has the guide's days."""
    made, check_by = date.fromisoformat(about.checked), date.fromisoformat(about.check_by)
    last = check_by + _LONG_AFTER
    clock = Clock.PLAUSIBLE
    if says < made:
        clock = Clock.WRONG
    elif says > last:
        clock = Clock.DOUBTFUL
    return Today(says, clock, made, last, confirmed)
