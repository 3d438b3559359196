"""A hand that shakes: real touches, in millimeters, on screens of several densities."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import (
    BigButton,
    CardGrid,
    CardKind,
    ChoiceCard,
    Column,
    PageScroll,
    Pair,
    TextPair,
)
from pdkiosk.ui.widgets.word_links import WordLink
from tests.widgets.fakes import Clock, MakeLook

DENSITIES = (((1024, 768), 22.0), ((1280, 1024), 19.0), ((1920, 1080), 15.6))
WAYS = {"down": (0, 1), "up": (0, -1), "right": (1, 0), "left": (-1, 0)}
_STEPS = 8


@cache
def _screen() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


class Page:
    """Cards in a page, and a finger on them."""

    def __init__(self, qtbot: QtBot, look: Look, cards: int) -> None:
        self.qtbot, self.look = qtbot, look
        self.scroll = PageScroll(look, up=Pair("Arriba"), down=Pair("Abajo"))
        self.scroll.resize(760, 760)  # within the screen that Qt makes up without a display
        qtbot.addWidget(self.scroll)
        column = Column(look)
        made = [ChoiceCard(look, Pair(f"Cosa {i}"), kind=CardKind.CHECK) for i in range(cards)]
        self.text = TextPair(look, Pair("Vaya a toda audiencia.", "Go to every hearing."))
        self.words: list[str] = []
        self.text.set_links([WordLink((11, 9), "hearing")], [WordLink((12, 7), "hearing")])
        self.text.link_touched.connect(self.words.append)
        column.add(self.text)
        self.grid = CardGrid(look, made, max_columns=1)
        column.add(self.grid)
        self.scroll.set_content(column)
        self.scroll.show()
        qtbot.waitExposed(self.scroll)
        if cards > 10:
            qtbot.waitUntil(self.scroll.scrolls)
            qtbot.wait(250)  # touches on a page that has just come mean nothing
        self._device = _screen()

    def drag(self, card: int, way: tuple[int, int], mm: float) -> None:
        """Puts a finger on a card, moves it by so many millimeters, and lifts it."""
        widget = self.grid.cards[card]
        self.drag_from(widget.mapTo(self.scroll, widget.rect().center()), way, mm)

    def drag_from(self, middle: QPoint, way: tuple[int, int], mm: float) -> None:
        """The same at a point of the page, in the middle of the way."""
        px = mm * self.look.scale.px_per_mm
        x, y = way
        # It begins on the other side of the middle, so that the way is within the card.
        start = middle - QPoint(round(x * px / 2), round(y * px / 2))
        window = self.scroll.windowHandle()
        at = start
        QTest.touchEvent(window, self._device).press(0, at, window).commit()
        for step in range(1, _STEPS + 1):
            part = px * step / _STEPS
            at = start + QPoint(round(x * part), round(y * part))
            QTest.touchEvent(window, self._device).move(0, at, window).commit()
            self.qtbot.wait(8)
        QTest.touchEvent(window, self._device).release(0, at, window).commit()
        self.qtbot.wait(30)

    def word(self, second: bool) -> QPoint:
        """The middle of the word that can be touched, in one of the two texts."""
        span = (12, 7) if second else (11, 9)
        (box,) = self.text.word_places(span, second)
        return self.text.mapTo(self.scroll, box.center().toPoint())

    @property
    def place(self) -> int:
        """How far the page is scrolled, pixels."""
        return self.scroll.area.verticalScrollBar().value()


@pytest.fixture(params=DENSITIES, ids=["58 dpi", "86 dpi", "141 dpi"])
def look(request: pytest.FixtureRequest, make_look: MakeLook) -> Look:
    size, diagonal = request.param
    return make_look(size=size, diagonal=diagonal)


@pytest.mark.parametrize("cards", [3, 40], ids=["short page", "long page"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_eight_millimeters_within_a_card_are_still_a_tap(
    qtbot: QtBot, look: Look, way: tuple[int, int], cards: int
) -> None:
    page = Page(qtbot, look, cards)
    page.drag(1, way, 8.0)
    assert page.grid.checked() == [1]
    assert page.place == 0


@pytest.mark.parametrize("cards", [3, 40], ids=["short page", "long page"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_word_in_a_text_is_tapped_like_a_button(
    qtbot: QtBot, look: Look, way: tuple[int, int], cards: int
) -> None:
    QApplication.setDoubleClickInterval(0)  # as the shell does
    page = Page(qtbot, look, cards)
    page.drag_from(page.word(False), (0, 0), 0.0)
    page.drag_from(page.word(True), (0, 0), 0.0)
    page.drag_from(page.word(False), way, 8.0)
    assert page.words == ["hearing"] * 3
    beside = round(6.0 * look.scale.px_per_mm)  # it is 12.7 mm wide at least, if short itself
    (box,) = page.text.word_places((11, 9), False)
    beside += round(box.width() / 2)
    page.drag_from(page.word(False) - QPoint(beside, 0), (0, 0), 0.0)
    assert len(page.words) == 4
    page.drag_from(page.text.mapTo(page.scroll, QPoint(1, 1)), (0, 0), 0.0)  # "Vaya"
    page.drag_from(page.word(False), way, 18.0)
    assert len(page.words) == 4
    look.taps.hold()
    page.drag_from(page.word(False), (0, 0), 0.0)
    assert len(page.words) == 4


def test_a_finger_that_ends_beside_the_card_means_nothing(qtbot: QtBot, look: Look) -> None:
    page = Page(qtbot, look, 3)
    page.drag(1, (0, 1), 30.0)
    assert page.grid.checked() == []


def test_a_finger_that_moves_far_scrolls_and_chooses_nothing(qtbot: QtBot, look: Look) -> None:
    page = Page(qtbot, look, 40)
    page.drag(2, (0, -1), 18.0)  # begins and ends on one card, 20 mm high
    qtbot.waitUntil(lambda: page.place > 0)
    assert page.grid.checked() == []


def test_touches_on_a_page_just_come_mean_nothing(qtbot: QtBot, look: Look, clock: Clock) -> None:
    page = Page(qtbot, look, 3)
    look.taps.hold()
    clock.forward(0.249)
    page.drag(0, (0, 1), 0.0)
    assert page.grid.checked() == []
    clock.forward(0.1)
    page.drag(0, (0, 1), 0.0)
    assert page.grid.checked() == [0]


def test_a_second_tap_within_a_moment_means_nothing(qtbot: QtBot, look: Look, clock: Clock) -> None:
    page = Page(qtbot, look, 3)
    page.drag(0, (0, 1), 0.0)
    clock.forward(0.29)
    page.drag(0, (0, 1), 0.0)
    assert page.grid.checked() == [0]
    page.drag(2, (0, 1), 0.0)  # another card need not wait
    assert page.grid.checked() == [0, 2]
    clock.forward(0.05)
    page.drag(0, (0, 1), 0.0)
    assert page.grid.checked() == [2]


def test_a_long_press_is_a_tap_like_any_other(qtbot: QtBot, look: Look) -> None:
    button = BigButton(look, Pair("Siguiente", "Next"))
    button.resize(button.sizeHint())
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    taps: list[bool] = []
    button.activated.connect(lambda: taps.append(True))
    device = _screen()
    window, at = button.windowHandle(), button.rect().center()
    QTest.touchEvent(window, device).press(0, at, window).commit()
    qtbot.wait(900)  # longer than any system's long press
    assert taps == []
    QTest.touchEvent(window, device).release(0, at, window).commit()
    assert taps == [True]
