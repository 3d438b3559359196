"""Small buttons one after the other, each as wide as its words, in as many lines as needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.tile_grid import TileGrid


class FlowRow(TileGrid):
    """For terms to look up: if as wide as an answer, they would be mistaken for one."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, max_columns=1, parent=parent)

    def places(self, width: int) -> list[QRect]:
        """The place of each button in a row of this width, in pixels, from left to right."""
        found: list[QRect] = []
        x, y, line = 0, 0, 0
        for tile in self.tiles:
            wide = min(width, tile.sizeHint().width())
            if x and x + wide > width:
                x, y, line = 0, y + line + self.gap, 0
            high = tile.heightForWidth(wide)
            found.append(QRect(x, y, wide, high))
            x += wide + self.gap
            line = max(line, high)
        return found

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self.places(width)), default=0)

    def sizeHint(self) -> QSize:
        widths = [tile.sizeHint().width() for tile in self.tiles]
        return QSize(sum(widths) + self.gap * max(0, len(widths) - 1), self.look.scale.target)

    def place_tiles(self) -> None:
        for tile, place in zip(self.tiles, self.places(self.width()), strict=True):
            place.moveLeft(from_start(self, place.x(), place.width()))
            tile.setGeometry(place)
