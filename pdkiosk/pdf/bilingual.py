"""A row in two languages: the person's on the left in bold, English on the right."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Span, Text, Words, shorten
from pdkiosk.pdf.wording import Wording

# No page has more lines than this; text beyond them need not be measured.
_MOST_LINES = 100


class Cell(Struct, frozen=True):
    """Lines of one language, ready to be drawn; ``shortened`` if some are left out."""

    lines: list[Line]
    column: Column
    size: float
    leading: float
    gray: float
    shortened: bool = False

    @property
    def height(self) -> float:
        """Points from the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading

    def draw(self, sheet: Sheet, top: float, align: float = 0.0) -> None:
        """Draws the lines from ``top`` down; ``align`` is 0 for left, 0.5 center, 1 right."""
        y = top - styles.baseline(self.size, self.leading)
        for line in self.lines:
            x = self.column.start_of(line)
            if align:
                x = self.column.left + align * (self.column.width - line.width)
            sheet.line(x, y, line, self.size, self.gray)
            y -= self.leading


class Pair:
    """The two columns of the page, or one column for a single language."""

    def __init__(self, first: Wording, other: Wording | None, left: float, right: float) -> None:
        """From ``left`` to ``right`` in points."""
        width = right - left
        # Bold is wider than regular, and most languages are wider than English.
        split = width * 0.57
        self.whole = Column(first, left, right, mirrored=first.right_to_left)
        self.first = self.whole.inset(0.0, 0.0 if other is None else width - split + 16.0)
        second = replace(self.whole, left=left + split)
        self.other = None if other is None else replace(second, wording=other)
        # A page is tried with more and with less on it, so measurements are cached. The messages
        # are kept in the cache so that no other object can get the same id.
        self._texts: dict[tuple[int, ...], tuple[Sequence[Message], Text]] = {}

    def cells(
        self,
        message: Message,
        size: float,
        leading: float,
        *,
        indent: float = 0.0,
        most: int = _MOST_LINES,
        bold: bool | None = None,
    ) -> list[Cell]:
        """The message in one or both languages, in at most ``most`` lines each.

        ``indent`` (points) makes room on the left for a tick box. ``bold`` applies to the first
        language; by default it is bold only beside a second one.
        """
        heavy = self.other is not None if bold is None else bold
        cells = [self._cell(message, self.first.inset(indent), size, leading, most, heavy)]
        if self.other is not None:
            cells.append(self._cell(message, self.other, size, leading, most, False))
        return cells

    def across(
        self, message: Message, size: float, leading: float, most: int, bold: bool, second: bool
    ) -> Cell:
        """The message across the whole width, in the first or the second language."""
        column = self.whole
        if second and self.other is not None:
            column = replace(column, wording=self.other.wording)
        lines = self._lines([message], column, size, bold)
        lines = shorten(lines, most, size, column.width)
        return Cell(lines, column, size, leading, styles.GRAY if second else styles.BLACK)

    def run_in(
        self,
        messages: Sequence[Message],
        size: float,
        leading: float,
        most: int,
        second: bool,
        *,
        bold: bool | None = None,
    ) -> Cell:
        """Several messages in a row across the whole width, in the first or second language.

        By default the first language is bold if there is a second one.
        """
        column = self.whole
        if second and self.other is not None:
            column = replace(column, wording=self.other.wording)
        heavy = (self.other is not None if bold is None else bold) and not second
        lines = self._lines(messages, column, size, heavy)
        shown = shorten(lines, most, size, column.width)
        gray = styles.GRAY if second else styles.BLACK
        return Cell(shown, column, size, leading, gray, shown != lines)

    def inset(self, padding: float) -> Pair:
        """The columns, narrowed at both edges to make room for a frame around them."""
        inner = copy(self)
        inner.whole = self.whole.inset(padding, padding)
        inner.first = self.first.inset(padding, padding if self.other is None else 0.0)
        inner.other = None if self.other is None else self.other.inset(0.0, padding)
        return inner

    def _cell(
        self,
        message: Message,
        column: Column,
        size: float,
        leading: float,
        most: int,
        bold: bool,
    ) -> Cell:
        lines = self._lines([message], column, size, bold)
        gray = styles.GRAY if self.other is not None and not bold else styles.BLACK
        shown = shorten(lines, most, size, column.width)
        return Cell(shown, column, size, leading, gray, shown != lines)

    def _lines(
        self, messages: Sequence[Message], column: Column, size: float, bold: bool
    ) -> list[Line]:
        key = (id(column.wording), bold, *map(id, messages))
        if key not in self._texts:
            spans: list[Span] = []
            for message in messages:
                if spans:
                    spans.append(Words(" "))
                spans += column.wording.spans(message, bold)
            self._texts[key] = messages, Text(spans, column.wording.direction)
        return self._texts[key][1].lines(size, column.width, _MOST_LINES + 1)
