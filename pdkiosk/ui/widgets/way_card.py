"""One of a few ways to go on, as a row: its mark, drawing, name and result."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.choice_card import RoomyCard
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_block import TextBlock

_PAD_MM, _DRAWING_MM, _LEAST_DRAWING_MM = 7.0, 46.0, 15.0
_BESIDE_EMS = 30  # from this width on, the result is beside the name
_WITH_DRAWING_EMS = 22


class _Room(NamedTuple):
    drawing_x: int
    drawing: int  # its width in pixels; 0 if there is no room
    name_x: int
    name: int
    note_x: int
    note: int
    beside: bool


class WayCard(RoomyCard):
    """``drawing`` names one of ``resources/drawings``; ``note`` describes the result."""

    def __init__(self, look: Look, pair: Pair, *, drawing: str, **style: Any) -> None:
        """``style`` as for ChoiceCard."""
        super().__init__(look, pair, **style)
        self._drawing = drawing
        self._small = self._words
        self._large = self._words = TextBlock(look, pair, TextRole.CARD_LARGE)
        if self._note is not None:
            self._note = TextBlock(look, self._note.pair, TextRole.BODY)
        self._pad = look.scale.mm(_PAD_MM)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._words = self._small if compact else self._large

    def _rooms(self, width: int) -> _Room:
        pad, px = self._pad, self.look.body_px
        x = pad + self._mark + pad
        drawing_x, drawing = x, 0
        if width >= px * _WITH_DRAWING_EMS:
            drawing = self.look.scale.mm(_DRAWING_MM)
            x += drawing + pad
        rest = max(1, width - x - pad)
        if self._note is None or rest < px * _BESIDE_EMS * 0.8:
            return _Room(drawing_x, drawing, x, rest, x, rest, False)
        name = (rest - 2 * pad) // 2
        note_x = x + name + 2 * pad
        return _Room(drawing_x, drawing, x, name, note_x, max(1, width - note_x - pad), True)

    def _inner(self, room: _Room) -> int:
        words = self._words.height(room.name)
        if self._note is None:
            return words
        note = self._note.height(room.note)
        return max(words, note) if room.beside else words + self._note_gap + note

    def heightForWidth(self, width: int) -> int:
        room = self._rooms(width)
        scale = self.look.scale
        drawing = scale.mm(_LEAST_DRAWING_MM) if room.drawing else 0
        inner = max(self._inner(room), drawing, self._mark)
        return max(scale.main_target, inner + 2 * self._pad_y)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, height = self.look.theme, self.height()
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        self._paint_mark(painter, self._pad, (height - self._mark) / 2, chosen)
        room = self._rooms(self.width())
        if room.drawing:
            x = from_start(self, room.drawing_x, room.drawing)
            box = QRect(x, self._pad_y, room.drawing, height - 2 * self._pad_y)
            self.look.paint_drawing(painter, self._drawing, box)
        first = theme.on_chosen if chosen else ""
        words = self._words.height(room.name)
        top = (height - (words if room.beside else self._inner(room))) / 2
        self.paint_words(painter, self._words, room.name_x, top, room.name, first)
        if self._note is None:
            return
        if not room.beside:
            top += words + self._note_gap
            self.paint_words(painter, self._note, room.note_x, top, room.note)
            return
        note = self._note.height(room.note)
        tall = max(words, note)
        line = self.look.scale.line
        x = from_start(self, room.note_x - self._pad, line)
        painter.fillRect(x, (height - tall) // 2, line, tall, QColor(theme.border))
        self.paint_words(painter, self._note, room.note_x, (height - note) / 2, room.note)
