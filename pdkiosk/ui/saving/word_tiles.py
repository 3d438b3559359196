"""Words in large print, each in its own frame, for reading only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.surface import Surface
from pdkiosk.ui.widgets.tile_grid import TileGrid


class WordTiles(TileGrid):
    """Up to three words in a row, in order from left to right."""

    def __init__(self, look: Look, words: Sequence[Pair], *, parent: QWidget | None = None) -> None:
        super().__init__(look, max_columns=3, parent=parent)
        for pair in words:
            self.add_tile(_tile(look, pair))


def _tile(look: Look, pair: Pair) -> Surface:
    frame = Surface(look)
    column = QVBoxLayout(frame)
    pad = look.scale.mm(4.5)
    column.setContentsMargins(pad, pad, pad, pad)
    column.addWidget(TextPair(look, pair, TextRole.HEADING, parent=frame))
    return frame
