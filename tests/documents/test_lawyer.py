"""The page for a lawyer: its head, and which answers bring up which question."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import CheckRow, Document, Heading, Kind, Lines, ListRow, Notice
from pdkiosk.interview.answers import parse_date
from pdkiosk.interview.deadlines import last_day_to_appeal
from tests.documents import people
from tests.documents.people import MARIA, say

LOST: dict[str, Any] = {"stage": "against_me"}
AFRAID: dict[str, Any] = {"fear": "yes"}


def page(**answers: Any) -> Document:
    return people.packet(**answers).document(Kind.LAWYER)


def head(language: str = "en", **answers: Any) -> list[str]:
    (lines,) = (block for block in page(**answers).blocks if isinstance(block, Lines))
    return [say(line.message, language) for line in lines.lines]


def questions(**answers: Any) -> list[str]:
    rows = [block for block in page(**answers).blocks if isinstance(block, CheckRow)]
    return [say(row.sentence.message, "en") for row in rows]


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        ("2026-11-10", "2026-12-10"),
        ("2026-12-05", "2027-01-04"),
        ("2027-01-30", "2027-03-01"),
        ("2028-01-30", "2028-02-29"),
        ("2026-11", None),
        ("2026", None),
    ],
)
def test_an_appeal_is_due_thirty_days_after_the_decision(decided: str, last: str | None) -> None:
    date = parse_date(decided)
    assert date is not None
    assert last_day_to_appeal(date) == (parse_date(last) if last else None)


@pytest.mark.parametrize(
    ("language", "decided", "says"),
    [
        (
            "en",
            "2026-11-10",
            "Appeal due by Dec 10, 2026: 30 days after the decision of Nov 10, 2026",
        ),
        ("en", "2026-11", "Appeal due by ____: 30 days after the decision of Nov 2026"),
        ("en", None, "Appeal due by ____: 30 days after the decision of ____"),
        (
            "es",
            "2026-11-10",
            "Último día para apelar: 10 dic 2026; son 30 días desde la decisión (10 nov 2026)",
        ),
        ("es", None, "Último día para apelar: ____; son 30 días desde la decisión (____)"),
    ],
)
def test_the_deadline_of_the_appeal_is_counted(
    language: str, decided: str | None, says: str
) -> None:
    date = parse_date(decided) if decided else None
    lines = head(language, **LOST, decision_date=date)
    assert any(line.startswith(says) for line in lines), lines
    ten = {
        "en": "A rule of 10 days to appeal was blocked in March 2026. Ask.",
        "es": "marzo de 2026",
    }
    assert any(ten[language] in line for line in lines)


@pytest.mark.parametrize("stage", ["not_filed", "court", "for_me", None])
def test_no_deadline_without_a_decision_against_the_person(stage: str | None) -> None:
    text = " ".join(head(**AFRAID, stage=stage, decision_date=parse_date("2026-11-10")))
    assert "ppeal due" not in text
    assert "10 days" not in text


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"stage": "court"}, "My case: I have hearings; the judge has not decided"),
        ({"stage": None}, "My case: ____"),
        ({"in_proceedings": "order"}, "My case: a final order of deportation"),
    ],
)
def test_the_stage_is_on_top(answers: dict[str, Any], first: str) -> None:
    assert head(**AFRAID, **answers)[0] == first


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"next_hearing": parse_date("2026-12-15")}, "Next hearing: Dec 15, 2026"),
        ({"next_hearing": None}, "Next hearing: ____"),
    ],
)
def test_the_next_date(answers: dict[str, Any], says: str) -> None:
    assert says in head(**AFRAID, stage="court", **answers)
    order = head(**AFRAID, in_proceedings="order")
    assert not any("hearing" in line for line in order)


LONG = {"reasons_life": ["long_residence"]}


@pytest.mark.parametrize(
    ("answers", "years"),
    [
        ({"arrival": parse_date("2012-03"), **LONG}, "Years in the U.S.: 14"),
        ({"arrival": parse_date("2012"), **LONG}, "Years in the U.S.: at least 13"),
        # What could be used against the person is a line.
        ({"arrival": parse_date("2025-06"), **LONG}, "Years in the U.S.: ____"),
        (
            {"arrival": parse_date("2012-03"), **LONG, "weighs": ["returned"]},
            "Years in the U.S.: ____",
        ),
        ({}, "Years in the U.S.: ____"),
    ],
)
def test_the_years_here(answers: dict[str, Any], years: str) -> None:
    assert years in head(**AFRAID, **answers)


def test_the_family_is_one_line_without_those_whose_papers_were_not_said() -> None:
    family = [
        people.person("daughter", status="citizen", age=9, name="Ana"),
        people.person("daughter", status="citizen", age=0),
        people.person("son", status="citizen"),
        people.person("son", status="citizen", age=4),
        people.person("wife", status="unsaid", age=30, name="Eva"),
        people.person("mother", status="resident"),
    ]
    given = {**AFRAID, "people": family, "applications": ["asylum", "bond"]}
    lines = head(**given)
    (line,) = (line for line in lines if line.startswith("Family"))
    assert line == (
        "Family: Daughter (9, 0): U.S. citizen, Son × 2: U.S. citizen, and Mother: Green card"
    )
    assert "Asked the court for: Asylum, or protection from return; Bond" in lines
    spanish = " ".join(head("es", **given))
    assert "Hija (9, 0): " in spanish
    assert "Esposa" not in spanish


@pytest.mark.parametrize("language", people.LANGUAGES)
def test_what_may_make_a_citizen_is_the_first_line(language: str) -> None:
    blocks = page(maybe_citizen="yes").blocks
    assert isinstance(blocks[0], Heading)
    first = blocks[1]
    assert isinstance(first, Notice)
    assert first.strong
    words = {"en": "U.S. citizen", "es": "ciudadanía"}[language]
    assert words in say(first.sentences[0].message, language)
    assert not any(isinstance(block, Notice) for block in page(**AFRAID).blocks)


@pytest.mark.parametrize("way", ["keep", "leave", "lawyer", None])
@pytest.mark.parametrize(
    "ticked",
    [{"weighs": ["gang"]}, {"weighs": ["felony"]}, {"record": [{"record_kind": "theft"}]}],
)
def test_the_page_is_printed_whenever_something_was_ticked(
    ticked: dict[str, Any], way: str | None
) -> None:
    given: dict[str, Any] = dict(ticked)
    if way and "record" in given:
        given["record"] = [{"record_kind": "theft", "record_way": way}]
    elif way:
        (factor,) = given["weighs"]
        given[f"{factor}_way"] = way
    (part,) = (p for p in people.packet(**given).parts if p.kind is Kind.LAWYER)
    assert part.wanted
    listed = sum(isinstance(b, ListRow) for b in page(**given).blocks)
    only_left = [q for q in questions(**given) if q.startswith("I left 1 thing")]
    # Besides the one thing that a letter asks for when nothing was chosen.
    undecided = way is None and "weighs" in given  # the short way does not ask how
    named = way in ("keep", "lawyer") or undecided
    assert (listed - 1, len(only_left)) == ((1, 0) if named else (0, 1))


def test_nothing_ticked_and_nothing_to_ask_is_no_page() -> None:
    assert Kind.LAWYER not in people.packet(fear="no", stage="court").kinds


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (LOST, "What is the exact last day for my appeal?"),
        ({"stage": "for_me"}, "The judge decided for me. Can ICE appeal"),
        ({"age": 17}, "I am under 18."),
        ({"hearings_attended": "no"}, "I may have missed a hearing."),
        ({"next_hearing": parse_date("2026-10-01")}, "I may have missed a hearing."),
        (AFRAID, "I am afraid to go back"),
        ({"in_proceedings": "order"}, "I have a final order."),
    ],
)
def test_each_question_comes_from_an_answer(answers: dict[str, Any], question: str) -> None:
    calm: dict[str, Any] = {"fear": "no", "weighs": ["felony"]}
    assert any(asked.startswith(question) for asked in questions(**{**calm, **answers}))
    assert not any(asked.startswith(question) for asked in questions(**calm, age=18))


@pytest.mark.parametrize("language", people.LANGUAGES)
@pytest.mark.parametrize("stage", ["court", "against_me"])
def test_one_page_and_the_number_masked(language: str, stage: str) -> None:
    given = {**MARIA, "stage": stage, "maybe_citizen": "yes", "fear": "yes", "age": 17}
    for part in people.packet(None, language, **given).parts:
        if part.kind is Kind.LAWYER:
            pdf = people.rendered(part, language)
            assert pdf.pages == 1
            (text,) = people.pages(pdf)
            assert "012 345" not in text
            assert "••• 678" in text
