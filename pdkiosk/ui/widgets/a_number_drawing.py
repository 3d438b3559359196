"""A drawing of where the A-number stands: on a paper from immigration or court, on a wristband."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.ui.theme import Look, TextRole

_SAMPLE = "A 012 345 678"


class ANumberDrawing(QWidget):
    """Two line drawings with the number marked; no government form is copied."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"A-number: {_SAMPLE}")

    def sizeHint(self) -> QSize:
        scale = self._look.scale
        return QSize(scale.mm(200), scale.mm(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.scale.mm(120), self._look.scale.mm(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mm = self._look.scale.mm
        self._paper(painter, QRectF(mm(1), mm(1), mm(74), mm(60)))
        self._wristband(
            painter, QRectF(mm(90), mm(17), min(mm(104), self.width() - mm(92)), mm(26))
        )

    def _line_pen(self) -> QPen:
        return QPen(QColor(self._look.theme.border), self._look.scale.line)

    def _paper(self, painter: QPainter, box: QRectF) -> None:
        theme, mm = self._look.theme, self._look.scale.mm
        painter.setPen(self._line_pen())
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, mm(1.5), mm(1.5))
        painter.drawEllipse(QPointF(box.left() + mm(11), box.top() + mm(11)), mm(6), mm(6))
        for y, start, length in ((8, 22, 22), (13, 22, 16)):
            self._stroke(painter, box.left() + mm(start), box.top() + mm(y), mm(length))
        number = QRectF(box.left() + mm(30), box.top() + mm(19), mm(41), mm(10))
        self._number(painter, number)
        for y, length in ((34, 60), (40, 54), (46, 60), (52, 38)):
            self._stroke(painter, box.left() + mm(7), box.top() + mm(y), mm(length))

    def _stroke(self, painter: QPainter, x: float, y: float, length: float) -> None:
        pen = QPen(QColor(self._look.theme.line), self._look.scale.mm(1.2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y), QPointF(x + length, y))

    def _wristband(self, painter: QPainter, box: QRectF) -> None:
        theme, mm = self._look.theme, self._look.scale.mm
        painter.setPen(self._line_pen())
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        for place in (0.045, 0.955):
            center = QPointF(box.left() + box.width() * place + 0, box.center().y())
            painter.drawEllipse(center, mm(1.6), mm(1.6))
        width = min(mm(46), round(box.width() * 0.6))
        inner = QRectF(box.center().x() - width / 2, box.center().y() - mm(5), width, mm(10))
        self._number(painter, inner)

    def _number(self, painter: QPainter, box: QRectF) -> None:
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.primary), self._look.scale.line * 1.5))
        painter.setBrush(QColor(theme.chosen))
        painter.drawRoundedRect(box, self._look.scale.mm(1.5), self._look.scale.mm(1.5))
        font = QFont(self._look.font(TextRole.CARD))
        font.setPixelSize(round(box.height() * 0.52))
        painter.setFont(font)
        painter.setPen(QColor(theme.on_chosen))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SAMPLE)
