"""Measures and draws a wrapped pair of texts: the one place, so that size and painting agree."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from pdkiosk.ui.theme import Look, TextRole
from pdkiosk.ui.widgets.pair import Pair

Span = tuple[int, int]  # start and length, characters of the text as it was given
_KEPT = 6  # layouts of different widths: a box layout asks for several before it settles
_LOOSE = 1.33  # of the pixel size: a line up to this height is the main font's
_TIGHTER = 0.94
_CONTROLS = dict.fromkeys(range(32), " ") | {0x7F: " ", 0x2028: " ", 0x2029: " "}
del _CONTROLS[0x0A]


class _Paragraph(NamedTuple):
    layout: QTextLayout
    at: QPointF
    second: bool


class _Broken(NamedTuple):
    height: float
    widest: float
    lines: int


class _Laid(NamedTuple):
    paragraphs: list[_Paragraph]
    height: int
    widest: float


class TextBlock:
    """A pair of plain texts in the fonts of a role; lays them out for a width and paints them.

    Words break where a line ends, long ones anywhere; nothing is left out or cut with dots.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        role: TextRole,
        *,
        emphasis: bool = False,
        centred: bool = False,
        second_as_first: bool = False,
    ) -> None:
        self._look = look
        self._fonts = (
            look.font(role, emphasis=emphasis),
            look.font(role, second=not second_as_first),
        )
        self._alignment = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._between = max(1, round(look.body_px * 0.1))
        self._balanced = role not in (TextRole.BODY, TextRole.SMALL)
        self._pair = pair
        self._marks: tuple[Span | None, Span | None] = (None, None)
        self._own: tuple[Span, ...] = ()
        self._laid: dict[tuple[int, bool], _Laid] = {}
        self._natural: int | None = None

    @property
    def pair(self) -> Pair:
        """The texts."""
        return self._pair

    def set_pair(self, pair: Pair) -> None:
        """Other texts; marks are taken off."""
        self._pair = pair
        self._natural = None
        self.mark(None, None)

    def mark(self, first: Span | None, second: Span | None) -> None:
        """Highlights a part (start, length) of each text, as when it is read aloud."""
        self._marks = (first, second)
        self._laid.clear()

    def mark_own(self, spans: Sequence[Span]) -> None:
        """Underlines parts of the first text: the words that the person typed."""
        self._own = tuple(spans)
        self._laid.clear()

    def texts(self) -> list[tuple[str, bool]]:
        """The texts that are drawn, each with whether it is the second language's."""
        both = ((self._pair.first, False), (self._pair.second, True))
        return [(text.translate(_CONTROLS), second) for text, second in both if text]

    def natural_width(self) -> int:
        """The pixels that the longest paragraph takes on one line."""
        if self._natural is None:
            widths = [
                QFontMetricsF(self._fonts[second]).horizontalAdvance(line)
                for text, second in self.texts()
                for line in text.split("\n")
            ]
            # Two more than measured: kerning and hinting may differ by a part of a pixel, and a
            # last word must not fall to the next line for it.
            self._natural = math.ceil(max(widths, default=0)) + 2
        return self._natural

    def least_width(self, ems: float) -> int:
        """The narrowest width, pixels, at which no word is torn, but at most so many ems."""
        widths = [
            QFontMetricsF(self._fonts[second]).horizontalAdvance(word)
            for text, second in self.texts()
            for word in text.split()
        ]
        return math.ceil(min(self._fonts[0].pixelSize() * ems, max(widths, default=0))) + 2

    def height(self, width: int) -> int:
        """The pixels that the wrapped texts take at a width."""
        return self._lay(width, False).height

    def widest_line(self, width: int) -> float:
        """The pixels of the longest line once wrapped at a width."""
        return self._lay(width, False).widest

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        width: int,
        first: str,
        second: str,
        *,
        right_to_left: bool = False,
    ) -> None:
        """Paints the texts with the top left corner at x, y, in two colours ("#RRGGBB")."""
        laid = self._lay(width, right_to_left)
        pens = (QPen(QColor(first)), QPen(QColor(second)))
        origin = QPointF(x, y)
        for paragraph in laid.paragraphs:
            painter.setPen(pens[paragraph.second])
            paragraph.layout.draw(painter, origin + paragraph.at)

    def _lay(self, width: int, right_to_left: bool) -> _Laid:
        width = max(1, width)
        key = (width, right_to_left)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.pop(next(iter(self._laid)))
            found = self._laid[key] = self._make(width, right_to_left)
        return found

    def _make(self, width: int, right_to_left: bool) -> _Laid:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Each text runs in its own direction but all stand at the page's leading edge.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        alignment = self._alignment
        if alignment is Qt.AlignmentFlag.AlignLeft and right_to_left:
            alignment = Qt.AlignmentFlag.AlignRight
        option.setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)
        paragraphs: list[_Paragraph] = []
        y, widest = 0.0, 0.0
        for text, second in self.texts():
            if second and paragraphs:
                y += self._between
            start = 0
            for line in text.split("\n"):
                layout = QTextLayout(line, self._fonts[second])
                layout.setTextOption(option)
                layout.setCacheEnabled(True)
                self._add_mark(layout, start, len(line), second)
                broken = _break_lines(layout, width, self._fonts[second])
                room = width
                if self._balanced and 2 <= broken.lines <= 3:
                    room, broken = _balance(layout, width, self._fonts[second], broken)
                x = 0.0
                if alignment is Qt.AlignmentFlag.AlignHCenter:
                    x = (width - room) / 2
                elif alignment is Qt.AlignmentFlag.AlignRight:
                    x = width - room
                paragraphs.append(_Paragraph(layout, QPointF(x, y), second))
                y += broken.height
                widest = max(widest, broken.widest)
                start += len(line) + 1
        return _Laid(paragraphs, math.ceil(y), widest)

    def _add_mark(self, layout: QTextLayout, start: int, length: int, second: bool) -> None:
        ranges = []
        if not second:
            underline = QTextCharFormat()
            underline.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            ranges += [_range(layout, span, start, length, underline) for span in self._own]
        span = self._marks[second]
        if span is not None:
            style = QTextCharFormat()
            style.setBackground(QBrush(QColor(self._look.theme.highlight)))
            style.setForeground(QBrush(QColor(self._look.theme.on_highlight)))
            ranges.append(_range(layout, span, start, length, style))
        found = [each for each in ranges if each is not None]
        if found:
            layout.setFormats(found)


def _range(
    layout: QTextLayout, span: Span, start: int, length: int, style: QTextCharFormat
) -> QTextLayout.FormatRange | None:
    """The part of a span that falls into a paragraph, in the units that Qt counts."""
    begin = max(span[0], start)
    end = min(span[0] + span[1], start + length)
    if begin >= end:
        return None
    text = layout.text()
    # Qt counts UTF-16 units, Python whole characters.
    unit_start = len(text[: begin - start].encode("utf-16-le", "surrogatepass")) // 2
    unit_end = len(text[: end - start].encode("utf-16-le", "surrogatepass")) // 2
    part = QTextLayout.FormatRange()
    part.start = unit_start
    part.length = unit_end - unit_start
    part.format = style
    return part


def _break_lines(layout: QTextLayout, width: float, font: QFont) -> _Broken:
    """Breaks a paragraph into lines of at most ``width`` pixels."""
    y, bottom, widest, lines = 0.0, 0.0, 0.0, 0
    loose = font.pixelSize() * _LOOSE
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        height = line.height()
        bottom = y + height
        # The main font is made with wide lines, which tear a card's words apart; a taller line
        # is another script's, and it needs its room.
        y += height * _TIGHTER if height <= loose else height
        widest = max(widest, line.naturalTextWidth())
        lines += 1
    layout.endLayout()
    if not lines:  # an empty paragraph is a blank line
        bottom = QFontMetricsF(font).height()
    return _Broken(bottom, widest, lines)


def _balance(layout: QTextLayout, width: int, font: QFont, broken: _Broken) -> tuple[int, _Broken]:
    """Breaks again at the narrowest width with as many lines, so that no word is left alone.

    Gives that width, pixels, and the lines.
    """
    low, high = width // broken.lines, width
    while high - low > max(4, width // 48):
        middle = (low + high) // 2
        if _break_lines(layout, middle, font).lines <= broken.lines:
            high = middle
        else:
            low = middle
    balanced = _break_lines(layout, high, font)
    if balanced.widest > high:  # a long word would be torn or stand out
        return width, _break_lines(layout, width, font)
    return high, balanced
