"""The green ground of what is good to know, with a drawing beside the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.drawing import DrawingView

_PAD_MM = 6.0
_BESIDE_FROM_EMS = 34  # where the screen is as wide, the drawing has room beside the words


class HopeGround(QWidget):
    """Words go into ``column``. Without room the drawing is left out: the words say it all."""

    def __init__(
        self, look: Look, drawing: DrawingView | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing = drawing
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        pad = look.scale.mm(_PAD_MM)
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(pad)
        if drawing is not None:
            drawing.setParent(self)
            row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout()
        self.column.setSpacing(look.scale.mm(2.0))
        row.addLayout(self.column, 1)

    def room(self, width: int) -> int:
        """The pixels that the words have where it is so wide."""
        pad = self._look.scale.mm(_PAD_MM)
        drawing = self._drawing.width() + pad if self._drawing is not None else 0
        return width - 2 * pad - drawing

    @staticmethod
    def has_room(look: Look) -> bool:
        """Whether a drawing stands beside the words."""
        return look.scale.width_px >= look.body_px * _BESIDE_FROM_EMS

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        colours = look.theme.done
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Where its ground is nearly that of the page, an edge keeps it a box.
        edged = look.theme.name.startswith("contrast")
        line = look.scale.line
        painter.setPen(QPen(QColor(colours.bar), line) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.back))
        half = line / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, look.radius, look.radius)
