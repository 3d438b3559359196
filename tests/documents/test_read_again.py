"""Regressions found by three readers in the papers of randomly generated people.

An immigration attorney, an officer with two minutes, and a bilingual legal-aid writer; each kind
has its row in docs/decisions/0016-read-from-outside.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Heading, Kind, Paragraph, WriteIn
from pdkiosk.guide.model import said as said_of
from tests.documents import people
from tests.documents.people import D, entry, person, say
from tests.documents.reading import paper, sentences, summary, text


def short(**answers: Any) -> list[str]:
    blocks = list(people.letter(**answers).blocks)
    titles = [say(b.message, "en") if isinstance(b, Heading) else "" for b in blocks]
    paragraph = blocks[titles.index("In short") + 1]
    assert isinstance(paragraph, Paragraph)
    return [say(s.message, "en") for s in paragraph.sentences]


# What could get somebody deported, or is not true.


@pytest.mark.parametrize(
    ("level", "said"), [("felony", False), ("misdemeanor", True), (None, True)]
)
@pytest.mark.parametrize("way", ["keep", "leave"])
def test_no_felony_is_denied_that_the_court_paper_names(
    level: str | None, said: bool, way: str
) -> None:
    driving = {**entry("driving", result="pleaded", level=level), "record_way": way}
    letter = text(record=[driving], reasons_life=["no_danger"])
    # Of what is left out of the letter nobody asks for the level.
    assert ("none for a felony" in letter) == (said or way == "leave")


@pytest.mark.parametrize(
    ("home", "asked"),
    [
        ({}, True),
        ({"sponsor_status": "citizen"}, True),
        ({"sponsor_status": "unsaid"}, False),
        ({"people": [person("mother", status="unsaid")]}, False),
        ({"people": [person("mother", status="resident")]}, True),
    ],
)
def test_ice_is_not_led_to_somebody_who_may_have_no_papers(
    home: dict[str, Any], asked: bool
) -> None:
    given = {"sponsor": "@mother", "sponsor_city": "Tucson, Arizona", "sponsor_brings": "yes"}
    given |= home
    letter = people.letter(**people.with_papers(given))
    lines = [say(b.label, "en") for b in letter.blocks if isinstance(b, WriteIn)]
    assert ("Who I would live with (name, address, telephone):" in lines) == asked
    said = " ".join(say(m, "en") for m in people.every_message(letter))
    assert "I can live with my mother in Tucson, Arizona" in said
    assert ("We have agreed to go to court and to ICE together." in said) == asked
    exhibits = " ".join(say(s.message, "en") for s in people.every_sentence(letter))
    assert ("the person I would live with" in exhibits) == asked


@pytest.mark.parametrize("wishes", [["another_country"], ["another_country", "no_appeal"]])
def test_where_to_deport_is_asked_of_the_officers_too(wishes: list[str]) -> None:
    won: dict[str, Any] = {"stage": "for_me", "requests": wishes}
    assert "To the attorney and the officer who decide in my case:" in sentences(**won)
    envelope = paper(Kind.ENVELOPE, **won)
    assert "Enforcement and Removal Operations" in envelope
    assert "Send one signed letter to each of the two offices" in envelope
    alone = {**won, "requests": ["no_appeal"]}
    assert "To the ICE attorney in my case:" in sentences(**alone)


@pytest.mark.parametrize(("age", "child"), [(15, True), (18, False), (21, False)])
@pytest.mark.parametrize("arrival", [{}, {"arrival": D("2010-03")}])
@pytest.mark.parametrize("long", [[], ["long_residence"]])
def test_nobody_came_as_a_child_who_was_of_age(
    age: int, child: bool, arrival: dict[str, Any], long: list[str]
) -> None:
    life = {"reasons_life": ["child_arrival", *long], "age_at_arrival": age, "age": 40, **arrival}
    letter = text(**life, maybe_citizen="no")
    assert (f"I was {age} years old" in letter) == child
    assert ("I grew up" in letter) == child
    assert ("I came as a child" in " ".join(summary(**life, summary_show="show"))) == child


def test_the_summary_says_not_to_send_what_the_screen_says_not_to_send() -> None:
    citizen = "You may be a U.S. citizen: do not send the letter yet. Tell a lawyer, the judge"
    minor, lawyer = "Under 18? Do not sign alone.", "Show the letter to your lawyer before"
    without = " ".join(summary(age=30, has_lawyer="no"))
    assert not any(words in without for words in (citizen, minor, lawyer))
    told = " ".join(summary(age=16, has_lawyer="yes", maybe_citizen="yes"))
    assert all(words in told for words in (citizen, minor, lawyer))


@pytest.mark.parametrize(
    ("told", "late"),
    [
        ({"decision_date": D("2026-10-24")}, True),
        ({"decision_date": D("2026-10-25")}, False),
        ({"decision_date": D("2026-10")}, False),
        ({}, False),
        ({"decision_date": D("2026-04-02"), "appealed": "yes"}, False),
    ],
)
def test_an_appeal_that_is_late_is_another_question(told: dict[str, Any], late: bool) -> None:
    page = paper(Kind.LAWYER, stage="against_me", **told)
    assert ("Is it final now? Can I still appeal?" in page) == late
    assert ("the exact last day for my appeal" in page) == (not late and "appealed" not in told)


# What an officer with two minutes sees.


@pytest.mark.parametrize(
    ("family", "said"),
    [
        (
            [person("sister", status="citizen"), person("wife", status="resident", name="Eva")],
            ["My wife Eva is a lawful permanent resident."],
        ),
        (
            [person("grandmother", status="citizen"), person("son", status="resident")],
            ["I have one child who is a lawful permanent resident."],
        ),
        (
            [
                person("wife", status="resident", name="Eva"),
                person("son", status="resident"),
                person("father", status="citizen"),
            ],
            [
                "I have one child who is a lawful permanent resident.",
                "My wife Eva is a lawful permanent resident.",
            ],
        ),
        (
            [person("father", status="citizen"), person("partner_f", status="resident")],
            ["My father is a United States citizen."],
        ),
        (
            [person("brother", status="citizen"), person("partner_f", status="resident")],
            ["My partner is a lawful permanent resident."],
        ),
        (
            [person("sister", status="resident"), person("brother", status="citizen")],
            ["My brother is a United States citizen."],
        ),
    ],
)
def test_in_short_names_the_closest(family: list[dict[str, Any]], said: list[str]) -> None:
    assert short(people=family, maybe_citizen="no") == said


@pytest.mark.parametrize(
    ("ticked", "cards", "said"),
    [
        (["citizen_family"], [], "My close family includes United States citizens."),
        (["resident_family"], [], "My close family includes lawful permanent residents."),
        (["citizen_family", "resident_family"], [],
         "My close family includes United States citizens."),
        (["citizen_family"], [person("sister", status="resident")],
         "My close family includes United States citizens."),
        (["resident_family"], [person("son", status="unsaid")],
         "My close family includes lawful permanent residents."),
    ],
)  # fmt: skip
def test_in_short_tells_of_family_that_nobody_named(
    ticked: list[str], cards: list[dict[str, Any]], said: str
) -> None:
    assert short(reasons_family=ticked, people=cards) == [said]


def test_the_closest_are_told_first() -> None:
    relations = ("grandmother", "sister", "mother", "partner_f", "son")
    family = [person(one, status="citizen", lived="yes") for one in relations]
    said = sentences(people=family, maybe_citizen="no")
    told = [s.split()[1] for s in said if s.startswith("My ") and s.endswith("States citizen.")]
    assert told == ["son", "mother", "partner", "sister", "grandmother"]
    assert (
        "Before I was detained I lived with my mother, my partner, my sister, my grandmother, "
        "and my son."
    ) in said


@pytest.mark.parametrize(
    ("family", "said", "spanish"),
    [
        (
            [
                person("daughter", status="citizen", name="Ana", age=9),
                person("son", status="resident", age=4),
                person("son", status="resident", age=2),
            ],
            "Two of my children, aged 4 and 2, are lawful permanent residents.",
            "Dos de mis hijos, de 4 años y 2 años, son residentes legales permanentes.",
        ),
        (
            [
                person("daughter", status="citizen", name="Ana"),
                person("daughter", status="citizen"),
                person("daughter", status="citizen"),
            ],
            "Two of my children are United States citizens.",
            "Dos de mis hijas son ciudadanas de los Estados Unidos.",
        ),
        (
            [person("son", status="citizen"), person("son", status="citizen")],
            "My two children are United States citizens.",
            "Mis dos hijos son ciudadanos de los Estados Unidos.",
        ),
    ],
)
def test_two_of_three_children_are_not_all_of_them(
    family: list[dict[str, Any]], said: str, spanish: str
) -> None:
    assert said in sentences(people=family)
    assert spanish in sentences("es", people=family)


# Said once, and in an order that can be.


@pytest.mark.parametrize(
    ("illness", "which", "short_says", "also"),
    [
        ("@cancer", "cancer", "cancer", None),
        ("@cancer", "hiv", "cancer and HIV/AIDS", "HIV/AIDS"),
        ("@cancer", None, "cancer", None),
        ("@diabetes", None, "diabetes", None),
        ("@diabetes", "cancer", "diabetes and cancer", "cancer"),
    ],
)
def test_a_condition_is_named_once_and_no_line_stands_beside_it(
    illness: str, which: str | None, short_says: str, also: str | None
) -> None:
    health: dict[str, Any] = {
        "reasons_family": ["health"],
        "illness": illness,
        "medical": ["hiv_cancer"],
        "hiv_or_cancer": which,
    }
    said = sentences(**health)
    assert f"I have a serious health problem: {short_says}." in said
    severe = [each for each in said if each.startswith("My condition is very serious")]
    assert severe == ([f"My condition is very serious: {also}."] if also else [])


def test_a_condition_that_nobody_named_is_a_line_of_the_letter_and_not_in_short() -> None:
    health: dict[str, Any] = {"reasons_family": ["health"], "medical": ["hiv_cancer"]}
    said = sentences(**health)
    assert "I have a serious health problem." in said
    assert "I have a serious health condition: ____." in said
    with_more = sentences(**{**health, "medical": ["hiv_cancer", "blind"]})
    assert "I have a serious health condition: blindness." in with_more


@pytest.mark.parametrize(
    ("convicted", "done", "said"),
    [
        ("2024-07-05", "2024-01-18", "I completed what the court ordered."),
        (
            "2024-07-05",
            "2025-01-18",
            "On January 18, 2025, I completed what the court had ordered.",
        ),
        ("2024", "2024-01", "In January 2024, I completed what the court had ordered."),
        ("2024-07", "2024", "In 2024, I completed what the court had ordered."),
    ],
)
def test_nothing_was_completed_before_it_was_ordered(convicted: str, done: str, said: str) -> None:
    kept = entry("theft", result="convicted", date=D(convicted), done="yes", done_on=D(done))
    assert said in sentences(record=[kept])


def test_what_was_missed_in_detention_reads_in_spanish() -> None:
    health: dict[str, Any] = {"reasons_family": ["health"], "treatment": "no"}
    said = sentences("es", **health, missed=["medicine", "visits"])
    assert "Esto me ha faltado desde que me detuvieron: mi medicina y citas con mi médico." in said


@pytest.mark.parametrize("language", ["en", "es", "pt", "ht"])
@pytest.mark.parametrize("name", ["birth_certificates", "marriage_license", "medical_records"])
def test_who_asks_for_a_paper_reads_what_to_cover(name: str, language: str) -> None:
    # A certificate of birth in the U.S. names both parents, and where they were born.
    (paper,) = (one for one in people.guide().paper if one.id == name)
    cover = {"en": "Cover ", "es": "antes de copiar", "pt": "Cubra", "ht": "Kouvri"}[language]
    assert cover in say(said_of(paper.how), language)
