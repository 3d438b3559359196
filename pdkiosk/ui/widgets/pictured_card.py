"""An answer that shows what it means: its words, and below them drawings with captions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.choice_card import RoomyCard
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_block import TextBlock

_DRAWN_MM, _COMPACT_DRAWN_MM, _MOST_DRAWN_MM = 44.0, 16.0, 66.0  # the height of the drawings
_LEAST_EMS = 6.5  # the smallest width of a drawing's column; if narrower, they are rows
_ROW_EMS = 1.9  # the height of a drawing beside its caption
_PAD_MM, _GAP_MM = 4.5, 2.0


class PicturedCard(RoomyCard):
    """``figures``: the name of each drawing, one of ``resources/drawings``, and its caption."""

    def __init__(
        self, look: Look, pair: Pair, *, figures: Sequence[tuple[str, Pair]], **style: Any
    ) -> None:
        """``style`` as of ChoiceCard."""
        super().__init__(look, pair, **style)
        self._drawings = [name for name, _ in figures]
        self._captions = [
            TextBlock(look, caption, TextRole.SMALL, centered=True) for _, caption in figures
        ]
        self._lines = [TextBlock(look, caption, TextRole.SMALL) for _, caption in figures]
        self._least_drawn = look.scale.mm(_DRAWN_MM)
        self._row_drawn = round(look.body_px * _ROW_EMS)
        self._pad, self._gap = look.scale.mm(_PAD_MM), look.scale.mm(_GAP_MM)
        self.setAccessibleDescription(". ".join(caption.spoken() for _, caption in figures))

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._least_drawn = self.look.scale.mm(_COMPACT_DRAWN_MM if compact else _DRAWN_MM)

    def _blocks(self) -> list[TextBlock]:
        return [self._words, *(self._captions if self._column(self.width()) else self._lines)]

    def _column(self, width: int) -> int:
        """The width of each drawing's column, in pixels; 0 if each has a row."""
        count = len(self._drawings)
        column = (width - 2 * self._pad - (count - 1) * self._gap) // max(1, count)
        words = max(block.least_width(ems=12) for block in self._captions)
        return column if column >= max(self.look.body_px * _LEAST_EMS, words) else 0

    def _head(self, width: int) -> int:
        """The height of its words, with the mark before and the "?" after them."""
        marks = max(self._mark, self.word_mark.height() if self.word_mark else 0)
        return max(self._words.height(self._places(width).text_width), marks)

    def _below(self, width: int) -> int:
        """The height of the captions below the drawings, or of rows of both."""
        column = self._column(width)
        if column:
            return max(block.height(column) for block in self._captions)
        return sum(height + self._gap for height in self._rows(width)) - self._gap

    def _rows(self, width: int) -> list[int]:
        """The heights of the rows, in which each drawing is before its caption, in pixels."""
        _, side, room = self._row(width)
        return [max(side, block.height(room)) for block in self._lines]

    def _row(self, width: int) -> tuple[int, int, int]:
        """Where a row begins, the side of its drawing and the width of its caption, in pixels.

        Words take priority over pictures: if a word would be broken, the rows begin at the mark; if
        it still would, they have no drawings.
        """
        places = self._places(width)
        end = places.text_x + places.text_width
        least = max(block.least_width(ems=12) for block in self._lines)
        beside = self._row_drawn + self._gap
        for start in (places.text_x, places.mark_x):
            if end - start - beside >= least:
                return start, self._row_drawn, end - start - beside
        return places.mark_x, 0, max(1, end - places.mark_x)

    def heightForWidth(self, width: int) -> int:
        drawn = self._least_drawn + self._gap if self._column(width) else 0
        inner = self._head(width) + self._gap + drawn + self._below(width)
        return max(self.look.scale.main_target, inner + 2 * self._pad_y)

    def _word_place(self, side: int) -> tuple[int, int]:
        x, _ = super()._word_place(side)
        return x, self._pad_y + (self._head(self.width()) - side) // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width()
        painter = QPainter(self)
        self._paint_ground(painter)
        places, head = self._places(width), self._head(width)
        y = self._pad_y
        self._paint_mark(painter, places.mark_x, y + (head - self._mark) / 2, self.isChecked())
        room = places.text_width
        top = y + (head - self._words.height(room)) / 2
        self.paint_words(painter, self._words, places.text_x, top, room)
        y += head + self._gap
        column, below = self._column(width), self._below(width)
        if not column:
            self._paint_rows(painter, y)
            return
        left = self.height() - self._pad_y - below - self._gap - y
        drawn = min(left, self.look.scale.mm(_MOST_DRAWN_MM))
        y += (left - drawn) // 2
        for number, (name, caption) in enumerate(zip(self._drawings, self._captions, strict=True)):
            x = self._pad + number * (column + self._gap)
            box = QRect(from_start(self, x, column), y, column, drawn)
            self.look.paint_drawing(painter, name, box)
            under = y + drawn + self._gap
            self.paint_words(painter, caption, x, under, column)

    def _paint_rows(self, painter: QPainter, y: int) -> None:
        x, side, room = self._row(self.width())
        words_x = x + side + self._gap if side else x
        rows = zip(self._drawings, self._lines, self._rows(self.width()), strict=True)
        for name, block, height in rows:
            if side:
                box = QRect(from_start(self, x, side), y + (height - side) // 2, side, side)
                self.look.paint_drawing(painter, name, box)
            top = y + (height - block.height(room)) / 2
            self.paint_words(painter, block, words_x, top, room)
            y += height + self._gap
