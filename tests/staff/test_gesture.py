"""The way to the staff page: open on the start screen of a fresh process, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pdkiosk.facility.loading import load_or_last_good
from pdkiosk.facility.settings import Facility
from pdkiosk.ui.staff.gesture import SECONDS, GestureSteps
from pdkiosk.ui.staff.page import StaffPage
from tests.staff.kiosk import MakeKiosk, StaffKiosk, pin_hash
from tests.widgets.fakes import Clock

SCREEN = QSize(1000, 800)
CORNERS = (QPointF(5, 5), QPointF(995, 5), QPointF(995, 795), QPointF(5, 795))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def steps(clock: Clock) -> GestureSteps:
    return GestureSteps(100, clock)


def touched(steps: GestureSteps, *corners: int) -> list[bool]:
    return [steps.touched(CORNERS[corner], SCREEN) for corner in corners]


def test_four_corners_clockwise(steps: GestureSteps) -> None:
    assert touched(steps, 0, 1, 2, 3) == [False, False, False, True]


def test_a_touch_that_comes_twice_does_not_matter(steps: GestureSteps) -> None:
    assert touched(steps, 0, 0, 1, 1, 2, 2, 3)[-1]


@pytest.mark.parametrize("order", [(0, 3, 2, 1), (1, 2, 3, 0), (0, 2, 1, 3), (3, 3, 3, 3)])
def test_another_order_is_nothing(steps: GestureSteps, order: tuple[int, ...]) -> None:
    assert not any(touched(steps, *order))


def test_a_touch_elsewhere_begins_anew(steps: GestureSteps) -> None:
    touched(steps, 0, 1, 2)
    assert not steps.touched(QPointF(500, 400), SCREEN)
    assert not any(touched(steps, 3))
    assert touched(steps, 0, 1, 2, 3)[-1]


def test_it_has_to_be_quick_enough(steps: GestureSteps, clock: Clock) -> None:
    touched(steps, 0, 1, 2)
    clock.forward(SECONDS + 0.1)
    assert not any(touched(steps, 3))


def test_the_word(steps: GestureSteps, clock: Clock) -> None:
    assert [steps.typed(letter) for letter in "xSTsTaff"][-1]
    assert not any(steps.typed(letter) for letter in "staf")
    clock.forward(SECONDS + 0.1)
    assert not steps.typed("f")


def test_the_corners_open_the_pin_page(kiosk: StaffKiosk) -> None:
    kiosk.corners()
    assert kiosk.room.place == "pin"


def test_a_keyboard_opens_it_without_any_touch(kiosk: StaffKiosk) -> None:
    handle = kiosk.shell.windowHandle()
    assert handle is not None
    for letter in (Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_A, Qt.Key.Key_F, Qt.Key.Key_F):
        QTest.keyClick(handle, letter)
    kiosk.settle()
    assert kiosk.room.place == "pin"
    for digit in "830194":
        QTest.keyClick(handle, Qt.Key(ord(digit)))
    kiosk.settle()
    kiosk.touch("pin.ok")
    assert kiosk.room.place == "menu"


def test_once_a_language_was_touched_nothing_opens_it(kiosk: StaffKiosk) -> None:
    kiosk.touch("language.es")
    assert kiosk.shell.place != "start"
    kiosk.corners("12341234")
    assert kiosk.shell.findChild(StaffPage) is None
    kiosk.shell.open_staff()
    assert kiosk.shell.findChild(StaffPage) is None


def test_not_even_on_the_start_screen_of_a_process_that_somebody_used(kiosk: StaffKiosk) -> None:
    kiosk.touch("language.es")
    kiosk.shell.end_session()
    kiosk.settle()
    assert kiosk.shell.place == "start"
    kiosk.corners("12341234")
    kiosk.shell.open_staff()
    assert kiosk.shell.findChild(StaffPage) is None


def test_without_a_pin_it_says_how_to_set_one(kiosk_with: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = kiosk_with(facility=Facility())
    kiosk.corners()
    assert kiosk.room.place == "no pin"
    words = kiosk.words()
    assert "pdkiosk pin" in words
    assert "There is no staff page yet" in words
    assert not kiosk.sees("pin.1")
    with qtbot.waitSignal(kiosk.shell.ended):
        kiosk.touch("back")


def test_a_spoiled_pin_line_opens_nothing(kiosk_with: MakeKiosk) -> None:
    kiosk = kiosk_with(facility=Facility(staff_pin="830194"))
    kiosk.corners()
    assert kiosk.room.place == "no pin"
    with pytest.raises(ValueError, match="PIN"):
        kiosk.room.open("menu")


def test_a_wrong_file_without_which_there_is_no_pin_is_explained(
    kiosk_with: MakeKiosk, tmp_path: Path
) -> None:
    file = tmp_path / "site.toml"
    file.write_text(f"staff_pin = '{pin_hash()}'\nscreen_diagonal = 559\n")
    loaded = load_or_last_good(file, tmp_path / "state")
    kiosk = kiosk_with(facility=loaded.facility, problem=loaded.problem)
    kiosk.corners()
    assert kiosk.room.place == "no pin"
    words = kiosk.words()
    for says in (
        str(kiosk.file),
        "The value of screen_diagonal is wrong",
        "line 2",
        "screen_diagonal = 100",  # the nearest value that would work
    ):
        assert says in words
    assert "argon2" not in words
