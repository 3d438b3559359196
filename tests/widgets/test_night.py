"""The screen is dark at night while nobody uses it, and a touch brings it back."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.facility.loading import FacilityError, load_facility
from pdkiosk.facility.settings import Facility
from pdkiosk.ui.window.night import Night, is_night


@pytest.mark.parametrize(
    ("now", "start", "end", "night"),
    [
        ("23:30", "22:00", "06:00", True),
        ("05:59", "22:00", "06:00", True),
        ("06:00", "22:00", "06:00", False),
        ("21:59", "22:00", "06:00", False),
        ("21:59:59", "22:00", "06:00", False),
        ("22:00", "22:00", "06:00", True),
        ("05:59:59", "22:00", "06:00", True),
        ("00:00", "22:00", "06:00", True),
        ("00:59:59", "01:00", "05:00", False),
        ("01:00", "01:00", "05:00", True),
        ("04:59:59", "01:00", "05:00", True),
        ("05:00", "01:00", "05:00", False),
        ("02:00", "01:00", "05:00", True),
        ("00:30", "01:00", "05:00", False),
        ("02:00", "", "", False),
        ("02:00", "22:00", "", False),
        ("22:00", "22:00", "22:00", False),
    ],
)
def test_hours(now: str, start: str, end: str, night: bool) -> None:
    assert is_night(datetime.time.fromisoformat(now), start, end) is night


class Room:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(300, 200)
        self.pressed = 0
        button = QPushButton("begin", self.window)
        button.setGeometry(self.window.rect())
        button.clicked.connect(self.press)
        self.alone = True
        self.now = datetime.datetime(2026, 11, 24, 23, 0)
        self.night = Night(self.window, "22:00", "06:00", lambda: self.alone, lambda: self.now)
        self.window.show()
        qtbot.waitExposed(self.window)

    def press(self) -> None:
        self.pressed += 1


def test_it_is_dark_after_a_while_and_a_touch_only_wakes(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.night.look()
    assert room.night.cover is None
    room.night.look()
    cover = room.night.cover
    assert cover is not None
    picture = room.window.grab().toImage()
    assert {picture.pixelColor(x, 100).name() for x in range(0, 300, 10)} == {"#000000"}
    room.window.resize(400, 300)
    qtbot.waitUntil(lambda: cover.size() == room.window.size())
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.night.cover is None)
    assert room.pressed == 0


def test_nobody_is_left_in_the_dark(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.alone = False
    for _ in range(5):
        room.night.look()
    assert room.night.cover is None
    room.alone = True
    room.night.look()
    room.night.look()
    assert room.night.cover is not None
    room.now = datetime.datetime(2026, 11, 25, 6, 0)
    room.night.look()
    assert room.night.cover is None


def test_a_key_wakes_too(qtbot: QtBot) -> None:
    room = Room(qtbot)
    room.night.look()
    room.night.look()
    cover = room.night.cover
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.night.cover is None)
    assert room.pressed == 0


def test_the_hours_are_checked(tmp_path: Path) -> None:
    assert Facility().night_from == ""
    path = tmp_path / "site.toml"
    path.write_text('night_from = "24:00"\n')
    with pytest.raises(FacilityError, match="night_from"):
        load_facility(path)
