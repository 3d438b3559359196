"""What a fifth reading of generated people found.

Each kind has its row in docs/decisions/0016-read-from-outside.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import ExhibitTable, Kind
from tests.documents import people
from tests.documents.people import D, person, say
from tests.documents.reading import paper, sentences, summary, text
from tests.documents.test_read_rare import exhibits

ILL: dict[str, Any] = {
    "reasons_family": ["caretaker"],
    "care_illness": "@kidney",
    "care_clinic": "Hillcrest",
    "care_next": D("2026-12-10"),
}
CITIZEN: dict[str, Any] = {"maybe_citizen": "yes"}
ORDER: dict[str, Any] = {"in_proceedings": "order"}


def whole(**answers: Any) -> str:
    """The letter with its headings and own words' labels."""
    return "\n".join(say(m, "en") for m in people.every_message(people.letter(**answers)))


# Safety: where ICE could wait, and for whom.


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ([person("mother", status="citizen", cared_for="yes")], True),
        ([person("mother", status="unsaid", cared_for="yes")], False),
        ([person("mother", cared_for="yes")], False),
        ([person("mother", status="unsaid")], False),
        ([], False),
    ],
)
def test_where_and_when_the_ill_person_is_treated(cards: list[Any], said: bool) -> None:
    told = {**ILL, "people": cards}
    if not any("person_cared_for" in card for card in cards):
        told["care_who"] = "mother"
    letter = text(**told)
    assert "My mother has a serious health condition" in letter
    assert ("The treatment is at Hillcrest." in letter) == said
    assert ("The next treatment is on December 10, 2026." in letter) == said
    # Without a card the advice beside the paper says what to cover.
    medical = {"Medical records of my mother", "Letter from a doctor about the health of my mother"}
    assert medical.issubset(exhibits(**told)) == (said or not cards)


def test_the_writers_own_records_are_no_relatives() -> None:
    unsaid = [person("mother", status="unsaid", cared_for="yes")]
    told = {**ILL, "reasons_family": ["caretaker", "health"], "people": unsaid}
    assert {"My medical records", "Letter from a doctor about my health"} <= set(exhibits(**told))
    request = paper(Kind.RECORDS_REQUEST, papers={"medical_records": "ask"}, **told)
    assert "somebody else" not in request and "mother" not in request


# Citizenship: no evidence against it.


def test_who_may_be_a_citizen_names_no_permit_of_a_foreigner() -> None:
    told: dict[str, Any] = {
        "applications": ["asylum", "adjustment"],
        "applications_said": "yes",
        "held": ["tps", "daca", "petition"],
        "stage": "court",
    }
    permits = ("asylum", "green card", "Temporary Protected Status", "DACA", "I-130", "receipt")
    assert all(word in text(**told) for word in permits[:5])
    assert not [word for word in permits if word in text(**told, **CITIZEN)]
    assert "Receipts of what I filed" in exhibits(**told)
    assert "Receipts of what I filed" not in exhibits(**told, **CITIZEN)


@pytest.mark.parametrize(
    ("asked", "subject", "subject_of_citizen"),
    [
        (
            ["supervision"],
            "Request for release under supervision",
            "Request for release and for prosecutorial discretion",
        ),
        (
            ["supervision", "not_now"],
            "Request not to deport me now, and for release under supervision",
            "Request not to deport me now, and for release",
        ),
    ],
)
def test_who_may_be_a_citizen_asks_for_no_supervision(
    asked: list[str], subject: str, subject_of_citizen: str
) -> None:
    told = {**ORDER, "requests": asked}
    assert subject in sentences(**told)
    assert "under an order of supervision" in text(**told)
    said = sentences(**told, **CITIZEN)
    assert subject_of_citizen in said and "supervision" not in "\n".join(said)
    wish = "to release me while ICE looks into whether I am a United States citizen"
    assert wish in "\n".join(said)


# True, and owned.


def test_words_that_follow_no_sentence_say_what_they_are_about() -> None:
    told: dict[str, Any] = {
        "weighs": ["gang", "false_claim"],
        "gang_way": "keep",
        "false_claim_way": "keep",
        "false_claim_words": "I have three children.",
        "lawyer_helped": "yes",
        "best_language": "@english",
    }
    label, words = sentences(**told)[sentences(**told).index("I have three children.") - 1 :][:2]
    assert (label, words) == ("About citizenship, in my words:", "I have three children.")
    spanish = whole(**told | {"best_language": "@spanish"})
    assert "About citizenship, in my words" in spanish


@pytest.mark.parametrize("crime", ["felony", "repeat"])
def test_a_record_is_announced_only_with_a_crime_that_is_named(crime: str) -> None:
    told: dict[str, Any] = {
        "weighs": [crime],
        f"{crime}_way": "keep",
        f"{crime}_words": "I work.",
        "best_language": "@english",
    }
    of_crime = ("Disposition of the criminal court", "Evidence of rehabilitation")
    assert "My record" not in whole(**told) and "I work." not in sentences(**told)
    assert not set(of_crime) & set(exhibits(**told))
    entry = {"record_kind": "drugs", "record_way": "keep", "record_result": "convicted"}
    named = {**told, "record": [entry]}
    assert "My record" in whole(**named) and "I work." in sentences(**named)
    assert set(of_crime) <= set(exhibits(**named))


@pytest.mark.parametrize(
    ("decided", "open_case"),
    [("2025", False), ("2026-09", False), ("2026-10", True), ("2025~", True), ("2024~", False)],
)
def test_a_date_known_in_part_ends_the_time_to_appeal(decided: str, open_case: bool) -> None:
    said = sentences(stage="against_me", decision_date=D(decided))
    assert any(s.startswith("I am in removal proceedings") for s in said) == open_case
    page = paper(Kind.LAWYER, stage="against_me", decision_date=D(decided))
    assert ("What is the exact last day for my appeal?" in page) == open_case


@pytest.mark.parametrize(("age", "said"), [(18, False), (20, False), (21, True)])
def test_nobody_grew_up_here_in_three_years(age: int, said: bool) -> None:
    came: dict[str, Any] = {"age_at_arrival": 15, "maybe_citizen": "no"}
    life = text(reasons_life=["child_arrival"], age=age, **came)
    assert ("I grew up here." in life) == said


# One paper says what the other does.


def test_the_persons_own_pages_ask_for_what_the_letter_asks_for() -> None:
    told: dict[str, Any] = {**ORDER, "requests": ["supervision", "not_now"]}
    for pages in (summary(**told), paper(Kind.LAWYER, **told).splitlines()):
        assert "To let me out, under supervision" in pages
    for pages in (summary(**told, **CITIZEN), paper(Kind.LAWYER, **told, **CITIZEN).splitlines()):
        assert "To let me out for now" in pages
        assert not [line for line in pages if "supervision" in line]


def test_the_summary_of_who_may_be_a_citizen_neither_says_that_they_came_nor_send_it() -> None:
    life: dict[str, Any] = {"reasons_life": ["child_arrival"], "summary_show": "show"}
    send, lawyer = "4. Send it to ICE.", "4. Show it to a lawyer first."
    plain, citizen = ("\n".join(summary(**life, maybe_citizen=answer)) for answer in ("no", "yes"))
    assert "I came as a child" in plain and send in plain and lawyer not in plain
    assert "I grew up here" in citizen and lawyer in citizen
    assert "I came" not in citizen and send not in citizen


def test_with_a_final_order_there_is_no_case_to_reopen() -> None:
    assert any("reopen" in line for line in summary())
    assert not any("reopen" in line for line in summary(**ORDER))
    assert any(line.startswith("It is temporary. It does not give") for line in summary(**ORDER))


def test_words_that_are_no_record_do_not_announce_one() -> None:
    told: dict[str, Any] = {
        "weighs": ["false_claim"],
        "false_claim_way": "keep",
        "false_claim_words": "I was told so.",
        "lawyer_helped": "yes",
        "best_language": "@english",
    }
    headings = people.headings(people.letter(**told))
    assert "My record" not in headings and "What else ICE should know" in headings
    assert "I was told so." in sentences(**told)


def test_letters_of_a_school_are_only_about_children_who_are_named() -> None:
    daughters = [person("daughter", status="citizen", age=age) for age in (12, 9)]
    told = {"people": [*daughters, person("son", status="unsaid", age=16)]}
    letter = people.letter(**people.with_papers({**told, "hardship": ["children"]}))
    (table,) = [block for block in letter.blocks if isinstance(block, ExhibitTable)]
    rows = [say(row.description.message, "es") for row in table.rows]
    assert "Cartas de la escuela y del médico de mis hijas" in rows
