"""Measures and draws a wrapped pair of texts in one place, so that size and painting agree."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
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

from pdkiosk.language.identifiers import unbroken
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.text_lines import (
    Laid,
    Paragraph,
    Span,
    break_evenly,
    break_lines,
    direction_without,
    draw_lines,
    part_of,
    part_places,
)

_KEPT = 6  # cached layouts of different widths: a box layout asks for several before it settles
_LINE_MM = 0.7  # under a linked word
_JOINT = "·"  # between two languages on one line
_CONTROLS = dict.fromkeys(range(32), " ") | {0x7F: " ", 0x2028: " ", 0x2029: " "}
del _CONTROLS[0x0A]
_SPACES = re.compile("[ \n]+")  # a no-break space does not end a word
# Qt ends a line after the hyphens of "245-A" and of the code "E-F2A1".
_HYPHEN = re.compile(r"(?<=[0-9])-(?=[A-Z]\b)|(?<=\bE)-(?=[0-9A-F]{4}\b)")
_NO_BREAK_HYPHEN = "\u2011"


def _beyond(layout: QTextLayout, room: int) -> float:
    """By how many pixels overhanging letters extend beyond the right end of their line."""
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return max([0.0, *(line.naturalTextRect().right() - room for line in lines)])


class TextBlock:
    """A pair of plain texts in the fonts of a role; lays them out for a width and paints them.

    Lines break between words, long words anywhere; nothing is left out or elided. ``inline``: the
    two languages are on one line if they fit, and identical texts are shown only once.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        role: TextRole,
        *,
        emphasis: bool = False,
        centered: bool = False,
        inline: bool = False,
    ) -> None:
        self._look = look
        self._fonts = (look.font(role, emphasis=emphasis), look.font(role, second=True))
        self._centered = centered
        self._between = max(1, round(look.body_px * 0.1))
        self._balanced = role not in (TextRole.BODY, TextRole.SMALL)
        self._inline = inline
        self._joint_px = round(look.body_px * 0.32)  # on both sides of the joint
        self._pair = pair
        self._marks: tuple[Span | None, Span | None] = (None, None)
        self._own: tuple[Span, ...] = ()
        self._bold: tuple[Span, ...] = ()
        self._links: tuple[Sequence[Span], Sequence[Span]] = ((), ())
        self._laid: dict[tuple[int, bool], Laid] = {}
        self._forget()

    def _forget(self) -> None:
        """Clears the cached measurements."""
        self._texts: list[tuple[str, bool]] | None = None
        self._natural: int | None = None
        self._widest_word: float | None = None
        self._advances: dict[tuple[bool, str], float] = {}

    @property
    def pair(self) -> Pair:
        """The texts."""
        return self._pair

    def set_pair(self, pair: Pair) -> None:
        """Sets other texts; removes all marks."""
        self._pair = pair
        self._links = ((), ())
        self._forget()
        self.mark(None, None)

    def mark(self, first: Span | None, second: Span | None) -> None:
        """Highlights a part (start, length) of each text, as for reading aloud."""
        self._marks = (first, second)
        self._laid.clear()

    def mark_own(self, spans: Sequence[Span]) -> None:
        """Underlines parts of the first text: the words that the person typed."""
        self._own = tuple(spans)
        self._laid.clear()

    def mark_bold(self, spans: Sequence[Span]) -> None:
        """Makes parts of the first text bold, such as exhibit marks."""
        self._bold = tuple(spans)
        self._laid.clear()

    def mark_links(self, first: Sequence[Span], second: Sequence[Span]) -> None:
        """Underlines parts of each text: terms that can be touched for their meaning."""
        self._links = (tuple(first), tuple(second))
        self._laid.clear()

    def texts(self) -> list[tuple[str, bool]]:
        """The texts to draw, each with whether it is in the second language."""
        if self._texts is None:
            second = "" if self._inline and self._pair.same else self._pair.second
            both = ((self._pair.first, False), (second, True))
            self._texts = [
                (_HYPHEN.sub(_NO_BREAK_HYPHEN, unbroken(text.translate(_CONTROLS))), is_second)
                for text, is_second in both
                if text
            ]
        return self._texts

    def natural_width(self) -> int:
        """The width in pixels of the longest paragraph on one line."""
        if self._natural is None:
            if self._joined():
                widths = [math.fsum(self._inline_widths()) + 2 * self._joint_px]
            else:
                widths = [
                    QFontMetricsF(self._fonts[second]).horizontalAdvance(line)
                    for text, second in self.texts()
                    for line in text.split("\n")
                ]
            # Two more than measured: kerning and hinting may differ by a fraction of a pixel, which
            # must not push the last word to the next line.
            self._natural = math.ceil(max(widths, default=0)) + 2
        return self._natural

    def _joined(self) -> bool:
        """Whether the two languages may be on one line."""
        return self._inline and "\n" not in self._pair.first and len(self.texts()) == 2

    def _inline_widths(self) -> tuple[float, float, float]:
        """The widths in pixels of the first text, the joint and the second text."""
        first, second = (QFontMetricsF(font) for font in self._fonts)
        (text, _), (under, _) = self.texts()
        return (
            first.horizontalAdvance(text),
            second.horizontalAdvance(_JOINT),
            second.horizontalAdvance(under),
        )

    def least_width(self, ems: float) -> int:
        """The smallest width, in pixels, at which no word is broken, but at most this many ems."""
        if self._widest_word is None:
            self._widest_word = max(
                (
                    self._advance(second, word)
                    for text, second in self.texts()
                    for word in _SPACES.split(text)
                ),
                default=0.0,
            )
        return math.ceil(min(self._fonts[0].pixelSize() * ems, self._widest_word)) + 2

    def _advance(self, second: bool, word: str) -> float:
        """The width in pixels of a word of the first or second text."""
        found = self._advances.get((second, word))
        if found is None:
            found = QFontMetricsF(self._fonts[second]).horizontalAdvance(word)
            self._advances[second, word] = found
        return found

    def height(self, width: int) -> int:
        """The height in pixels of the wrapped texts at a width."""
        return self._lay(width, False).height

    def widest_line(self, width: int) -> float:
        """The width in pixels of the longest line when wrapped at a width."""
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
        """Paints the texts with the top left corner at x, y, in two colors ("#RRGGBB")."""
        laid = self._lay(width, right_to_left)
        pens = (QPen(QColor(first)), QPen(QColor(second)))
        origin = QPointF(x + self._aside(width, right_to_left), y)
        for paragraph in laid.paragraphs:
            painter.setPen(pens[paragraph.second])
            draw_lines(painter, paragraph, origin)
        if any(self._links):
            self._underline(painter, origin, width, right_to_left)

    def _underline(
        self, painter: QPainter, origin: QPointF, width: int, right_to_left: bool
    ) -> None:
        """Paints the line under linked words: Qt's own is too thin to be visible."""
        thick = max(2.0, _LINE_MM * self._look.scale.px_per_mm)
        for second in (False, True):
            metrics = QFontMetricsF(self._fonts[second])
            for span in self._links[second]:
                places = self._places(span, width, second=second, right_to_left=right_to_left)
                for box in places:
                    top = box.top() + metrics.ascent() + metrics.descent() * 0.28
                    line = QRectF(box.left(), top, box.width(), thick).translated(origin)
                    painter.fillRect(line, QColor(self._look.theme.note.bar))

    def places(
        self, span: Span, width: int, *, second: bool, right_to_left: bool = False
    ) -> list[QRectF]:
        """The boxes, in pixels, of a part of the first or second text: one for each line."""
        aside = self._aside(width, right_to_left)
        found = self._places(span, width, second=second, right_to_left=right_to_left)
        return [box.translated(aside, 0) for box in found]

    def _places(self, span: Span, width: int, *, second: bool, right_to_left: bool) -> list[QRectF]:
        """The same, for an existing layout."""
        start, found = 0, []
        for paragraph in self._lay(width, right_to_left).paragraphs:
            if paragraph.second is not second or paragraph.joint:
                continue
            length = len(paragraph.layout.text())
            found += part_places(paragraph, span, start, length)
            start += length + 1
        return found

    def _lay(self, width: int, right_to_left: bool) -> Laid:
        """The texts in lines of at most this width; one layout for all widths at which they fit."""
        width = max(1, min(width, self.natural_width()))
        key = (width, right_to_left)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) >= _KEPT:
                self._laid.pop(next(iter(self._laid)))
            one_line = self._joined() and width == self.natural_width()
            make = self._make_inline if one_line else self._make
            found = self._laid[key] = make(width, right_to_left)
        return found

    def _aside(self, width: int, right_to_left: bool) -> float:
        """The horizontal offset, in pixels, of a narrower layout within this width."""
        more = max(0, width - self.natural_width())
        if self._centered:
            return more / 2
        return more if right_to_left else 0.0

    def _make_inline(self, width: int, right_to_left: bool) -> Laid:
        """Both texts on one line, with a dot between them."""
        first, dot, second = self._inline_widths()
        space = self._joint_px
        (text, _), (under, _) = self.texts()
        places = (
            (text, False, 0.0, first),
            (_JOINT, True, first + space, dot),
            (under, True, first + dot + 2 * space, second),
        )
        made: list[tuple[QTextLayout, float, bool]] = []
        for words, is_second, left, advance in places:
            layout = QTextLayout(words, self._fonts[is_second])
            layout.setCacheEnabled(True)
            if words is not _JOINT:
                self._add_mark(layout, 0, len(words), is_second)
            break_lines(layout, math.ceil(advance) + 4, self._fonts[is_second])
            made.append((layout, width - left - advance if right_to_left else left, is_second))
        ascent = max(layout.lineAt(0).ascent() for layout, _, _ in made)
        paragraphs = [
            Paragraph(
                layout,
                QPointF(left, ascent - layout.lineAt(0).ascent()),
                is_second,
                joint=layout.text() == _JOINT,
            )
            for layout, left, is_second in made
        ]
        height = max(p.at.y() + p.layout.lineAt(0).height() for p in paragraphs)
        return Laid(paragraphs, math.ceil(height), self.natural_width())

    def _make(self, width: int, right_to_left: bool) -> Laid:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        alignment = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        if self._centered:
            alignment = Qt.AlignmentFlag.AlignHCenter
        option.setAlignment(alignment | Qt.AlignmentFlag.AlignAbsolute)
        paragraphs: list[Paragraph] = []
        advances = (partial(self._advance, False), partial(self._advance, True))
        y, widest = 0.0, 0.0
        for text, second in self.texts():
            if second and paragraphs:
                y += self._between
            start = 0
            for line in text.split("\n"):
                layout = QTextLayout(line, self._fonts[second])
                # Each text runs in its own direction, but all are aligned to the page's leading
                # edge.
                own = () if second else self._own
                option.setTextDirection(direction_without(line, start, own))
                layout.setTextOption(option)
                layout.setCacheEnabled(True)
                self._add_mark(layout, start, len(line), second)
                broken = None
                if self._balanced and width < self.natural_width():
                    broken = break_evenly(layout, width, self._fonts[second], advances[second])
                broken = broken or break_lines(layout, width, self._fonts[second])
                room = broken.room
                x = 0.0
                if alignment is Qt.AlignmentFlag.AlignHCenter:
                    x = (width - room) / 2
                elif alignment is Qt.AlignmentFlag.AlignRight:
                    x = width - room - _beyond(layout, room)
                paragraphs.append(Paragraph(layout, QPointF(x, y), second))
                y += broken.height
                widest = max(widest, broken.widest)
                start += len(line) + 1
        return Laid(paragraphs, math.ceil(y), widest)

    def _add_mark(self, layout: QTextLayout, start: int, length: int, second: bool) -> None:
        ranges = []
        if not second and (self._own or self._bold):
            underline = QTextCharFormat()
            underline.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            ranges += [part_of(layout, span, start, length, underline) for span in self._own]
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            ranges += [part_of(layout, span, start, length, bold) for span in self._bold]
        span = self._marks[second]
        if span is not None:
            style = QTextCharFormat()
            style.setBackground(QBrush(QColor(self._look.theme.highlight)))
            style.setForeground(QBrush(QColor(self._look.theme.on_highlight)))
            ranges.append(part_of(layout, span, start, length, style))
        found = [each for each in ranges if each is not None]
        if found:
            layout.setFormats(found)
