"""One of two or three short answers, as a card that shares the page with the others."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.choice_card import ChoiceCard
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_block import TextBlock

_PAD_MM, _MOST_PICTURE_MM, _LEAST_PICTURE_MM = 7.0, 40.0, 17.0


class AnswerCard(ChoiceCard):
    """Very large words beside a pictogram, the mark at the corner; the note under the words."""

    def __init__(self, look: Look, pair: Pair, *, role: TextRole, **style: Any) -> None:
        """``role``: how large the words are; ``style`` as of ChoiceCard."""
        super().__init__(look, pair, **style)
        self._words = TextBlock(look, pair, role)
        self._pad = look.scale.mm(_PAD_MM)
        self._tight = False

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._tight = compact

    def _picture(self, width: int) -> int:
        """The side of the pictogram, pixels; 0 where it has no room."""
        if not self._icon:
            return 0
        scale = self.look.scale
        most = _LEAST_PICTURE_MM if self._tight else _MOST_PICTURE_MM
        side = min(scale.mm(most), width // 4)
        rest = width - side - 3 * self._pad - (self._mark + self._pad if self._tight else 0)
        fits = side >= scale.mm(_LEAST_PICTURE_MM) and rest >= self._longest_word()
        return side if fits else 0

    def _start(self, width: int) -> int:
        """Where the words begin, pixels from the edge where reading begins."""
        picture = self._picture(width)
        return self._pad + (picture + self._pad if picture else 0)

    def _room(self, width: int) -> int:
        mark = self._mark + self._pad if self._tight else 0
        return max(1, width - self._start(width) - self._pad - mark)

    def heightForWidth(self, width: int) -> int:
        inner = max(self._text_height(self._room(width)), self._picture(width))
        # The mark stands above the words, at the corner, or beside them where room is short.
        above = self._pad_y if self._tight else self._pad_y + self._mark
        return max(self.look.scale.main_target, max(inner, self._mark) + 2 * above)

    def comfortable_width(self) -> int:
        words = self._longest_word()
        if self._note:
            words = max(words, round(self.look.body_px * 8))
        return words + 2 * self._pad

    def _longest_word(self) -> int:
        """The width, pixels, below which a word would be torn."""
        blocks = [self._words, self._note] if self._note else [self._words]
        return max(block.least_width(ems=30) for block in blocks)

    def sizeHint(self) -> QSize:
        width = self.comfortable_width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, pad, width = self.look.theme, self._pad, self.width()
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        corner = self._pad_y if self._tight else min(pad, self._pad_y + self.look.scale.mm(1.0))
        self._paint_mark(painter, width - pad - self._mark, corner, chosen)
        picture = self._picture(width)
        if picture:
            self._paint_blob(painter, pad, (self.height() - picture) // 2, picture, chosen)
        start, room = self._start(width), self._room(width)
        top = (self.height() - self._text_height(room)) / 2
        first = theme.on_chosen if chosen else theme.text
        self.paint_words(painter, self._words, start, top, room, first, theme.second)
        if self._note:
            top += self._words.height(room) + self._note_gap
            self.paint_words(painter, self._note, start, top, room, theme.second, theme.second)
