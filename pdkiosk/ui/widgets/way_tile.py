"""One of two ways to go on, as a large card: a drawing, its name, and lines describing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole, TextSize
from pdkiosk.ui.widgets.choice_card import RoomyCard
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_block import TextBlock

_PAD_MM, _GAP_MM = 7.0, 4.0
_DRAWING_MM, _COMPACT_DRAWING_MM = 42.0, 20.0
_MOST_ICON_MM, _LEAST_ICON_MM, _COMPACT_ICON_MM = 20.0, 11.0, 9.0
_NAME_EMS, _LINE_EMS = 9, 12  # the least room for the words
_LOW = 1.5  # a screen this much wider than high counts as low
_NAME_PART = 1.6  # of its longest word, for a name that is easy to read


class WayTile(RoomyCard):
    """``drawing`` names one of ``resources/drawings``; ``lines``: each a pictogram and words.

    With large letters, or on a page without room, the lines become one text.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        drawing: str,
        lines: Sequence[tuple[str, Pair]],
        **style: Any,
    ) -> None:
        """``style`` as for ChoiceCard."""
        super().__init__(look, pair, **style)
        scale = look.scale
        self._drawing = drawing
        self._small, self._large = self._words, TextBlock(look, pair, TextRole.CARD_LARGE)
        self._words = self._large
        self._loose, self._tight = (
            [(icon, TextBlock(look, words, role, inline=True)) for icon, words in lines]
            for role in (TextRole.POINT, TextRole.SMALL)
        )
        self._lines = self._loose
        first, second = ([getattr(p, side) for _, p in lines] for side in ("first", "second"))
        both = Pair(" · ".join(first), " · ".join(second) if all(second) else "")
        self._joined = TextBlock(look, both, TextRole.SMALL)
        self._pad, self._gap = scale.mm(_PAD_MM), scale.mm(_GAP_MM)
        self._drawn = scale.mm(_DRAWING_MM)
        self._least_icon = scale.mm(_LEAST_ICON_MM)
        self.setAccessibleDescription(". ".join(words.spoken() for _, words in lines))

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        scale = self.look.scale
        self._words = self._small if compact else self._large
        large = scale.text_size in (TextSize.LARGE, TextSize.LARGEST)
        shape = scale.width_px / scale.height_px
        run_on = compact and large and (shape < 1 or shape > _LOW)
        apart = self._tight if compact else self._loose
        self._lines = [("", self._joined)] if run_on else apart
        self._pad = scale.mm(_GAP_MM if compact else _PAD_MM)
        self._least_icon = scale.mm(_COMPACT_ICON_MM if compact else _LEAST_ICON_MM)
        if run_on:
            self._pad = scale.mm(_GAP_MM / 2)
        self._gap = scale.mm(_GAP_MM / 2 if compact else _GAP_MM)
        self._drawn = scale.mm(_COMPACT_DRAWING_MM if compact else _DRAWING_MM)

    def _blocks(self) -> list[TextBlock]:
        return [self._words, *(block for _, block in self._lines)]

    @property
    def _end(self) -> int:
        """The width in pixels of the mark, and the "?" below it, at the end of the head."""
        return max(self._mark, self._word_room) + self._gap

    def _name(self, width: int) -> tuple[int, int]:
        """The start of the name, in pixels from the leading edge, and its width."""
        start = self._pad + self._drawn + self._pad
        room = width - start - self._end - self._pad
        if room < self._words.least_width(ems=_NAME_EMS):  # words take priority over pictures
            start, room = self._pad, width - self._end - 2 * self._pad
        return start, max(1, room)

    def _head(self, width: int) -> int:
        """The height of the drawing and the name beside it."""
        start, room = self._name(width)
        drawn = self._drawn if start > self._pad else 0
        return max(drawn, self._words.height(room), self._mark)

    def _line_room(self, width: int, icon: int) -> int:
        return max(1, width - 2 * self._pad - (icon + self._gap if icon else 0))

    def _line_heights(self, width: int, icon: int) -> list[int]:
        room = self._line_room(width, icon)
        return [max(icon, block.height(room)) for _, block in self._lines]

    @property
    def _least(self) -> int:
        """The smallest side of the pictograms, in pixels; 0 if there are none."""
        return self._least_icon if self._lines[0][0] else 0

    def heightForWidth(self, width: int) -> int:
        lines = self._line_heights(width, self._least)
        inner = self._head(width) + sum(self._gap + line for line in lines)
        return max(self.look.scale.main_target, inner + 2 * self._pad)

    def comfortable_width(self) -> int:
        words = round(self._words.least_width(ems=_NAME_EMS) * _NAME_PART)
        name = words + self._drawn + self._pad + self._end
        em = self.look.body_px
        lines = max(
            (min(block.natural_width(), em * _LINE_EMS) for _, block in self._lines), default=0
        )
        return max(name, lines + self._least_icon + self._gap) + 2 * self._pad

    def _word_place(self, side: int) -> tuple[int, int]:
        return self.width() - self._pad - side, self._pad + self._mark + self._word_gap

    def _icon_side(self, width: int, height: int) -> int:
        """The side of the pictograms: as large as fits below the head for all lines, in pixels."""
        most = self.look.scale.mm(_MOST_ICON_MM)
        if not self._least:
            return 0
        each = height // len(self._lines) - self._gap
        side = max(self._least, min(most, each))
        needed = sum(self._gap + line for line in self._line_heights(width, side))
        return side if needed <= height else self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        pad, width = self._pad, self.width()
        painter = QPainter(self)
        chosen = self.isChecked()
        first = self.look.theme.on_chosen if chosen else ""
        self._paint_ground(painter)
        self._paint_mark(painter, width - pad - self._mark, pad, chosen)
        head, (start, room) = self._head(width), self._name(width)
        if start > pad:
            box = QRect(from_start(self, pad, self._drawn), pad, self._drawn, head)
            self.look.paint_drawing(painter, self._drawing, box)
        top = pad + (head - self._words.height(room)) / 2
        self.paint_words(painter, self._words, start, top, room, first)
        below = self.height() - 2 * pad - head
        side = self._icon_side(width, below)
        heights = self._line_heights(width, side)
        gap = (below - sum(heights)) / len(heights)
        room, y = self._line_room(width, side), pad + head + gap / 2
        for (icon, block), height in zip(self._lines, heights, strict=True):
            if side:
                self._paint_blob(painter, pad, round(y + (height - side) / 2), side, chosen, icon)
            top, x = y + (height - block.height(room)) / 2, width - pad - room
            self.paint_words(painter, block, x, top, room)
            y += height + gap
