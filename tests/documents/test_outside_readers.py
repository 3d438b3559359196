"""Regressions found in the letters by outside readers: docs/decisions/0016-read-from-outside.md."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Heading, Kind, OwnWords, Paragraph
from tests.documents import people
from tests.documents.people import D, entry, person, say

REFUSAL = "I do not ask for, and I do not agree to, dismissal"


def sentences(**answers: Any) -> list[str]:
    return [say(s.message, "en") for s in people.every_sentence(people.letter(**answers))]


def text(**answers: Any) -> str:
    return " ".join(sentences(**answers))


def test_who_has_a_green_card_asks_for_no_parole_and_does_not_refuse_the_end_of_the_case() -> None:
    plain, resident = text(), text(held=["green_card"])
    assert "on parole" in plain and REFUSAL in plain
    assert "parole" not in resident and REFUSAL not in resident
    assert "on bond or on my own recognizance" in resident
    assert "any other favorable decision" not in resident


def test_that_somebody_has_a_green_card_is_read_first() -> None:
    letter = people.letter(
        held=["green_card"], reasons_life=["long_residence"], arrival=D("1990-01")
    )
    blocks = list(letter.blocks)
    (place,) = (
        n for n, b in enumerate(blocks)
        if isinstance(b, Heading) and say(b.message, "en") == "In short"
    )  # fmt: skip
    short = blocks[place + 1]
    assert isinstance(short, Paragraph)
    first = say(short.sentences[0].message, "en")
    assert first == "I am a lawful permanent resident of the United States."


def test_no_crime_is_told_of_who_has_a_green_card() -> None:
    told = {"record": [entry("dui", result="convicted")], "rehabilitation": ["classes"]}
    assert "convicted" in text(**told)
    with_card = text(**told, held=["green_card"])
    assert "convicted" not in with_card and "classes" not in with_card


@pytest.mark.parametrize("factor", ["felony", "repeat"])
def test_nor_in_their_own_words(factor: str) -> None:
    told: dict[str, Any] = {"weighs": [factor], f"{factor}_way": "keep"}
    told |= {f"{factor}_words": "Zyxwv", "record": [entry("dui", result="convicted")]}
    without, with_card = people.letter(**told), people.letter(**told, held=["green_card"])
    assert f"{factor}_words" in [b.origin for b in without.blocks if isinstance(b, OwnWords)]
    assert not [b for b in with_card.blocks if isinstance(b, OwnWords)]


def test_nor_an_earlier_order_of_who_has_a_green_card() -> None:
    told = {"weighs": ["prior_order"], "prior_order_way": "keep"}
    order = "There was an order of deportation against me before this case."
    assert order in sentences(**told)
    assert order not in sentences(**told, held=["green_card"])


def test_who_may_be_a_citizen_says_nothing_of_coming_here() -> None:
    life: dict[str, Any] = {
        "reasons_life": ["long_residence", "child_arrival"],
        "age": 30,
        "age_at_arrival": 4,
        "arrival": D("2000-08"),
    }
    said = text(**life, maybe_citizen="no")
    assert "since August 2000" in said and "4 years old" in said
    hidden = text(**life, maybe_citizen="yes")
    assert "2000" not in hidden and "4 years old" not in hidden and "parole" not in hidden
    assert "I ask ICE to look now into whether I am a United States citizen." in hidden


@pytest.mark.parametrize("relation", ["mother", "father", "grandmother", "grandfather"])
@pytest.mark.parametrize("skipped", [{}, {"maybe_citizen": None}], ids=["skipped", "unknown"])
def test_a_citizen_in_the_line_counts_also_where_the_question_was_skipped(
    relation: str, skipped: dict[str, Any]
) -> None:
    life: dict[str, Any] = {
        "reasons_life": ["long_residence", "child_arrival"],
        "reasons_family": ["citizen_family"],
        "age": 30,
        "age_at_arrival": 4,
        "arrival": D("2000-08"),
        "people": [{"relation": relation, "person_status": "citizen"}],
    }
    letter = text(**life, **skipped)
    assert "2000" not in letter and "4 years old" not in letter and "parole" not in letter
    assert "Nothing in this letter admits that I am not one." in letter
    assert Kind.LAWYER in people.packet(**life, **skipped).kinds
    said_no = text(**life, maybe_citizen="no")
    assert "since August 2000" in said_no and "admits" not in said_no


@pytest.mark.parametrize("ticked", ["prior_order", "returned"])
def test_after_an_earlier_deportation_no_advice_opens_the_door_to_dismissal(ticked: str) -> None:
    asked = {"requests": ["release", "dismiss"], "dismiss_sure": "yes"}
    assert "to agree to dismiss my case" in text(**asked)
    closed = text(**asked, weighs=[ticked])
    assert "to agree to dismiss my case" not in closed and REFUSAL in closed


def test_of_several_convictions_none_is_called_the_only_one() -> None:
    told: dict[str, Any] = {
        "record": [entry("dui", result="convicted", date=D("2015-03"), done="yes")],
        "rehabilitation": ["no_more", "work"],
    }
    one = text(**told)
    assert "I have had no other conviction since March 2015." in one
    assert "after my conviction in March 2015" in one
    dropped = entry("theft", result="dismissed", date=D("2019-05"))
    both = text(**told | {"record": [*told["record"], dropped]})
    assert "I have had no other conviction since March 2015." in both
    several = text(**told, weighs=["repeat"], repeat_way="keep")
    assert "no other conviction" not in several
    assert "after my conviction in March 2015" not in several


def test_treatment_is_told_once_and_not_for_what() -> None:
    said = text(
        record=[entry("dui", result="convicted")], rehabilitation=["treatment", "treatment_drugs"]
    )
    assert said.count("been in a treatment program") == 1
    assert "alcohol" not in said and "drug" not in said


@pytest.mark.parametrize(("age", "said"), [(16, True), (34, False), (71, True)])
def test_an_age_is_a_reason_of_children_and_of_older_people(age: int, said: bool) -> None:
    told = sentences(age=age, reasons_family=["age_reason"])
    assert (f"I am {age} years old." in told) == said


def test_a_paper_that_is_to_follow_is_not_cited() -> None:
    family: dict[str, Any] = {"people": [person("son", status="citizen", name="Luis")]}
    letter = people.letter(**family, papers={"birth_certificates": "ask"})
    assert not [s for s in people.every_sentence(letter) if s.exhibits]
    letter = people.letter(**family, papers={"birth_certificates": "have"})
    assert [s.exhibits for s in people.every_sentence(letter) if s.exhibits] == [("A",)]


@pytest.mark.parametrize(("order", "said"), [({}, True), ({"in_proceedings": "order"}, False)])
def test_the_letter_is_no_answer_to_the_charges(order: dict[str, Any], said: bool) -> None:
    assert ("it does not answer the allegations or charges" in text(**order)) == said
