"""Hearings that were, or may be missed, the last day to appeal, and the day of an order."""

from __future__ import annotations

import datetime

from pdkiosk.guide.contract import (
    ARRIVAL,
    DECISION_DATE,
    FINAL_ORDER,
    HEARINGS_ALL,
    NEXT_HEARING,
    NOT_AT_HEARING,
    NOT_FILED,
    ORDER_DATE,
)
from pdkiosk.interview.answers import last_day
from pdkiosk.interview.contradictions import certainly_before
from pdkiosk.interview.situation import Situation
from pdkiosk.language.message import PartialDate

DAYS_TO_APPEAL = 30
"""An appeal must arrive so many days after the decision (safety notes, section 8, row 3)."""


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

    Before the court has the case there was none; who was not at the hearing of the order, or may
    have missed one since, did not go to all (guide HW-19).
    """
    answers = situation.answers
    if not answers.says(HEARINGS_ALL) or answers.says(NOT_FILED):
        return False
    if answers.says(FINAL_ORDER):
        return not answers.says(NOT_AT_HEARING)
    return not hearing_may_have_passed(situation)


def last_day_to_appeal(decided: PartialDate) -> PartialDate | None:
    """The last day, where the day of the decision is known and sure."""
    if decided.month is None or decided.day is None or decided.about:
        return None
    day = datetime.date(decided.year, decided.month, decided.day)
    day += datetime.timedelta(days=DAYS_TO_APPEAL)
    return PartialDate(day.year, day.month, day.day)


def appeal_is_late(situation: Situation) -> bool:
    """Whether the last day to appeal has certainly passed."""
    decided = situation.answers.date(DECISION_DATE)
    due = None if decided is None else last_day_to_appeal(decided)
    return due is not None and last_day(due) < situation.day.certain


def ordered_before_arrival(situation: Situation) -> bool:
    """Whether the order is certainly older than the day since which the person lives here.

    Then they seem to have come back after it (safety notes, section 3, 4).
    """
    answers = situation.answers
    return certainly_before(answers.date(ORDER_DATE), answers.date(ARRIVAL))
