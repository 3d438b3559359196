"""A sentence of the letter in two languages side by side, touched to change what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.ui.theme import Look, TextRole
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import Span, TextBlock

_STACK_BELOW_EMS = 30  # where the row is narrower, the languages stand under each other


class SentenceRow(TapButton):
    """``own``: the person's own words, marked by a bar. ``spans``: own parts of the sentences."""

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        number: str = "",
        own: bool = False,
        spans: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
        changeable: bool = True,
        heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        role = TextRole.CARD if heading else TextRole.BODY
        self._blocks = [
            TextBlock(look, Pair(text), role) for text in (pair.first, pair.second) if text
        ]
        for block, own_spans in zip(self._blocks, spans, strict=False):
            block.mark_own(own_spans)
        self._number = TextBlock(look, Pair(number), TextRole.BODY) if number else None
        self._own = own
        self._pad_x, self._pad_y = look.scale.mm(4.0), look.scale.mm(2.2)
        self._number_px = round(look.body_px * 1.9)
        self._changeable = changeable
        self.setEnabled(changeable)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(pair.spoken())

    def hasHeightForWidth(self) -> bool:
        return True

    def _columns(self, width: int) -> tuple[bool, int]:
        """Whether stacked, and the width of a column, pixels."""
        room = max(1, width - 2 * self._pad_x - self._number_px)
        if len(self._blocks) < 2 or room < self.look.body_px * _STACK_BELOW_EMS:
            return True, room
        return False, (room - self._pad_x * 2) // 2

    def heightForWidth(self, width: int) -> int:
        stacked, column = self._columns(width)
        heights = [block.height(column) for block in self._blocks]
        inner = sum(heights) + self._pad_y * (len(heights) - 1) if stacked else max(heights)
        least = self.look.scale.target if self._changeable else 0
        return max(least, inner + 2 * self._pad_y)

    def sizeHint(self) -> QSize:
        width = self.look.scale.mm(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.scale.mm(60), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        if self._changeable:
            fill = theme.pressed if self.isDown() else theme.surface
            self.paint_frame(painter, fill, None, 0)
        stacked, column = self._columns(self.width())
        mirrored = self.right_to_left
        if self._number is not None:
            x = self.width() - self._pad_x - self._number_px if mirrored else self._pad_x
            self._number.draw(
                painter,
                x,
                self._pad_y,
                self._number_px,
                theme.second,
                theme.second,
                right_to_left=mirrored,
            )
        x, y = self._pad_x + self._number_px, float(self._pad_y)
        for block in self._blocks:
            left = self.width() - x - column if mirrored else x
            if self._own:
                bar = self.look.scale.mm(1.2)
                edge = left + column + bar if mirrored else left - 2 * bar
                painter.fillRect(edge, round(y), bar, block.height(column), QColor(theme.primary))
            block.draw(painter, left, y, column, theme.text, theme.text, right_to_left=mirrored)
            if stacked:
                y += block.height(column) + self._pad_y
            else:
                x += column + self._pad_x * 2
