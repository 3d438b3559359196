"""A number that is too small causes a warning, and half a number is not lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Number
from pdkiosk.interview.answers import Card
from pdkiosk.ui.fields.base import Slot
from pdkiosk.ui.fields.number import NumberField
from tests.journeys.kiosk import Kiosk, make_kiosk
from tests.journeys.person import Person


@pytest.mark.parametrize("below", [0, 1])
def test_only_what_is_below_the_least_is_too_small(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, below: int
) -> None:
    kiosk = make_kiosk(tmp_path / "papers", qtbot.waitUntil, None)
    qtbot.addWidget(kiosk.shell)
    context = kiosk.shell.context
    question = next(
        question
        for question in all_questions(context.guide)
        if isinstance(question, Number) and question.least > 0
    )
    put: list[object] = []
    field = NumberField(context, question, Slot(False, None, put.append, put.clear), False)
    qtbot.addWidget(field)
    assert field.entry is not None
    field.entry.editor.setText(str(question.least - below))
    warned = field.new_warning() is not None
    assert warned is bool(below)
    assert put == ([] if below else [question.least])
    assert field.new_warning() is None, "it is said once"


def _turns_the_second_language(person: Person) -> None:
    person.tap("tool.second")


def _opens_help(person: Person) -> None:
    person.tap("tool.help")
    person.back()


def _reads_a_word_there(person: Person) -> None:
    person.tap("tool.help")
    person.tap("term:bond")
    person.tap("next")
    person.back()


def _hides(person: Person) -> None:
    person.shell.hide_screen()
    person.settle()
    person.shell.unhide()
    person.settle()


def _sizes(person: Person) -> None:
    person.sizes("large")


@pytest.mark.parametrize(
    "away", [_turns_the_second_language, _opens_help, _reads_a_word_there, _hides, _sizes]
)
def test_half_a_number_stays_on_the_page(kiosk: Kiosk, away: Callable[[Person], None]) -> None:
    """It is too small to be an answer yet: "5" on the way to "54"."""
    person = _with_half_a_number(kiosk)
    away(person)
    assert person.place == "age" and _typed(person) == "5"
    person.tap("age.digit.4")
    assert person.answers["age"] == 54


def test_half_a_number_does_not_come_back_where_it_was_left_or_erased(kiosk: Kiosk) -> None:
    person = _with_half_a_number(kiosk)
    person.tap("tool.help")
    person.back()
    person.back()
    person.go_on_to_question("age")
    assert _typed(person) == ""
    person.tap("age.digit.5")
    person.erases()
    assert not kiosk.shell.pages._drafts


def test_half_an_age_does_not_go_over_to_somebody_else(kiosk: Kiosk) -> None:
    person = kiosk.person()
    person.start("es")
    two: list[Card] = [{"relation": "mother"}, {"relation": "father"}]
    reasons = ["citizen_family"]
    kiosk.give({"in_proceedings": "yes", "way": "full", "reasons_family": reasons, "people": two})
    person.shell.navigator.go_to("people")
    person.tap("people.0")
    field = person.find("person_age")
    assert isinstance(field, NumberField)
    field.take_draft("150")
    person.tap("tool.second")
    assert _typed(person, "person_age") == "150"
    person.tap("remove")
    person.tap("people.0")
    field = person.find("person_age")
    assert isinstance(field, NumberField) and field.draft == ""


def _with_half_a_number(kiosk: Kiosk) -> Person:
    person = kiosk.person()
    person.start("es")
    kiosk.give({"in_proceedings": "yes", "way": "full", "full_name": "Ana Ruiz"})
    person.go_on_to_question("age")
    person.tap("age.digit.5")
    assert "age" not in person.answers
    return person


def _typed(person: Person, question: str = "age") -> str:
    number = person.find(f"{question}.number")
    assert isinstance(number, QLineEdit)
    return number.text()
