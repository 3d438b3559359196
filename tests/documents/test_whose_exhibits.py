"""The list of exhibits says whose each paper is, and reveals nothing the letter leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.exhibits import cited_once
from pdkiosk.documents.model import ExhibitTable, Kind, Sentence
from pdkiosk.language.message import Message
from tests.documents import people
from tests.documents.people import person, say
from tests.documents.test_read_aloud import lawyer_page


def exhibits(**answers: Any) -> list[str]:
    (table,) = (b for b in people.letter(**answers).blocks if isinstance(b, ExhibitTable))
    return [say(row.description.message, "en") for row in table.rows]


@pytest.mark.parametrize(
    ("answers", "records", "doctor"),
    [
        (
            {"reasons_family": ["health"]},
            "My medical records",
            "Letter from a doctor about my health",
        ),
        (
            {"reasons_family": ["pregnant"], "pregnant_or_nursing": "pregnant"},
            "My medical records",
            "Letter from a doctor about my health",
        ),
        (
            {"reasons_family": ["caretaker"], "care_who": "mother"},
            "Medical records of my mother",
            "Letter from a doctor about the health of my mother",
        ),
        (
            {
                "reasons_family": ["caretaker"],
                "people": [
                    {
                        **person("son", status="citizen", name="Ángel", age=9),
                        "person_cared_for": "yes",
                    }
                ],
            },
            "Medical records of my son Ángel",
            "Letter from a doctor about the health of my son Ángel",
        ),
        # Nobody said whose they are.
        ({"reasons_family": ["caretaker"]}, "Medical records", "Letter from a doctor"),
        (
            {"reasons_family": ["caretaker", "health"], "care_who": "mother"},
            "Medical records",
            "Letter from a doctor",
        ),
    ],
)
def test_records_say_whose_they_are(answers: dict[str, Any], records: str, doctor: str) -> None:
    papers = {"medical_records": "have", "doctor_letter": "ask"}
    assert exhibits(**answers, papers=papers) == [records, doctor]
    covers = people.packet(**answers, papers=papers).document(Kind.COVERS)
    assert records in [say(message, "en") for message in people.every_message(covers)]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("self", "Record of my military service"),
        ("father", "Record of the military service of my father José"),
    ],
)
def test_papers_of_a_service_say_whose_it_is(who: str, said: str) -> None:
    family = [person("father", status="citizen", name="José", age=63)]
    answers = {"reasons_life": ["military"], "military_who": who, "people": family}
    assert exhibits(**answers, papers={"military_papers": "have"}) == [said]


@pytest.mark.parametrize(
    ("residents", "said"),
    [
        (["Marie"], "Copy of the permanent resident card of my sister Marie"),
        (["Marie", "Rose"], "Copy of a relative’s permanent resident card"),
    ],
)
def test_a_card_says_whose_it_is_where_one_relative_has_one(
    residents: list[str], said: str
) -> None:
    family = [person("sister", status="resident", name=name) for name in residents]
    family.append(person("mother", status="citizen", name="Rosa"))
    assert exhibits(people=family, papers={"family_status": "have"}) == [said]


def test_a_police_report_is_of_the_crime_against_the_writer() -> None:
    answers = {"reasons_family": ["victim"], "papers": {"police_report": "have"}}
    assert exhibits(**answers) == ["Papers of the police and the court about the crime against me"]


@pytest.mark.parametrize("factor", ["felony", "repeat"])
def test_papers_of_a_record_come_only_with_something_on_it(factor: str) -> None:
    told: dict[str, Any] = {"weighs": [factor], f"{factor}_way": "keep"}
    told |= {"papers": {"rehabilitation": "have", "court_paper": "have", "support_letters": "have"}}
    assert exhibits(**told) == ["Letters of support from family, employer, friends and community"]
    words = {f"{factor}_words": "I work.", "record": [people.entry("drugs", result="convicted")]}
    assert len(exhibits(**told, **words)) == 3
    kept = "I kept this in my letter. Is it safe?"
    silent = lawyer_page(**told)
    assert kept not in silent and "I left this out of my letter." in silent
    assert kept in lawyer_page(**told, **words)


def test_neighboring_sentences_name_an_exhibit_once_each_after_the_last_of_them() -> None:
    proofs = (("A", "B", "C"), ("A", "B"), ("B",), ("A",))
    said = cited_once([Sentence(Message("x"), exhibits=letters) for letters in proofs])
    assert [sentence.exhibits for sentence in said] == [("C",), ("A",), ("B",), ("A",)]
