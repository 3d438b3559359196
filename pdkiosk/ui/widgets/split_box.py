"""A white box with words on its leading side and the answer beside or below them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import from_start, take_height_for_width
from pdkiosk.ui.widgets.surface import Compactable, Surface

_STACK_BELOW_EMS = 39  # if the box is narrower, the answer is under the words
_WORDS_PART = 0.47
_COMPACT_PAD_MM = 2.0


class SplitBox(Compactable, Surface):
    """A box for the widgets ``words`` and ``answer``; both must support height for width."""

    def __init__(
        self, look: Look, words: QWidget, answer: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._words, self._answer = words, answer
        words.setParent(self)
        answer.setParent(self)
        self._pad = look.scale.mm(3.6)
        self._between = look.scale.mm(3.0)
        take_height_for_width(self)

    def compact_gain(self, width: int) -> int:
        return 2 * (self._pad - self._look.scale.mm(_COMPACT_PAD_MM))

    def compact(self) -> None:
        self._pad = self._look.scale.mm(_COMPACT_PAD_MM)
        self.updateGeometry()

    def _widths(self, width: int) -> tuple[bool, int, int]:
        """Whether the two are side by side, and their widths in pixels."""
        room = max(1, width - 2 * self._pad)
        if width < self._look.body_px * _STACK_BELOW_EMS:
            return False, room, room
        words = round(room * _WORDS_PART)
        return True, words, room - words - self._between

    def heightForWidth(self, width: int) -> int:
        beside, left, right = self._widths(width)
        words, answer = self._words.heightForWidth(left), self._answer.heightForWidth(right)
        inner = max(words, answer) if beside else words + self._between + answer
        return inner + 2 * self._pad

    def sizeHint(self) -> QSize:
        # Without laying out the words for a temporary width.
        return QSize(self._look.scale.mm(200), self._look.scale.main_target)

    def resizeEvent(self, event: object) -> None:
        width = self.width()
        beside, left, right = self._widths(width)
        words, answer = self._words.heightForWidth(left), self._answer.heightForWidth(right)
        top, inner = self._pad, self.height() - 2 * self._pad
        if not beside:
            self._words.setGeometry(self._pad, top, left, words)
            self._answer.setGeometry(self._pad, top + words + self._between, right, answer)
            return
        start = from_start(self, self._pad, left)
        end = from_start(self, width - self._pad - right, right)
        self._words.setGeometry(start, top + (inner - words) // 2, left, words)
        self._answer.setGeometry(end, top + (inner - answer) // 2, right, answer)
