"""The three or four things that a page tells: each a large picture and its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pdkiosk.guide.texts import PointTone
from pdkiosk.ui.theme.drawing_colours import DRAWING_COLOURS
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.surface import Compactable

_SIDE_MM, _MANY_SIDE_MM, _COMPACT_MM = 24.0, 20.0, 13.0
_MANY = 6  # from so many on
_GAP_MM, _COMPACT_GAP_MM = 5.0, 2.6


class PointPicture(QWidget):
    """The pictogram ``icon`` on a round ground, whose color its ``tone`` says; or a drawing."""

    def __init__(
        self, look: Look, icon: str, drawing: str, tone: PointTone, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._drawing, self._tone = icon, drawing, tone
        self.set_side(look.scale.mm(_SIDE_MM))

    def set_side(self, side: int) -> None:
        """How large it is, pixels."""
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width()
        if self._drawing:
            self._look.paint_drawing(painter, self._drawing, QRect(0, 0, side, side))
            return
        ground, ink = self._colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(0, 0, side, side)
        size = round(side * 0.54)
        inset = (side - size) // 2
        self._look.paint_icon(painter, self._icon, ink, inset, inset, size)

    def _colours(self) -> tuple[str, str]:
        """Of the ground, and of what is on it."""
        colours = DRAWING_COLOURS[self._look.theme.name]
        return {
            "": (colours.tint, colours.ink),
            "hope": (colours.green_tint, colours.ink),
            "care": (colours.amber_tint, colours.ink),
            "do": (colours.green, colours.paper),
            "never": (colours.red, colours.paper),
        }[self._tone]


class Points(Compactable, QWidget):
    """The points under each other; they share the height that the page has for them.

    ``most_mm``: how large a picture is where there is room.
    """

    def __init__(
        self, look: Look, *, most_mm: float = _SIDE_MM, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures: list[PointPicture] = []
        self._most_mm = self._loose_mm = most_mm
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.scale.mm(_GAP_MM))

    def add(self, picture: PointPicture, words: TextPair) -> None:
        """Puts a further point at the end."""
        row = QHBoxLayout()
        row.setSpacing(self._look.scale.mm(self._most_mm / 4))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(row, 1)
        self._pictures.append(picture)
        if len(self._pictures) >= _MANY:
            self._loose_mm = min(self._most_mm, _MANY_SIDE_MM)
        self._set(self._loose_mm, _GAP_MM)

    def compact_gain(self, width: int) -> int:
        loose = self.heightForWidth(width)
        self._set(_COMPACT_MM, _COMPACT_GAP_MM)
        compact = self.heightForWidth(width)
        self._set(self._loose_mm, _GAP_MM)
        return loose - compact

    def compact(self) -> None:
        self._set(_COMPACT_MM, _COMPACT_GAP_MM)
        self.updateGeometry()

    def _set(self, side_mm: float, gap_mm: float) -> None:
        for picture in self._pictures:
            picture.set_side(self._look.scale.mm(side_mm))
        self._column.setSpacing(self._look.scale.mm(gap_mm))
        self._column.invalidate()
