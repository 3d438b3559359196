"""Buttons: size, single taps, keyboard, and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import Look, TextSize
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    CardGrid,
    CardKind,
    ChoiceCard,
    HeadingLabel,
    Pair,
    PathStrip,
    ToolButton,
    WordButton,
)
from tests.widgets.fakes import Clock, MakeLook

LEFT = Qt.MouseButton.LeftButton
ANSWERS = [Pair("Sí", "Yes"), Pair("No", "No"), Pair("No sé", "I do not know")]


def cards(look: Look, kind: CardKind = CardKind.RADIO, columns: int = 1) -> CardGrid:
    grid = CardGrid(look, [ChoiceCard(look, a, kind=kind) for a in ANSWERS], max_columns=columns)
    grid.resize(800, grid.heightForWidth(800))
    return grid


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("size", list(TextSize), ids=lambda s: s.name)
def test_sizes_in_millimeters(make_look: MakeLook, size: TextSize) -> None:
    look: Look = make_look(text=size)
    px = look.scale.px_per_mm
    card = ChoiceCard(look, Pair("Sí", "Yes"))
    big = BigButton(look, Pair("Ya", "Go"), kind=ButtonKind.PRIMARY)
    assert card.heightForWidth(600) >= 20 * px
    assert big.sizeHint().height() >= 20 * px
    small = [
        BigButton(look, Pair("1"), large=False),
        ToolButton(look, icon="volume-2", accessible=Pair("Escuchar", "Listen")),
        WordButton(look, Pair("ICE")),
    ]
    for button in small:
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= 12.7 * px
        least = button.minimumSizeHint()
        assert min(least.width(), least.height()) >= 12.7 * px
    grid = cards(look, columns=2)
    grid.show()
    first, second, third = grid.cards
    assert second.x() - first.geometry().right() > 2.54 * px or grid.columns == 1
    assert third.y() - first.geometry().bottom() > 2.54 * px
    grid.close()


def test_rows_are_of_one_height_and_columns_follow_the_width(look: Look) -> None:
    words = [Pair("Corto", "Short"), Pair("Una respuesta que es bastante larga " * 3, "Long")] * 2
    grid = CardGrid(look, [ChoiceCard(look, w, kind=CardKind.CHECK) for w in words])
    for width, columns in ((400, 1), (1164, 2)):
        grid.resize(width, grid.heightForWidth(width))
        grid.show()
        assert grid.columns == columns
        for card in grid.cards:
            assert card.height() >= card.heightForWidth(card.width())
            assert grid.rect().contains(card.geometry())
        if columns == 2:
            assert len({card.height() for card in grid.cards}) == 1
    grid.close()


def test_a_second_tap_within_300_ms_is_ignored(qtbot: QtBot, look: Look, clock: Clock) -> None:
    button = BigButton(look, Pair("Siguiente", "Next"))
    shown(qtbot, button)
    taps: list[int] = []
    button.activated.connect(lambda: taps.append(1))
    QTest.mouseClick(button, LEFT)
    clock.forward(0.2)
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(taps) == 1
    clock.forward(0.15)
    QTest.mouseClick(button, LEFT)
    assert len(taps) == 2


def test_a_double_tap_chooses_and_does_not_undo(qtbot: QtBot, look: Look, clock: Clock) -> None:
    card = ChoiceCard(look, ANSWERS[0], kind=CardKind.CHECK)
    card.resize(500, 120)
    shown(qtbot, card)
    QTest.mouseClick(card, LEFT)
    QTest.mouseDClick(card, LEFT)
    assert card.isChecked()


def test_after_a_page_has_come_taps_wait(qtbot: QtBot, look: Look, clock: Clock) -> None:
    button = BigButton(look, Pair("Siguiente", "Next"))
    shown(qtbot, button)
    taps: list[int] = []
    button.activated.connect(lambda: taps.append(1))
    look.taps.hold(300)
    QTest.mouseClick(button, LEFT)
    assert not taps
    clock.forward(0.31)
    QTest.mouseClick(button, LEFT)
    assert taps


def test_it_acts_on_release_inside_only(qtbot: QtBot, look: Look, clock: Clock) -> None:
    card = ChoiceCard(look, ANSWERS[0], kind=CardKind.CHECK)
    card.resize(500, 120)
    shown(qtbot, card)
    middle, outside = card.rect().center(), QPoint(250, 300)
    QTest.mousePress(card, LEFT, pos=middle)
    assert not card.isChecked()
    QTest.mouseMove(card, outside)
    QTest.mouseRelease(card, LEFT, pos=outside)
    assert not card.isChecked()
    QTest.mouseClick(card, LEFT, pos=middle)
    assert card.isChecked()


def test_a_press_that_became_a_scroll_does_nothing(qtbot: QtBot, look: Look, clock: Clock) -> None:
    card = ChoiceCard(look, ANSWERS[0], kind=CardKind.CHECK)
    card.resize(500, 120)
    shown(qtbot, card)
    QTest.mousePress(card, LEFT)
    card.cancel_press()
    QTest.mouseRelease(card, LEFT)
    assert not card.isChecked()
    QTest.mouseClick(card, LEFT)
    assert card.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_chooses(qtbot: QtBot, look: Look, clock: Clock, key: Qt.Key) -> None:
    card = ChoiceCard(look, ANSWERS[0], kind=CardKind.CHECK)
    shown(qtbot, card)
    card.setFocus()
    QTest.keyClick(card, key)
    assert card.isChecked()
    clock.forward(1)
    QTest.keyClick(card, key)
    assert not card.isChecked()


def test_radio_cards_exclude_each_other_and_arrows_only_move(
    qtbot: QtBot, look: Look, clock: Clock
) -> None:
    grid = cards(look)
    shown(qtbot, grid)
    first, second, third = grid.cards
    changes: list[int] = []
    grid.changed.connect(lambda: changes.append(1))
    grid.set_checked([0])
    assert not changes
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert grid.checked() == [0]
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert grid.checked() == [1]
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Up)
    assert second.hasFocus()
    assert changes == [1]
    grid.set_checked([])
    assert grid.checked() == []


def test_arrows_leave_a_group_at_its_ends(qtbot: QtBot, look: Look, clock: Clock) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    before, after = BigButton(look, Pair("Antes")), BigButton(look, Pair("Después"))
    grid = cards(look)
    for widget in (before, grid, after):
        column.addWidget(widget)
    shown(qtbot, page)
    grid.set_checked([2])
    grid.cards[2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grid.cards[2], Qt.Key.Key_Down)
    assert after.hasFocus()
    grid.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grid.cards[0], Qt.Key.Key_Up)
    assert before.hasFocus()


def test_arrows_go_past_what_is_not_there(qtbot: QtBot, look: Look, clock: Clock) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    grid, after = cards(look), BigButton(look, Pair("Después"))
    for widget in (grid, after):
        column.addWidget(widget)
    shown(qtbot, page)
    first, hidden, last = grid.cards[:3]
    hidden.hide()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert last.hasFocus()
    last.setEnabled(False)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert after.hasFocus()


def test_arrows_follow_the_columns(qtbot: QtBot, look: Look, clock: Clock) -> None:
    words = [Pair(str(i)) for i in range(6)]
    grid = CardGrid(look, [ChoiceCard(look, w, kind=CardKind.CHECK) for w in words], max_columns=3)
    grid.resize(1100, grid.heightForWidth(1100))
    shown(qtbot, grid)
    assert grid.columns == 3
    grid.cards[1].setFocus()
    QTest.keyClick(grid.cards[1], Qt.Key.Key_Down)
    assert grid.cards[4].hasFocus()
    QTest.keyClick(grid.cards[4], Qt.Key.Key_Left)
    assert grid.cards[3].hasFocus()


def test_from_right_to_left_columns_and_arrows_are_mirrored(
    qtbot: QtBot, look: Look, clock: Clock
) -> None:
    grid = CardGrid(look, [ChoiceCard(look, Pair(str(i))) for i in range(4)])
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.resize(1100, grid.heightForWidth(1100))
    shown(qtbot, grid)
    assert grid.cards[0].x() > grid.cards[1].x()
    grid.cards[0].setFocus()
    QTest.keyClick(grid.cards[0], Qt.Key.Key_Left)
    assert grid.cards[1].hasFocus()


def test_the_focus_ring_is_there_for_the_keyboard_and_4_pixels(qtbot: QtBot, look: Look) -> None:
    card = ChoiceCard(look, ANSWERS[0])
    card.resize(500, 120)
    shown(qtbot, card)
    card.clearFocus()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.ring_shown
    image = card.grab().toImage()
    ring = QColor(look.theme.focus).rgb()
    column = [image.pixel(250, y) == ring for y in range(12)]
    assert column[:4] == [True] * 4
    assert not column[4]
    card.clearFocus()
    card.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not card.ring_shown


def test_names_roles_and_states_for_a_screen_reader(look: Look) -> None:
    radio = ChoiceCard(look, Pair("Sí", "Yes"), note=Pair("Una nota", "A note"))
    check = ChoiceCard(look, Pair("Vivo aquí", "I live here"), kind=CardKind.CHECK)
    action = ChoiceCard(look, Pair("Español", "Spanish"), kind=CardKind.ACTION)
    assert name(radio) == "Sí"
    assert interface(radio).text(QAccessible.Text.Description) == "Una nota"
    assert interface(radio).role() is QAccessible.Role.RadioButton
    assert interface(check).role() is QAccessible.Role.CheckBox
    assert interface(action).role() in (QAccessible.Role.Button, QAccessible.Role.PushButton)
    assert not interface(check).state().checked
    heard: list[bool] = []
    check.activated.connect(lambda: heard.append(check.isChecked()))
    actions = interface(check).actionInterface()
    actions.doAction(actions.actionNames()[0])  # as an assistive tool does
    assert heard == [True]
    check.setChecked(False)
    assert heard == [True]
    check.setChecked(True)
    assert interface(check).state().checked
    assert interface(check).state().checkable
    tool = ToolButton(look, icon="volume-2", accessible=Pair("Escuchar", "Listen"))
    assert name(tool) == "Escuchar"
    heading = HeadingLabel(look, Pair("Su hija", "Your daughter"))
    assert name(heading) == "Su hija"
    assert interface(heading).role() is QAccessible.Role.Heading
    progress = PathStrip(look, ["Antes", "Carta"])
    progress.come_to(1, [1.0, 0.0])
    progress.setAccessibleName("Paso 4 de 8")
    assert progress.value() * 2 == progress.maximum()
    assert name(progress) == "Paso 4 de 8"
    assert interface(progress).role() is QAccessible.Role.ProgressBar
