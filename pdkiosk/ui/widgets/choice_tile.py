"""An answer as a tile: a large pictogram above the words, the mark at the corner."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextSize
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.family_tree import GROUPS, paint_family
from pdkiosk.ui.widgets.geometry import from_start, right_to_left
from pdkiosk.ui.widgets.pair import Pair

_LEAST_EMS = 9.4  # of the words; if narrower, there are fewer columns
_PAD_MM, _PAD_Y_MM, _GAP_MM = 4.0, 3.0, 2.0
_LEAST_PICTURE_MM, _MOST_PICTURE_MM = 13.0, 34.0
_LARGEST_PICTURE_MM = 22.0


class ChoiceTile(ChoiceCard):
    """A card of ChoiceTiles. It reports its minimum size, and is told the size of its picture.

    ``group``: the relatives it stands for, shown in a family tree instead of the pictogram.
    ``flat``: it looks like an ordinary card, if tiles would not fit on the page.
    """

    flat = False
    grows = False  # whether the pictogram of a flat card may be larger than requested
    grown = 0  # the side of the pictogram of a flat card that has room for a larger one, pixels
    _picture = 0

    def __init__(self, look: Look, pair: Pair, *, group: str = "", **style: Any) -> None:
        """``style`` as of ChoiceCard."""
        super().__init__(look, pair, **style)
        self._group = group

    @property
    def picture(self) -> int:
        """The side of the pictogram, pixels."""
        return max(self._picture, self.least_picture)

    @picture.setter
    def picture(self, side: int) -> None:
        self._picture = side
        self._place_mark()

    @property
    def _pad(self) -> int:
        return self.look.scale.mm(_PAD_MM)

    @property
    def _edge(self) -> int:
        """Above the pictogram and below the words, pixels."""
        return self.look.scale.mm(_PAD_Y_MM)

    @property
    def _gap(self) -> int:
        """Between the pictogram and the words, pixels."""
        return self.look.scale.mm(_GAP_MM)

    @property
    def least_picture(self) -> int:
        """The least side of the pictogram, pixels: more where the page is scrolled anyway."""
        largest = self.look.scale.text_size is TextSize.LARGEST
        return self.look.scale.mm(_LARGEST_PICTURE_MM if largest else _LEAST_PICTURE_MM)

    @property
    def most_picture(self) -> int:
        """The side beyond which it does not grow, pixels."""
        return self.look.scale.mm(_MOST_PICTURE_MM)

    def tile_width(self) -> int:
        """The least width, pixels, at which its words are pleasant to read under the pictogram."""
        words = max(round(self.look.body_px * _LEAST_EMS), self._words.least_width(ems=12))
        return words + 2 * self._pad

    def words_height(self, width: int) -> int:
        """What the words, and the room around them and the pictogram, take at a width, pixels."""
        text = self._text_height(max(1, width - 2 * self._pad))
        return text + 2 * self._edge + self._gap

    def _word_place(self, side: int) -> tuple[int, int]:
        """Above the words, beside the pictogram: under the tick where it fits there."""
        if self.flat:
            return super()._word_place(side)
        pad, gap = self._pad, self._word_gap
        x, y = self.width() - pad - side, pad + self._mark + gap
        if y + side > self._edge + self.picture + self._gap:
            return x - self._mark - gap, pad
        return x, y

    def has_room(self, width: int, height: int, side: int) -> bool:
        """Whether a flat card of this size has room for a pictogram of this side, pixels."""
        least, self._icon_px = self._icon_px, side
        fits = self.heightForWidth(width) <= height and self.narrowest_width() <= width
        shown = self._places(width).icon_x is not None
        self._icon_px = least
        return fits and shown

    def heightForWidth(self, width: int) -> int:
        if self.flat:
            return super().heightForWidth(width)
        needed = self.words_height(width) + self.least_picture
        return max(self.look.scale.main_target, needed)

    def sizeHint(self) -> QSize:
        if self.flat:
            return super().sizeHint()
        width = self.tile_width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.flat:
            least = self._icon_px
            self._icon_px = max(least, self.grown)
            super().paintEvent(event)
            self._icon_px = least
            return
        pad = self._pad
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        side = self.picture
        self._paint_picture(painter, pad, self._edge, side, chosen)
        if self.kind is not CardKind.ACTION:
            self._paint_mark(painter, self.width() - pad - self._mark, pad, chosen)
        top, width = float(self._edge + side + self._gap), max(1, self.width() - 2 * pad)
        self._paint_text(painter, pad, top, width, self.look.theme.on_chosen if chosen else "")

    def _paint_picture(self, painter: QPainter, x: int, y: int, side: int, chosen: bool) -> None:
        if self._group in GROUPS:
            box = QRectF(from_start(self, x, side), y, side, side)
            paint_family(painter, self.look, self._group, box, mirrored=right_to_left(self))
        elif self.flat:
            super()._paint_picture(painter, x, y, side, chosen)
        else:
            self._paint_blob(painter, x, y, side, chosen)
