"""A row of a list of answers: the question, the answer, and a sign that it can be changed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock

_NARROW_EMS = 34  # if narrower (letter widths), the answer is under the question


class AnswerRow(TapButton):
    """Question at the leading side, answer beside it (or below), a pencil at the end."""

    def __init__(
        self,
        look: Look,
        question: Pair,
        answer: Pair,
        *,
        answered: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        role = TextRole.CARD if answered else TextRole.SMALL
        self._question = TextBlock(look, question, TextRole.SMALL)
        self._answer = TextBlock(
            look, Pair(answer.first, source=answer.source) if answer.same else answer, role
        )
        self._answered = answered
        self._pad_x, self._pad_y = look.scale.mm(5.0), look.scale.mm(2.6)
        self._icon_px = look.scale.mm(8.0)
        self.setAccessibleName(question.spoken())
        self.setAccessibleDescription(answer.spoken())

    def spoken(self) -> list[Spoken]:
        return [
            Spoken(self._question.pair, self._question),
            Spoken(self._answer.pair, self._answer, private=True),
        ]

    def _places(self, width: int) -> tuple[bool, int, int]:
        """Whether they are stacked, and the widths of question and answer in pixels."""
        room = max(1, width - 2 * self._pad_x - self._icon_px - self._pad_x)
        if room < self.look.body_px * _NARROW_EMS * 0.6:
            return True, room, room
        left = round(room * 0.4)
        return False, left, room - left - self._pad_x

    def heightForWidth(self, width: int) -> int:
        stacked, left, right = self._places(width)
        question, answer = self._question.height(left), self._answer.height(right)
        inner = question + self._pad_y + answer if stacked else max(question, answer)
        return max(self.look.scale.mm(16.0), inner + 2 * self._pad_y)

    def sizeHint(self) -> QSize:
        # Without laying out the words for a temporary width.
        return QSize(self.look.scale.mm(200), self.look.scale.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.scale.mm(60), self.look.scale.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        fill = theme.pressed if self.isDown() else theme.surface
        self.paint_frame(painter, fill, theme.border, self.look.scale.line)
        stacked, left, right = self._places(self.width())
        question, answer = self._question.height(left), self._answer.height(right)
        if stacked:
            above = (self.height() - question - answer - self._pad_y) / 2
            below, beside = above + question + self._pad_y, self._pad_x
        else:
            above, below = (self.height() - question) / 2, (self.height() - answer) / 2
            beside = 2 * self._pad_x + left
        first, second = theme.text if self._answered else theme.second, theme.second
        self.paint_words(painter, self._question, self._pad_x, above, left, second, second)
        self.paint_words(painter, self._answer, beside, below, right, first, second)
        side = self._icon_px
        x = from_start(self, self.width() - self._pad_x - side, side)
        y = (self.height() - side) // 2
        self.look.paint_icon(painter, "pencil", theme.primary, x, y, side)
