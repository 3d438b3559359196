"""The situation that a condition is evaluated for."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pdkiosk.guide.model import Guide
from pdkiosk.guide.vocabulary import CountsAs
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.factors import counting_as
from pdkiosk.interview.today import Today, judged


class Situation(Struct, frozen=True):
    """What a condition is evaluated for: the answers that count, the day, and the guide.

    ``today`` is the clock's date; ``confirmed``: the person has said whether it is right.
    """

    answers: Answers
    today: date
    guide: Guide
    confirmed: bool | None = None

    @property
    def day(self) -> Today:
        return judged(self.today, self.guide.about, self.confirmed)

    def counts(self, kind: CountsAs) -> bool:
        """Whether some ticked factor counts as such a thing."""
        return bool(counting_as(self.guide, self.answers, kind))
