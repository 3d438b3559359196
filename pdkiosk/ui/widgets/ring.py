"""A countdown ring of twelve segments that go out one by one, with the time left inside."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.ui.theme.look import Look, TextRole

PIECES = 12
_GAP_DEGREES = 8.0
_THICK = 0.11  # of the ring's side
_LEAST_MM = 20.0


class Ring(QWidget):
    """``whole``: the seconds of a full ring. ``side_mm``: its maximum size.

    It is on the dark background of the bars (``on_top``) or on a page. It changes only with
    ``show_left``; the words beside it say the same.
    """

    def __init__(
        self,
        look: Look,
        whole: float,
        *,
        side_mm: float,
        on_top: bool,
        minutes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``minutes``: show the time as "1:05", not in seconds."""
        super().__init__(parent)
        self._look = look
        self._whole = whole
        self._minutes = minutes
        self._left = math.ceil(whole)
        theme = look.theme
        self._colors = (
            (theme.accent, theme.top_pressed, theme.on_top)
            if on_top
            else (theme.primary, theme.line, theme.text)
        )
        self._side = look.scale.mm(side_mm)
        policy = QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, policy)
        self.setMinimumSize(QSize(1, 1) * look.scale.mm(_LEAST_MM))
        self.setMaximumSize(self._side, self._side)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @property
    def lit(self) -> int:
        """The number of segments that have not gone out yet."""
        return min(PIECES, math.ceil(self._left / self._whole * PIECES))

    def show_left(self, seconds: int) -> None:
        if seconds != self._left:
            self._left = seconds
            self.update()

    def _words(self) -> str:
        return f"{self._left // 60}:{self._left % 60:02d}" if self._minutes else str(self._left)

    def paintEvent(self, event: QPaintEvent) -> None:
        lit, out, text = self._colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        thick = side * _THICK
        inner = box.adjusted(thick, thick, -thick, -thick)
        slice_ = 360 / PIECES
        for piece in range(PIECES):
            # Clockwise from the top; the elapsed segments go out first.
            begin = 90 - piece * slice_ - _GAP_DEGREES / 2
            sweep = -(slice_ - _GAP_DEGREES)
            path = QPainterPath()
            path.arcMoveTo(box, begin)
            path.arcTo(box, begin, sweep)
            path.arcTo(inner, begin + sweep, -sweep)
            path.closeSubpath()
            is_lit = piece >= PIECES - self.lit
            painter.fillPath(path, QColor(lit if is_lit else out))
        font = QFont(self._look.font(TextRole.HEADING))
        words = self._words()
        font.setPixelSize(round(side * (0.2 if len(words) > 3 else 0.26)))
        painter.setFont(font)
        painter.setPen(QColor(text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
