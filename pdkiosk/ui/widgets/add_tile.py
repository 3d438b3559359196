"""A tile that adds a person or thing to a list: its picture, its words, a plus sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.choice_card import CardKind
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.family_tree import GROUPS
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.text_block import TextBlock

_FLAT_PAD_MM = 2.8
_SMALL_PLUS_MM, _SMALL_PLUS_GAP_MM = 4.8, 1.3


class AddTile(ChoiceTile):
    """``group``: the relatives it adds, shown in a family tree; otherwise it has its pictogram."""

    grows = True

    def __init__(
        self, look: Look, pair: Pair, *, pictogram: str, group: str = "", **style: Any
    ) -> None:
        """``style`` as for ChoiceCard."""
        style |= {"kind": CardKind.ACTION, "icon": "plus", "icon_mm": 11.0, "group": group}
        super().__init__(look, pair, **style)
        self._pictogram = pictogram
        self._centered = TextBlock(look, pair, TextRole.CARD, centered=True)
        self._plus = look.scale.mm(7.0)
        self._pad_x = look.scale.mm(_FLAT_PAD_MM)
        self._small_plus = look.scale.mm(_SMALL_PLUS_MM)

    def spoken(self) -> list[Spoken]:
        return super().spoken() if self.flat else [Spoken(self.pair, self._centered)]

    @property
    def _word_room(self) -> int:
        room = super()._word_room
        if not self.flat:
            return room
        # The plus sign is in the padding, extending a little inward.
        plus = self._small_plus + self.look.scale.mm(_SMALL_PLUS_GAP_MM) - self._pad_x
        return room + max(0, plus)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.flat:
            super().paintEvent(event)
            side, gap = self._small_plus, self.look.scale.mm(_SMALL_PLUS_GAP_MM)
            x = from_start(self, self.width() - gap - side, side)
            self.look.paint_icon(QPainter(self), "plus", self.look.theme.primary, x, gap, side)
            return
        theme, pad, width = self.look.theme, self._pad, self.width()
        edge, gap = self._edge, self._gap
        painter = QPainter(self)
        self._paint_ground(painter)
        plus = from_start(self, width - pad - self._plus, self._plus)
        self.look.paint_icon(painter, "plus", theme.primary, plus, pad, self._plus)
        side = self.picture
        room = max(1, width - 2 * pad)
        words = self._centered.height(room)
        top = max(edge, (self.height() - side - gap - words) // 2)
        left = (width - side) // 2
        self._paint_picture(painter, left, top, side, False)
        self.paint_words(painter, self._centered, pad, top + side + gap, room)

    def _paint_picture(self, painter: QPainter, x: int, y: int, side: int, chosen: bool) -> None:
        if self._group in GROUPS:
            super()._paint_picture(painter, x, y, side, chosen)
            return
        self._paint_blob(painter, x, y, side, chosen, self._pictogram)
