"""Tiles that add a relative: the family tree and the words say whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import THEMES, Look, Theme
from pdkiosk.ui.widgets import Pair
from pdkiosk.ui.widgets.add_tile import AddTile
from pdkiosk.ui.widgets.family_tree import GROUPS
from tests.widgets.fakes import MakeLook


def _filled(look: Look, group: str, qtbot: QtBot) -> list[QPoint]:
    """Where the tree is filled with the color of those who are meant."""
    tile = AddTile(look, Pair("Hija", "Daughter"), pictogram="user", group=group)
    qtbot.addWidget(tile)
    tile.picture = 200
    tile.resize(400, 400)
    image = tile.grab().toImage()
    wanted = QColor(DRAWING_COLORS[look.theme.name].petrol)
    # Not the plus in the corner.
    places = [QPoint(x, y) for x in range(60, 330, 3) for y in range(0, 400, 3)]
    return [place for place in places if image.pixelColor(place) == wanted]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_who_is_meant_stands_where_they_stand_in_a_family(
    make_look: MakeLook, qtbot: QtBot, theme: Theme
) -> None:
    look = make_look(theme=theme)
    middles = {}
    for group in GROUPS:
        filled = _filled(look, group, qtbot)
        assert filled, group
        middles[group] = (
            sum(place.x() for place in filled) / len(filled),
            sum(place.y() for place in filled) / len(filled),
        )
    assert middles["parent"][1] < middles["sibling"][1] < middles["child"][1]
    assert middles["sibling"][0] < middles["parent"][0] < middles["spouse"][0]
    assert not _filled(look, "other", qtbot), "others have a pictogram"


def test_the_words_are_said_as_they_are_shown(look: Look, qtbot: QtBot) -> None:
    tile = AddTile(look, Pair("Hija", "Daughter"), pictogram="user", group="child")
    qtbot.addWidget(tile)
    for flat in (False, True):
        tile.flat = flat
        assert [spoken.pair.first for spoken in tile.spoken()] == ["Hija"]
    assert tile.accessibleName() == "Hija"


@pytest.mark.parametrize("more", [0, 60])
def test_the_words_keep_off_the_edge(look: Look, qtbot: QtBot, more: int) -> None:
    """As far as the picture does, in the least height that the tile asks for and in more."""
    tile = AddTile(look, Pair("Hija", "Daughter"), pictogram="user", group="child")
    qtbot.addWidget(tile)
    width = tile.tile_width()
    tile.resize(width, tile.heightForWidth(width) + more)
    image = tile.grab().toImage()
    ground = image.pixelColor(width // 2, 6)
    inside = range(5, tile.height() - 5)
    drawn = [
        y
        for y in inside
        if any(image.pixelColor(x, y) != ground for x in range(width // 4, width * 3 // 4))
    ]
    below = tile.height() - drawn[-1]
    assert below >= tile._edge
    assert abs(below - drawn[0]) <= tile._edge, "in the middle"
