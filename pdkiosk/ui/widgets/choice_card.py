"""An answer as a large card: a mark, perhaps a pictogram, and the words in both languages."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Mark, Spoken
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_lines import Span
from pdkiosk.ui.widgets.word_mark import DEAD_MM, WordMark

_COMPACT_BLOB_MM = 13.0


class CardKind(enum.Enum):
    """How a card is chosen: one of several, any of several, or touched to go on at once."""

    RADIO = enum.auto()
    CHECK = enum.auto()
    ACTION = enum.auto()


class _Places(NamedTuple):
    mark_x: int
    icon_x: int | None
    text_x: int
    text_width: int


class ChoiceCard(TapButton):
    """A card at least 20 mm high whose whole surface can be touched.

    ``icon`` names a file of ``resources/icons``; ``note`` is shown under the words; ``compact`` is
    for cards in a row of a list. ``inline``: both languages on one line if they fit. ``icon_mm``:
    the side of the pictogram in millimeters; ``blob``: the pictogram is in a filled circle.
    ``dashed``: the card means "none of them".
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        kind: CardKind = CardKind.RADIO,
        icon: str = "",
        note: Pair | None = None,
        compact: bool = False,
        inline: bool = False,
        icon_mm: float = 10.0,
        blob: bool = False,
        dashed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self.kind = kind
        self._icon = icon
        role = TextRole.BUTTON if compact else TextRole.CARD
        self._words = TextBlock(look, pair, role, inline=inline)
        self._note = TextBlock(look, note, TextRole.SMALL, inline=True) if note else None
        scale = look.scale
        self._pad_x = scale.mm(2.8 if compact else 4.5)
        self._loose_pad_y = scale.mm(1.6 if compact else 2.6)
        self._compact_pad_y = min(self._loose_pad_y, scale.mm(1.2))
        self._pad_y = self._loose_pad_y
        self._mark = scale.mm(8.0 if compact else 10.0)
        self._loose_icon_px = scale.mm(icon_mm)
        self._icon_px = self._loose_icon_px
        self._blob = blob
        self._dashed = dashed
        self._step = scale.mm(2.4 if compact else 3.2)
        self._note_gap = scale.mm(1.0)
        self.word_mark: WordMark | None = None
        self.setAccessibleName(pair.spoken())
        if note:
            self.setAccessibleDescription(note.spoken())
        if kind is not CardKind.ACTION:
            self.setCheckable(True)
        if kind is CardKind.RADIO:
            self.setAutoExclusive(True)  # this makes it a radio button for a screen reader

    @property
    def pair(self) -> Pair:
        return self._words.pair

    def spoken(self) -> list[Spoken]:
        mark = None
        if self.kind is not CardKind.ACTION:
            mark = Mark.CHOSEN if self.isChecked() else Mark.NOT_CHOSEN
        *before, last = self._blocks()
        texts = [Spoken(block.pair, block) for block in before]
        return [*texts, Spoken(last.pair, last, mark=mark)]

    def _blocks(self) -> list[TextBlock]:
        """Its texts in the order in which they are read."""
        return [self._words, self._note] if self._note else [self._words]

    def offer_word(
        self, accessible: Pair, first: Sequence[Span], second: Sequence[Span] = ()
    ) -> WordMark:
        """Underlines a term in the answer, and adds a round "?" for it at the card's end."""
        self._words.mark_links(first, second)
        mark = self.word_mark = WordMark(self.look, accessible, self)
        mark.show()
        QWidget.setTabOrder(self, mark)
        self._place_mark()
        self.updateGeometry()
        return mark

    def _place_mark(self) -> None:
        if self.word_mark is not None:
            side = self.word_mark.width()
            x, y = self._word_place(side)
            self.word_mark.move(from_start(self, x, side), y)

    def _word_place(self, side: int) -> tuple[int, int]:
        """The place of the "?", in pixels from the leading edge and from the top."""
        return self.width() - side - self._word_gap, (self.height() - side) // 2

    @property
    def _word_gap(self) -> int:
        return self.look.scale.mm(DEAD_MM)

    @property
    def _word_room(self) -> int:
        """The width that the "?" takes from the words, in pixels."""
        return 0 if self.word_mark is None else self.word_mark.width() + self._word_gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_mark()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_mark()
        super().changeEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        if self.word_mark is not None:
            dead = self._word_gap
            ring = self.word_mark.geometry().adjusted(-dead, -dead, dead, dead)
            if ring.contains(pos):  # a touch just beside the "?" neither ticks nor opens
                return False
        return super().hitButton(pos)

    def set_compact(self, compact: bool) -> None:
        """Sets whether there is little room above and below the words."""
        self._pad_y = self._compact_pad_y if compact else self._loose_pad_y
        if self._blob:
            least = self.look.scale.mm(_COMPACT_BLOB_MM)
            self._icon_px = min(self._loose_icon_px, least) if compact else self._loose_icon_px

    def heightForWidth(self, width: int) -> int:
        inner = self._text_height(self._places(width).text_width)
        marks = self._mark if self.kind is not CardKind.ACTION else 0
        icon = self._icon_px if self._icon else 0
        return max(self.look.scale.main_target, max(inner, marks, icon) + 2 * self._pad_y)

    def sizeHint(self) -> QSize:
        width = self._beside() + self._words.natural_width()
        if self._note:
            width = max(width, self._beside() + min(self._note.natural_width(), width))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.comfortable_width(), self.look.scale.main_target)

    def comfortable_width(self) -> int:
        """The smallest width, in pixels, at which the words are pleasant to read."""
        return min(
            self._beside() + round(self.look.body_px * 10.5),
            self._beside() + self._words.natural_width(),
        )

    def narrowest_width(self) -> int:
        """The smallest width, in pixels, at which no word is broken."""
        return self._beside() + self._words.least_width(ems=12)

    def _beside(self) -> int:
        """The width beside the words, in pixels."""
        width = 2 * self._pad_x + self._word_room
        if self.kind is not CardKind.ACTION:
            width += self._mark + self._step
        if self._icon:
            width += self._icon_px + self._step
        return width

    def _places(self, width: int) -> _Places:
        x = self._pad_x
        mark_x = x
        if self.kind is not CardKind.ACTION:
            x += self._mark + self._step
        icon_x: int | None = None
        if self._icon:
            rest = width - x - self._icon_px - self._step - self._pad_x - self._word_room
            if rest >= self.look.body_px * 5:  # words before pictures where room is short
                icon_x = x
                x += self._icon_px + self._step
        return _Places(mark_x, icon_x, x, max(1, width - x - self._pad_x - self._word_room))

    def _text_height(self, width: int) -> int:
        height = self._words.height(width)
        if self._note:
            height += self._note_gap + self._note.height(width)
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        self._paint_ground(painter)
        places = self._places(self.width())
        self._paint_mark(painter, places.mark_x, (self.height() - self._mark) / 2, chosen)
        if places.icon_x is not None:
            y = (self.height() - self._icon_px) // 2
            self._paint_picture(painter, places.icon_x, y, self._icon_px, chosen)
        width = places.text_width
        top = (self.height() - self._text_height(width)) / 2
        self._paint_text(painter, places.text_x, top, width)

    def _paint_text(
        self, painter: QPainter, start: int, top: float, width: int, color: str = ""
    ) -> None:
        """Paints the words, in a different color if given, and the note under them."""
        self.paint_words(painter, self._words, start, top, width, color)
        if self._note:
            top += self._words.height(width) + self._note_gap
            self.paint_words(painter, self._note, start, top, width, self.look.theme.second)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paints the card's background and edge, depending on whether it is touched or chosen."""
        theme, line = self.look.theme, self.look.scale.line
        strong = self.isChecked() or self.isDown()
        fill = theme.chosen if self.isChecked() else theme.surface
        fill = theme.pressed if self.isDown() else fill
        border = theme.primary if strong else theme.border
        dashed = self._dashed and not strong
        self.paint_frame(painter, fill, border, line * 2.5 if strong else line, dashed=dashed)

    def _paint_picture(self, painter: QPainter, x: int, y: int, side: int, chosen: bool) -> None:
        """Paints the pictogram, ``x`` pixels from the leading edge."""
        if self._blob:
            self._paint_blob(painter, x, y, side, chosen)
            return
        color = self.look.theme.on_chosen if chosen else self.look.theme.primary
        self.look.paint_icon(painter, self._icon, color, from_start(self, x, side), y, side)

    def _paint_blob(
        self, painter: QPainter, x: int, y: int, side: int, chosen: bool, icon: str = ""
    ) -> None:
        """Paints a pictogram (default.

        Its own) in a filled circle, ``x`` pixels from the leading edge.
        """
        theme = self.look.theme
        colors = DRAWING_COLORS[theme.name]
        pair = (theme.surface, theme.on_chosen) if chosen else (colors.tint, colors.ink)
        place = from_start(self, x, side), y
        self.look.paint_in_round(painter, icon or self._icon, pair, place, side, 0.56)

    def _paint_mark(self, painter: QPainter, x: int, y: float, chosen: bool) -> None:
        """Paints the mark, ``x`` pixels from the leading edge and ``y`` from the top."""
        if self.kind is CardKind.ACTION:
            return
        theme = self.look.theme
        line = max(2.0, self.look.scale.line * 1.5)
        place = QRectF(from_start(self, x, self._mark), y, self._mark, self._mark)
        box = place.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(QColor(theme.primary if chosen else theme.text), line))
        painter.setBrush(QColor(theme.primary if chosen else theme.surface))
        if self.kind is CardKind.RADIO:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, self._mark * 0.16, self._mark * 0.16)
        if chosen:
            pen = QPen(QColor(theme.on_primary), self._mark * 0.115)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            side = box.width()
            corners = [(0.27, 0.53), (0.44, 0.69), (0.74, 0.33)]
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + side * a, box.y() + side * b) for a, b in corners])
            )


class RoomyCard(ChoiceCard):
    """A card for a page with few cards.

    It prefers the width at which its words are pleasant to read.
    """

    def sizeHint(self) -> QSize:
        width = self.comfortable_width()
        return QSize(width, self.heightForWidth(width))
