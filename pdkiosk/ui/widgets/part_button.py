"""One part of a date, as a button that opens the grid of its values."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import ANSWERS, Spoken
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock

_USUAL_MM = 30.0  # in a higher one, the words are centered


class PartButton(TapButton):
    """A part of the date: its name, its value, and an arrow that shows that it opens."""

    def __init__(self, look: Look, name: Pair, choose: Pair, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setProperty(ANSWERS, True)
        self._name = TextBlock(look, name, TextRole.SMALL, inline=True)
        self._called = name.spoken()
        self._choose = choose
        self._value = TextBlock(look, choose, TextRole.CARD)
        self._answered = False
        self._pad_x, self._pad_y = look.scale.mm(5.0), look.scale.mm(3.0)
        self._between = look.scale.mm(1.0)
        self._arrow = look.scale.mm(4.5)
        self.open = False
        self._show(None)

    def set_value(self, value: Pair | None) -> None:
        """Shows a value, or the invitation to choose for None."""
        self._show(value)
        self.updateGeometry()
        self.update()

    def _show(self, value: Pair | None) -> None:
        self._answered = value is not None
        self._value.set_pair(self._choose if value is None else value)
        self.setAccessibleName(f"{self._called}: {self._value.pair.spoken()}")

    def spoken(self) -> list[Spoken]:
        return [
            Spoken(self._name.pair, self._name),
            Spoken(self._value.pair, self._value, private=True),
        ]

    def set_open(self, is_open: bool) -> None:
        self.open = is_open
        self.update()

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._pad_x - self._arrow - self._pad_x // 2)

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        words = self._name.height(room) + self._between + self._value.height(room)
        return max(self.look.scale.main_target, words + 2 * self._pad_y)

    def comfortable_width(self) -> int:
        """The smallest width, in pixels, at which its words fit well."""
        words = max(self._name.natural_width(), self._value.natural_width(), self.look.body_px * 6)
        return words + 2 * self._pad_x + self._arrow + self._pad_x // 2

    def sizeHint(self) -> QSize:
        width = self.comfortable_width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        line = self.look.scale.line
        painter = QPainter(self)
        chosen = self._answered or self.open
        fill = theme.pressed if self.isDown() else theme.chosen if chosen else theme.surface
        border = theme.primary if chosen else theme.border
        self.paint_frame(painter, fill, border, line * 2.5 if self.open else line)
        room = self._room(self.width())
        start, second = self._pad_x, theme.second
        # All three begin at the same height, however long they are.
        usual = max(self.look.scale.mm(_USUAL_MM), self.heightForWidth(self.width()))
        spare = self.height() - usual
        y = self._pad_y + max(0.0, spare / 2)
        self.paint_words(painter, self._name, start, y, room, second, second)
        y += self._name.height(room) + self._between
        first = theme.text if self._answered else theme.primary
        self.paint_words(painter, self._value, start, y, room, first, second)
        pen = QPen(QColor(theme.primary), max(2.5, line * 1.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        left = from_start(self, self.width() - self._pad_x - self._arrow, self._arrow)
        half = self._arrow / 2
        turn = -1 if self.open else 1
        middle = self.height() / 2
        corners = [
            QPointF(left, middle - turn * half / 2),
            QPointF(left + half, middle + turn * half / 2),
            QPointF(left + self._arrow, middle - turn * half / 2),
        ]
        painter.drawPolyline(QPolygonF(corners))
