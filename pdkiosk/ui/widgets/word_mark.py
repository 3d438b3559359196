"""The round "?" of an answer with a legal term: touching it never ticks the answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.tap_button import TapButton

SIDE_MM, DEAD_MM = 12.9, 2.6


class WordMark(TapButton):
    """The "?". It is surrounded by a ring, ``DEAD_MM`` wide, where a touch does nothing."""

    def __init__(self, look: Look, accessible: Pair, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(accessible.spoken())

    def sizeHint(self) -> QSize:
        side = self.look.scale.mm(SIDE_MM)
        return QSize(side, side)

    def heightForWidth(self, width: int) -> int:
        return self.look.scale.mm(SIDE_MM)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line = self.look.theme, max(2.0, self.look.scale.line)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.ring_shown:
            ring = self.look.ring
            painter.setPen(QPen(QColor(theme.focus), ring))
            painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
            inset = ring + self.look.ring_gap
            box = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(theme.border), line))
        painter.setBrush(QColor(theme.pressed if self.isDown() else theme.surface))
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        font = QFont(self.look.font(TextRole.BAR))
        font.setPixelSize(round(self.height() * 0.58))
        painter.setFont(font)
        painter.setPen(QColor(theme.primary))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "?")
