"""The papers of a person fit the stage of the case and agree with each other.

What three readers found: docs/decisions/0016-read-from-outside.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Kind
from tests.documents.people import D
from tests.documents.reading import paper, sentences, summary, text

ORDER: dict[str, Any] = {"in_proceedings": "order"}


@pytest.mark.parametrize(
    ("case", "offered"),
    [
        ({"stage": "court"}, True),
        ({"stage": "against_me", "appealed": "yes"}, True),
        ({"stage": "against_me", "appealed": "no"}, False),
        ({"stage": "against_me"}, False),
    ],
)
def test_nothing_is_closed_that_is_before_nobody(case: dict[str, Any], offered: bool) -> None:
    letter = text(**case, requests=["release", "close", "dismiss"], dismiss_sure="yes")
    assert ("to close my case for now" in letter) == offered
    assert ("to agree to dismiss my case" in letter) == offered


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        ({"stage": "court"}, "to let me out of detention."),
        ({"stage": "for_me"}, "to let me out of detention."),
        ({"stage": "court", "requests": ["close"]}, "to use its discretion in my case."),
        (ORDER, "not to deport me now, and to let me out of detention."),
        ({**ORDER, "requests": ["not_now"]}, "not to deport me now."),
    ],
)
def test_who_is_asked_for_a_letter_reads_what_ice_was_asked(
    case: dict[str, Any], asked: str
) -> None:
    page = paper(Kind.SUPPORT_REQUEST, **case, papers={"support_letters": "ask"})
    assert f"I am asking ICE {asked}" in page and "or not to deport" not in page


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"stage": "court"}, True),
        ({}, True),
        ({"stage": "not_filed"}, False),
        ({"stage": "for_me"}, False),
        ({"stage": "against_me"}, False),
        ({"stage": "against_me", "appealed": "yes"}, False),
    ],
)
def test_no_line_waits_for_a_hearing_that_nobody_expects(
    case: dict[str, Any], expected: bool
) -> None:
    papers = {"support_letters": "ask"}
    assert ("Next hearing: ____" in sentences(**case)) == expected
    page = paper(Kind.GATHERING, **case, papers=papers)
    assert ("before your next hearing" in page) == expected
    assert ("Next hearing:" in paper(Kind.LAWYER, **case, fear="yes")) == expected
    passed = {**case, "next_hearing": D("2026-10-02")}
    assert ("Next hearing: ____" in sentences(**passed)) == expected
    assert "2026" not in paper(Kind.GATHERING, **passed, papers=papers)
    coming = {**case, "next_hearing": D("2027-01-12")}
    assert "Next hearing: January 12, 2027" in sentences(**coming)


def test_who_won_answers_no_charges_and_has_what_does_not_end() -> None:
    charges, temporary = "it does not answer the allegations", "It is temporary."
    won, open_ = {"stage": "for_me"}, {"stage": "court"}
    assert charges in text(**open_) and charges not in text(**won)
    assert temporary in " ".join(summary(**open_)) and temporary not in " ".join(summary(**won))


@pytest.mark.parametrize("dated", [{}, {"order_date": D("2019-03")}])
def test_the_hearing_of_an_order_follows_the_order(dated: dict[str, Any]) -> None:
    told = {**ORDER, **dated, "order_hearing": "no", "order_notice": "no", "has_lawyer": "no"}
    said = sentences(**told, detained_since=D("2020-01"))
    start = said.index("I have a final order of removal.")
    missed = "I was not at the hearing where it was ordered: the notice of it never reached me."
    expected = ["I have a final order of removal.", missed, "I do not have a lawyer."]
    if dated:
        expected.insert(1, "The order was made in March 2019.")
    expected.append("I have been in immigration custody since January 2020.")
    assert said[start : start + len(expected)] == expected


# The other papers name what the letter tells.


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"pregnant_or_nursing": "nursing"}, "I am nursing"),
        ({"medical_whose": "mine"}, "Blindness"),
    ],
)
def test_the_summary_has_no_reason_on_which_the_letter_is_silent(
    told: dict[str, Any], words: str
) -> None:
    ticked: dict[str, Any] = {
        "reasons_family": ["health", "caretaker", "pregnant"],
        "medical": ["blind"],
        "care_who": "mother",
        "summary_show": "show",
    }
    assert words not in " ".join(summary(**ticked))
    assert words in " ".join(summary(**ticked, **told))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"taxes": "no"}, ["I have worked here."]),
        ({}, ["I have worked here."]),
        ({"taxes": "yes"}, ["I have filed tax returns."]),
        ({"taxes": "no", "work_since": D("2015")}, ["I have worked here since 2015."]),
    ],
)
def test_work_that_was_ticked_is_told(told: dict[str, Any], said: list[str]) -> None:
    letter = sentences(reasons_life=["work"], **told)
    assert [s for s in letter if "work" in s or "tax" in s] == said
