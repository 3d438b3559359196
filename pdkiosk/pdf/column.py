"""A column of a page: turns text into strips between its left and right edges."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.language.identifiers import NO_BREAK_SPACE
from pdkiosk.pdf import styles
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.pagination import Drawing, Strip, glue_paragraph
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.styles import PrintSize
from pdkiosk.pdf.text import Direction, Gap, Span, Words, wrap
from pdkiosk.pdf.wording import Wording


class Column(Struct, frozen=True):
    """A range of the page from ``left`` to ``right`` (points) and the wording of its text.

    ``print`` is the print size. ``mirrored``: the page runs from right to left, and "left" is where
    its lines begin (see ``Sheet``).
    """

    wording: Wording
    left: float
    right: float
    print: PrintSize = styles.NORMAL
    mirrored: bool = False

    @property
    def width(self) -> float:
        """Points from edge to edge."""
        return self.right - self.left

    def size(self, wanted: float) -> float:
        """The font size in points: the given size, or the minimum if that is larger."""
        return max(wanted, self.print.least)

    def inset(self, left: float, right: float = 0.0) -> Column:
        """The column, narrowed."""
        return replace(self, left=self.left + left, right=self.right - right)

    def lines(
        self,
        spans: Iterable[Span],
        size: float = styles.BODY,
        most: int | None = None,
        direction: Direction | None = None,
    ) -> list[Line]:
        """The spans, broken into lines that fit the column; at most ``most``, if given.

        By default their direction is that of the wording.
        """
        if self.print.is_large:
            spans = _held(spans)
        way = self.wording.direction if direction is None else direction
        return wrap(spans, self.size(size), self.width, most, way)

    def start_of(self, line: Line) -> float:
        """Where a line begins: at the other edge if its direction differs from that of the page."""
        if line.right_to_left == self.mirrored:
            return self.left
        return max(self.left, self.right - line.width)

    def text(
        self,
        spans: Iterable[Span],
        size: float = styles.BODY,
        *,
        leading: float = styles.LEADING,
        space: float = 0.0,
        gray: float = styles.BLACK,
        hand: float = 0.0,
        direction: Direction | None = None,
    ) -> list[Strip]:
        """A paragraph of strips, one for each line, without widows and orphans.

        ``hand`` is extra room above a line with a gap to write in (points). ``direction``: as for
        ``lines``.
        """
        size = self.size(size)
        height = size * leading
        strips = [
            _line_strip(line, self.start_of(line), size, height, gray, hand if line.gaps else 0.0)
            for line in self.lines(spans, size, direction=direction)
        ]
        strips[0].space = space
        glue_paragraph(strips)
        return strips


def _held(spans: Iterable[Span]) -> list[Span]:
    """Like ``lines``, but no line ends between a word and the gap to write in that follows it.

    In normal print, each label and its gap were measured to fit.
    """
    held: list[Span] = []
    for span in spans:
        last = held[-1] if held else None
        if isinstance(span, Gap) and isinstance(last, Words) and last.text.endswith(" "):
            held[-1] = Words(last.text[:-1] + NO_BREAK_SPACE, last.bold, last.isolated)
        held.append(span)
    return held


def draw_line(
    line: Line, x: float, size: float, height: float, gray: float = styles.BLACK
) -> Drawing:
    """Draws a line of text in a strip of the given height."""
    drop = styles.baseline(size, height)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.line(x, top - drop, line, size, gray)

    return draw


def _line_strip(
    line: Line, x: float, size: float, height: float, gray: float, above: float
) -> Strip:
    drawing = draw_line(line, x, size, height, gray)
    return Strip(height + above, lambda sheet, top: drawing(sheet, top - above))


def also(strip: Strip, drawing: Drawing) -> None:
    """Makes a strip draw something else too, which comes before it in reading order."""
    first = strip.draw

    def draw(sheet: Sheet, top: float) -> None:
        drawing(sheet, top)
        first(sheet, top)

    strip.draw = draw


def beside(left: list[Strip], right: list[Strip]) -> list[Strip]:
    """Combines two stacks of strips side by side into one; spaces inside them are kept."""
    strips: list[Strip] = []
    for index in range(max(len(left), len(right))):
        pair = [stack[index] for stack in (left, right) if index < len(stack)]
        strip = Strip(max(p.height for p in pair), _both(pair), max(p.space for p in pair))
        strips.append(strip)
    return strips


def _both(pair: list[Strip]) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        for strip in pair:
            strip.draw(sheet, top)

    return draw
