"""One of two or three short answers, as a card that shares the page with the others."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.choice_card import RoomyCard
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_block import TextBlock

_PAD_MM, _MOST_PICTURE_MM, _LEAST_PICTURE_MM = 7.0, 40.0, 17.0


class AnswerCard(RoomyCard):
    """A card with very large words beside a pictogram, the mark at the corner, a note below.

    Without a pictogram the words are centered.
    """

    def __init__(self, look: Look, pair: Pair, *, role: TextRole, **style: Any) -> None:
        """``role``: the text size; ``style`` as for ChoiceCard."""
        super().__init__(look, pair, **style)
        centered = not self._icon
        self._words = TextBlock(look, pair, role, centered=centered)
        if self._note:
            self._note = TextBlock(
                look, self._note.pair, TextRole.SMALL, inline=True, centered=centered
            )
        self._pad = look.scale.mm(_PAD_MM)
        self._tight = False

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._tight = compact
        self._place_mark()

    def _picture(self, width: int) -> int:
        """The side of the pictogram that it requests, in pixels; 0 if there is no room."""
        if not self._icon:
            return 0
        scale = self.look.scale
        most = _LEAST_PICTURE_MM if self._tight else _MOST_PICTURE_MM
        side = min(scale.mm(most), width // 4)
        rest = width - side - 3 * self._pad - self._beside_words
        fits = side >= scale.mm(_LEAST_PICTURE_MM) and rest >= self._longest_word()
        return side if fits else 0

    def _painted_picture(self) -> int:
        """The side that fits now: larger if the card got more height than requested."""
        width, asked = self.width(), self._picture(self.width())
        high = self.height() - 2 * self._pad_y
        side = min(self.look.scale.mm(_MOST_PICTURE_MM), width // 4, high)
        if not asked or side <= asked:
            return asked
        room = self._room(width, side)
        return side if room >= self._longest_word() and self._text_height(room) <= high else asked

    def _start(self, picture: int) -> int:
        """The start of the words beside it, in pixels from the leading edge."""
        return self._pad + (picture + self._pad if picture else 0)

    def _room(self, width: int, picture: int) -> int:
        return max(1, width - self._start(picture) - self._pad - self._beside_words)

    @property
    def _beside_words(self) -> int:
        """The width that the mark and the "?" take from the words, in pixels."""
        return (self._mark + self._pad if self._tight else 0) + self._word_room

    @property
    def _corner(self) -> int:
        """The distance of the mark from the upper edge, in pixels."""
        return self._pad_y if self._tight else min(self._pad, self._pad_y + self.look.scale.mm(1.0))

    def _word_place(self, side: int) -> tuple[int, int]:
        x, y = self.width() - self._pad - side, (self.height() - side) // 2
        if self._tight:
            return x - self._mark - self._word_gap, y
        return x, max(y, self._corner + self._mark + self._word_gap)

    def heightForWidth(self, width: int) -> int:
        picture = self._picture(width)
        inner = max(self._text_height(self._room(width, picture)), picture)
        # The mark is above the words, at the corner, or beside them if room is short.
        above = self._pad_y if self._tight else self._pad_y + self._mark
        return max(self.look.scale.main_target, max(inner, self._mark) + 2 * above)

    def comfortable_width(self) -> int:
        words = self._longest_word()
        if self._note:
            words = max(words, round(self.look.body_px * 8))
        return words + 2 * self._pad + self._word_room

    def _longest_word(self) -> int:
        """The width, pixels, below which a word would be torn."""
        blocks = [self._words, self._note] if self._note else [self._words]
        return max(block.least_width(ems=30) for block in blocks)

    def paintEvent(self, event: QPaintEvent) -> None:
        pad, width = self._pad, self.width()
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        self._paint_mark(painter, width - pad - self._mark, self._corner, chosen)
        picture = self._painted_picture()
        if picture:
            self._paint_blob(painter, pad, (self.height() - picture) // 2, picture, chosen)
        start, room = self._start(picture), self._room(width, picture)
        top = (self.height() - self._text_height(room)) / 2
        self._paint_text(painter, start, top, room, self.look.theme.on_chosen if chosen else "")
