"""The letter as rows of sentences in two languages; touching one leads to its question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.ui.theme.drawing_colors import DRAWING_COLORS
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start, right_to_left
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Mark, Spoken
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock
from pdkiosk.ui.widgets.text_lines import Span

_BLANK = re.compile("_{3,}")
_BOXES = {"[x]": Mark.CHOSEN, "[ ]": Mark.NOT_CHOSEN}
_STACK_BELOW_EMS = 30  # if the row is narrower, the languages are one below the other


class SheetText(Struct, frozen=True):
    """The text in one language; ``own``: parts that the person typed; ``bold``: exhibit marks."""

    text: str
    own: Sequence[Span] = ()
    bold: Sequence[Span] = ()


class _Sheets(NamedTuple):
    """The sheets of paper under a row of some width, in pixels."""

    lefts: tuple[int, ...]
    width: int


def _sheets(look: Look, width: int, languages: int) -> _Sheets:
    if languages < 2 or width < look.body_px * _STACK_BELOW_EMS:
        return _Sheets((0,), width)
    gap = look.scale.mm(5.0)
    half = (width - gap) // 2
    return _Sheets((0, width - half), half)


class SentenceRow(TapButton):
    """A sentence.

    ``own``: all of it is the person's words, marked by a bar. ``number``: of its paragraph.

    ``heading``: bold, with the pictogram ``icon``, if any, in place of a number. A row that is not
    ``changeable`` cannot be touched.
    """

    def __init__(
        self,
        look: Look,
        texts: Sequence[SheetText],
        *,
        number: str = "",
        own: bool = False,
        changeable: bool = True,
        heading: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._icon = icon
        role = TextRole.CARD if heading else TextRole.BODY
        self._blocks = []
        for said in texts:
            block = TextBlock(look, Pair(said.text), role)
            block.mark_own(said.own)
            block.mark_bold(said.bold)
            self._blocks.append(block)
        self._number = TextBlock(look, Pair(number), TextRole.BODY) if number else None
        self._own = own
        self._pad_x, self._pad_y = look.scale.mm(5.0), look.scale.mm(2.0)
        self._number_px = round(look.body_px * 1.5)
        self._changeable = changeable
        self.setEnabled(changeable)
        second = texts[1].text if len(texts) > 1 else ""
        self.setAccessibleName(Pair(texts[0].text, second).spoken())

    def spoken(self) -> list[Spoken]:
        """Its text in the first language, with the number of its paragraph."""
        first = self._blocks[0]
        box = _BOXES.get(self._number.pair.first) if self._number else None
        texts = [Spoken(first.pair, first, mark=box)]
        if self._number and box is None:
            texts.insert(0, Spoken(self._number.pair, self._number))
        return texts

    def _text_width(self, sheets: _Sheets) -> int:
        return max(1, sheets.width - 2 * self._pad_x - self._number_px)

    def heightForWidth(self, width: int) -> int:
        sheets = _sheets(self.look, width, len(self._blocks))
        room = self._text_width(sheets)
        heights = [block.height(room) for block in self._blocks]
        if len(sheets.lefts) == 1:
            inner = sum(heights) + self._pad_y * (len(heights) - 1)
        else:
            inner = max(heights)
        least = self.look.scale.target if self._changeable else 0
        return max(least, inner + 2 * self._pad_y)

    def sizeHint(self) -> QSize:
        # Without laying out the words for a temporary width.
        return QSize(self.look.scale.mm(200), self.look.scale.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.scale.mm(60), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isDown() or self.ring_shown:
            fill = self.look.theme.pressed if self.isDown() else None
            self.paint_frame(painter, fill, None, 0)
        sheets = _sheets(self.look, self.width(), len(self._blocks))
        y = float(self._pad_y)
        for place, block in enumerate(self._blocks):
            beside = len(sheets.lefts) > 1
            left = sheets.lefts[place] if beside else 0
            numbered = beside or place == 0
            color = self.look.theme.text if numbered else self.look.theme.second
            self._paint_text(painter, block, left, y, sheets, color, numbered=numbered)
            if not beside:
                y += block.height(self._text_width(sheets)) + self._pad_y

    def _paint_text(
        self,
        painter: QPainter,
        block: TextBlock,
        left: int,
        y: float,
        sheets: _Sheets,
        color: str,
        *,
        numbered: bool,
    ) -> None:
        theme, before, width = self.look.theme, left + self._pad_x, self._number_px
        room = self._text_width(sheets)
        start = before + width
        if self._number is not None and numbered:
            gray = theme.second
            self.paint_words(painter, self._number, before, y, width, gray, gray)
        if self._icon and numbered:
            side = round(self.look.body_px * 1.25)
            # In the middle of the first line, whose bold letters make it higher.
            line = round(self.look.font(TextRole.CARD).pixelSize() * 1.3)
            x, middle = from_start(self, before - side // 8, side), round(y) + line // 2
            self.look.paint_icon(painter, self._icon, theme.primary, x, middle - side // 2, side)
        if self._own:
            bar = self.look.scale.mm(1.2)
            x = from_start(self, start - 2 * bar, bar)
            painter.fillRect(x, round(y), bar, block.height(room), QColor(theme.primary))
        self._paint_blanks(painter, block, start, y, room)
        self.paint_words(painter, block, start, y, room, color, color)

    def _paint_blanks(
        self, painter: QPainter, block: TextBlock, start: int, y: float, room: int
    ) -> None:
        """Paints a background under blanks: what has to be filled in with a pen."""
        ground = QColor(DRAWING_COLORS[self.look.theme.name].amber_tint)
        mirrored, left = right_to_left(self), from_start(self, start, room)
        for blank in _BLANK.finditer(block.pair.first):
            span = (blank.start(), blank.end() - blank.start())
            for box in block.places(span, room, second=False, right_to_left=mirrored):
                painter.fillRect(box.translated(left, y), ground)


class LetterSheet(QWidget):
    """White paper behind the rows: one sheet for each language, side by side if they fit."""

    def __init__(self, look: Look, languages: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._languages = languages
        self._all: list[SentenceRow] = []
        self._rows = QVBoxLayout(self)
        pad = look.scale.mm(4.0)
        self._rows.setContentsMargins(0, pad, 0, pad)
        self._rows.setSpacing(look.scale.mm(2.6))

    def add(self, row: SentenceRow) -> None:
        self._rows.addWidget(row)
        self._all.append(row)

    def rows(self) -> list[SentenceRow]:
        return list(self._all)

    def sizeHint(self) -> QSize:
        return QSize(self._look.scale.mm(200), self._look.scale.mm(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line = self._look.theme, self._look.scale.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), line))
        painter.setBrush(QColor(theme.surface))
        sheets = _sheets(self._look, self.width(), self._languages)
        for left in sheets.lefts:
            box = QRectF(left, 0, sheets.width, self.height())
            painter.drawRoundedRect(
                box.adjusted(line / 2, line / 2, -line / 2, -line / 2),
                self._look.radius,
                self._look.radius,
            )
