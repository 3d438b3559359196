"""The card of a way to go on: lines describe it, each with its pictogram."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import Look, TextSize
from pdkiosk.ui.widgets import Pair
from pdkiosk.ui.widgets.spoken import Mark
from pdkiosk.ui.widgets.way_tile import WayTile
from tests.widgets.fakes import MakeLook

LINES = [
    ("pointer", Pair("Casi solo tocar", "Mostly touching")),
    ("pencil", Pair("Los nombres, a mano", "Names by hand")),
    ("file-text", Pair("Carta corta", "A short letter")),
]


def _tile(look: Look, qtbot: QtBot) -> WayTile:
    tile = WayTile(look, Pair("Media hora", "Half an hour"), drawing="clock-30", lines=LINES)
    qtbot.addWidget(tile)
    return tile


def test_each_line_is_said_and_at_the_end_whether_it_is_chosen(look: Look, qtbot: QtBot) -> None:
    tile = _tile(look, qtbot)
    tile.setChecked(True)
    said = tile.spoken()
    assert [each.pair.first for each in said[1:]] == [words.first for _, words in LINES]
    assert [each.mark for each in said] == [None, None, None, Mark.CHOSEN]
    assert "Carta corta" in tile.accessibleDescription()


@pytest.mark.parametrize("size", [(1024, 1280), (1366, 768)], ids=["narrow", "low"])
@pytest.mark.parametrize("text", TextSize)
def test_without_room_it_takes_less_and_still_says_all(
    make_look: MakeLook, qtbot: QtBot, text: TextSize, size: tuple[int, int]
) -> None:
    look = make_look(size=size, text=text)
    tile = _tile(look, qtbot)
    width = size[0] // 2
    loose = tile.heightForWidth(width)
    tile.set_compact(True)
    assert look.scale.main_target <= tile.heightForWidth(width) < loose
    heard = " ".join(each.pair.first for each in tile.spoken())
    assert all(words.first in heard for _, words in LINES)
    # One text with large letters, lines otherwise.
    large = text in (TextSize.LARGE, TextSize.LARGEST)
    assert len(tile.spoken()) == (2 if large else 4)
    tile.set_compact(False)
    assert tile.heightForWidth(width) == loose and len(tile.spoken()) == 4
