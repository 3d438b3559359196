"""Contradictory answers are reported, and no others."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from pdkiosk.interview.answers import Answers, parse_date
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.situation import Situation
from tests.interview.people import TODAY, guide


def named(today: datetime.date = TODAY, **given: Any) -> list[tuple[str, ...]]:
    dates = {
        name: parse_date(value) if isinstance(value, str) and value[:1].isdigit() else value
        for name, value in given.items()
    }
    found = contradictions(Situation(Answers(dates), today, guide()))
    return [tuple(question.id for question in each.questions) for each in found]


def son(age: int, relation: str = "son") -> dict[str, Any]:
    return {"relation": relation, "person_age": age}


@pytest.mark.parametrize(
    ("given", "questions"),
    [
        ({"arrival": "2020", "detained_since": "2019-12-31"}, ("arrival", "detained_since")),
        ({"arrival": "2020-05-02", "detained_since": "2020-05-01"}, ("arrival", "detained_since")),
        ({"arrival": "2010", "work_since": "2009"}, ("arrival", "work_since")),
        ({"arrival": "2019-05", "graduated": "2019-01"}, ("arrival", "graduated")),
        ({"arrival": "2017-02", "order_date": "2015"}, ("arrival", "order_date")),
        ({"arrival": "2017-02", "decision_date": "2016-12"}, ("arrival", "decision_date")),
        (
            {
                "arrival": "2024",
                "record": [{"record_kind": "dui", "record_date": parse_date("2015")}],
            },
            ("arrival", "record"),
        ),
        ({"age": 30, "arrival": "1994"}, ("age", "arrival")),
        ({"age": 30, "detained_since": "1994"}, ("age", "detained_since")),
        ({"age": 30, "graduated": "1990"}, ("age", "graduated")),
        ({"age": 30, "illness_since": "1990"}, ("age", "illness_since")),
        ({"age": 30, "care_since": "1990"}, ("age", "care_since")),
        ({"age": 30, "military_who": "self", "military_since": "1990"}, ("age", "military_since")),
        (
            {"age": 30, "record": [{"record_kind": "dui", "record_date": parse_date("1990")}]},
            ("age", "record"),
        ),
        ({"age": 15, "age_at_arrival": 16}, ("age", "age_at_arrival")),
        (
            {"age": 30, "age_at_arrival": 5, "arrival": "2010"},
            ("age", "age_at_arrival", "arrival"),
        ),
        (
            {"age": 30, "age_at_arrival": 5, "arrival": "1999"},
            ("age", "age_at_arrival", "arrival"),
        ),
        ({"age": 30, "people": [son(30)]}, ("age", "people")),
        ({"age": 30, "people": [son(30, "mother")]}, ("age", "people")),
        (
            {
                "age_at_arrival": 4,
                "maybe_citizen": "no",
                "people": [{"relation": "mother", "person_status": "citizen"}],
            },
            ("people", "maybe_citizen"),
        ),
        ({"age": 16, "military_who": "self"}, ("age", "military_who")),
        ({"age": 29, "military_who": "son"}, ("age", "military_who")),
        ({"next_treatment": "2026-11-23"}, ("next_treatment",)),
        ({"care_next": "2026-10"}, ("care_next",)),
        (
            {
                "program_date": "2010",
                "record": [{"record_kind": "dui", "record_date": parse_date("2011")}],
            },
            ("record", "program_date"),
        ),
        (
            {
                "record": [
                    {
                        "record_kind": "dui",
                        "record_date": parse_date("2018"),
                        "record_done_on": parse_date("2017-12"),
                    }
                ]
            },
            ("record",),
        ),
        ({"sponsor": "@son", "people": [son(7), son(17)]}, ("sponsor", "people")),
        (
            {
                "sponsor": "@partner",
                "sponsor_status": "citizen",
                "people": [{"relation": "partner_f", "person_status": "resident"}],
            },
            ("sponsor_status", "people"),
        ),
        (
            {
                "sponsor": "@mother",
                "sponsor_status": "resident",
                "people": [{"relation": "mother", "person_status": "citizen"}],
            },
            ("sponsor_status", "people"),
        ),
        ({"due_date": "2026-11-23"}, ("due_date",)),
        ({"due_date": "2026-10"}, ("due_date",)),
        ({"due_date": "2027-10-01"}, ("due_date",)),
    ],
)
def test_what_does_not_fit_is_named(given: dict[str, Any], questions: tuple[str, ...]) -> None:
    assert named(**given) == [questions]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"arrival": "2020", "detained_since": "2020-01-01"},
        {"arrival": "2020-05", "detained_since": "2020"},
        {"arrival": "2020~", "detained_since": "2019-12-31"},
        {"arrival": "2010", "work_since": "2010", "order_date": "2010"},
        {"age": 30, "arrival": "1995"},  # the thirtieth birthday of 2026 may have been in 1995
        {"age": 30, "arrival": "1994~"},
        {"age": 30, "military_who": "parent", "military_since": "1970"},
        {"age": 15, "age_at_arrival": 15},
        {"age": 30, "age_at_arrival": 5, "arrival": "2000"},
        {"age": 30, "age_at_arrival": 5, "arrival": "2002"},
        {"age": 30, "people": [son(29), son(31, "mother"), son(40, "brother")]},
        {"people": [son(30)]},
        {"age": 17, "military_who": "self"},
        {"age": 30, "military_who": "daughter"},
        {"age": 20, "military_who": "father"},
        {"next_treatment": "2026-11-24", "care_next": "2026-11"},
        {
            "program_date": "2012",
            "record": [
                {
                    "record_kind": "dui",
                    "record_date": parse_date("2011"),
                    "record_done_on": parse_date("2011"),
                },
                {"record_kind": "theft", "record_date": parse_date("2020")},
            ],
        },
        {"sponsor": "@son", "people": [son(7), son(18)]},
        {"sponsor": "@son", "people": [son(7), {"relation": "son"}]},
        {"sponsor": "@friend", "sponsor_status": "citizen", "people": [son(7)]},
        {
            "sponsor": "@sister",
            "sponsor_status": "citizen",
            "people": [
                {"relation": "sister", "person_status": "resident"},
                {"relation": "sister", "person_status": "citizen"},
            ],
        },
        {"due_date": "2026-11-24"},
        {"due_date": "2026-11"},
        {"due_date": "2027-09"},
    ],
)
def test_what_may_fit_is_not(given: dict[str, Any]) -> None:
    assert named(**given) == []


def test_where_today_is_not_known_it_is_not_counted_from() -> None:
    wrong = datetime.date(1970, 1, 1)
    assert named(wrong, age=30, arrival="1994", due_date="2024") == []
    assert named(wrong, arrival="2020", detained_since="2019") == [("arrival", "detained_since")]
    assert named(wrong, age=15, age_at_arrival=16) == [("age", "age_at_arrival")]


def test_two_spouses_are_asked_about() -> None:
    two: dict[str, Any] = {"people": [son(40, "wife"), son(41, "husband")]}
    assert named(**two) == [("people",)]
    assert named(people=[son(40, "wife"), son(41, "partner_f")]) == []
    (odd,) = contradictions(Situation(Answers(dict(two)), TODAY, guide()))
    assert "more than one wife or husband" in odd.message.text


def card(relation: str, **fields: str) -> dict[str, Any]:
    told = {f"person_{name}": answer for name, answer in fields.items()}
    return {"relation": relation, "person_status": "citizen", **told}


AT_HOME: dict[str, Any] = {"victim_kinds": ["domestic"]}
HUSBAND = card("husband", cared_for="yes")


@pytest.mark.parametrize(
    ("given", "questions", "says"),
    [
        (
            {"people": [card("partner_f"), card("partner_m")]},
            ("people",),
            "You named more than one partner.",
        ),
        (
            {"people": [card("wife", lived="yes"), card("partner_f", lived="yes")]},
            ("people",),
            "with your wife or husband and also with a partner",
        ),
        (
            {"people": [card("wife", lived="yes"), card("partner_f")], "sponsor": "@partner"},
            ("people", "sponsor"),
            "with your wife or husband and also with a partner",
        ),
        (
            {"people": [card("partner_m", lived="yes")], "sponsor": "@husband"},
            ("people", "sponsor"),
            "with your wife or husband and also with a partner",
        ),
        ({"held": ["green_card", "tps"]}, ("held",), "a green card, and also TPS or DACA"),
        ({"held": ["green_card", "daca"]}, ("held",), "a green card, and also TPS or DACA"),
        ({"earned": 900, "rent": 901}, ("earned", "rent"), "more rent each month than you earned"),
        ({**AT_HOME, "sponsor": "@husband"}, ("victim_kinds", "sponsor"), "violence at home"),
        ({**AT_HOME, "sponsor": "@partner"}, ("victim_kinds", "sponsor"), "violence at home"),
        ({**AT_HOME, "care_who": "wife"}, ("victim_kinds", "care_who"), "violence at home"),
        ({**AT_HOME, "care_who": "partner"}, ("victim_kinds", "care_who"), "violence at home"),
        ({**AT_HOME, "people": [HUSBAND]}, ("victim_kinds", "people"), "violence at home"),
        (
            {**AT_HOME, "people": [HUSBAND], "sponsor": "@husband"},
            ("victim_kinds", "sponsor", "people"),
            "violence at home",
        ),
    ],
)
def test_what_a_reader_would_doubt_is_asked_about(
    given: dict[str, Any], questions: tuple[str, ...], says: str
) -> None:
    assert named(**given) == [questions]
    (odd,) = contradictions(Situation(Answers(dict(given)), TODAY, guide()))
    assert says in odd.message.text


@pytest.mark.parametrize(
    "given",
    [
        {"people": [card("partner_f"), card("partner_m", status="unsaid")]},
        {"people": [card("wife"), card("partner_f", lived="yes")], "sponsor": "@partner"},
        {"people": [card("wife", status="unsaid", lived="yes")], "sponsor": "@partner"},
        {"people": [card("husband", lived="yes")], "sponsor": "@husband"},
        {"held": ["green_card", "petition"]},
        {"held": ["tps", "daca"]},
        {"earned": 900, "rent": 900},
        {"rent": 900},
        {**AT_HOME, "sponsor": "@mother", "care_who": "son", "people": [card("husband")]},
        {"victim_kinds": ["trafficking"], "sponsor": "@husband"},
        {**AT_HOME},
    ],
)
def test_what_a_reader_would_not_doubt_is_not(given: dict[str, Any]) -> None:
    assert named(**given) == []


def test_two_entries_of_a_kind_are_named_once() -> None:
    assert named(age=30, people=[son(40), son(41)]) == [("age", "people")]
