"""Regressions found by reading the letters of many fictional people aloud.

Each kind has its row in docs/decisions/0016-read-from-outside.md, or in docs/letter-rules.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Document, Heading, Kind, Lines
from tests.documents import people
from tests.documents.people import D, entry, person, say

COURT: dict[str, Any] = {"stage": "court"}


def sentences(language: str = "en", **answers: Any) -> list[str]:
    return [say(s.message, language) for s in people.every_sentence(people.letter(**answers))]


def text(language: str = "en", **answers: Any) -> str:
    return " ".join(sentences(language, **answers))


def headings(**answers: Any) -> list[str]:
    blocks = people.letter(**answers).blocks
    return [say(block.message, "en") for block in blocks if isinstance(block, Heading)]


def lawyer_page(**answers: Any) -> str:
    document: Document = people.packet(**answers).document(Kind.LAWYER)
    lines = [s for b in document.blocks if isinstance(b, Lines) for s in b.lines]
    said = [*people.every_message(document), *(line.message for line in lines)]
    return "\n".join(say(message, "en") for message in said)


# Once.


@pytest.mark.parametrize("held", [["green_card"], ["green_card", "petition"]])
def test_a_green_card_is_told_once(held: list[str]) -> None:
    said = text(held=held)
    assert said.count("lawful permanent resident") == 1
    assert "green card" not in said
    assert ("I have an open family petition (Form I-130)." in said) == ("petition" in held)


@pytest.mark.parametrize("arrival", ["2009-06", "2009", "2009~", None])
def test_since_when_somebody_lives_here_is_told_once(arrival: str | None) -> None:
    life: dict[str, Any] = {"reasons_life": ["long_residence", "child_arrival"], "age": 20}
    life |= {"age_at_arrival": 3, "arrival": arrival and D(arrival), "maybe_citizen": "no"}
    said = sentences(**life)
    assert sum("I have lived in the United States" in each for each in said) == 1
    (place,) = (n for n, each in enumerate(said) if "I have lived in the United States" in each)
    assert said[place + 1] == "I was 3 years old then."
    alone = text(**{**life, "reasons_life": ["child_arrival"]})
    assert "I have lived in the United States since I was 3 years old." in alone
    assert "then." not in alone


# Whose.


def test_a_service_of_nobody_is_not_told() -> None:
    service: dict[str, Any] = {"reasons_life": ["military"], "military_since": D("1996")}
    assert "service began" not in text(**service)
    assert "That service began in 1996." in text(**service, military_who="self")
    shown = people.packet(**service, summary_show="show").summary
    assert "Service in the U.S. military" not in [
        say(message, "en") for message in people.summary_messages(shown)
    ]


@pytest.mark.parametrize("who", ["other", None])
def test_an_ill_person_without_a_name_is_one_person(who: str | None) -> None:
    care: dict[str, Any] = {
        "reasons_family": ["caretaker"],
        "care_who": who,
        "care_illness": "@autism",
    }
    said = text(**care, medical=["blind"], hardship=["care"])
    assert "The person has a serious health condition: autism." in said
    assert "The condition of the person is very serious: blindness." in said
    assert "____ has" not in said and "A person close to me" not in said
    assert "a person close to me could" not in said


@pytest.mark.parametrize("who", ["@friend", "@relative", "@faith", "@brother", "mi prima Ana"])
@pytest.mark.parametrize("stage", [{}, {"in_proceedings": "order"}])
def test_who_gives_a_home_is_named_once(who: str, stage: dict[str, Any]) -> None:
    home = {"sponsor": who, "sponsor_status": "citizen", "sponsor_brings": "yes"}
    without = {**stage, **home, "sponsor_brings": "no"}
    said, silent = sentences(**stage, **home), sentences(**without)
    (added,) = [each for each in said if each not in silent]
    together = "We have agreed to go to every appointment with ICE together."
    assert added == (together if stage else "We have agreed to go to court and to ICE together.")


# At home with people who are named.


@pytest.mark.parametrize(
    ("who", "family", "said"),
    [
        ("wife", [person("wife", status="citizen", name="Karen", age=50)], "my wife Karen"),
        ("wife", [person("wife", status="citizen", name="Karen")], "my wife Karen"),
        ("daughter", [person("daughter", status="citizen", name="Eva", age=22)], "my daughter Eva"),
        ("partner", [person("partner_m", status="resident", name="Jo", age=30)], "my partner Jo"),
        # Too young to give one, or which of the two is not known, or no papers that were said.
        ("daughter", [person("daughter", status="citizen", name="Eva", age=9)], "my daughter"),
        ("son", [person("son", status="citizen", name=n, age=30) for n in "AB"], "one of my sons"),
        ("sister", [person("sister", status="unsaid", name="Zyxwv", age=30)], "my sister"),
    ],
)
def test_who_gives_a_home_is_one_of_those_who_were_named(
    who: str, family: list[dict[str, Any]], said: str
) -> None:
    home: dict[str, Any] = {"sponsor": f"@{who}", "people": family}
    assert f"If I am released, I can live with {said}." in sentences(**home)
    there = f"If I am released, I can live with {said} in Fresno, California."
    assert there in sentences(**home, sponsor_city="Fresno, California")


# In the words of the person.


@pytest.mark.parametrize(
    ("answers", "said", "in_english"),
    [
        (
            {"reasons_life": ["work"], "work_kind": "landscaping"},
            "This is my line of work: “landscaping”.",
            "This is my line of work: landscaping.",
        ),
        (
            {"reasons_life": ["military"], "military_who": "self", "military_branch": "Marina"},
            "I served in the U.S. military, in this service: “Marina”.",
            "I served in the U.S. military, in this service: Marina.",
        ),
        (
            {"sponsor": "mi prima Ana", "sponsor_city": "Tucson, Arizona"},
            "If I am released, I can live with this person: “mi prima Ana”. "
            "The home is in Tucson, Arizona.",
            "If I am released, I can live with this person: mi prima Ana. "
            "The home is in Tucson, Arizona.",
        ),
    ],
)
def test_what_was_typed_is_quoted_at_the_end(
    answers: dict[str, Any], said: str, in_english: str
) -> None:
    assert said in sentences(**answers)
    assert in_english in sentences(**answers, best_language="@english")


def test_no_sentence_goes_on_behind_what_was_typed() -> None:
    marked = people.everything(2, 1) | {
        "work_kind": "Zq", "military_branch": "Zq", "sponsor": "Zq", "illness": "Zq",
        "care_illness": "Zq", "college": "Zq", "best_language": "@spanish",
    }  # fmt: skip
    for said in sentences(**marked):
        if "“Zq”" in said and "serious" not in said:  # what is very severe is listed behind it
            assert "“Zq”." in said and ": “Zq”" in said, said


def test_a_language_is_a_name() -> None:
    assert "The language that I speak best is Wolof." in sentences(best_language="Wolof")


# Nothing against the writer.


@pytest.mark.parametrize("result", ["dismissed", "acquitted", "pending"])
def test_nothing_changed_after_a_charge_that_is_open_or_came_to_nothing(result: str) -> None:
    change: dict[str, Any] = {
        "rehabilitation": ["treatment", "counseling", "work"],
        "program_name": "First Offender Program",
    }
    only = text(record=[entry("dui", result=result, date=D("2025-03"))], **change)
    assert "Since then" not in only and "First Offender" not in only
    both = sentences(
        record=[
            entry("theft", result=result, date=D("2025-03")),
            entry("dui", result="pleaded", date=D("2011-03")),
        ],
        **change,
    )
    places = [
        next(n for n, each in enumerate(both) if words in each)
        for words in ("I pleaded guilty", "Since then I have", "First Offender", "March 2025")
    ]
    assert places == sorted(places)


def test_a_program_is_not_named_where_nothing_else_is() -> None:
    told: dict[str, Any] = {"weighs": ["felony"], "felony_way": "keep"}
    said = text(**told, rehabilitation=["classes"], program_name="First Offender Program")
    assert "First Offender Program" not in said


def test_who_may_be_a_citizen_says_neither_where_from_nor_what_they_are() -> None:
    told: dict[str, Any] = {"country_told": "yes", "country": "@mexico", "held": ["green_card"]}
    certain = text(**told, maybe_citizen="no")
    assert "I am from Mexico." in certain and "lawful permanent resident" in certain
    perhaps = text(**told, maybe_citizen="yes")
    assert "Mexico" not in perhaps and "lawful permanent resident" not in perhaps
    assert perhaps.count("I have a green card.") == 1


def test_before_the_court_has_the_case_there_was_no_hearing_and_no_request() -> None:
    told: dict[str, Any] = {
        "hearings_attended": "yes",
        "applications": ["asylum"],
        "applications_said": "yes",
    }
    before = text(**told, stage="not_filed")
    assert "every hearing and every appointment" in before
    assert "I have gone to all" not in before and "I have come to every" not in before
    assert "asked the immigration court" not in before
    later = text(**told, **COURT)
    assert "I have gone to all of my hearings so far" in later
    assert "I have asked the immigration court for asylum" in later


@pytest.mark.parametrize(
    ("stage", "open_"), [({"stage": "court"}, True), ({}, False), ({"stage": None}, False)]
)
def test_what_the_court_was_asked_is_open_only_where_that_is_known(
    stage: dict[str, Any], open_: bool
) -> None:
    told: dict[str, Any] = {
        "applications": ["asylum", "cancellation", "bond"],
        "applications_said": "yes",
    }
    said = text(**stage, **told)
    assert "for asylum (and protection from return) and cancellation of removal." in said
    assert ("The court has not decided yet." in said) == open_


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        ({"accepts_conditions": "yes"}, "Check-ins with ICE"),
        ({"check_ins": "yes", "reasons_life": ["not_deported"]}, "Check-ins with ICE"),
        (
            {"check_ins": "yes", "reasons_life": ["no_danger"]},
            "No violent crimes, and check-ins with ICE",
        ),
        ({"reasons_life": ["not_deported"]}, "Never deported"),
        ({"reasons_life": ["no_danger"]}, "No violent crimes"),
        ({"accepts_conditions": "yes", "sponsor": "@brother"}, "Where I can live"),
    ],
)
def test_a_heading_says_what_stands_under_it(answers: dict[str, Any], heading: str) -> None:
    said = headings(**answers)
    assert heading in said and "Deportations" not in said


def test_no_date_tells_since_when_somebody_is_back_after_a_deportation() -> None:
    told: dict[str, Any] = {
        "reasons_life": ["student", "long_residence", "work"],
        "reasons_family": ["caretaker"],
        "care_who": "mother",
        "arrival": D("2012"),
        "graduated": D("2016"),
        "work_since": D("2017"),
        "care_since": D("2018"),
    }
    for day in ("2012", "2016", "2017", "2018"):
        assert day in text(**told), day
        assert day not in text(**told, weighs=["returned"]), day


@pytest.mark.parametrize(
    ("result", "said"),
    [*((known, True) for known in ("dismissed", "acquitted", "pending")), (None, False)],
)
def test_what_may_be_a_conviction_is_not_denied(result: str | None, said: bool) -> None:
    entries = [
        entry("dui", result="pleaded", date=D("2011-03")),
        entry("theft", result=result, date=D("2019")),
    ]
    letter = text(record=entries, rehabilitation=["no_more"])
    assert ("I have had no other conviction since March 2011." in letter) == said


# Nothing missing, and nothing that cannot be.


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        ("citizen_family", "I have close family who are United States citizens."),
        ("resident_family", "I have close family who are lawful permanent residents."),
    ],
)
def test_family_that_was_ticked_and_not_named_is_told(ticked: str, said: str) -> None:
    status = ticked.partition("_")[0]
    assert said in sentences(reasons_family=[ticked])
    named = [person("sister", status=status, name="Ana")]
    assert said not in sentences(reasons_family=[ticked], people=named)


@pytest.mark.parametrize("school", [{}, {"high_school": "Central High School"}])
@pytest.mark.parametrize("way", ["short", "full"])
def test_a_year_that_was_not_asked_is_no_blank(school: dict[str, Any], way: str) -> None:
    said = sentences(**{"way": way, "reasons_life": ["student"], **school})
    (graduated,) = (each for each in said if "graduated" in each)
    assert "____" not in graduated


@pytest.mark.parametrize(("day", "said"), [("2026-11-23", False), ("2026-11-24", True)])
def test_a_treatment_that_is_over_is_not_to_come(day: str, said: bool) -> None:
    health: dict[str, Any] = {"reasons_family": ["health", "caretaker"], "care_who": "mother"}
    health["people"] = [people.person("mother", status="citizen")]
    letter = text(**health, next_treatment=D(day), care_next=D(day))
    assert ("My next treatment is" in letter) == said
    assert ("The next treatment is" in letter) == said


@pytest.mark.parametrize(("age", "shown"), [(16, True), (34, False), (71, True), (None, True)])
def test_an_age_that_is_no_reason_is_none_on_the_summary(age: int | None, shown: bool) -> None:
    summary = people.packet(age=age, reasons_family=["age_reason"], summary_show="show").summary
    said = [say(message, "en") for message in people.summary_messages(summary)]
    assert ("My age" in said) == shown


# The other papers say the same.


def test_an_appeal_that_was_sent_has_no_last_day() -> None:
    told: dict[str, Any] = {"stage": "against_me", "decision_date": D("2026-11-10")}
    open_, sent = lawyer_page(**told), lawyer_page(**told, appealed="yes")
    assert "Appeal due by" in open_ and "the exact last day for my appeal" in open_
    assert "Appeal due by" not in sent and "the exact last day" not in sent
    assert "My case: my appeal is before the Board of Immigration Appeals" in sent
    assert "I sent my appeal. Did it arrive in time?" in sent
    summary = people.packet(**told, appealed="yes").summary
    assert not any("EOIR-26" in say(m, "en") for m in people.summary_messages(summary))


def test_two_wishes_of_a_green_card_stay_apart() -> None:
    asked: dict[str, Any] = {
        "held": ["green_card"],
        "stage": "for_me",
        "requests": ["no_appeal", "release_won"],
    }
    assert (
        "in my case: not to appeal the judge’s decision in my favor; "
        "to release me, because the immigration judge decided in my favor."
    ) in text(**asked)


@pytest.mark.parametrize(
    ("finished", "said"), [("2015-07", False), ("2019", True), ("2020-01", True)]
)
def test_a_program_before_the_newest_conviction_has_no_day(finished: str, said: bool) -> None:
    entries = [entry("dui", result="pleaded", date=D(day)) for day in ("2014", "2019-04")]
    told: dict[str, Any] = {"rehabilitation": ["classes"], "program_name": "Zq"}
    letter = text(record=entries, **told, program_date=D(finished))
    assert ("I finished this program: Zq, " in letter) == said
    assert ("I have been in this program: Zq." in letter) != said
