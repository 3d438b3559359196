"""Missed hearings and the last day to appeal."""

from __future__ import annotations

import datetime

from pdkiosk.guide.contract import (
    DECISION_DATE,
    FINAL_ORDER,
    HEARINGS_ALL,
    NEXT_HEARING,
    NOT_AT_HEARING,
    NOT_FILED,
)
from pdkiosk.interview.answers import last_day, latest
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import PartialDate

DAYS_TO_APPEAL = 30
"""Days after the decision by which an appeal must arrive (safety notes, section 8, row 3)."""


def hearing_missed(situation: Situation) -> bool:
    """The date given for the next hearing has certainly passed: the last day that it can mean."""
    hearing = situation.answers.date(NEXT_HEARING)
    return hearing is not None and last_day(hearing) < situation.day.certain


def hearing_may_have_passed(situation: Situation) -> bool:
    """A date was given for the next hearing, and it is not certain that it is still to come."""
    given = situation.answers.date(NEXT_HEARING) is not None
    return given and (hearing_missed(situation) or not situation.day.known)


def went_to_hearings(situation: Situation) -> bool:
    """The letter may say that the person went to all of their hearings.

    Before the court has the case there was none. With a final order, they must not have missed the
    hearing of the order; else none of theirs may have passed since (guide HW-19).
    """
    answers = situation.answers
    if not answers.says(HEARINGS_ALL) or answers.says(NOT_FILED):
        return False
    if answers.says(FINAL_ORDER):
        return not answers.says(NOT_AT_HEARING)
    return not hearing_may_have_passed(situation)


def last_day_to_appeal(decided: PartialDate) -> PartialDate | None:
    """The last day for an appeal, if the day of the decision is known and certain; else None."""
    if decided.month is None or decided.day is None or decided.about:
        return None
    day = datetime.date(decided.year, decided.month, decided.day)
    day += datetime.timedelta(days=DAYS_TO_APPEAL)
    return PartialDate(day.year, day.month, day.day)


def appeal_is_late(situation: Situation) -> bool:
    """Whether the last day to appeal has certainly passed: from the last day that was meant."""
    decided = situation.answers.date(DECISION_DATE)
    if decided is None:
        return False
    return latest(decided) + datetime.timedelta(days=DAYS_TO_APPEAL) < situation.day.certain
