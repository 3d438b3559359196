"""Drawings side by side keep to their room, whatever their captions need."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QBoxLayout

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import Pair
from pdkiosk.ui.widgets.figure_row import FigureRow

SHOWS = Pair("What it shows")


@pytest.mark.parametrize(
    "captions",
    [
        ("Notice", "Receipt", "Wristbandsandmore"),
        ("Notice", "Wristbandsandmore", "Wristbandsandmore"),
        ("Notice", "Receipt", "Wristband"),
        ("Wristbandsandmore", "Wristbandsandmore", "Wristbandsandmore"),
    ],
)
def test_they_fit_into_their_room(look: Look, captions: tuple[str, ...]) -> None:
    beside = 0
    for room in range(200, 1000, 7):
        figures = [("keep-nothing", SHOWS, Pair(caption)) for caption in captions]
        row = FigureRow(look, figures, room=room)
        layout = row.layout()
        assert isinstance(layout, QBoxLayout)
        if layout.direction() is QBoxLayout.Direction.LeftToRight:
            beside += 1
            assert row.minimumSizeHint().width() <= room
    assert beside > 20
