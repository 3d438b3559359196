"""What day it is, and whether that can be known."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
import pytest

from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import DateQuestion
from pdkiosk.interview.answers import Answers, parse_date
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.rules import RULES, under_two_years_here, years_here, years_here_at_least
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.today import Clock, judged
from pdkiosk.interview.values import days
from tests.interview.people import guide

ABOUT = msgspec.structs.replace(guide().about, checked="2026-11-24", check_by="2027-05-24")
MADE, LATE = datetime.date(2026, 11, 24), datetime.date(2040, 3, 1)
BEFORE = datetime.date(1970, 1, 1)


@pytest.mark.parametrize(
    ("says", "clock", "known", "certain", "latest", "ask"),
    [
        ("1970-01-01", Clock.WRONG, False, "2026-11-24", "2028-05-24", False),
        ("2026-11-23", Clock.WRONG, False, "2026-11-24", "2028-05-24", False),
        ("2026-11-24", Clock.PLAUSIBLE, True, "2026-11-24", "2026-11-24", False),
        ("2027-05-25", Clock.PLAUSIBLE, True, "2027-05-25", "2027-05-25", False),
        ("2028-05-24", Clock.PLAUSIBLE, True, "2028-05-24", "2028-05-24", False),
        ("2028-05-25", Clock.DOUBTFUL, False, "2026-11-24", "2028-05-25", True),
        ("2040-03-01", Clock.DOUBTFUL, False, "2026-11-24", "2040-03-01", True),
    ],
)
def test_the_clock_is_judged_by_the_guide_s_days(
    says: str, clock: Clock, known: bool, certain: str, latest: str, ask: bool
) -> None:
    day = judged(datetime.date.fromisoformat(says), ABOUT)
    assert (day.clock, day.known, day.ask) == (clock, known, ask)
    assert (day.certain.isoformat(), day.latest.isoformat()) == (certain, latest)


def test_a_yes_makes_a_doubtful_day_known_and_a_no_does_not() -> None:
    assert judged(LATE, ABOUT, True).certain == LATE
    assert judged(LATE, ABOUT, True).known and not judged(LATE, ABOUT, True).ask
    assert judged(LATE, ABOUT, False).certain == MADE
    assert not judged(LATE, ABOUT, False).known and not judged(LATE, ABOUT, False).ask


def situation(says: datetime.date, confirmed: bool | None, **answers: Any) -> Situation:
    about = msgspec.structs.replace(guide(), about=ABOUT)
    return Situation(Answers(answers), says, about, confirmed)


UNKNOWN = [(BEFORE, None), (LATE, None), (LATE, False)]
KNOWN = [(MADE, None), (LATE, True)]


@pytest.mark.parametrize(("says", "confirmed"), UNKNOWN)
def test_without_a_day_no_years_are_counted(says: datetime.date, confirmed: bool | None) -> None:
    assert years_here(situation(says, confirmed, arrival=parse_date("2010-03-05"))) is None
    assert years_here_at_least(situation(says, confirmed, arrival=parse_date("2010"))) is None


@pytest.mark.parametrize(("says", "confirmed"), UNKNOWN)
def test_two_years_are_certain_only_by_the_guide_s_day(
    says: datetime.date, confirmed: bool | None
) -> None:
    for arrived, under in (("2024-11-24", False), ("2024-11-25", True), ("2025", True)):
        now = situation(says, confirmed, arrival=parse_date(arrived))
        assert under_two_years_here(now) is under, arrived
    long = {"reasons_life": ["long_residence"], "arrival": parse_date("2010-03")}
    assert RULES["residence_said"](situation(says, confirmed, **long))
    assert RULES["arrival_about"](situation(says, confirmed, **long)), "the date, no number"
    for since, said in (("2024-11-24", True), ("2024-12", False)):
        work = situation(says, confirmed, work_since=parse_date(since))
        assert RULES["work_since_may_be_said"](work) is said


@pytest.mark.parametrize(("says", "confirmed"), [*UNKNOWN, *KNOWN])
def test_a_hearing_is_past_only_when_it_certainly_is(
    says: datetime.date, confirmed: bool | None
) -> None:
    known = (says, confirmed) in KNOWN
    for hearing in ("2026-11-23", "2027-01-10", "2040-03-01", "2041"):
        now = situation(says, confirmed, next_hearing=parse_date(hearing))
        day = says if known else MADE
        past = parse_date(hearing).year < day.year or hearing == "2026-11-23"
        assert RULES["hearing_missed"](now) is past
        assert RULES["hearing_may_have_passed"](now) is (past or not known)
    assert not RULES["hearing_may_have_passed"](situation(says, confirmed))


def test_an_interview_walks_again_when_the_day_is_confirmed() -> None:
    long: dict[str, Any] = {
        "in_proceedings": "yes",
        "way": "full",
        "arrival": parse_date("2010-03"),
    }
    person = Interview(guide(), LATE, Answers(long))
    assert not person.situation().day.known and person.day.ask
    person.confirmed = True
    assert person.situation().day.known and not person.day.ask
    assert years_here(person.situation()) == 29 or "arrival" not in person.course().kept


@pytest.mark.parametrize("confirmed", [None, True, False])
def test_a_clock_at_the_end_of_all_days_stops_no_question(confirmed: bool | None) -> None:
    day = judged(datetime.date.max, guide().about, confirmed)
    for question in all_questions(guide()):
        if isinstance(question, DateQuestion):
            first, last = days(question, day)
            assert first < last <= datetime.date.max
