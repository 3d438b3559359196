"""A page longer than the screen shows that it continues, and follows finger and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import Look, TextSize
from pdkiosk.ui.widgets import (
    CardGrid,
    CardKind,
    ChoiceCard,
    Column,
    HeadingLabel,
    PageScroll,
    Pair,
    TextPair,
)
from pdkiosk.ui.widgets.text_fields import TextField
from tests.widgets.fakes import Clock, MakeLook, visible_part


def page(look: Look, cards: int) -> tuple[Column, CardGrid]:
    column = Column(look)
    column.add(HeadingLabel(look, Pair("¿Qué cosas son verdad?", "Which are true?")))
    made = [ChoiceCard(look, Pair(f"Cosa {i}", "Thing"), kind=CardKind.CHECK) for i in range(cards)]
    grid = CardGrid(look, made)
    column.add(grid)
    return column, grid


@pytest.fixture
def scroll(qtbot: QtBot, look: Look) -> PageScroll:
    made = PageScroll(look, up=Pair("Arriba", "Up"), down=Pair("Abajo", "Down"))
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_arrows_are_there_only_when_the_page_is_longer(
    qtbot: QtBot, look: Look, scroll: PageScroll, clock: Clock
) -> None:
    column, _ = page(look, 4)
    scroll.set_content(column)
    qtbot.wait_until(lambda: column.height() > 0)
    assert not scroll.scrolls()
    assert not scroll.down_button.isVisible()
    longer, grid = page(look, 40)
    scroll.set_content(longer)
    qtbot.waitUntil(scroll.scrolls)
    assert scroll.down_button.isVisible()
    assert scroll.up_button.spent
    side = 12.7 * look.scale.px_per_mm
    assert min(scroll.down_button.width(), scroll.down_button.height()) >= side
    card = grid.cards[1]
    right = card.mapTo(scroll, QPoint(card.width(), 0)).x()
    assert scroll.down_button.x() - right >= 2.5 * look.scale.px_per_mm
    for _ in range(20):
        QTest.mouseClick(scroll.down_button, Qt.MouseButton.LeftButton)
        clock.forward(0.5)
    assert visible_part(scroll).bottom() >= longer.height() - 1
    assert scroll.down_button.spent


def test_the_keyboard_brings_the_focus_into_view(
    qtbot: QtBot, look: Look, scroll: PageScroll
) -> None:
    column, grid = page(look, 40)
    scroll.set_content(column)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    last = grid.cards[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    top = last.mapTo(column, QPoint(0, 0))
    assert visible_part(scroll).contains(top)
    assert visible_part(scroll).contains(top + QPoint(0, last.height()))


def test_the_keyboard_reads_a_page_without_anything_to_touch(
    qtbot: QtBot, look: Look, scroll: PageScroll, clock: Clock
) -> None:
    column = Column(look)
    for i in range(60):
        column.add(TextPair(look, Pair(f"Frase {i}.", f"Sentence {i}.")))
    scroll.set_content(column)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    qtbot.waitUntil(scroll.scrolls)
    scroll.up_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(scroll.up_button, Qt.Key.Key_Down)
    assert scroll.down_button.hasFocus()
    for _ in range(30):
        QTest.keyClick(scroll.down_button, Qt.Key.Key_Return)
        clock.forward(0.5)
    assert scroll.down_button.spent
    assert scroll.down_button.hasFocus()
    assert visible_part(scroll).bottom() >= column.height() - 1


def test_the_keyboard_comes_to_the_page_before_the_arrows(
    qtbot: QtBot, look: Look, scroll: PageScroll
) -> None:
    column, grid = page(look, 40)
    scroll.set_content(column)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    qtbot.waitUntil(scroll.scrolls)
    grid.cards[-1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(grid.cards[-1], Qt.Key.Key_Tab)
    assert scroll.up_button.hasFocus()


def test_the_field_typed_in_stays_in_view_when_the_room_shrinks(
    qtbot: QtBot, look: Look, scroll: PageScroll
) -> None:
    column, _ = page(look, 6)
    field = TextField(look, Pair("Nombre", "Name"))
    column.add(field)
    scroll.set_content(column)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    field.focus_field()
    scroll.resize(1280, 300)  # the on-screen keyboard has come up
    qtbot.waitUntil(
        lambda: visible_part(scroll).contains(
            field.editor.mapTo(column, field.editor.rect().center())
        )
    )


def test_a_finger_scrolls_and_the_card_under_it_is_not_chosen(
    qtbot: QtBot, look: Look, scroll: PageScroll, clock: Clock
) -> None:
    column, grid = page(look, 40)
    scroll.set_content(column)
    qtbot.waitUntil(scroll.scrolls)
    qtbot.wait(250)  # touches on a page that has just come mean nothing
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    window = scroll.windowHandle()
    start = grid.cards[4].mapTo(scroll, QPoint(100, 60))
    QTest.touchEvent(window, device).press(0, start)
    for step in range(1, 12):
        QTest.touchEvent(window, device).move(0, start - QPoint(0, 12 * step))
        qtbot.wait(12)
    QTest.touchEvent(window, device).release(0, start - QPoint(0, 132))
    qtbot.waitUntil(lambda: scroll.area.verticalScrollBar().value() > 20)
    assert grid.checked() == []


def test_a_finger_that_stays_chooses_the_card(
    qtbot: QtBot, look: Look, scroll: PageScroll, clock: Clock
) -> None:
    column, grid = page(look, 40)
    scroll.set_content(column)
    qtbot.waitUntil(scroll.scrolls)
    qtbot.wait(250)  # touches on a page that has just come mean nothing
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    window = scroll.windowHandle()
    place = grid.cards[4].mapTo(scroll, QPoint(100, 60))
    QTest.touchEvent(window, device).press(0, place)
    QTest.touchEvent(window, device).release(0, place)
    qtbot.waitUntil(lambda: grid.checked() == [4])


@pytest.mark.parametrize("size", list(TextSize), ids=lambda s: s.name)
@pytest.mark.parametrize(
    "screen", [(1280, 1024), (1024, 768), (1080, 1920), (1920, 1080), (1366, 768)]
)
def test_nothing_stands_beside_the_screen(
    qtbot: QtBot, make_look: MakeLook, screen: tuple[int, int], size: TextSize
) -> None:
    look = make_look(size=screen, diagonal=19.0 if screen == (1280, 1024) else 22.0, text=size)
    scroll = PageScroll(look, up=Pair("Arriba"), down=Pair("Abajo"))
    scroll.resize(screen[0], screen[1] - look.scale.mm(60))
    qtbot.addWidget(scroll)
    column, grid = page(look, 8)
    scroll.set_content(column)
    scroll.show()
    qtbot.waitExposed(scroll)
    assert column.width() == scroll.area.viewport().width()
    for card in grid.cards:
        assert grid.rect().contains(card.geometry())
        assert card.height() >= card.heightForWidth(card.width())
    assert column.rect().contains(grid.geometry())
