"""The three or four points of a page: each a large picture and its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.texts import PointTone
from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.surface import TriedOut

_SIDE_MM, _MANY_SIDE_MM, _COMPACT_MM = 24.0, 20.0, 13.0
_MANY = 6  # from so many on
_GAP_MM, _COMPACT_GAP_MM = 5.0, 2.6


class PointPicture(QWidget):
    """The pictogram ``icon`` in a circle with the color of its ``tone``; or a drawing."""

    def __init__(
        self, look: Look, icon: str, drawing: str, tone: PointTone, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._drawing, self._tone = icon, drawing, tone
        self.set_side(look.scale.mm(_SIDE_MM))

    def set_side(self, side: int) -> None:
        """Sets its size, in pixels."""
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width()
        if self._drawing:
            self._look.paint_drawing(painter, self._drawing, QRect(0, 0, side, side))
        else:
            self._look.paint_in_round(painter, self._icon, self._colors(), (0, 0), side)

    def _colors(self) -> tuple[str, str]:
        """The colors of the circle and of the pictogram."""
        colors = DRAWING_COLORS[self._look.theme.name]
        return {
            "": (colors.tint, colors.ink),
            "hope": (colors.green_tint, colors.ink),
            "care": (colors.amber_tint, colors.ink),
            "do": (colors.green, colors.paper),
            "never": (colors.red, colors.paper),
        }[self._tone]


class Points(TriedOut):
    """The points, one below the other; they share the available height.

    ``most_mm``: the maximum size of a picture.
    """

    def __init__(
        self, look: Look, *, most_mm: float = _SIDE_MM, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures: list[PointPicture] = []
        self._most_mm = self._loose_mm = most_mm
        self._column = spaced(QVBoxLayout(self), look.scale.mm(_GAP_MM))

    def add(self, picture: PointPicture, words: TextPair) -> None:
        row = spaced(QHBoxLayout(), self._look.scale.mm(self._most_mm / 4))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row, 1)
        self._pictures.append(picture)
        if len(self._pictures) >= _MANY:
            self._loose_mm = min(self._most_mm, _MANY_SIDE_MM)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        scale = self._look.scale
        for picture in self._pictures:
            picture.set_side(scale.mm(_COMPACT_MM if compact else self._loose_mm))
        self._column.setSpacing(scale.mm(_COMPACT_GAP_MM if compact else _GAP_MM))
        self._column.invalidate()
