"""Numbers by touch: digits on a pad, one key each for small ones, the A-number in threes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import Look, TextSize
from pdkiosk.ui.widgets import Pair
from pdkiosk.ui.widgets.a_number_entry import ANumberEntry
from pdkiosk.ui.widgets.digit_pad import DigitPad
from pdkiosk.ui.widgets.number_entry import NumberEntry
from pdkiosk.ui.widgets.number_tiles import NumberTiles
from tests.widgets.fakes import Clock, MakeLook

REMOVE = Pair("Quitar", "Take away")


@pytest.fixture
def entry(qtbot: QtBot, look: Look) -> NumberEntry:
    made = NumberEntry(look, name="age", remove=REMOVE, unit=Pair("años", "years"), digits=4)
    qtbot.addWidget(made)
    qtbot.addWidget(made.pad)
    made.resize(600, 200)
    made.pad.setParent(None)
    made.pad.resize(480, 700)
    made.show()
    made.pad.show()
    return made


def _touch(pad: DigitPad, clock: Clock, keys: str) -> None:
    """Touches digits; "<" is the key that takes one away."""
    for key in keys:
        clock.forward(1)
        QTest.mouseClick(pad.remove if key == "<" else pad.keys[key], Qt.MouseButton.LeftButton)


def test_an_age_is_two_touches(entry: NumberEntry, clock: Clock) -> None:
    heard: list[object] = []
    entry.changed.connect(heard.append)
    _touch(entry.pad, clock, "41")
    assert heard == [4, 41] and entry.editor.text() == "41"


def test_nothing_becomes_another_number(entry: NumberEntry, clock: Clock) -> None:
    _touch(entry.pad, clock, "411")
    assert entry.value() == 411 and entry.editor.text() == "411", "the digits stay"
    _touch(entry.pad, clock, "<")
    assert entry.value() == 41
    _touch(entry.pad, clock, "<<<")
    assert entry.value() is None and not entry.editor.text()


def test_what_stood_there_is_replaced(entry: NumberEntry, clock: Clock) -> None:
    entry.set_value(34)
    _touch(entry.pad, clock, "58")
    assert entry.value() == 58
    QTest.mouseClick(entry.editor, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    _touch(entry.pad, clock, "6")
    assert entry.value() == 6, "touched itself, it is written anew"
    entry.set_value(34)
    _touch(entry.pad, clock, "<")
    assert entry.value() == 3


def test_it_can_be_typed(entry: NumberEntry) -> None:
    entry.editor.setFocus()
    QTest.keyClicks(entry.editor, "2x7")
    assert entry.value() == 27


def test_holding_takes_one_away_after_the_other(
    entry: NumberEntry, clock: Clock, qtbot: QtBot
) -> None:
    _touch(entry.pad, clock, "1234")
    clock.forward(1)
    QTest.mousePress(entry.pad.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(entry.editor.text()) <= 2, timeout=5000)
    QTest.mouseRelease(entry.pad.remove, Qt.MouseButton.LeftButton)
    left = entry.editor.text()
    QTest.qWait(600)
    assert entry.editor.text() == left, "not when the finger is lifted"


def test_the_keys_are_large_and_apart(entry: NumberEntry, look: Look) -> None:
    mm = look.scale.px_per_mm
    keys = [*entry.pad.keys.values(), entry.pad.remove]
    assert len({key.size().toTuple() for key in keys}) == 1
    assert keys[0].width() / mm >= 44 and 45 <= keys[0].height() / mm <= 52
    for i, key in enumerate(keys):
        for other in keys[:i]:
            assert not key.geometry().adjusted(-9, -9, 9, 9).intersects(other.geometry())
    assert [key.accessibleName() for key in keys] == [*"1234567890", "Quitar"]


@pytest.mark.parametrize("text", list(TextSize))
def test_the_word_on_the_key_has_room(make_look: MakeLook, qtbot: QtBot, text: TextSize) -> None:
    look = make_look(text=text)
    pad = DigitPad(look, REMOVE, "age")
    qtbot.addWidget(pad)
    width = look.scale.mm(142)
    pad.resize(width, pad.heightForWidth(width))
    pad.show()
    assert pad.remove.height() >= pad.remove.needed(pad.remove.width())
    assert min(pad.remove.height(), pad.remove.width()) >= look.scale.main_target


def test_small_numbers_are_one_touch(qtbot: QtBot, look: Look, clock: Clock) -> None:
    tiles = NumberTiles(look, range(18), "person_age", more=Pair("18 o más", "18 or more"))
    qtbot.addWidget(tiles)
    tiles.resize(1161, 400)
    tiles.show()
    heard: list[object] = []
    tiles.chosen.connect(heard.append)
    tiles.let_go.connect(lambda: heard.append("gone"))
    for name in ("8", "13", "more", "more"):
        clock.forward(1)
        key = next(t for t in tiles.tiles if t.objectName() == f"person_age.{name}")
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert heard == [8, 13, None, "gone"]
    assert tiles.columns == 10


def test_an_a_number_stands_in_threes(qtbot: QtBot, look: Look, clock: Clock) -> None:
    entry = ANumberEntry(look, name="a_number", remove=REMOVE, max_length=40)
    qtbot.addWidget(entry)
    entry.resize(600, 200)
    entry.show()
    entry.pad.show()
    full: list[bool] = []
    entry.full.connect(lambda: full.append(True))
    _touch(entry.pad, clock, "0987654")
    assert entry.text() == "A 098 765 4"
    _touch(entry.pad, clock, "<32")
    assert entry.text() == "A 098 765 32"
    _touch(entry.pad, clock, "1")
    assert not full
    _touch(entry.pad, clock, "5")
    assert full == [True] and entry.text() == "A 098 765 321", "no digit is lost without a word"
    _touch(entry.pad, clock, "<" * 9)
    assert entry.text() == ""
