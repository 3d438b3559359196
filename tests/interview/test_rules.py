"""Each legal rule with its table of cases, and that the guide can come to every condition."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.lookup import Place, all_questions, conditions, parts, top_questions
from pdkiosk.guide.model import Cards, DateQuestion, Guide, When
from pdkiosk.guide.named import CardsAnswer
from pdkiosk.guide.vocabulary import Derived, Rule, ScreenName
from pdkiosk.interview.answers import Answers, last_day, parse_date, write_date, years_between
from pdkiosk.interview.derived import DERIVED
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.rules import (
    RULES,
    arrival_may_be_said,
    asylum_or_fear,
    holds,
    under_two_years_here,
    years_here,
    years_here_at_least,
)
from pdkiosk.interview.screen_arguments import screen_arguments
from pdkiosk.interview.situation import Situation
from pdkiosk.review.cases import Case, cases
from tests.interview.people import OVERDUE, TODAY, guide, random_answers, situation

D = parse_date


def answers_of(case: Case, guide: Guide) -> Answers:
    """The answers of a case, dates among them. Raises ValueError where a date is none."""
    dates = {q.id for q in all_questions(guide) if isinstance(q, DateQuestion)}

    def read(name: str, value: Any) -> Any:
        if name in dates and isinstance(value, str):
            return parse_date(value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [{key: read(key, inner) for key, inner in card.items()} for card in value]
        return value

    return Answers({name: read(name, value) for name, value in case.answers.items()})


@pytest.mark.parametrize(
    ("arrival", "expected"),
    [
        # 8 U.S.C. 1225(b)(1)(A)(iii)(II): two years of continuous presence.
        ({}, True),
        ({"arrival": D("2024-11-24")}, False),
        ({"arrival": D("2024-11-25")}, True),
        ({"arrival": D("2024-10")}, False),
        ({"arrival": D("2024-11")}, True),
        ({"arrival": D("2024")}, True),
        ({"arrival": D("2023")}, False),
        ({"arrival": D("2023~")}, True),
        ({"arrival": D("2022~")}, False),
        ({"arrival": D("2026-11-24")}, True),
        ({"arrival": D("2030")}, True),
    ],
)
def test_under_two_years_here(arrival: dict[str, Any], expected: bool) -> None:
    assert under_two_years_here(situation(**arrival)) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, True),
        ({"fear": None}, True),
        ({"fear": "yes"}, True),
        ({"fear": "no"}, False),
        ({"fear": "no", "applications": ["bond"]}, False),
        ({"fear": "no", "applications": ["asylum"]}, True),
    ],
)
def test_asylum_or_fear(answers: dict[str, Any], expected: bool) -> None:
    assert asylum_or_fear(situation(**answers)) is expected


LONG_AGO = {"arrival": D("2012")}
LONG = {"reasons_life": ["long_residence"]}
DEPORTED = {"weighs": ["returned"]}

CASES = cases()
"""Where a lawyer reads them too: resources/review/rules.json."""


def test_every_rule_has_its_table() -> None:
    # check_overdue asks about the day and not about the answers: its table stands below.
    assert {*CASES, "check_overdue"} == set(RULES)
    assert all({True, False} == {case.holds for case in table} for table in CASES.values())


@pytest.mark.parametrize(
    ("rule", "case"), [(rule, case) for rule, table in CASES.items() for case in table]
)
def test_rule(rule: Rule, case: Case) -> None:
    assert RULES[rule](situation(**answers_of(case, guide()).values)) is case.holds


@pytest.mark.parametrize(
    ("today", "check_by", "expected"),
    [
        ("2026-11-24", "2027-05-24", False),
        # The guide is good on the day itself.
        ("2027-05-24", "2027-05-24", False),
        ("2027-05-25", "2027-05-24", True),
        ("2030-01-01", "2027-05-24", True),
    ],
)
def test_the_check_is_overdue_after_its_day(today: str, check_by: str, expected: bool) -> None:
    day = last_day(D(today))
    about = msgspec.structs.replace(guide().about, check_by=check_by)
    now = Situation(Answers(), day, msgspec.structs.replace(guide(), about=about))
    assert RULES["check_overdue"](now) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        # Chosen, two years certain, no deportation: each alone keeps it out of the letter.
        ({}, False),
        (LONG, False),
        (LONG_AGO, False),
        ({**LONG, **LONG_AGO}, True),
        ({**LONG, **LONG_AGO, **DEPORTED}, False),
        ({**LONG, **LONG_AGO, "weighs": ["prior_order", "returned"]}, False),
        ({**LONG, **LONG_AGO, "weighs": ["prior_order"]}, True),
        ({**LONG, **LONG_AGO, **DEPORTED, "returned_way": "keep"}, False),
        ({**LONG, "arrival": D("2024-11-24")}, True),
        ({**LONG, "arrival": D("2024-11-25")}, False),
        ({**LONG, "arrival": D("2024")}, False),
        ({**LONG, "arrival": D("2023~")}, False),
        ({**LONG, "arrival": D("2022~")}, True),
        ({**LONG, "arrival": D("2030")}, False),
    ],
)
def test_when_the_letter_may_say_since_when_the_person_lives_here(
    answers: dict[str, Any], expected: bool
) -> None:
    now = situation(**answers)
    assert arrival_may_be_said(now) is expected
    # And then it is said in exactly one way.
    ways: tuple[Rule, ...] = ("arrival_month_known", "arrival_year_known", "arrival_about")
    assert [RULES[way](now) for way in ways].count(True) == expected


def test_every_rule_is_used_and_every_used_rule_is_there() -> None:
    used = {when.rule for _, when in _all_conditions() if when.rule}
    assert used == set(RULES)
    assert used == set(get_args(Rule))
    assert set(DERIVED) == set(get_args(Derived))


def test_what_a_screen_can_name_is_given_to_it() -> None:
    assert set(screen_arguments(guide(), Facility(), "")) == set(get_args(ScreenName))


@pytest.mark.parametrize(
    ("start", "today", "years"),
    [
        ("2012-03-05", "2026-03-04", 13),
        ("2012-03-05", "2026-03-05", 14),
        ("2012-03", "2026-03-30", 13),
        ("2012-03", "2026-03-31", 14),
        ("2012-02", "2026-02-28", 13),
        ("2011-02", "2026-02-28", 15),
        ("2012-04", "2026-04-30", 14),
        ("2012", "2026-12-30", 13),
        ("2012", "2026-12-31", 14),
        ("2027", "2026-01-01", -2),
    ],
)
def test_only_years_that_have_certainly_passed_count(start: str, today: str, years: int) -> None:
    day = last_day(D(today))
    assert years_between(D(start), day) == years


@pytest.mark.parametrize(
    ("arrival", "years", "at_least"),
    [
        (None, None, None),
        ("2012", None, 13),
        ("2012~", None, None),
        ("2012-03", 14, None),
        ("2012-03~", None, None),
        ("2012-12-01", 13, None),
    ],
)
def test_years_that_can_stand_in_the_letter(
    arrival: str | None, years: int | None, at_least: int | None
) -> None:
    now = situation(**({"arrival": D(arrival)} if arrival else {}))
    assert years_here(now) == years
    assert years_here_at_least(now) == at_least


@pytest.mark.parametrize(
    "text",
    ["", "12", "2012-3", "2012-13", "2012-02-30", "2012-00", "0000", "2012\n", "２０１２", "~"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        D(text)


@pytest.mark.parametrize("text", ["2012", "2012-03", "2012-03-05", "2012~", "2012-03~", "0001"])
def test_dates_are_written_as_they_are_read(text: str) -> None:
    assert write_date(D(text)) == text


@pytest.mark.parametrize(
    ("when", "answers", "expected"),
    [
        ({"question": "fear", "is": "yes"}, {}, False),
        ({"question": "fear", "is": "yes"}, {"fear": "yes"}, True),
        ({"question": "fear", "is": ["yes", "unknown"]}, {"fear": None}, True),
        ({"question": "fear", "is": "unknown"}, {}, False),
        ({"question": "age", "answered": True}, {"age": 0}, True),
        ({"question": "age", "answered": True}, {"age": None}, False),
        ({"question": "weighs", "answered": False}, {"weighs": []}, True),
        ({"question": "weighs", "has": ["gang", "felony"]}, {"weighs": ["felony"]}, True),
        ({"question": "weighs", "has": "gang"}, {"weighs": ["felony"]}, False),
        ({"question": "weighs", "has": "gang"}, {}, False),
        (
            {"all": [{"question": "fear", "is": "yes"}, {"rule": "has_spouse"}]},
            {"fear": "yes"},
            False,
        ),
        (
            {"any": [{"question": "fear", "is": "yes"}, {"rule": "has_spouse"}]},
            {"fear": "yes"},
            True,
        ),
        ({"none": [{"question": "fear", "is": "yes"}, {"rule": "has_spouse"}]}, {}, True),
        ({"none": [{"question": "fear", "is": "yes"}]}, {"fear": "yes"}, False),
    ],
)
def test_the_vocabulary_of_conditions(
    when: dict[str, Any], answers: dict[str, Any], expected: bool
) -> None:
    assert holds(msgspec.convert(when, When), situation(**answers)) is expected


def _all_conditions() -> Iterator[tuple[Place, When]]:
    for place, when in conditions(guide()):
        yield from ((place, inner) for inner in parts(when))


def _inside_cards(whole: Guide) -> dict[int, str]:
    """The conditions on answers of one member of a group, with the group's question."""
    found = {}
    for question in all_questions(whole):
        if isinstance(question, Cards):
            for field in question.fields:
                whens = [field.when, *(box.when for box in field.callouts)]
                for when in whens:
                    if when is not None:
                        found.update({id(part): question.id for part in parts(when)})
    return found


def test_every_step_comes_to_somebody_and_every_condition_can_be_both() -> None:
    """Among three thousand people, or fewer: each step is met, each condition is true and false."""
    chance = random.Random(20261124)
    in_cards = _inside_cards(guide())
    expected = {page.id for page in guide().page if page.ways and page.kind != "follow"}
    firsts = {page.questions[0].id for page in guide().page if page.questions}
    expected |= {f"ask:{q.id}" for q in top_questions(guide()) if q.id not in firsts}
    still = list(_all_conditions())
    outcomes: dict[int, set[bool]] = {id(when): set() for _, when in still}
    for _ in range(3000):
        # Some come when the guide was to be checked again already.
        day = chance.choice([TODAY, OVERDUE])
        course = Interview(guide(), day, Answers(random_answers(chance))).course()
        expected -= {step.id for step in course.steps}
        expected -= {f"ask:{q.id}" for step in course.steps for q in step.questions}
        now = Situation(course.kept, day, guide())
        for _, when in still:
            seen = outcomes[id(when)]
            group = in_cards.get(id(when))
            if group is None:
                seen.add(holds(when, now))
            else:
                for member in course.kept.members(CardsAnswer(group)):
                    # A condition on a card may ask for what was answered before.
                    known = Answers({**course.kept.values, **member.values})
                    seen.add(holds(when, Situation(known, day, guide())))
        still = [(place, when) for place, when in still if len(outcomes[id(when)]) < 2]
        if not still and not expected:
            break
    assert [f"{place}: {when}" for place, when in still] == []
    assert expected == set()
