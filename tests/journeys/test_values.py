"""A value is judged the same wherever it comes in: touch, keyboard, answers file, saved work."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Cards, Question
from pdkiosk.interview.answers import Answers, Card, Value, parse_date, write_date
from pdkiosk.interview.answers_file import (
    AnswersFile,
    AnswersFileError,
    read_answers,
    write_answers,
)
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.today import judged
from pdkiosk.interview.values import MOST_CARDS, Reason, fault, message
from pdkiosk.language.message import PartialDate
from pdkiosk.ui.fields.base import QuestionField
from pdkiosk.ui.fields.date import DateField
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.saving.screens.opened import OpenedScreen
from pdkiosk.ui.saving.snapshot import pack, restore, unpack
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.screens.cards import CardsScreen
from pdkiosk.ui.screens.contradictions import ContradictionsScreen
from pdkiosk.ui.screens.questions import answer_slot
from pdkiosk.ui.widgets import BigButton
from tests.journeys.kiosk import TODAY, Kiosk, the_guide

GUIDE = the_guide()
SCHEMA = AnswersSchema(GUIDE, ("en", "es"))
DAY = judged(TODAY, GUIDE.about)  # 24 November 2026
QUESTIONS: dict[str, Question] = {question.id: question for question in all_questions(GUIDE)}
SON: Card = {"relation": "son"}
OLDEST: Card = {**SON, "person_age": 110}
OLDER: Card = {**SON, "person_age": 111}
LONG_NAME: Card = {**SON, "person_name": "x" * 81}
NOBODY: Card = {"person_age": 9}
NOVEMBER: Card = {"record_kind": "dui", "record_date": parse_date("2026-11")}
DECEMBER: Card = {"record_kind": "dui", "record_date": parse_date("2026-12")}

DATES: list[tuple[str, str, Reason | None]] = [
    ("detained_since", "2026-12-31", Reason.TO_COME),
    ("detained_since", "2026-12", Reason.TO_COME),
    ("detained_since", "2026-12~", Reason.TO_COME),
    ("detained_since", "2026-11-25", Reason.TO_COME),
    ("detained_since", "2026-11-24", None),
    ("detained_since", "2026-11", None),
    ("detained_since", "2026", None),
    ("detained_since", "2027", Reason.TO_COME),
    ("detained_since", "1916", None),
    ("detained_since", "1915-12-31", Reason.TOO_LONG_AGO),
    ("arrival", "2026-11-30", Reason.TO_COME),
    ("arrival", "2012~", None),
    ("work_since", "2026-12", Reason.TO_COME),
    ("illness_since", "2026-12", Reason.TO_COME),
    ("care_since", "2026-12", Reason.TO_COME),
    ("graduated", "2027-05", Reason.TO_COME),
    ("military_since", "2026-12-01", Reason.TO_COME),
    ("next_hearing", "2026-12-31", None),
    ("next_hearing", "2025-12-31", None),  # missed, which must be said
    ("next_hearing", "2024-12-31", Reason.TOO_LONG_AGO),
    ("next_hearing", "2029-12-31", None),
    ("next_hearing", "2030", Reason.TOO_FAR_AHEAD),
    ("due_date", "2027-03", None),
    ("due_date", "2031", Reason.TOO_FAR_AHEAD),
]

NUMBERS: list[tuple[str, int, Reason | None]] = [
    ("age", 13, Reason.OUT_OF_RANGE),
    ("age", 14, None),
    ("age", 110, None),
    ("age", 111, Reason.OUT_OF_RANGE),
    ("age_at_arrival", 0, None),
    ("age_at_arrival", 21, None),
    ("age_at_arrival", 35, Reason.OUT_OF_RANGE),
]

TEXTS: list[tuple[str, str, Reason | None]] = [
    ("full_name", "x" * 200, None),
    ("full_name", "x" * 201, Reason.TOO_LONG),
    ("full_name", "\U0001f642" * 100, None),
    ("full_name", "\U0001f642" * 101, Reason.TOO_LONG),  # two units each for an editor
    ("a_number", "A012 345 678", None),
    ("a_number", "1" * 41, Reason.TOO_LONG),
    ("country", "@mexico", None),
    ("country", "@mexco", Reason.NOT_OFFERED),
    ("story", "x" * 20_000, None),
    ("story", "x" * 20_001, Reason.TOO_LONG),
]

OTHERS: list[tuple[str, Value, Reason | None]] = [
    ("age", None, Reason.NOT_OFFERED),
    ("next_hearing", None, None),
    ("way", "short", None),
    ("way", "fast", Reason.NOT_OFFERED),
    ("weighs", ["gang", "felony"], None),
    ("weighs", ["gang", "gang"], Reason.TWICE),
    ("weighs", ["gng"], Reason.NOT_OFFERED),
    ("papers", {"medical_records": "ask"}, None),
    ("papers", {"medical_records": "no"}, Reason.NOT_OFFERED),
    ("people", [OLDEST], None),
    ("people", [OLDER], Reason.OUT_OF_RANGE),
    ("people", [LONG_NAME], Reason.TOO_LONG),
    ("people", [SON] * MOST_CARDS, None),
    ("people", [SON] * (MOST_CARDS + 1), Reason.TOO_MANY),
    ("people", [NOBODY], Reason.OTHER_KIND),
    ("record", [DECEMBER], Reason.TO_COME),
    ("record", [NOVEMBER], None),
]

ALL: list[tuple[str, Value, Reason | None]] = [
    *((name, parse_date(text), reason) for name, text, reason in DATES),
    *NUMBERS,
    *TEXTS,
    *OTHERS,
]
IDS = [f"{name}-{number}" for number, (name, _, _) in enumerate(ALL)]


@pytest.mark.parametrize(("name", "value", "reason"), ALL, ids=IDS)
def test_the_rule(name: str, value: Value, reason: Reason | None) -> None:
    found = fault(QUESTIONS[name], value, GUIDE, DAY)
    assert (found.reason if found else None) is reason


@pytest.mark.parametrize(("name", "value", "reason"), ALL, ids=IDS)
def test_a_file(name: str, value: Value, reason: Reason | None) -> None:
    data = write_answers(AnswersFile(Answers({name: value})))
    if reason is None:
        assert read_answers(data, SCHEMA, TODAY).answers.values == {name: value}
        return
    with pytest.raises(AnswersFileError) as refused:
        read_answers(data, SCHEMA, TODAY)
    assert str(refused.value).startswith(f"$.answers.{name}")
    assert refused.value.reason in (reason, None)  # None: it has no such form at all
    if reason not in (Reason.NOT_OFFERED, Reason.OTHER_KIND):
        assert refused.value.reason is reason


def test_saved_work(kiosk: Kiosk) -> None:
    """What cannot be is left out and named, once; all else comes back."""
    context = kiosk.shell.context
    for name, value, reason in ALL:
        context.interview.answers.replace_all({"full_name": "Ana", name: value})
        work = unpack(pack(context, "age"), context)
        refused = [question for question, _ in work.refitted.refused]
        left_out = [*refused, *work.refitted.changed]
        if reason is None:
            assert work.refitted.answers.values[name] == value, (name, value)
            assert not left_out
        else:
            kept = work.refitted.answers.values
            assert name not in kept or kept[name] != value, (name, value)
            assert [question.id for question in left_out] == [name]
        restore(work, context)
        again = unpack(pack(context, "age"), context).refitted
        assert not again.refused and not again.changed, "it is named once"


def test_a_day_to_come_in_saved_work_is_named_with_its_reason(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    context.interview.answers.set("detained_since", parse_date("2026-12-31"))
    context.saving.refitted = unpack(pack(context, "age"), context).refitted
    screen = OpenedScreen(context)
    box = screen.findChild(QWidget, "refused")
    assert box is not None
    said = spoken(box)
    assert "Detained since: This day has not come yet." in said
    assert "Please answer them again" in said


def spoken(widget: QWidget) -> str:
    return " ".join(str(text) for text in words_of(widget))


def words_of(widget: QWidget) -> list[str]:
    from pdkiosk.ui.widgets.labels import TextPair

    return [label.pair.first for label in widget.findChildren(TextPair)]


# ---- the window ------------------------------------------------------------------------------


def field_of(kiosk: Kiosk, name: str) -> QuestionField:
    context = kiosk.shell.context
    question = QUESTIONS[name]
    made = make_field(context, question, answer_slot(context, question, lambda: None))
    made.setParent(kiosk.shell)
    return made


def test_the_slot_of_a_field(kiosk: Kiosk) -> None:
    """Whatever a field hands over: it is an answer, or the person is told why it is none."""
    for name, value, reason in ALL:
        question = QUESTIONS[name]
        slot = answer_slot(kiosk.shell.context, question, lambda: None)
        said = slot.put(value)
        if reason is None:
            assert said is None and kiosk.answers[name] == value, (name, value)
        else:
            assert said is not None, (name, value)
            if not isinstance(question, Cards):
                assert said.text == message(reason, question).text
            assert name not in kiosk.answers


def test_touch_offers_what_can_be_and_nothing_else(kiosk: Kiosk) -> None:
    for name, text, reason in DATES:
        kiosk.shell.context.interview.answers.clear(name)
        field = field_of(kiosk, name)
        assert isinstance(field, DateField)
        wanted = parse_date(text)
        assert offered(field, wanted) is (reason is None), (name, text)
        if reason is None:
            assert kiosk.answers[name] == PartialDate(wanted.year, wanted.month, wanted.day)


def offered(field: DateField, wanted: PartialDate) -> bool:
    """Whether a date can be touched together; then it has been."""
    pickers = field.field
    next(iter(pickers.parts.values())).activated.emit()
    if not touch(field, str(wanted.year)):
        if not touch(field, pickers._texts.other_years.first):
            return False
        for button in open_buttons(field):
            first, dash, last = button.pair.first.partition(" – ")
            if dash and int(first) <= wanted.year <= int(last):
                button.activated.emit()
                break
        else:
            return False
        if not touch(field, str(wanted.year)):
            return False
    for index, number in ((1, wanted.month), (2, wanted.day)):
        if number is not None:
            if not pickers.is_open():
                list(pickers.parts.values())[index].activated.emit()
            names = pickers._texts.months
            if not touch(field, names[number - 1].first if index == 1 else str(number)):
                return False
        elif index == 1:
            touch(field, pickers._texts.unknown.first)
    return True


def open_buttons(field: DateField) -> list[BigButton]:
    panel = field.field._panel
    return [] if panel is None else panel.findChildren(BigButton)


def touch(field: DateField, words: str) -> bool:
    for button in open_buttons(field):
        if button.pair.first == words:
            button.activated.emit()
            return True
    return False


def test_a_month_that_is_too_late_goes_when_this_year_is_touched(kiosk: Kiosk) -> None:
    field = field_of(kiosk, "detained_since")
    assert isinstance(field, DateField)
    assert offered(field, parse_date("2025-12-31"))
    assert offered(field, PartialDate(2026, 11))
    list(field.field.parts.values())[2].activated.emit()
    assert not touch(field, "25") and touch(field, "24")
    assert write_date(kiosk.answers["detained_since"]) == "2026-11-24"  # type: ignore[arg-type]
    next(iter(field.field.parts.values())).activated.emit()
    assert touch(field, "2025")
    assert write_date(kiosk.answers["detained_since"]) == "2025-11-24"  # type: ignore[arg-type]


def test_a_number_that_is_typed(kiosk: Kiosk) -> None:
    for name, number, reason in NUMBERS:
        field = field_of(kiosk, name)
        editor = field.findChild(QLineEdit)
        if editor is None:  # each number that can be the answer has a key of its own
            key = field.findChild(BigButton, f"{name}.{number}")
            assert (key is None) == (reason is not None)
            if key is not None:
                key.click()
                assert kiosk.answers[name] == number
            continue
        QTest.keyClicks(editor, str(number))
        if reason is None:
            assert kiosk.answers[name] == number
            assert field.new_warning() is None and field.error is None
        else:
            assert name not in kiosk.answers, "no other number in its place"
            warned = field.new_warning()
            assert warned is not None and warned.args == {"number": number}
        editor.clear()
        assert name not in kiosk.answers and field.error is None


def test_words_that_are_typed(kiosk: Kiosk) -> None:
    """A field has room for what can be kept, so that nothing longer can be typed."""
    for name, text, reason in TEXTS:
        kiosk.shell.context.interview.answers.clear(name)
        field: Any = field_of(kiosk, name)
        editor = field.field.editor
        (editor.insert if isinstance(editor, QLineEdit) else editor.insertPlainText)(text)
        given = kiosk.answers.get(name)
        assert given is None or fault(QUESTIONS[name], given, GUIDE, DAY) is None
        if text.startswith("@"):
            assert given == f" {text}", "typed words are no card"
        else:
            assert (given == text) is (reason is None), (name, len(text))


def test_what_is_said_of_a_person(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    people = QUESTIONS["people"]
    assert isinstance(people, Cards)
    kiosk.give({"people": [SON]})
    age = next(field for field in people.fields if field.id == "person_age")
    slot = CardScreen(context, people, 0)._slot(age, SON)
    assert slot.put(9) is None and kiosk.answers["people"] == [{**SON, "person_age": 9}]
    said = slot.put(111)
    assert said is not None and said.text == message(Reason.OUT_OF_RANGE, age).text
    assert kiosk.answers["people"] == [SON], "neither the wrong age nor the one before"


def test_no_more_people_than_fit_can_be_added(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    kiosk.give({"in_proceedings": "yes", "way": "full"})
    step = next(
        s for s in context.interview.course().steps if s.questions[:1] == (QUESTIONS["people"],)
    )
    for count, room in ((MOST_CARDS - 1, True), (MOST_CARDS, False)):
        kiosk.give({"people": [SON] * count})
        screen = CardsScreen(context, step)
        adds = screen.findChildren(QWidget, "people.add.son")
        assert bool(adds) is room
        assert ("No more than 100 fit here." in words_of(screen)) is not room
        asked: list[object] = []
        screen.go.connect(asked.append)
    screen._add("son")
    assert len(kiosk.answers["people"]) == MOST_CARDS  # type: ignore[arg-type]


# ---- what does not fit together ------------------------------------------------------------


def test_what_does_not_fit_together_is_asked_about_before_the_letter(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    kiosk.give({"in_proceedings": "yes", "way": "full", "has_lawyer": "no"})
    kiosk.give({"full_name": "Ana", "age": 30, "arrival": parse_date("2020")})
    kiosk.give({"reasons_life": ["long_residence"]})
    kiosk.give({"detained_since": parse_date("2019")})
    for way in ("full", "short"):
        kiosk.give({"way": way, "detained_since": parse_date("2019")})
        step = next(s for s in context.interview.course().steps if s.id == "see_if_right")
        screen = ContradictionsScreen(context, step)
        assert "These do not fit together: In the U.S. since and Detained since." in spoken(screen)
        assert screen.findChild(QWidget, "change:arrival") is not None
        kiosk.give({"detained_since": parse_date("2021")})
        assert "see_if_right" not in [s.id for s in context.interview.course().steps]


def test_a_victim_is_told_that_safety_comes_first(kiosk: Kiosk) -> None:
    kiosk.give({"in_proceedings": "yes", "way": "full", "has_lawyer": "no"})
    kiosk.give({"reasons_family": ["victim"], "victim_kinds": ["domestic"]})
    kiosk.give({"sponsor": "@partner"})
    context = kiosk.shell.context
    step = next(s for s in context.interview.course().steps if s.id == "see_if_right")
    screen = ContradictionsScreen(context, step)
    said = spoken(screen)
    assert "Was it someone else who hurt you?" in said
    assert "Your safety comes first." in said
    for question in ("victim_kinds", "sponsor"):
        assert screen.findChild(QWidget, f"change:{question}") is not None


def test_a_wrong_clock_refuses_no_true_answer() -> None:
    early = judged(date(1970, 1, 1), GUIDE.about)
    late = judged(date(2093, 1, 1), GUIDE.about)
    since = QUESTIONS["detained_since"]
    for day in (early, late):
        assert fault(since, parse_date("2027-08"), GUIDE, day) is None
        assert fault(QUESTIONS["arrival"], parse_date("1950"), GUIDE, day) is None
        assert fault(QUESTIONS["next_hearing"], parse_date("2026-12"), GUIDE, day) is None
    data = json.dumps({"format": 1, "answers": {"detained_since": "2027-08"}}).encode()
    assert read_answers(data, SCHEMA, date(1970, 1, 1)).answers.values
    named = json.dumps(
        {"format": 1, "today": "2026-11-24", "answers": {"detained_since": "2027-08"}}
    ).encode()
    with pytest.raises(AnswersFileError, match="still to come"):
        read_answers(named, SCHEMA, date(2093, 1, 1))
