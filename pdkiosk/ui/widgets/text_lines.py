"""Breaks a paragraph into lines: the layout code beneath TextBlock, independent of roles."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

Span = tuple[int, int]  # start and length in characters of the original text
_LOOSE = 1.33  # relative to the pixel size: a line up to this height is in the main font
_TIGHTER = 0.94
_KERNING = 3  # pixels by which a line may be longer than its words and spaces
_STACKED = 3  # from this many marks on one letter, they may extend beyond their line


class Paragraph(NamedTuple):
    """A paragraph broken into lines, and where it is. ``joint``: the dot between texts."""

    layout: QTextLayout
    at: QPointF
    second: bool
    joint: bool = False


class Broken(NamedTuple):
    """The result of breaking a paragraph, in pixels. ``room``: the width available to each line."""

    height: float
    widest: float
    lines: int
    room: int


class Laid(NamedTuple):
    """All paragraphs of a block for one width, pixels."""

    paragraphs: list[Paragraph]
    height: int
    widest: float


def draw_lines(painter: QPainter, paragraph: Paragraph, origin: QPointF) -> None:
    """Paints a laid-out paragraph. Marks stacked on a letter are clipped to their line.

    A name with ten marks on each letter must not make the adjacent lines unreadable.
    """
    layout, at = paragraph.layout, origin + paragraph.at
    if not _stacks_marks(layout.text()):
        layout.draw(painter, at)
        return
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        room = line.rect().united(line.naturalTextRect())
        painter.save()
        painter.setClipRect(room.translated(at), Qt.ClipOperation.IntersectClip)
        line.draw(painter, at)
        painter.restore()


def _stacks_marks(text: str) -> bool:
    if max(text, default="") < "\u0300":
        return False
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run >= _STACKED:
            return True
    return False


def direction_without(text: str, start: int, spans: Sequence[Span]) -> Qt.LayoutDirection:
    """The direction of a paragraph, from its first letter outside of the spans, or else inside.

    A name at the start of a sentence must not change its direction. ``start`` is the offset of the
    paragraph in the text that the spans refer to.
    """
    own = {index for first, length in spans for index in range(first, first + length)}
    for index, character in enumerate(text, start):
        strong = "" if index in own else unicodedata.bidirectional(character)
        if strong in ("L", "R", "AL"):
            left = strong == "L"
            return Qt.LayoutDirection.LeftToRight if left else Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LayoutDirectionAuto


def part_of(
    layout: QTextLayout, span: Span, start: int, length: int, style: QTextCharFormat
) -> QTextLayout.FormatRange | None:
    """The part of a span inside a paragraph, in UTF-16 units as Qt counts."""
    units = _units(layout.text(), span, start, length)
    if units is None:
        return None
    part = QTextLayout.FormatRange()
    part.start = units[0]
    part.length = units[1] - units[0]
    part.format = style
    return part


def part_places(paragraph: Paragraph, span: Span, start: int, length: int) -> list[QRectF]:
    """The boxes of the part of a span inside a laid-out paragraph: one for each line."""
    layout, at, *_ = paragraph
    units = _units(layout.text(), span, start, length)
    found: list[QRectF] = []
    if units is None:
        return found
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin = max(units[0], line.textStart())
        end = min(units[1], line.textStart() + line.textLength())
        if begin < end:
            edges = sorted(_across(line, unit) for unit in (begin, end))
            box = QRectF(edges[0], line.y(), edges[1] - edges[0], line.height())
            found.append(box.translated(at))
    return found


def _across(line: QTextLine, unit: int) -> float:
    # PySide returns the position and the character index, but types it as object.
    place, _ = cast(tuple[float, int], line.cursorToX(unit))
    return place


def _units(text: str, span: Span, start: int, length: int) -> tuple[int, int] | None:
    """The range of a span in a paragraph that begins at ``start``; None if it is outside.

    Qt counts UTF-16 units, Python whole characters.
    """
    begin = max(span[0], start)
    end = min(span[0] + span[1], start + length)
    if begin >= end:
        return None
    return _utf16(text[: begin - start]), _utf16(text[: end - start])


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def break_lines(layout: QTextLayout, width: int, font: QFont) -> Broken:
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
        # The main font has a large line height, which would spread a card's words; a taller line
        # has another script, which needs its height.
        y += height * _TIGHTER if height <= loose else height
        widest = max(widest, line.naturalTextWidth())
        lines += 1
    layout.endLayout()
    if not lines:  # an empty paragraph is a blank line
        bottom = QFontMetricsF(font).height()
    return Broken(bottom, widest, lines, width)


def break_evenly(
    layout: QTextLayout, width: int, font: QFont, advance: Callable[[str], float]
) -> Broken | None:
    """Breaks at the narrowest width with the same number of lines, so that no word is left alone.

    ``advance`` returns the width of a piece of text in pixels. Returns None if two or three even
    lines are impossible: then the layout must be broken again.
    """
    words = [advance(word) for word in layout.text().split(" ")]
    space = advance(" ")
    # Computed from the widths of its words: laying it out each time would be many times slower.
    lines = _count_lines(words, space, width + _KERNING)
    if not 2 <= lines <= 3:
        return None
    # Narrower than its longest word, it would have as many lines, but a broken word.
    low, high = max(width // lines, math.ceil(max(words)) + 1), width
    while high - low > max(4, width // 48):
        middle = (low + high) // 2
        if _count_lines(words, space, middle) <= lines:
            high = middle
        else:
            low = middle
    high = min(width, high + _KERNING)
    broken = break_lines(layout, high, font)
    # A long word would be broken or overflow, or Qt breaks it differently.
    return broken if broken.lines <= lines and broken.widest <= high else None


def _count_lines(words: Sequence[float], space: float, width: float) -> int:
    """The number of lines for words of these widths, in pixels."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            lines, used = lines + 1, word
        else:
            used += (space if used else 0.0) + word
    return lines
