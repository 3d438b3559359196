"""Real taps through a real window write exactly what the keys show."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.ui.keyboard import editing
from pdkiosk.ui.keyboard.editing import wants_capital
from pdkiosk.ui.keyboard.layout import Action
from tests.keyboard.conftest import MakeWindow
from tests.keyboard.window import Window, finger, layouts

SPANISH = "¿Dónde está mi niña? José"
ENGLISH = "My son was born here. He is 4 years old, and it's his home!"


def test_spanish_is_written_by_finger(window: Window) -> None:
    window.open_at(window.line.editor)
    seen: list[str] = []
    window.line.changed.connect(seen.append)
    window.writes(SPANISH)
    assert window.line.editor.text() == SPANISH
    assert seen[-1] == SPANISH and len(seen) == len(SPANISH)  # as when somebody types


def test_spanish_is_written_by_mouse(window: Window) -> None:
    window.open_at(window.line.editor)
    window.writes(SPANISH, lambda wanted: window.click(window.middle(window.key(wanted))))
    assert window.line.editor.text() == SPANISH


def test_clicks_given_to_a_key_itself_count_once(window: Window) -> None:
    window.open_at(window.line.editor)
    QTest.mouseClick(window.key("H"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.key("a"), Qt.MouseButton.LeftButton)
    assert window.line.editor.text() == "Ha"


def test_english_is_written_in_lines(make_window: MakeWindow) -> None:
    window = make_window(first="en", second="", size=(1024, 768))
    window.open_at(window.area.editor)
    window.writes(f"{ENGLISH}\nJosé")
    assert window.area.editor.toPlainText() == f"{ENGLISH}\nJosé"
    assert window.area.text() == f"{ENGLISH}\nJosé"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_key_gives_what_it_shows(make_window: MakeWindow, language: str) -> None:
    window = make_window(first=language, second="")
    editor = window.area.editor
    window.open_at(editor)
    layout = layouts()[language]
    for page in layout.pages:
        if page != layout.first_page:
            window.tap(Action(page))
        signs = [key for key in window.keyboard.shown_keys() if key.spec.text]
        shift = any(key.spec.action is Action.SHIFT for key in window.keyboard.shown_keys())
        assert signs
        for capitals in (False, True) if shift else (False,):
            for key in signs:
                editor.clear()
                if shift:
                    for _ in range(4):
                        if (key.sign == key.spec.shifted) == capitals:
                            break
                        window.tap(Action.SHIFT)
                shown = key.sign
                assert key.accessibleName() == shown
                window.touch(window.middle(key))
                assert editor.toPlainText() == shown


@pytest.mark.parametrize("field", ["number", "a_number"])
def test_the_pad_gives_what_it_shows(window: Window, field: str) -> None:
    editor = getattr(window, field).editor
    window.open_at(editor)
    keys = [key for key in window.keyboard.shown_keys() if key.spec.text]
    assert {key.sign for key in keys} == set("0123456789") | (
        set("A-") if field == "a_number" else set()
    )
    for key in keys:
        editor.clear()
        window.touch(window.middle(key))
        assert editor.text() == key.sign


def test_an_a_number(window: Window) -> None:
    window.open_at(window.a_number.editor)
    window.writes("A012-345-678")
    assert window.a_number.text() == "A012-345-678"


def test_a_number_above_its_bound_is_no_number_and_not_another_one(window: Window) -> None:
    window.open_at(window.number.editor)
    window.writes("34")
    assert window.number.value() == 34
    window.writes("7")
    assert window.number.value() is None


_TYPED = sorted(layouts()["es"].characters() | {" ", "\n"})


@given(text=st.text(st.sampled_from(_TYPED), max_size=14))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_can_be_typed(window: Window, text: str) -> None:
    window.area.editor.clear()
    window.keyboard.put_away()
    window.open_at(window.area.editor)
    window.writes(text)
    assert window.area.editor.toPlainText() == text


# ---- Delete, arrows, Done ------------------------------------------------------------------


def test_delete_and_arrows(window: Window) -> None:
    window.open_at(window.line.editor)
    window.writes("Caza")
    window.tap(Action.LEFT)
    window.tap(Action.DELETE)
    window.writes("s")
    window.tap(Action.RIGHT)
    window.writes(".")
    assert window.line.editor.text() == "Casa."


def test_delete_takes_what_is_selected(window: Window) -> None:
    window.line.set_text("José y Ana")
    window.open_at(window.line.editor)
    window.line.editor.setSelection(0, 7)
    window.tap(Action.DELETE)
    assert window.line.editor.text() == "Ana"
    window.line.editor.selectAll()
    window.writes("Eva")
    assert window.line.editor.text() == "Eva"


def test_delete_repeats_while_it_is_held_and_stops(qtbot: QtBot, window: Window) -> None:
    window.line.set_text("x" * 40)
    window.open_at(window.line.editor)
    window.line.editor.end(False)
    key, handle = window.key(Action.DELETE), window.windowHandle()
    at = window.middle(key)
    QTest.touchEvent(handle, finger()).press(0, at, handle).commit()
    qtbot.wait(300)
    assert len(window.line.editor.text()) == 40  # nothing yet
    qtbot.waitUntil(lambda: len(window.line.editor.text()) <= 37)
    QTest.touchEvent(handle, finger()).release(0, at, handle).commit()
    left = len(window.line.editor.text())
    qtbot.wait(400)
    assert len(window.line.editor.text()) == left


def test_a_held_delete_ends_with_the_page(qtbot: QtBot, window: Window) -> None:
    window.line.set_text("x" * 40)
    window.open_at(window.line.editor)
    handle = window.windowHandle()
    at = window.middle(window.key(Action.DELETE))
    QTest.touchEvent(handle, finger()).press(0, at, handle).commit()
    window.keyboard.put_away()
    qtbot.wait(800)
    assert len(window.line.editor.text()) == 40
    QTest.touchEvent(handle, finger()).release(0, at, handle).commit()
    window.settle()
    assert len(window.line.editor.text()) == 40


def test_done_hides_it_and_the_answer_is_looked_at(qtbot: QtBot, window: Window) -> None:
    window.open_at(window.line.editor)
    window.writes("Ana")
    with qtbot.waitSignal(window.line.editor.editingFinished):
        window.tap(Action.DONE)
    assert not window.keyboard.is_open
    assert window.line.editor.hasFocus()  # a keyboard of plastic goes on
    QTest.keyClicks(window.line.editor, " B")
    assert window.line.editor.text() == "Ana B"
    window.touch(window.middle(window.line.editor))
    assert window.keyboard.is_open  # and it comes again when the editor is touched again


# ---- limits, strange signs -----------------------------------------------------------------


def test_the_limits_of_the_editors_hold(window: Window) -> None:
    window.line.set_text("x" * 59)
    window.open_at(window.line.editor)
    window.line.editor.end(False)
    window.writes("yz")
    assert window.line.editor.text() == "x" * 59 + "y"
    window.area.set_text("x" * 3999)
    window.open_at(window.area.editor)
    window.area.editor.moveCursor(window.area.editor.textCursor().MoveOperation.End)
    window.writes("yz")
    assert window.area.editor.toPlainText() == "x" * 3999 + "y"


@pytest.mark.parametrize("sign", ["n\u0303", "\U0001f600", "ß", "ÿ", "म", "ቋ"])
def test_any_sign_of_any_layout_would_be_typed_whole(window: Window, sign: str) -> None:
    seen: list[str] = []
    window.line.changed.connect(seen.append)
    for editor in (window.line.editor, window.area.editor):
        editor.setFocus()
        editing.type_text(editor, sign)
        editing.type_text(editor, "a")
    assert window.line.editor.text() == f"{sign}a" and seen == [sign, f"{sign}a"]
    assert window.area.editor.toPlainText() == f"{sign}a"
    assert editing.text_before(window.line.editor) == f"{sign}a"
    assert editing.text_before(window.area.editor) == f"{sign}a"


def test_nothing_is_copied_and_nothing_kept(window: Window) -> None:
    QGuiApplication.clipboard().setText("before")
    window.open_at(window.line.editor)
    window.writes("Zebulon")
    window.tap(Action.DONE)
    assert QGuiApplication.clipboard().text() == "before"
    QGuiApplication.clipboard().clear()
    keyboard = window.keyboard
    kept = (keyboard, keyboard._shift, keyboard._touches, *keyboard.shown_keys())
    assert not any("Zebulon" in repr(vars(part)) for part in kept)
    assert keyboard._touches._last is None and keyboard._editor is None


# ---- capitals ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "capital"),
    [
        ("", True),
        ("¿", True),
        ("  ", True),
        ("Hola", False),
        ("Hola ", False),
        ("Hola.", False),
        ("Hola. ", True),
        ("Hola! ¡", True),
        ("Hola? «", True),
        ("Hola ¿", False),
        ('He said "No." ', True),
        ("3.5", False),
        ("x" * 300, False),
        (" " * 300, False),
        ("x" * 300 + ". ", True),
    ],
)
def test_where_a_sentence_begins(before: str, capital: bool) -> None:
    assert wants_capital(before) is capital


def test_capitals_come_by_themselves_and_go(window: Window) -> None:
    window.open_at(window.area.editor)
    for sign in "Hola":
        window.tap(sign)
    window.tap(Action.ENTER)
    window.tap("L")
    window.tap("o")
    window.tap("?")
    window.tap(Action.SPACE)
    window.tap("S")
    assert window.area.editor.toPlainText() == "Hola\nLo? S"


def test_two_touches_lock_capitals_and_a_third_unlocks(window: Window) -> None:
    window.open_at(window.line.editor)
    window.writes("Ab")
    shift = window.key(Action.SHIFT)
    assert not shift.isChecked()
    window.tap(Action.SHIFT)
    assert shift.isChecked()
    window.tap("C")
    window.tap("d")
    window.tap(Action.SHIFT)
    window.tap(Action.SHIFT)
    assert "todas" in shift.accessibleName()
    for sign in "EFG":
        window.tap(sign)
    window.tap(Action.SHIFT)
    window.tap("h")
    assert window.line.editor.text() == "AbCdEFGh"


def test_who_touches_shift_at_the_beginning_gets_a_capital(window: Window) -> None:
    window.open_at(window.line.editor)
    window.tap(Action.SHIFT)
    window.tap("A")
    window.tap("b")
    assert window.line.editor.text() == "Ab"


# ---- shaking hands -------------------------------------------------------------------------


def press_and_release(window: Window, start: QPoint, end: QPoint) -> None:
    handle = window.windowHandle()
    window.clock.forward(1)
    QTest.touchEvent(handle, finger()).press(0, start, handle).commit()
    QTest.touchEvent(handle, finger()).move(0, end, handle).commit()
    QTest.touchEvent(handle, finger()).release(0, end, handle).commit()
    window.settle()


def test_a_finger_that_rolls_still_means_its_key(window: Window) -> None:
    window.open_at(window.line.editor)
    key = window.key("G")
    edge = key.mapTo(window, QPoint(key.width() - 2, key.height() // 2))
    near = window.look.scale.mm(7.5)
    press_and_release(window, edge, edge + QPoint(near, 0))
    assert window.line.editor.text() == "G"
    press_and_release(window, edge, edge + QPoint(0, near))
    assert window.line.editor.text() == "Gg"


def test_a_finger_that_leaves_means_nothing(window: Window) -> None:
    window.open_at(window.line.editor)
    at = window.middle(window.key("G"))
    press_and_release(window, at, at + QPoint(window.look.scale.mm(40), 0))
    press_and_release(window, at, at - QPoint(0, window.look.scale.mm(60)))
    assert window.line.editor.text() == ""
    assert not any(key.isDown() for key in window.keyboard.shown_keys())


def test_a_finger_in_a_gap_means_the_nearest_key(window: Window) -> None:
    window.open_at(window.line.editor)
    key = window.key("G")
    beside = key.mapTo(window, QPoint(key.width() + 2, key.height() // 2))
    window.touch(beside)
    assert window.line.editor.text() == "G"


def test_it_acts_when_the_finger_is_lifted(window: Window) -> None:
    window.open_at(window.line.editor)
    key, handle = window.key("G"), window.windowHandle()
    at = window.middle(key)
    QTest.touchEvent(handle, finger()).press(0, at, handle).commit()
    assert key.isDown() and window.line.editor.text() == ""
    QTest.touchEvent(handle, finger()).release(0, at, handle).commit()
    assert not key.isDown() and window.line.editor.text() == "G"


def test_a_tremble_types_once_but_fast_typing_types_all(window: Window) -> None:
    window.open_at(window.line.editor)
    handle = window.windowHandle()

    def tap(sign: str, after: float) -> None:
        window.clock.forward(after)
        at = window.middle(window.key(sign))
        QTest.touchEvent(handle, finger()).press(0, at, handle).commit()
        QTest.touchEvent(handle, finger()).release(0, at, handle).commit()

    tap("L", 1)
    tap("l", 0.079)
    assert window.line.editor.text() == "L"
    tap("l", 0.081)
    tap("a", 0.01)
    tap("n", 0.01)
    tap("o", 0.01)
    assert window.line.editor.text() == "Llano"


def test_two_fingers_type_two_letters(window: Window) -> None:
    window.open_at(window.line.editor)
    handle = window.windowHandle()
    a, l = window.middle(window.key("A")), window.middle(window.key("L"))  # noqa: E741
    QTest.touchEvent(handle, finger()).press(0, a, handle).commit()
    QTest.touchEvent(handle, finger()).stationary(0).press(1, l, handle).commit()
    QTest.touchEvent(handle, finger()).release(0, a, handle).stationary(1).commit()
    QTest.touchEvent(handle, finger()).release(1, l, handle).commit()
    window.settle()
    assert window.line.editor.text() == "Al"


def test_a_screen_reader_can_press_a_key(window: Window) -> None:
    window.open_at(window.line.editor)
    focused: QWidget = window.line.editor
    window.key("A").click()  # what its action does
    assert window.line.editor.text() == "A" and focused.hasFocus()
