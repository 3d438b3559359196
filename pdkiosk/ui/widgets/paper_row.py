"""A paper to select: its mark, its drawing, its name, and its number of pages."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.choice_card import CardKind, RoomyCard
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair

_PICTURE_MM, _NARROW_PICTURE_MM, _LEAST_PICTURE_MM = 22.0, 16.0, 14.0
_WIDE_EMS = 26  # from this width on, the picture may be larger
_PICTURE_PAD_MM = 1.6
_NAME_EMS = 13  # the least room for a name with the pages at its end


class _Room(NamedTuple):
    picture_x: int
    name_x: int
    name: int
    pages_x: int
    pages: int
    beside: bool


class PaperRow(RoomyCard):
    """A paper. ``pages``: their number in words; None to leave it out.

    ``drawing`` names one of ``resources/drawings``, or is "".

    Without a drawing it has its pictogram ``icon``.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        pages: Pair | None,
        drawing: str,
        icon: str,
    ) -> None:
        super().__init__(
            look,
            pair,
            kind=CardKind.CHECK,
            note=pages,
            icon=icon,
            icon_mm=_PICTURE_MM,
            blob=True,
        )
        self._drawing = drawing

    def _rooms(self, width: int) -> _Room:
        picture_x = self._pad_x + self._mark + self._step
        picture = self._picture(width)
        name_x = picture_x + picture + self._step
        end = width - self._pad_x - self._word_room
        name = max(1, end - name_x)
        if self._note is None:
            return _Room(picture_x, name_x, name, 0, 0, True)
        pages = self._note.natural_width()
        rest = name - pages - self._step
        if rest < self.look.body_px * _NAME_EMS:
            return _Room(picture_x, name_x, name, name_x, name, False)
        return _Room(picture_x, name_x, rest, end - pages, pages, True)

    def _picture(self, width: int) -> int:
        """The width of the picture, in pixels."""
        wide = width >= self.look.body_px * _WIDE_EMS
        return self.look.scale.mm(_PICTURE_MM if wide else _NARROW_PICTURE_MM)

    def _paint_ground(self, painter: QPainter) -> None:
        """Stays white when ticked: most papers are, and a fully tinted list would say less."""
        theme, line, down = self.look.theme, self.look.scale.line, self.isDown()
        fill, border = (theme.pressed, theme.primary) if down else (theme.surface, theme.border)
        self.paint_frame(painter, fill, border, line * 2.5 if down else line)

    def _inner(self, room: _Room) -> int:
        words = self._words.height(room.name)
        if self._note is None:
            return words
        pages = self._note.height(room.pages)
        return max(words, pages) if room.beside else words + self._note_gap + pages

    def heightForWidth(self, width: int) -> int:
        scale = self.look.scale
        picture = scale.mm(_LEAST_PICTURE_MM + 2 * _PICTURE_PAD_MM)
        inner = self._inner(self._rooms(width)) + 2 * self._pad_y
        return max(scale.main_target, inner, picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        height, room = self.height(), self._rooms(self.width())
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        self._paint_mark(painter, self._pad_x, (height - self._mark) / 2, chosen)
        self._paint_paper(painter, room.picture_x, chosen)
        words, note = self._words, self._note
        name = words.height(room.name)
        y = (height - (name if room.beside else self._inner(room))) / 2
        self.paint_words(painter, words, room.name_x, y, room.name)
        if note is not None:
            pages_y = (height - note.height(room.pages)) / 2
            y = pages_y if room.beside else y + name + self._note_gap
            self.paint_words(painter, note, room.pages_x, y, room.pages)

    def _paint_paper(self, painter: QPainter, x: int, chosen: bool) -> None:
        scale = self.look.scale
        width = self._picture(self.width())
        side = min(width, self.height() - 2 * scale.mm(_PICTURE_PAD_MM))
        top = (self.height() - side) // 2
        if self._drawing:
            box = QRect(from_start(self, x, width), top, width, side)
            self.look.paint_drawing(painter, self._drawing, box)
        else:
            self._paint_blob(painter, x + (width - side) // 2, top, side, chosen)
