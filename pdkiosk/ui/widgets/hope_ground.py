"""The green background for good news, with a drawing beside the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.geometry import spaced

_PAD_MM = 6.0
_BESIDE_FROM_EMS = 34  # if the screen is this wide, the drawing fits beside the words


class HopeGround(QWidget):
    """A green box; texts go into ``column``. If room is short, the drawing is left out."""

    def __init__(
        self, look: Look, drawing: DrawingView | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing = drawing
        pad = look.scale.mm(_PAD_MM)
        row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), pad, pad)
        if drawing is not None:
            drawing.setParent(self)
            row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column = spaced(QVBoxLayout(), look.scale.mm(2.0))
        row.addLayout(self.column, 1)

    def room(self, width: int) -> int:
        """The width of the words in pixels if the box is this wide."""
        pad = self._look.scale.mm(_PAD_MM)
        drawing = self._drawing.width() + pad if self._drawing is not None else 0
        return width - 2 * pad - drawing

    @staticmethod
    def has_room(look: Look) -> bool:
        """Whether a drawing fits beside the words."""
        return look.scale.width_px >= look.body_px * _BESIDE_FROM_EMS

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        # If its background is nearly that of the page, an edge makes the box visible.
        edge = theme.done.bar if theme.name.startswith("contrast") else ""
        self._look.paint_panel(QPainter(self), self.rect(), theme.done.back, edge)
