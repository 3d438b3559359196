"""Facts are attributed to the right relatives, with one or several of a relation."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Document, Kind, Paragraph
from pdkiosk.guide.model import Cards
from tests.documents import people
from tests.documents.people import person, say

SONS = [
    person("son", status="citizen", name=name, age=age)
    for name, age in (("Luis", 14), ("Ángel", 9), ("Noé", 4))
]


def cared_for(which: int, family: list[dict[str, Any]] = SONS) -> list[dict[str, Any]]:
    """The same people; one of them is the ill person whom the writer cares for."""
    return [
        {**card, "person_cared_for": "yes" if place == which else "no"}
        for place, card in enumerate(family)
    ]


def text(document: Document, language: str = "en") -> str:
    return " ".join(say(message, language) for message in people.every_message(document))


def part(document: Document, heading: str) -> str:
    blocks = (b for b in people.part(document, heading) if isinstance(b, Paragraph))
    return " ".join(say(s.message, "en") for block in blocks for s in block.sentences)


CARE: dict[str, Any] = {
    "reasons_family": ["caretaker"],
    "care_illness": "@cancer",
    "hardship": ["care"],
}


@pytest.mark.parametrize("language", people.LANGUAGES)
@pytest.mark.parametrize("which", range(3))
def test_which_of_three_sons_is_ill_is_said_by_name(which: int, language: str) -> None:
    said = text(people.letter(**CARE, people=cared_for(which)), language)
    for place, name in enumerate(("Luis", "Ángel", "Noé")):
        mine = {"en": f"my son {name}", "es": f"mi hijo {name}"}[language]
        told = said.lower().count(mine.lower())
        assert (told >= 3) == (place == which), mine
    assert "____" not in part(people.letter(**CARE, people=cared_for(which)), "Health")


def test_nobody_is_asked_again_who_it_is() -> None:
    def asked(family: list[dict[str, Any]]) -> bool:
        steps = people.interview(**CARE, people=family).course().steps
        return any(question.id == "care_who" for step in steps for question in step.questions)

    cards = people.questions()["people"]
    assert isinstance(cards, Cards)
    assert asked(SONS)
    assert not asked(cared_for(1))
    # Of two the letter tells of one: which, is asked.
    assert asked([*cared_for(1), *cared_for(0)])
    assert not any(
        q.id == "person_cared_for"
        for q in people.interview(people=SONS).card_fields(cards, SONS[0])
    )


def test_somebody_else_is_told_as_the_question_says() -> None:
    said = text(people.letter(**CARE, care_who="mother", people=SONS))
    assert "the main caretaker of my mother" in said
    assert "my son" not in part(people.letter(**CARE, care_who="mother", people=SONS), "Health")


def test_an_ill_person_whose_papers_were_not_said_has_no_name() -> None:
    hidden = [person("sister", name="Zyxwv", status="unsaid")]
    said = text(people.letter(**CARE, people=cared_for(0, hidden)))
    assert "the main caretaker of my sister" in said
    assert "Zyxwv" not in said


def test_the_form_for_the_records_names_who_is_ill() -> None:
    packet = people.packet(**CARE, people=cared_for(1), papers={"medical_records": "ask"})
    said = text(packet.document(Kind.RECORDS_REQUEST))
    assert "Ángel" in said and "Luis" not in said and "Noé" not in said


def kin(relation: str, *names: str, status: str = "citizen") -> list[dict[str, Any]]:
    return [person(relation, status=status, name=name) for name in names]


@pytest.mark.parametrize(
    ("family", "english", "spanish"),
    [
        (
            kin("sister", "Ana", "Eva", "Luz"),
            "My sisters Ana, Eva, and Luz are United States citizens.",
            "Mis hermanas Ana, Eva y Luz son ciudadanas de los Estados Unidos.",
        ),
        (
            kin("brother", "Luis", "Iván", status="resident"),
            "My brothers Luis and Iván are lawful permanent residents.",
            "Mis hermanos Luis e Iván son residentes legales permanentes.",
        ),
        (
            kin("grandmother", "", "", ""),
            "My three grandmothers are United States citizens.",
            "Mis tres abuelas son ciudadanas de los Estados Unidos.",
        ),
        (
            kin("son", "Luis", "Juan", "Noé"),
            "My children Luis, Juan, and Noé are United States citizens.",
            "Mis hijos Luis, Juan y Noé son ciudadanos de los Estados Unidos.",
        ),
    ],
)
def test_three_or_more_of_one_kind_are_one_sentence(
    family: list[dict[str, Any]], english: str, spanish: str
) -> None:
    document = people.letter(people=family)
    assert english in text(document)
    assert spanish in text(document, "es")


def test_several_of_one_kind_are_one_thing_of_a_list() -> None:
    family = [
        *({**card, "person_lived": "yes"} for card in kin("sister", "Ana", "Eva")),
        person("mother", status="citizen", name="Rosa", lived="yes", depends="yes"),
    ]
    said = text(people.letter(people=family))
    assert "I lived with my mother Rosa and my sisters Ana and Eva." in said


@pytest.mark.parametrize(("age", "who"), [(16, "My son"), (17, "My son Luis")])
def test_who_served_is_named_who_is_old_enough_for_it(age: int, who: str) -> None:
    document = people.letter(
        reasons_life=["military"],
        military_who="son",
        people=[person("son", status="citizen", name="Luis", age=age)],
    )
    assert f"{who} served in the U.S. military" in text(document)
