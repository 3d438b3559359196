"""Breaks a paragraph into lines: the measuring below TextBlock, without knowledge of roles."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout

Span = tuple[int, int]  # start and length, characters of the text as it was given
_LOOSE = 1.33  # of the pixel size: a line up to this height is the main font's
_TIGHTER = 0.94


class Paragraph(NamedTuple):
    """A paragraph broken into lines, and where it stands."""

    layout: QTextLayout
    at: QPointF
    second: bool


class Broken(NamedTuple):
    """What breaking a paragraph came to, pixels."""

    height: float
    widest: float
    lines: int


class Laid(NamedTuple):
    """All paragraphs of a block for one width, pixels."""

    paragraphs: list[Paragraph]
    height: int
    widest: float


def part_of(
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


def break_lines(layout: QTextLayout, width: float, font: QFont) -> Broken:
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
    return Broken(bottom, widest, lines)


def balance(layout: QTextLayout, width: int, font: QFont, broken: Broken) -> tuple[int, Broken]:
    """Breaks again at the narrowest width with as many lines, so that no word is left alone.

    Gives that width, pixels, and the lines.
    """
    metrics = QFontMetricsF(font)
    longest = max(metrics.horizontalAdvance(word) for word in layout.text().split(" "))
    # Narrower than its longest word it would have as many lines, but a torn word.
    low, high = max(width // broken.lines, math.ceil(longest) + 1), width
    while high - low > max(4, width // 48):
        middle = (low + high) // 2
        if break_lines(layout, middle, font).lines <= broken.lines:
            high = middle
        else:
            low = middle
    balanced = break_lines(layout, high, font)
    if balanced.widest > high:  # a long word would be torn or stand out
        return width, break_lines(layout, width, font)
    return high, balanced
