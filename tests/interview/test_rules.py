"""Each legal rule with its table of cases, and that the guide can come to every condition."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import CardsAnswer
from pdkiosk.guide.lookup import Place, all_questions, conditions, parts, top_questions
from pdkiosk.guide.model import Cards, Guide, When
from pdkiosk.guide.vocabulary import Derived, Rule, ScreenName
from pdkiosk.interview.answers import Answers, last_day, parse_date, write_date, years_between
from pdkiosk.interview.derived import DERIVED
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.rules import (
    RULES,
    Situation,
    arrival_may_be_said,
    asylum_or_fear,
    holds,
    under_two_years_here,
    years_here,
    years_here_at_least,
)
from pdkiosk.interview.screen_arguments import screen_arguments
from tests.interview.people import OVERDUE, TODAY, guide, random_answers, situation

D = parse_date


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
RECORD = {"weighs": ["felony", "repeat", "gang", "returned"]}

CASES: dict[Rule, list[tuple[dict[str, Any], bool]]] = {
    "dismissal_needs_lawyer": [
        ({}, True),
        ({**LONG_AGO, "fear": "no"}, False),
        ({**LONG_AGO, "fear": "yes"}, True),
        ({**LONG_AGO, "fear": "no", "applications": ["asylum", "bond"]}, True),
        ({"arrival": D("2025-06"), "fear": "no"}, True),
        ({"fear": "no"}, True),
    ],
    "has_citizen_family": [
        ({}, False),
        ({"people": [{"relation": "son"}]}, False),
        ({"people": [{"relation": "son", "person_status": "resident"}]}, False),
        ({"people": [{"relation": "son", "person_status": "unsaid"}]}, False),
        ({"people": [{"relation": "wife"}, {"relation": "son", "person_status": "citizen"}]}, True),
    ],
    "has_resident_family": [
        ({}, False),
        ({"people": [{"relation": "son", "person_status": "citizen"}]}, False),
        ({"people": [{"relation": "mother", "person_status": "resident"}]}, True),
    ],
    "has_spouse": [
        ({}, False),
        ({"people": [{"relation": "daughter"}, {"relation": "partner_f"}]}, False),
        # Safety notes, section 3, 12: nobody is named whose papers were not said; a marriage
        # license would name them.
        ({"people": [{"relation": "wife"}]}, False),
        ({"people": [{"relation": "husband", "person_status": "unsaid"}]}, False),
        ({"people": [{"relation": "wife", "person_status": "citizen"}]}, True),
        ({"people": [{"relation": "husband", "person_status": "resident"}]}, True),
        # The papers of one are not those of another.
        (
            {"people": [{"relation": "wife"}, {"relation": "son", "person_status": "citizen"}]},
            False,
        ),
    ],
    # Guide HP-12: any DUI or drug conviction, even minimal marijuana.
    "has_drug_or_dui": [
        ({}, False),
        ({"record": [{"record_kind": "theft"}]}, False),
        ({"record": [{"record_kind": "driving"}]}, False),
        ({"record": [{"record_kind": "theft"}, {"record_kind": "dui"}]}, True),
        ({"record": [{"record_kind": "drugs", "record_way": "leave"}]}, True),
    ],
    # Guide HW-18 and HW-21: rehabilitation only where the letter speaks of the record.
    "keeps_record": [
        ({}, False),
        ({"record": [{"record_kind": "dui"}]}, False),
        ({"record": [{"record_kind": "dui", "record_way": "leave"}]}, False),
        ({"record": [{"record_kind": "dui", "record_way": "lawyer"}]}, False),
        ({"record": [{"record_kind": "dui", "record_way": "keep"}]}, True),
        ({"weighs": ["felony"], "felony_way": "keep"}, True),
        ({"weighs": ["repeat"], "repeat_way": "keep"}, True),
        ({"weighs": ["felony"], "repeat_way": "keep"}, False),
        ({**RECORD, "felony_way": "lawyer", "repeat_way": "leave"}, False),
        ({**RECORD, "gang_way": "keep", "returned_way": "keep"}, False),
    ],
    # Guide HW-21: who decides to speak of any of it is asked whether a lawyer helped.
    "keeps_anything": [
        ({}, False),
        ({"record": [{"record_kind": "dui", "record_way": "keep"}]}, True),
        ({"record": [{"record_kind": "dui", "record_way": "lawyer"}]}, False),
        ({"record": [{"record_kind": "dui"}]}, False),
        *(
            ({"weighs": [factor], f"{factor}_way": "keep"}, True)
            for factor in (
                *("security", "felony", "repeat", "gang"),
                *("prior_order", "returned", "false_claim"),
            )
        ),
        ({"weighs": ["gang"], "gang_way": "lawyer"}, False),
        ({"weighs": ["gang"], "gang_way": "leave"}, False),
        ({"weighs": ["gang"]}, False),
        ({"weighs": ["gang", "returned"], "gang_way": "leave", "returned_way": "keep"}, True),
    ],
    # Safety notes, sections 2 and 3, 4: two years or more are certain, or nothing is said.
    # Then three ways to say it: so many years, more than so many, or no number.
    "arrival_month_known": [
        ({}, False),
        ({**LONG, "arrival": D("2012")}, False),
        ({**LONG, "arrival": D("2012-03")}, True),
        ({**LONG, "arrival": D("2012-03-05")}, True),
        ({**LONG, "arrival": D("2012-03~")}, False),
        # A year and some months: expedited removal reaches this person.
        ({**LONG, "arrival": D("2025-10")}, False),
        # The month ends after the day two years ago: not certain.
        ({**LONG, "arrival": D("2024-11")}, False),
        ({**LONG, "arrival": D("2024-11-25")}, False),
        ({**LONG, "arrival": D("2024-11-24")}, True),
        ({**LONG, "arrival": D("2024-10")}, True),
        ({**LONG, "arrival": D("2028-01")}, False),
        # Not chosen as a reason, or after a deportation.
        ({"arrival": D("2012-03")}, False),
        ({"reasons_life": ["child_arrival"], "arrival": D("2012-03")}, False),
        ({**LONG, **DEPORTED, "arrival": D("2012-03")}, False),
        ({**LONG, "weighs": ["prior_order"], "arrival": D("2012-03")}, True),
    ],
    "arrival_year_known": [
        ({}, False),
        ({**LONG, "arrival": D("2012")}, True),
        ({**LONG, "arrival": D("2012~")}, False),
        ({**LONG, "arrival": D("2012-03")}, False),
        # It may have been the last day of that year.
        ({**LONG, "arrival": D("2025")}, False),
        ({**LONG, "arrival": D("2024")}, False),
        ({**LONG, "arrival": D("2023")}, True),
        ({**LONG, "arrival": D("2030")}, False),
        (LONG_AGO, False),
        ({"reasons_life": ["work", "not_deported"], **LONG_AGO}, False),
        ({**LONG, **DEPORTED, **LONG_AGO}, False),
    ],
    "arrival_about": [
        ({}, False),
        (LONG, False),
        ({**LONG, "arrival": D("2012")}, False),
        ({**LONG, "arrival": D("2012-03")}, False),
        ({**LONG, "arrival": D("2012~")}, True),
        ({**LONG, "arrival": D("2012-03~")}, True),
        # A date that is not sure may be off by a year.
        ({**LONG, "arrival": D("2023~")}, False),
        ({**LONG, "arrival": D("2022~")}, True),
        ({**LONG, "arrival": D("2024-03~")}, False),
        ({**LONG, "arrival": D("2026-02")}, False),
        ({**LONG, "arrival": D("2030")}, False),
        ({"arrival": D("2012~")}, False),
        ({**LONG, **DEPORTED, "arrival": D("2012~")}, False),
    ],
    # A line for the date: only for a reason that was chosen, and never after a deportation.
    "arrival_by_hand": [
        ({}, False),
        (LONG, True),
        ({**LONG, "arrival": D("2012")}, False),
        ({**LONG, "arrival": D("2026-02")}, False),
        ({**LONG, **DEPORTED}, False),
        ({"reasons_life": ["work"]}, False),
    ],
    "residence_said": [
        ({}, False),
        (LONG, True),
        ({**LONG, "arrival": D("2012-03")}, True),
        ({**LONG, "arrival": D("2012")}, True),
        ({**LONG, "arrival": D("2012~")}, True),
        ({**LONG, "arrival": D("2025-10")}, False),
        ({**LONG, **DEPORTED}, False),
        ({**LONG, **DEPORTED, "arrival": D("2012")}, False),
        (LONG_AGO, False),
    ],
    # What a date must not say, two ages or the years at work must not say either.
    "age_at_arrival_may_be_said": [
        ({}, False),
        ({"age_at_arrival": 3}, False),  # nobody knows how long ago that was
        ({"age_at_arrival": 3, "age": 25}, True),
        ({"age_at_arrival": 18, "age": 21}, True),  # more than two years are certain
        ({"age_at_arrival": 18, "age": 20}, False),
        ({"age_at_arrival": 18, "arrival": D("2025-06")}, False),
        ({"age_at_arrival": 3, "age": 25, "arrival": D("2025-06")}, False),
        ({"age_at_arrival": 18, "arrival": D("2012")}, True),
        ({"age_at_arrival": 3, "age": 25, **DEPORTED}, False),
    ],
    "work_since_may_be_said": [
        ({}, False),
        ({"work_since": D("2015")}, True),
        ({"work_since": D("2025-07")}, False),
        ({"work_since": D("2024-10")}, True),
        ({"work_since": D("2024-12")}, False),
        ({"work_since": D("2023~")}, False),
        ({"work_since": D("2015"), "arrival": D("2025-06")}, False),
        ({"work_since": D("2015"), **DEPORTED}, False),
    ],
    # Guide HW-19: never say to ICE what the person's own answers speak against.
    "no_danger_fits": [
        ({}, True),
        ({"weighs": ["prior_order", "returned", "false_claim"]}, True),
        ({"weighs": ["security"]}, False),
        ({"weighs": ["felony"]}, False),
        ({"weighs": ["repeat"]}, False),
        ({"weighs": ["gang"]}, False),
        ({"record": []}, True),
        ({"record": [{"record_kind": "driving"}]}, True),
        ({"record": [{"record_kind": "driving", "record_way": "keep"}] * 2}, True),
        # What was a felony or a violent crime, the person may not know.
        *(
            ({"record": [{"record_kind": kind, "record_way": way}]}, False)
            for kind in ("dui", "drugs", "theft", "fight", "home", "other")
            for way in ("keep", "leave", "lawyer")
        ),
        ({"record": [{"record_kind": "driving"}, {"record_kind": "theft"}]}, False),
        ({"weighs": ["gang"], "record": [{"record_kind": "driving"}]}, False),
    ],
    "not_deported_fits": [
        ({}, True),
        ({"weighs": ["security", "felony", "repeat", "gang", "false_claim"]}, True),
        ({"weighs": ["prior_order"]}, False),
        (DEPORTED, False),
    ],
    # Whom to ask is asked of those who will ask.
    "asks_for_support_letters": [
        ({}, False),
        ({"papers": {}}, False),
        ({"papers": {"support_letters": "ask"}}, True),
        ({"papers": {"support_letters": "have"}}, False),
        ({"papers": {"support_letters": "cannot"}}, False),
        ({"papers": {"medical_records": "ask"}}, False),
    ],
    "hearing_missed": [
        ({}, False),
        ({"next_hearing": None}, False),
        ({"next_hearing": D("2026-11-23")}, True),
        ({"next_hearing": D("2026-11-24")}, False),
        ({"next_hearing": D("2026-11")}, False),
        ({"next_hearing": D("2026-10")}, True),
        ({"next_hearing": D("2025")}, True),
        ({"next_hearing": D("2026")}, False),
    ],
    # Safety notes, section 9, rule 16.
    "no_paper": [
        ({}, True),
        ({"papers": {"support_letters": "ask"}}, True),
        ({"papers": {"support_letters": "have"}}, False),
    ],
    "no_reason": [
        ({}, True),
        ({"reasons_life": [], "weighs": ["gang"]}, True),
        ({"reasons_life": ["work"]}, False),
        ({"reasons_family": ["citizen_family"]}, False),
    ],
    "is_minor": [({}, False), ({"age": 17}, True), ({"age": 18}, False)],
    # Where the day is not known, another table: test_today.py.
    "hearing_may_have_passed": [
        ({}, False),
        ({"next_hearing": None}, False),
        ({"next_hearing": D("2026-11-23")}, True),
        ({"next_hearing": D("2026-11-24")}, False),
        ({"next_hearing": D("2027")}, False),
    ],
}


def test_every_rule_has_its_table() -> None:
    # check_overdue asks about the day and not about the answers: its table stands below.
    assert {*CASES, "check_overdue"} == set(RULES)
    assert all({True, False} == {expected for _, expected in cases} for cases in CASES.values())


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [(rule, answers, expected) for rule, cases in CASES.items() for answers, expected in cases],
)
def test_rule(rule: Rule, answers: dict[str, Any], expected: bool) -> None:
    assert RULES[rule](situation(**answers)) is expected


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
    assert set(screen_arguments(guide(), Facility())) == set(get_args(ScreenName))


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
    """Three thousand people: each step is met, each condition is true for one and false for one."""
    chance = random.Random(20261124)
    in_cards = _inside_cards(guide())
    steps: set[str] = set()
    outcomes: dict[int, set[bool]] = {}
    for _ in range(3000):
        # Some come when the guide was to be checked again already.
        day = chance.choice([TODAY, OVERDUE])
        course = Interview(guide(), day, Answers(random_answers(chance))).course()
        steps.update(step.id for step in course.steps)
        now = Situation(course.kept, day, guide())
        for _, when in _all_conditions():
            seen = outcomes.setdefault(id(when), set())
            if len(seen) == 2:
                continue
            group = in_cards.get(id(when))
            if group is None:
                seen.add(holds(when, now))
            else:
                for member in course.kept.members(CardsAnswer(group)):
                    seen.add(holds(when, Situation(member, day, guide())))
    never = [
        f"{place}: {when}"
        for place, when in _all_conditions()
        if outcomes[id(when)] != {True, False}
    ]
    assert never == []
    expected = {page.id for page in guide().page if page.kind != "follow"}
    firsts = {page.questions[0].id for page in guide().page if page.questions}
    expected |= {f"ask:{q.id}" for q in top_questions(guide()) if q.id not in firsts}
    assert expected - steps == set()
