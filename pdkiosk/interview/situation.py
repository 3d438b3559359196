"""What a condition is asked about."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pdkiosk.guide.model import Guide
from pdkiosk.guide.vocabulary import CountsAs
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.factors import counting_as
from pdkiosk.interview.today import Today, judged


class Situation(Struct, frozen=True):
    """What a condition is asked about: the answers that count, the day, and the guide.

    ``today`` is what the clock says; ``confirmed``: the person has said that it is so, or not.
    """

    answers: Answers
    today: date
    guide: Guide
    confirmed: bool | None = None

    @property
    def day(self) -> Today:
        return judged(self.today, self.guide.about, self.confirmed)

    def counts(self, kind: CountsAs) -> bool:
        """Whether something that was ticked is such a thing."""
        return bool(counting_as(self.guide, self.answers, kind))
