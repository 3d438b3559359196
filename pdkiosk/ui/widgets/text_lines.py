"""Breaks a paragraph into lines: the measuring below TextBlock, without knowledge of roles."""

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

Span = tuple[int, int]  # start and length, characters of the text as it was given
_LOOSE = 1.33  # of the pixel size: a line up to this height is the main font's
_TIGHTER = 0.94
_KERNING = 3  # pixels by which a line may be longer than its words and spaces
_STACKED = 3  # marks on one letter, from which on they may leave their line


class Paragraph(NamedTuple):
    """A paragraph broken into lines, and where it is. ``joint``: the dot between texts."""

    layout: QTextLayout
    at: QPointF
    second: bool
    joint: bool = False


class Broken(NamedTuple):
    """What breaking a paragraph came to, pixels. ``room``: what each line had."""

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
    """Paints a laid paragraph. Marks stacked on a letter end with their line.

    Whoever writes a name with ten marks on each letter may not make the lines beside it unreadable.
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
    """Which way a paragraph runs, by its first letter outside of the spans, or by any of them.

    A name that begins a sentence of ours must not turn it. ``start`` is where the paragraph
    begins in the text of which the spans are parts.
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
    """The part of a span that falls into a paragraph, in the units that Qt counts."""
    units = _units(layout.text(), span, start, length)
    if units is None:
        return None
    part = QTextLayout.FormatRange()
    part.start = units[0]
    part.length = units[1] - units[0]
    part.format = style
    return part


def part_places(paragraph: Paragraph, span: Span, start: int, length: int) -> list[QRectF]:
    """Where the part of a span that falls into a laid paragraph is: one box for each line."""
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
    # PySide gives the place and the letter that it belongs to, and calls that an object.
    place, _ = cast(tuple[float, int], line.cursorToX(unit))
    return place


def _units(text: str, span: Span, start: int, length: int) -> tuple[int, int] | None:
    """From where to where a span reaches in a paragraph that begins at ``start``; None: nowhere.

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
        # The main font is made with wide lines, which tear a card's words apart; a taller line
        # is another script's, and it needs its room.
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
    """Breaks at the narrowest width with as many lines, so that no word is left alone.

    ``advance`` says how many pixels a piece of the text takes. Gives None where two or three even
    lines cannot be had: the layout is then to be broken again.
    """
    words = [advance(word) for word in layout.text().split(" ")]
    space = advance(" ")
    # By the widths of its words: to lay it out each time would take many times as long.
    lines = _count_lines(words, space, width + _KERNING)
    if not 2 <= lines <= 3:
        return None
    # Narrower than its longest word it would have as many lines, but a torn word.
    low, high = max(width // lines, math.ceil(max(words)) + 1), width
    while high - low > max(4, width // 48):
        middle = (low + high) // 2
        if _count_lines(words, space, middle) <= lines:
            high = middle
        else:
            low = middle
    high = min(width, high + _KERNING)
    broken = break_lines(layout, high, font)
    # A long word would be torn or stand out, or Qt breaks it otherwise.
    return broken if broken.lines <= lines and broken.widest <= high else None


def _count_lines(words: Sequence[float], space: float, width: float) -> int:
    """How many lines words of these widths, in pixels, take."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + space + word > width:
            lines, used = lines + 1, word
        else:
            used += (space if used else 0.0) + word
    return lines
