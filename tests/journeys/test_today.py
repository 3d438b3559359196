"""A clock that may be wrong: the person is asked, and years are counted only after a yes."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import DateQuestion
from pdkiosk.interview.answers import parse_date
from pdkiosk.interview.rules import years_here
from pdkiosk.ui.fields.base import Slot
from pdkiosk.ui.fields.date import DateField
from tests.journeys.kiosk import Kiosk

Make = Callable[[Facility | None], Kiosk]
LATE, BEFORE = datetime.date(2040, 3, 1), datetime.date(1970, 1, 1)


def at(kiosk: Kiosk, day: datetime.date) -> Kiosk:
    """The kiosk on a day that its clock says."""
    kiosk.shell.context._today = lambda: day
    return kiosk


@pytest.mark.parametrize(("answer", "known"), [("yes", True), ("no", False), ("", False)])
def test_a_doubtful_day_is_asked_about_once(kiosk: Kiosk, answer: str, known: bool) -> None:
    person = at(kiosk, LATE).person()
    person.start("es")
    assert person.place == "today"
    assert person.reads("¿Hoy es 1 de marzo de 2040?")
    first = kiosk.shell.step_id
    person.tap(f"today.{answer}" if answer else "back")
    kiosk.wait(lambda: person.place == first)
    interview = kiosk.shell.context.interview
    assert interview.day.known is known
    kiosk.give({"in_proceedings": "yes", "way": "full", "arrival": parse_date("2010-03")})
    situation = interview.situation()
    assert (years_here(situation) == 29) is (known and "arrival" in interview.course().kept)
    person.next()
    assert person.place not in ("today", first), "it is not asked again"


def test_a_day_that_may_be_right_is_not_asked_about(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    assert person.place == kiosk.shell.step_id


def test_a_wrong_clock_asks_nothing_and_offers_the_years_that_can_be(kiosk: Kiosk) -> None:
    person = at(kiosk, BEFORE).person()
    person.start("en")
    assert person.place == kiosk.shell.step_id
    assert not kiosk.shell.context.interview.day.known
    assert offered(kiosk, "arrival") == (1916, 2028)
    assert offered(kiosk, "next_hearing") == (2025, 2031)


def test_a_clock_that_is_too_late_leaves_the_years_that_can_be(kiosk: Kiosk) -> None:
    at(kiosk, LATE).person().start("en")
    assert offered(kiosk, "next_hearing") == (2025, 2043)
    assert offered(kiosk, "arrival") == (1916, 2040)
    kiosk.shell.context.interview.confirmed = True
    assert offered(kiosk, "next_hearing") == (2039, 2043)


def offered(kiosk: Kiosk, name: str) -> tuple[int, int]:
    """The first and the last year that a question offers."""
    context = kiosk.shell.context
    question = next(q for q in all_questions(context.guide) if q.id == name)
    assert isinstance(question, DateQuestion)
    field = DateField(context, question, Slot(False, None, lambda value: None, lambda: None), False)
    pickers = field.field
    return pickers._first_year, pickers._last_year
