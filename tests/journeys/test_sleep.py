"""A machine that slept for hours shows nobody's answers when it wakes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pdkiosk.clock import boot_seconds
from pdkiosk.facility.settings import Facility
from pdkiosk.session.hide_pattern import Answer, HidePattern
from pdkiosk.ui.screens.hidden import HiddenScreen
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.widgets.fakes import Clock

PAINTS = True  # a machine that wakes paints first
NIGHT = 9 * 3600.0
IDLE, COUNTDOWN = Facility().idle_minutes * 60, Facility().countdown_seconds
SECRET = "Zebulon"


class _Painted(QObject):
    """Whether a page, or anything on it, was painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.pages = [page, *page.findChildren(QWidget)]
        self.count = 0
        for each in self.pages:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(event, QPaintEvent)
        return False


@pytest.fixture
def writer(kiosk: Kiosk) -> Person:
    """Somebody who has just written their name."""
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", SECRET)
    return person


def _wakes_by_painting(kiosk: Kiosk) -> None:
    kiosk.shell.update()
    QCoreApplication.processEvents()


def _wakes_by_a_touch(kiosk: Kiosk) -> None:
    window = kiosk.shell.windowHandle()
    next_button = kiosk.person().find("next")
    at = next_button.mapTo(kiosk.shell, next_button.rect().center())
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)
    QCoreApplication.processEvents()


def _wakes_by_a_key(kiosk: Kiosk) -> None:
    QTest.keyClick(kiosk.shell, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


@pytest.mark.parametrize("wake", [_wakes_by_painting, _wakes_by_a_touch, _wakes_by_a_key])
def test_after_a_night_all_is_erased_before_anything_is_painted(
    kiosk: Kiosk, writer: Person, wake: Callable[[Kiosk], None]
) -> None:
    clock = kiosk.idle_clock()
    _wakes_by_painting(kiosk)
    screen, answers = kiosk.shell.frame.screen, kiosk.answers
    assert screen is not None
    painted = _Painted(screen)
    screen.update()
    QCoreApplication.processEvents()
    assert painted.count, "else this test proves nothing"
    painted.count = 0
    clock.forward(NIGHT)
    wake(kiosk)
    assert not painted.count
    assert answers == {} and writer.place == "start" and kiosk.shell.ended_by == "idle"
    assert not writer.reads(SECRET)


def test_after_a_short_sleep_the_countdown_goes_on_with_what_is_left(
    kiosk: Kiosk, writer: Person
) -> None:
    clock = kiosk.idle_clock()
    clock.forward(IDLE + COUNTDOWN - 20)
    _wakes_by_painting(kiosk)
    assert kiosk.shell.idle.covering and writer.reads("20 segundos")
    clock.forward(19)
    kiosk.shell.idle.watch.look()
    assert writer.reads("1 segundo") and kiosk.answers
    clock.forward(1)
    _wakes_by_painting(kiosk)
    assert writer.place == "start"


def test_the_touch_that_wakes_the_machine_is_no_touch_on_what_was_shown(
    kiosk: Kiosk, writer: Person
) -> None:
    clock = kiosk.idle_clock()
    place = writer.place
    clock.forward(IDLE + 1)
    _wakes_by_a_touch(kiosk)
    assert kiosk.shell.idle.covering and writer.place == place
    clock.forward(COUNTDOWN)
    _wakes_by_a_touch(kiosk)
    assert writer.place == "start"


def test_neither_pages_nor_a_voice_keep_what_is_overdue(kiosk: Kiosk, writer: Person) -> None:
    clock, idle = kiosk.idle_clock(), kiosk.shell.idle
    answers = kiosk.answers
    clock.forward(NIGHT)
    idle.stay()
    assert idle.watch.look() and answers == {}
    writer.start("es")
    kiosk.give({"full_name": SECRET})
    answers = kiosk.answers
    clock.forward(NIGHT)
    idle.attend()
    assert answers == {} and writer.place == "start"


def test_a_hidden_screen_is_erased_too(kiosk: Kiosk, writer: Person) -> None:
    clock = kiosk.idle_clock()
    writer.tap("tool.hide")
    answers = kiosk.answers
    clock.forward(NIGHT)
    _wakes_by_painting(kiosk)
    assert answers == {} and writer.place == "start"


def test_words_of_the_hidden_screen_are_gone_before_it_is_painted_again(
    kiosk: Kiosk, writer: Person
) -> None:
    writer.tap("tool.hide")
    screen = kiosk.shell.findChild(HiddenScreen)
    assert screen is not None and writer.reads("Toque 4 cuadros.")
    clock = screen.forget.clock = Clock()
    for square in (1, 2, 3, 4):
        writer.tap(f"square.{square}")  # other words, from now on by this clock
    assert screen.forget.waiting
    clock.forward(31)
    _wakes_by_painting(kiosk)
    assert not screen.forget.waiting and not writer.reads("4 cuadros.")


def test_waits_after_wrong_squares_end_in_sleep() -> None:
    clock = Clock()
    pattern = HidePattern(clock)
    pattern.touch([1, 2, 3, 4])
    for _ in range(6):
        assert pattern.touch([4, 3, 2, 1]) is Answer.WRONG
    assert pattern.rest > 5
    clock.forward(NIGHT)
    assert not pattern.rest and pattern.touch([1, 2, 3, 4]) is Answer.BACK


def test_the_clock_is_the_one_that_goes_on_in_sleep(kiosk: Kiosk) -> None:
    assert kiosk.shell.idle.watch.clock is boot_seconds
    assert HidePattern().clock is boot_seconds


def test_a_moving_finger_is_activity(kiosk: Kiosk, writer: Person) -> None:
    clock, idle = kiosk.idle_clock(), kiosk.shell.idle
    window, device = kiosk.shell.windowHandle(), QTest.createTouchDevice()
    heading = writer.find("heading")  # nothing happens where it is touched
    at = heading.mapTo(kiosk.shell, heading.rect().center())
    QTest.touchEvent(window, device).press(0, at, window).commit()
    for place in range(1, 4):
        clock.forward(IDLE - 1)
        QTest.touchEvent(window, device).move(0, at + QPoint(place, 0), window).commit()
        assert not idle.watch.look() and not idle.covering
    QTest.touchEvent(window, device).release(0, at, window).commit()
    clock.forward(IDLE)
    assert idle.watch.look() and idle.covering
