"""What an attorney found who read the letters of a hundred generated people.

Each kind has its row in docs/decisions/0016-read-from-outside.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import ExhibitTable, Kind
from pdkiosk.interview.flow import papers
from tests.documents import people
from tests.documents.people import D, person, say
from tests.documents.reading import paper, sentences, summary, text

ORDER: dict[str, Any] = {"in_proceedings": "order", "order_by": "judge"}
WON: dict[str, Any] = {"stage": "for_me"}
ASKED: dict[str, Any] = {"applications": ["asylum"], "applications_said": "yes"}
RECEIPTS = "Receipts of what I filed"


def exhibits(**answers: Any) -> list[str]:
    letter = people.letter(**people.with_papers(answers))
    tables = [block for block in letter.blocks if isinstance(block, ExhibitTable)]
    return [say(row.description.message, "en") for table in tables for row in table.rows]


def steps(**answers: Any) -> list[str]:
    return [step.id for step in people.interview(**answers).course().steps]


# A paper that proves nothing in the letter.


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"stage": "court"}, True),
        ({}, True),
        (WON, False),
        ({"stage": "against_me"}, False),
        ({"stage": "against_me", "appealed": "yes"}, False),
        ({"stage": "not_filed"}, False),
        (ORDER, False),
    ],
)
def test_receipts_are_listed_where_the_letter_tells_of_the_applications(
    told: dict[str, Any], asked: bool
) -> None:
    given = {**told, **ASKED}
    assert ("applications_said" in steps(**given)) == asked
    assert ("I have asked the immigration court for asylum" in text(**given)) == asked
    assert (RECEIPTS in exhibits(**given)) == asked


@pytest.mark.parametrize(
    ("held", "listed"),
    [(["green_card"], False), (["green_card", "petition"], True), (["tps"], True)],
)
def test_a_green_card_is_nothing_that_was_filed(held: list[str], listed: bool) -> None:
    assert (RECEIPTS in exhibits(stage="court", held=held)) == listed


def test_who_may_be_a_citizen_is_asked_for_no_receipts() -> None:
    maybe: dict[str, Any] = {
        "held": ["daca"], "age_at_arrival": 3, "reasons_life": ["child_arrival"],
    }  # fmt: skip
    for answer, asked in (("yes", False), ("no", True)):
        situation = people.interview(**maybe, maybe_citizen=answer).situation()
        offered = [each.id for each in papers(people.guide(), situation)]
        assert ("receipts" in offered) == asked


# A strong case of somebody who has no case.


@pytest.mark.parametrize(
    ("told", "asked"),
    [({"stage": "court"}, True), ({"stage": "against_me", "appealed": "yes"}, True), ({}, True),
     (WON, False), (ORDER, False)],
)  # fmt: skip
def test_a_case_is_strong_only_while_there_is_one(told: dict[str, Any], asked: bool) -> None:
    strong = {**told, "strong_case": "yes", "best_language": "@english"}
    assert ("strong" in steps(**told)) == asked
    warning = "If your case in court is strong, it may be better not to send this. Ask a lawyer."
    assert (warning in summary(**strong)) == asked
    find_out = "If my case in court is strong: ask a lawyer or a free legal group"
    assert (find_out in summary(**told)) == asked
    question = "My case may be strong."
    assert (question in paper(Kind.LAWYER, **strong, fear="yes")) == asked


# A day that has passed.


@pytest.mark.parametrize(
    ("day", "due"),
    [("2026-11-23", ""), ("2026-10", ""), ("2026-11-24", "on November 24, 2026"),
     ("2026-11", "in November 2026")],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["pregnant", "both"])
def test_no_baby_is_due_on_a_day_that_has_passed(day: str, due: str, kind: str) -> None:
    said = sentences(reasons_family=["pregnant"], pregnant_or_nursing=kind, due_date=D(day))
    assert "I am pregnant." in said
    expected = [f"The baby is due {due}."] if due else []
    assert [each for each in said if "due" in each] == expected


# A victim of violence at home.


def test_a_lawyer_is_asked_about_vawa_by_a_victim_of_violence_at_home() -> None:
    victim: dict[str, Any] = {"reasons_family": ["victim"]}
    home, crime = "VAWA", "I was the victim of a crime. Is there a visa for me?"
    for kinds, asked in ((["domestic", "other"], True), (["trafficking"], False), (None, False)):
        page = paper(Kind.LAWYER, **victim, victim_kinds=kinds)
        assert (home in page) == asked
        assert (crime in page) != asked
    assert home not in paper(Kind.LAWYER, fear="yes", people=[person("husband")])
