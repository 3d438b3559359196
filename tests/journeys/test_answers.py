"""What is shown as chosen is what is stored, whatever the order of touches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from pdkiosk.interview.answers import Value
from pdkiosk.ui.screens.letter_sheet import SentenceRow
from pdkiosk.ui.widgets import PageScroll
from pdkiosk.ui.widgets.date_pickers import DatePickers
from pdkiosk.ui.widgets.focus_order import focus_stops
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.widgets.fakes import visible_part


@pytest.fixture
def begun(person: Person) -> Person:
    """A person past the gates, on the full way."""
    person.start("en")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    return person


def _text(person: Person, name: str) -> str:
    editor = person.find(name)
    assert isinstance(editor, QLineEdit)
    return editor.text()


def test_two_quick_touches_at_two_cards_both_count(begun: Person) -> None:
    # Qt makes one double click of two touches within 400 ms, wherever they are.
    begun.touches("reasons_life", "long_residence", "work", "community", "no_danger", "work")
    assert begun.answers["reasons_life"] == ["long_residence", "community", "no_danger"]


def test_touching_the_chosen_card_again_takes_the_answer_back(begun: Person) -> None:
    begun.touches("strong_case", "weak", "weak")
    assert "strong_case" not in begun.answers
    assert not begun.is_chosen("strong_case.weak")


def test_i_do_not_know_and_a_typed_number_exclude_each_other(begun: Person) -> None:
    begun.touches("a_number", "unknown")
    begun.types("a_number.text", "012345678")
    assert begun.answers["a_number"] == "012345678"
    assert not begun.is_chosen("a_number.unknown")
    begun.tap("a_number.unknown")
    assert begun.answers["a_number"] is None
    assert _text(begun, "a_number.text") == ""
    begun.tap("a_number.unknown")
    assert "a_number" not in begun.answers


def test_i_do_not_know_and_a_date_exclude_each_other(begun: Person) -> None:
    begun.touches("next_hearing", "unknown")
    begun.picks_date("next_hearing", 2027, 1, 5)
    assert not begun.is_chosen("next_hearing.unknown")
    begun.tap("next_hearing.unknown")
    assert begun.answers["next_hearing"] is None
    field = begun.find("next_hearing.date")
    assert isinstance(field, DatePickers) and field.value() is None


def test_that_a_date_is_not_exact_can_be_said_of_a_date_alone(begun: Person) -> None:
    begun.touches("next_hearing", "unknown")
    field = begun.find("next_hearing.date")
    assert isinstance(field, DatePickers) and not field.about_card.isVisible()
    begun.picks_date("next_hearing", 2027, 1, 5)
    assert field.about_card.isVisible()
    field.about_card.activated.emit()
    begun.tap("next_hearing.unknown")
    assert not field.about_card.isVisible() and not field.about_card.isChecked()
    assert begun.answers["next_hearing"] is None


def test_a_card_and_typed_words_exclude_each_other(begun: Person) -> None:
    begun.touches("country_told", "yes")
    begun.touches("country", "cuba")
    begun.types("country.text", "Togo")
    assert begun.answers["country"] == "Togo" and not begun.is_chosen("country.cuba")
    begun.tap("country.cuba")
    assert begun.answers["country"] == "@cuba" and _text(begun, "country.text") == ""


def test_typed_words_are_never_taken_for_a_card(begun: Person) -> None:
    begun.touches("country_told", "yes")
    begun.writes("country", "@cuba")
    assert not begun.is_chosen("country.cuba")
    begun.next()
    begun.back()
    assert not begun.is_chosen("country.cuba")
    assert _text(begun, "country.text").strip() == "@cuba"
    begun.go_on_to("letter")
    assert begun.reads("I am from") and begun.reads("@cuba")


def test_the_number_nought_is_an_answer(begun: Person) -> None:
    begun.counts("age", 30)  # else the letter does not say how old they were
    begun.touches("reasons_life", "child_arrival")
    begun.counts("age_at_arrival", 0)
    begun.go_on_to("letter")
    begun.tap("letter.answers")
    row = begun.find("answer:age_at_arrival")
    assert row.accessibleDescription() == "0"
    assert begun.reads("I have lived in the United States since I was less than one year old.")


def test_the_keyboard_comes_to_the_answers_where_they_are_listed(begun: Person) -> None:
    begun.go_on_to("letter")
    begun.tap("letter.answers")
    stops = [stop.objectName() for stop in focus_stops(begun.shell)]
    answers = [place for place, name in enumerate(stops) if name.startswith("answer:")]
    assert answers and stops.index("letter.answers") == answers[0] - 1
    assert answers[-1] < stops.index("back") and answers == sorted(answers)


def test_a_paper_can_be_let_go(begun: Person) -> None:
    begun.touches("papers", "support_letters.have", "support_letters.ask", "support_letters.ask")
    assert "papers" not in begun.answers


def test_a_number_out_of_bounds_is_not_dropped_without_a_word(begun: Person) -> None:
    begun.go_on_to_question("age")
    begun.types("age.number", "7")
    begun.tap("next")
    assert begun.asks("age") and begun.reads("7 is too little.")
    begun.next()  # told once; it can still be skipped
    assert not begun.asks("age") and "age" not in begun.answers


def test_a_digit_is_not_lost_when_the_page_is_built_anew(begun: Person) -> None:
    """A child's age brings a box; the first digit of another age takes it away."""
    begun.counts("age", 16)
    assert begun.answers["age"] == 16 and begun.reads("There are rules and lawyers for children")
    begun.steps_to("age", 35)
    assert begun.answers["age"] == 35
    assert not begun.reads("There are rules and lawyers for children")


def test_an_odd_a_number_is_said_once_and_kept(begun: Person) -> None:
    begun.writes("a_number", "12345")
    begun.tap("next")
    assert begun.asks("a_number") and begun.reads("An A-number has nine numbers")
    begun.next()
    assert begun.answers["a_number"] == "12345"
    begun.back()
    begun.empties("a_number.text")
    begun.types("a_number.text", "A 012 345 678")
    assert not begun.reads("An A-number has nine numbers")


def test_after_help_the_page_stands_where_it_stood(begun: Person) -> None:
    begun.touches("country_told", "yes")
    begun.go_on_to_question("country")
    begun.sizes("largest")
    begun.tap("country.brazil")
    place = begun.find("country.brazil").mapTo(begun.shell, QPoint(0, 0))
    with begun.opening("tool.help"):
        begun.tap("term:stay")
        begun.next()
        page = next(p for p in begun.shell.findChildren(PageScroll) if p.isVisible())
        assert visible_part(page).top() > 0, "back in the list of words, not at its top"
    assert begun.find("country.brazil").mapTo(begun.shell, QPoint(0, 0)) == place


@pytest.mark.parametrize("way", ["short", "full"])
def test_every_sentence_that_can_be_touched_leads_to_its_question_and_back(
    kiosk: Kiosk, way: str
) -> None:
    person = kiosk.person()
    person.start("es")
    answers: dict[str, Value] = {
        "in_proceedings": "yes",
        "way": way,
        "stage": "court",
        "reasons_life": ["long_residence", "work", "not_deported"],
        "reasons_family": ["citizen_family", "age_reason", "health"],
        "medical": ["blind"],
        "hearings_attended": "yes",
    }
    kiosk.give(answers)
    person.go_on_to("letter")
    rows = [r for r in person.shell.findChildren(SentenceRow) if r.isVisible() and r.isEnabled()]
    names = sorted({row.objectName() for row in rows})
    assert len(names) >= 8
    for name in names:
        with person.changing(name):
            assert person.asks(name.partition(":")[2])


def test_the_countdown_cannot_be_gone_round_with_the_keyboard(begun: Person) -> None:
    begun.tap("erase")
    begun.shell.idle.warn.emit()
    begun.settle()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() in ("here", "erase.now"), focused.objectName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    begun.tap("here")
    begun.tap("erase.yes")
    assert begun.place == "start"
