"""Drawings of where the A-number stands: on a court paper, on a receipt, on a wristband."""

from __future__ import annotations

import enum
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.language.message import Message
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.text_block import TextBlock

# Translators: under a drawing of a paper of the immigration court with the A-number on it.
_NOTICE = Message("Notice to Appear", "a_number.notice")
# Translators: under a drawing of a paper that says that immigration received an application.
_RECEIPT = Message("Receipt from immigration", "a_number.receipt")
# Translators: under a drawing of the band that a detained person wears.
_WRISTBAND = Message("Wristband", "a_number.wristband")
# Translators: said aloud, of a drawing of a Notice to Appear.
_ON_NOTICE = Message("Drawing: the A-number is near the top of this paper.", "a_number.on_notice")
# Translators: said aloud, of a drawing of a receipt.
_ON_RECEIPT = Message("Drawing: the A-number is in a box of this paper.", "a_number.on_receipt")
# Translators: said aloud, of a drawing of a wristband.
_ON_WRISTBAND = Message(
    "Drawing: the A-number is in the middle of the wristband.", "a_number.on_wristband"
)

_SAMPLE = "A 012 345 678"
_WIDTH_MM, _HEIGHT_MM = 64, 44
_BESIDE_FROM_EMS = 34  # where the screen is as wide, the three stand beside each other


class _Thing(enum.Enum):
    NOTICE = enum.auto()
    RECEIPT = enum.auto()
    WRISTBAND = enum.auto()


# What names each of them, and what it shows for those who hear it.
_WORDS = {
    _Thing.NOTICE: (_NOTICE, _ON_NOTICE),
    _Thing.RECEIPT: (_RECEIPT, _ON_RECEIPT),
    _Thing.WRISTBAND: (_WRISTBAND, _ON_WRISTBAND),
}


class ANumberDrawing(QWidget):
    """Three line drawings with the number marked; no government form is copied.

    ``say`` gives a message in the languages of the screen.
    """

    def __init__(
        self, look: Look, say: Callable[[Message], Pair], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        beside = look.scale.width_px >= look.body_px * _BESIDE_FROM_EMS
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.scale.mm(5.0))
        for thing, (caption, spoken) in _WORDS.items():
            column = QVBoxLayout()
            column.setSpacing(look.scale.mm(2.0))
            column.addWidget(
                Figure(look, thing, say(spoken), self), 0, Qt.AlignmentFlag.AlignHCenter
            )
            words = TextPair(
                look, say(caption), TextRole.SMALL, centred=True, inline=True, parent=self
            )
            column.addWidget(words)
            column.addStretch(1)
            row.addLayout(column, 1)


class Figure(QWidget):
    """One of them. What is heard of it is its accessible name."""

    def __init__(self, look: Look, thing: _Thing, spoken: Pair, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._thing = thing
        self._spoken = TextBlock(look, spoken, TextRole.SMALL)  # never painted
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(spoken.spoken())

    def spoken(self) -> list[Spoken]:
        return [Spoken(self._spoken.pair, self._spoken)]

    def sizeHint(self) -> QSize:
        scale = self._look.scale
        return QSize(scale.mm(_WIDTH_MM), scale.mm(_HEIGHT_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # In millimetres from here on.
        mm = self._look.scale.px_per_mm
        painter.scale(mm, mm)
        {
            _Thing.NOTICE: self._notice,
            _Thing.RECEIPT: self._receipt,
            _Thing.WRISTBAND: self._wristband,
        }[self._thing](painter)

    def _sheet(self, painter: QPainter, box: QRectF, round_mm: float = 1.5) -> None:
        painter.setPen(QPen(QColor(self._look.theme.border), 0.5))
        painter.setBrush(QColor(self._look.theme.surface))
        painter.drawRoundedRect(box, round_mm, round_mm)

    def _notice(self, painter: QPainter) -> None:
        """A page with a seal at its top and the number under it, at the right."""
        self._sheet(painter, QRectF(1, 0.5, 62, 43))
        painter.drawEllipse(QPointF(9, 7.5), 4.5, 4.5)
        self._strokes(painter, [(17, 5, 20), (17, 9.5, 14)])
        self._number(painter, QRectF(9, 14.5, 52, 11))
        self._strokes(painter, [(5, 30.5, 54), (5, 35, 48), (5, 39.5, 54)])

    def _receipt(self, painter: QPainter) -> None:
        """A page with bars to be scanned and a table; the number stands in a box of it."""
        self._sheet(painter, QRectF(1, 0.5, 62, 43))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.border))
        x = 38.0
        for width in (0.8, 0.4, 1.2, 0.4, 0.8, 1.6, 0.4, 0.8, 0.4, 1.2, 0.8):
            painter.drawRect(QRectF(x, 3.5, width, 6))
            x += width + 0.9
        self._strokes(painter, [(5, 6.5, 24)])
        painter.setPen(QPen(QColor(self._look.theme.border), 0.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(4, 12.5, 56, 18))
        painter.drawLine(QPointF(4, 16.5), QPointF(60, 16.5))
        self._strokes(painter, [(6, 14.5, 16), (34, 14.5, 16)])
        self._number(painter, QRectF(6, 18, 52, 11))
        self._strokes(painter, [(5, 35, 48), (5, 39.5, 36)])

    def _wristband(self, painter: QPainter) -> None:
        """A band with its two holes and the number in the middle."""
        self._sheet(painter, QRectF(0.5, 13, 63, 18), 9)
        for x in (3.6, 60.4):
            painter.drawEllipse(QPointF(x, 22), 1.3, 1.3)
        self._number(painter, QRectF(7.5, 16.5, 49, 11))

    def _strokes(self, painter: QPainter, lines: list[tuple[float, float, float]]) -> None:
        """Lines of writing: from where (x, y), how long."""
        pen = QPen(QColor(self._look.theme.line), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for x, y, length in lines:
            painter.drawLine(QPointF(x, y), QPointF(x + length, y))

    def _number(self, painter: QPainter, box: QRectF) -> None:
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.primary), 0.8))
        painter.setBrush(QColor(theme.chosen))
        painter.drawRoundedRect(box, 1.5, 1.5)
        mm = self._look.scale.px_per_mm
        painter.save()
        painter.scale(1 / mm, 1 / mm)  # letters are hinted for pixels
        font = QFont(self._look.font(TextRole.CARD))
        font.setPixelSize(round(6.4 * mm))
        painter.setFont(font)
        painter.setPen(QColor(theme.on_chosen))
        pixels = QRectF(box.x() * mm, box.y() * mm, box.width() * mm, box.height() * mm)
        painter.drawText(pixels, Qt.AlignmentFlag.AlignCenter, _SAMPLE)
        painter.restore()
