"""“In short” says the strongest facts once, in other words than the paragraphs below."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Document, Heading, Paragraph
from tests.documents import people
from tests.documents.blanks import sentences
from tests.documents.people import D, entry, person, say
from tests.documents.twenty import TWENTY

LONG = {"reasons_life": ["long_residence"]}
DUI = entry("dui", result="pleaded", date=D("2011-03"), done="yes")
CARE = {"reasons_family": ["caretaker"], "care_who": "son", "care_illness": "leukemia"}
ANGEL = person("son", status="citizen", name="Ángel", age=9)


def in_short(letter: Document) -> Paragraph | None:
    """What is under the heading, if there is one."""
    for place, block in enumerate(letter.blocks):
        if isinstance(block, Heading) and say(block.message, "en") == "In short":
            found = letter.blocks[place + 1]
            assert isinstance(found, Paragraph)
            return found
    return None


def said(language: str = "en", **answers: Any) -> str:
    found = in_short(people.letter(**answers))
    if found is None:
        return ""
    return " ".join(say(sentence.message, language) for sentence in found.sentences)


CASES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"full_name": "Iván Ruiz", "age": 34, "detained_since": D("2026-03")}, ""),
    ({**LONG, "arrival": D("2012-03")}, "I have lived here for 14 years."),
    ({**LONG, "arrival": D("2012")}, "I have lived here for more than 13 years."),
    ({**LONG, "arrival": D("2012~")}, ""),
    ({**LONG, "arrival": D("2025-10")}, ""),
    ({**LONG, "arrival": D("2012-03"), "weighs": ["returned"]}, ""),
    ({"arrival": D("2012-03")}, ""),
    ({"people": [ANGEL]}, "I have one child who is a United States citizen."),
    (
        {"people": [person("wife", status="resident"), person("mother", status="unsaid")]},
        "My wife is a lawful permanent resident.",
    ),
    (
        {**CARE, "people": [ANGEL]},
        "I have one child who is a United States citizen. "
        "I took care of my son Ángel (9), who has a serious health condition: “leukemia”.",
    ),
    (
        {**CARE, "people": [person("wife", status="citizen"), ANGEL]},
        "I have one child who is a United States citizen. "
        "I took care of my son Ángel (9), who has a serious health condition: “leukemia”. "
        "My wife is a United States citizen.",
    ),
    (
        {"people": [person("husband", status="citizen"), person("son", status="resident")]},
        "I have one child who is a lawful permanent resident. "
        "My husband is a United States citizen.",
    ),
    # With two sons nobody knows which.
    (
        {**CARE, "people": [ANGEL, person("son", status="citizen", name="Luis", age=6)]},
        "I have two children who are United States citizens. "
        "I took care of one of my sons, who has a serious health condition: “leukemia”.",
    ),
    # Nor where the papers of the other were not said.
    (
        {**CARE, "people": [ANGEL, person("son", status="unsaid", name="Luis", age=6)]},
        "I have one child who is a United States citizen. "
        "I took care of my son, who has a serious health condition: “leukemia”.",
    ),
    ({"reasons_family": ["caretaker"]}, ""),
    ({"reasons_family": ["health"]}, "I have a serious health problem."),
    (
        {"reasons_family": ["health"], "illness": "@diabetes"},
        "I have a serious health problem: diabetes.",
    ),
    (
        {"record": [{**DUI, "record_result": "convicted"}]},
        "I completed what the court ordered after my conviction in March 2011.",
    ),
    (
        {"record": [DUI]},
        "I completed what the court ordered after I pleaded guilty in March 2011.",
    ),
    ({"record": [{**DUI, "record_done": "no"}]}, ""),
    ({"record": [{**DUI, "record_way": "leave"}]}, ""),
    ({"record": [DUI, DUI]}, ""),
    ({"record": [DUI, {"record_kind": "theft", "record_way": "leave"}]}, ""),
    ({"hearings_attended": "yes"}, "I have come to every hearing."),
    ({"hearings_attended": "yes", "next_hearing": D("2026-10-01")}, ""),
    ({"hearings_attended": "first"}, ""),
    ({"stage": "for_me"}, "The judge has already decided my case in my favor."),
    (
        {"reasons_life": ["child_arrival"], "age_at_arrival": 3},
        "I grew up here.",
    ),
    ({"reasons_life": ["child_arrival"], "age_at_arrival": 19}, ""),
    (
        {
            "reasons_life": ["military"],
            "military_who": "father",
            "people": [person("father", status="citizen", name="José", age=63)],
        },
        "My father José is a United States citizen. My father José served in the U.S. military.",
    ),
    # A child of nine has not served: it is another one.
    (
        {"reasons_life": ["military"], "military_who": "son", "people": [ANGEL]},
        "I have one child who is a United States citizen. My son served in the U.S. military.",
    ),
]


@pytest.mark.parametrize(("answers", "expected"), CASES)
def test_what_it_says(answers: dict[str, Any], expected: str) -> None:
    assert said(**answers) == expected


def test_in_spanish() -> None:
    daughters = [person("daughter", status="citizen") for _ in range(2)]
    assert said("es", people=daughters, hearings_attended="yes") == (
        "Tengo dos hijas que son ciudadanas de los Estados Unidos. He ido a todas mis audiencias."
    )


@pytest.mark.parametrize("name", TWENTY)
@pytest.mark.parametrize("language", people.LANGUAGES)
def test_no_sentence_stands_twice(name: str, language: str) -> None:
    letter = people.letter(**TWENTY[name])
    found = in_short(letter)
    if found is None:
        return
    rest = {
        say(sentence.message, language)
        for block in letter.blocks
        if block is not found
        for sentence in sentences(block)
    }
    assert not rest & {say(sentence.message, language) for sentence in found.sentences}


@pytest.mark.parametrize("name", TWENTY)
def test_it_is_three_lines_at_most(name: str) -> None:
    found = in_short(people.letter(**TWENTY[name]))
    if found is not None:
        words = " ".join(say(sentence.message, "en") for sentence in found.sentences)
        assert len(words) <= 3 * 90


@pytest.mark.parametrize("name", TWENTY)
def test_its_questions_are_told_of_below(name: str) -> None:
    """Each fact comes from a question, and stays away where that is not answered."""
    found = in_short(people.letter(**TWENTY[name]))
    if found is not None:
        assert all(sentence.origin in TWENTY[name] for sentence in found.sentences)
