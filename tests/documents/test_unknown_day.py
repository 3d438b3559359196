"""If the clock cannot be trusted, no paper depends on it."""

from __future__ import annotations

import datetime
import random
import re
from typing import Any

import pytest

from pdkiosk.documents.model import Document, Kind
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from tests.documents import people
from tests.documents.people import GATES, MARIA, D
from tests.interview.people import random_answers

BEFORE, LATE = datetime.date(1970, 1, 1), datetime.date(2093, 3, 1)
UNKNOWN = [(BEFORE, None), (datetime.date(2019, 7, 7), None), (LATE, None), (LATE, False)]
OVERDUE = re.compile("checked again|volver a revisar|revisarse otra vez")


def said(answers: dict[str, Any], clock: datetime.date, confirmed: bool | None) -> list[str]:
    """All that is on all papers of a person."""
    person = Interview(people.guide(), clock, Answers({**GATES, **answers}), confirmed)
    return [
        text for part in people.compose(person) for text in people.said_everywhere(part.content)
    ]


def without_notice(texts: list[str]) -> list[str]:
    """A clock that says that the guide is old may be right: that is said, to be careful."""
    notices = {people.say(notice, code) for notice in _notices() for code in people.LANGUAGES}
    return [text for text in texts if not any(notice[:40] in text for notice in notices)]


def _notices() -> list[Any]:
    from pdkiosk.guide.model import said as words

    (law,) = (s.message for s in people.guide().sentence if s.id == "sum.warn.overdue")
    return [words(people.guide().about.expired)(date="x"), law]


def test_no_paper_depends_on_a_clock_that_is_not_believed() -> None:
    chance = random.Random(5)
    tried: list[dict[str, Any]] = [MARIA, people.everything()]
    tried += [{**random_answers(chance), **GATES} for _ in range(25)]
    counted = 0
    for answers in tried:
        first, *others = (without_notice(said(answers, *day)) for day in UNKNOWN)
        for other in others:
            assert other == first
        assert not re.search("1970|2093", " ".join(first))
        known = said(answers, people.TODAY, None)
        counted += known != first
    assert counted > 5, "with a day that is known, years are counted"


LONG: dict[str, Any] = {
    "reasons_life": ["long_residence", "work"],
    "arrival": D("2010-03"),
    "work_since": D("2015"),
    "stage": "individual",
    "next_hearing": D("2027-02-11"),
    "hearings_attended": "yes",
}


def test_with_a_day_that_is_known_years_are_counted() -> None:
    for clock, confirmed, years in ((people.TODAY, None, 16), (LATE, True, 82)):
        texts = " ".join(said(LONG, clock, confirmed))
        assert f"for {years} years" in texts


@pytest.mark.parametrize(("clock", "confirmed"), UNKNOWN)
def test_without_a_day_dates_stay_and_counts_and_hearings_do_not(
    clock: datetime.date, confirmed: bool | None
) -> None:
    person = Interview(people.guide(), clock, Answers({**GATES, **LONG}), confirmed)
    parts = people.compose(person)
    letter = next(part for part in parts if part.kind is Kind.LETTER)
    assert isinstance(letter.content, Document)
    text = " ".join(people.say(m, "en") for m in people.every_message(letter.content))
    assert "March 2010" in text
    assert not re.search(r"\b\d+ years", text)
    assert "February 11" not in text and "Next hearing: _" in text
    assert "of my hearings" not in text
    known = Interview(people.guide(), people.TODAY, Answers({**GATES, **LONG}))
    letter = next(part for part in people.compose(known) if part.kind is Kind.LETTER)
    assert isinstance(letter.content, Document)
    text = " ".join(people.say(m, "en") for m in people.every_message(letter.content))
    assert "February 11" in text and "of my hearings" in text


@pytest.mark.parametrize("reader", ["es", "en"])
def test_the_summary_has_a_line_for_its_date(reader: str) -> None:
    person = Interview(people.guide(), BEFORE, Answers({**GATES, **MARIA}))
    for part in people.compose(person, reader):
        text = " ".join(people.pages(people.rendered(part, reader)))
        assert "1970" not in text
        if part.kind is Kind.SUMMARY:
            known = Interview(people.guide(), people.TODAY, Answers({**GATES, **MARIA}))
            twin = next(p for p in people.compose(known, reader) if p.kind is part.kind)
            day = "Nov 24, 2026" if reader == "en" else "24 nov 2026"
            dated = " ".join(people.pages(people.rendered(twin, reader)))
            assert dated.count(day) == text.count(day) + 1
