"""The page of the summary: measures its rows at one size, tries and draws selections of them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.bilingual import Cell, Pair
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.pagination import Strip
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.summary_head import identity, in_each_language, joined
from pdkiosk.pdf.text import Span, Words, shorten

MARGIN = 50.0
_TOP, _BOTTOM = 32.0, 32.0
_HEAD_LINES = 2
_CREDIT_LINES = 4
_LEAST_LINE = 80.0
_BETWEEN_TICKS = 1.8
_FRAME_PADDING = 9.0
_WARNING_LINES = 12
# The most room between sections.
_MOST_EXTRA = 7.0


class Selection(Struct, frozen=True):
    """How much of a summary is shown, and how large.

    ``dropped`` contains (section, row) pairs. ``most`` is the number of lines that a row may have.
    Only the first ``sections`` sections and the first ``warnings`` warnings are shown.
    """

    size: float
    sections: int
    warnings: int
    dropped: frozenset[tuple[int, int]] = frozenset()
    most: int = 100


class SummaryPage:
    """A measured selection of a summary: what comes from the top down, and the foot."""

    def __init__(self, strips: Sequence[Strip], foot: Sequence[Strip]) -> None:
        self._strips = strips
        self._foot = foot

    def fits(self, sheet: Sheet) -> bool:
        """Whether all of it fits on the sheet."""
        return self._room(sheet) >= 0.0

    def _room(self, sheet: Sheet) -> float:
        used = sum(strip.space + strip.height for strip in (*self._strips, *self._foot))
        return sheet.height - _TOP - _BOTTOM - used

    def draw(self, sheet: Sheet) -> None:
        """Draws the page: the credit at the foot of the sheet, all else from the top down.

        Remaining room goes between the sections.
        """
        y = sheet.height - _TOP
        gaps = sum(1 for strip in self._strips if strip.space)
        more = min(_MOST_EXTRA, max(0.0, self._room(sheet)) / (gaps + 1))
        for strip in self._strips:
            y -= strip.space + (more if strip.space else 0.0)
            strip.draw(sheet, y)
            y -= strip.height
        y = _BOTTOM + sum(strip.height for strip in self._foot)
        for strip in self._foot:
            strip.draw(sheet, y)
            y -= strip.height


class SummaryAtSize:
    """A summary at one font size (points); measurements are shared by all selections."""

    def __init__(self, summary: model.Summary, pair: Pair, size: float) -> None:
        self._summary = summary
        self._pair = pair
        self._size = size
        # 0 at small sizes, 1 at the largest: distances shrink before letters do.
        ease = max(0.0, min(1.0, (size - 9.5) / 1.5))
        self._leading = size * (1.16 + 0.14 * ease)
        self._row_gap = 0.8 + 1.8 * ease
        self._section_gap = 3.5 + 7.5 * ease
        self._tick = (4.1 + 0.9 * ease) * styles.MM
        self._hand = 17.0 + 4.0 * ease
        self._top = self._head()
        self._foot = self._credit()
        self._warned: dict[tuple[int, int], list[Strip]] = {}
        self._fixed = [self._around(section) for section in summary.sections]
        self._rows: dict[tuple[int, int, int], tuple[Strip, bool]] = {}

    def page(self, chosen: Selection) -> SummaryPage:
        """The page for a selection of rows; ``chosen.size`` is this size."""
        strips = [*self._top, *self._warnings(chosen.warnings, chosen.most)]
        for index in range(chosen.sections):
            strips += self._section(index, chosen)
        strips += self._rest(chosen.sections)
        return SummaryPage(strips, self._foot)

    def _head(self) -> list[Strip]:
        pair, summary = self._pair, self._summary
        ease = self._size / 11.0
        title = self._whole(summary.title, 18.0 * ease, bold=True)
        strips = [_stacked(title)]
        if pair.other is not None:
            strips.append(_stacked(self._second(summary.title, 12.0 * ease)))
        strips.append(self._rule(2.0, before=5.0, after=4.0))
        strips.append(identity(summary, pair, self._size - 0.5))
        strips.append(self._rule(styles.RULE, before=3.0, after=1.0))
        return strips

    def _warnings(self, count: int, most: int) -> list[Strip]:
        if (count, most) not in self._warned:
            self._warned[count, most] = self._framed(self._summary.warnings[:count], most)
        return self._warned[count, most]

    def _framed(self, shown: Sequence[Message], most: int) -> list[Strip]:
        """The warnings in a frame: all in the first language, then all in the second."""
        hidden = len(self._summary.warnings) - len(shown)
        pair = self._pair.inset(_FRAME_PADDING)
        cells = [self._run_in(shown, pair, most, False)] if shown else []
        if shown and pair.other is not None:
            cells.append(self._run_in(shown, pair, most, True))
        hidden += any(cell.shortened for cell in cells)
        rows = [[cell] for cell in cells]
        if hidden:
            rows.append(self._left_out_cells(hidden, pair))
        if not rows:
            return []
        heights = [max(cell.height for cell in row) for row in rows]
        edge = 4.0 + self._row_gap
        between = self._row_gap
        total = sum(heights) + 2 * edge + between * (len(rows) - 1)

        def draw(sheet: Sheet, top: float) -> None:
            whole = self._pair.whole
            sheet.frame(whole.left + 1.0, top, whole.right - 1.0, top - total, 2.0)
            y = top - edge
            for row, height in zip(rows, heights, strict=True):
                for cell in row:
                    cell.draw(sheet, y)
                y -= height + between

        return [Strip(total, draw, space=2.0 + self._section_gap)]

    def _run_in(self, messages: Sequence[Message], pair: Pair, most: int, second: bool) -> Cell:
        lines = min(most, _WARNING_LINES)
        return pair.run_in(messages, self._size, self._leading, lines, second)

    def _around(self, section: model.SummarySection) -> tuple[Strip, list[Strip]]:
        """The title of a section, and its lines to write on."""
        write_ins = section.write_ins
        rows = [self._write_ins(write_ins[at : at + 2]) for at in range(0, len(write_ins), 2)]
        return self._section_title(section.title), rows

    def _section(self, index: int, chosen: Selection) -> list[Strip]:
        title, write_ins = self._fixed[index]
        strips = [title]
        left_out = 0
        place: int | None = None
        for number in range(len(self._summary.sections[index].rows)):
            if (index, number) in chosen.dropped:
                if not self._summary.sections[index].rows[number].silent:
                    left_out += 1
                    place = len(strips) if place is None else place
                continue
            strip, shortened = self._row(index, number, chosen.most)
            strips.append(strip)
            left_out += shortened
        if left_out:
            said = self._summary.sections[index].left_out
            cells = self._left_out_cells(left_out, self._pair, said)
            strips.insert(len(strips) if place is None else place, self._strip(cells))
        return strips + write_ins

    def _section_title(self, title: Message) -> Strip:
        size = self._size + 0.5
        leading = size * 1.2
        cells = self._pair.cells(title, size, leading, most=_HEAD_LINES, bold=True)
        height = max(cell.height for cell in cells)
        whole = self._pair.whole

        def draw(sheet: Sheet, top: float) -> None:
            for align, cell in enumerate(cells):
                cell.draw(sheet, top - (height - cell.height), float(align))
            sheet.rule(whole.left, whole.right, top - height - 1.5, 1.0)

        return Strip(height + 3.0 + self._row_gap, draw, space=self._section_gap)

    def _row(self, index: int, number: int, most: int) -> tuple[Strip, bool]:
        """A row in at most this many lines for each language, and whether it was shortened."""
        key = (index, number, most)
        if key not in self._rows:
            row = self._summary.sections[index].rows[number]
            if row.once is not None:
                cell = self._once(row.once, most)
                self._rows[key] = self._strip([cell]), cell.shortened
                return self._rows[key]
            indent = self._tick + 7.0 if row.tick else 0.0
            cells = self._pair.cells(
                row.message, self._size, self._leading, indent=indent, most=most
            )
            shortened = any(cell.shortened for cell in cells)
            self._rows[key] = self._strip(cells, tick=row.tick), shortened
        return self._rows[key]

    def _once(self, row: model.OneLanguage, most: int) -> Cell:
        """Untranslated words across the whole width, after their label in both languages."""
        pair = self._pair
        bold = pair.other is not None
        spans = pair.whole.wording.spans(row.words, bold)
        if row.label is not None:
            spans = [*self._label_spans(row.label), Words(" "), *spans]
        lines = pair.whole.lines(spans, self._size)
        shown = shorten(lines, most, self._size, pair.whole.width)
        return Cell(shown, pair.whole, self._size, self._leading, styles.BLACK, shown != lines)

    def _strip(self, cells: list[Cell], tick: bool = False) -> Strip:
        height = max(cell.height for cell in cells)
        # Align the first line with the middle of its box.
        drop = max(0.0, (self._tick - self._leading) / 2) if tick else 0.0
        rise = max(0.0, (self._leading - self._tick) / 2)
        total = max(height + drop, self._tick if tick else 0.0) + self._row_gap
        if tick:
            total += max(0.0, _BETWEEN_TICKS - self._row_gap)

        def draw(sheet: Sheet, top: float) -> None:
            if tick:
                sheet.tick_box(self._pair.whole.left, top - rise, self._tick)
            for cell in cells:
                cell.draw(sheet, top - drop)

        return Strip(total, draw)

    def _write_ins(self, labels: Sequence[Message]) -> Strip:
        """Lines to write on, two side by side, each with its label in both languages."""
        whole = self._pair.whole
        middle = whole.width / 2
        columns = [
            whole.inset(middle * side, middle * (1 - side) + (8.0 if not side else 0.0))
            for side in range(len(labels))
        ]
        cells = [self._label(label, column) for label, column in zip(labels, columns, strict=True)]
        below = any(c.lines[-1].width + _LEAST_LINE > c.column.width for c in cells)
        height = max(cell.height for cell in cells)
        total = max(self._hand, height + (self._hand if below else 0.0))
        drop = total - height - (self._hand if below else 0.0)

        def draw(sheet: Sheet, top: float) -> None:
            for cell in cells:
                cell.draw(sheet, top - drop)
                start = 0.0 if below else cell.lines[-1].width + 5.0
                y = top - total + (3.0 if below else self._leading - self._size)
                sheet.rule(cell.column.left + start, cell.column.right, y, styles.RULE)

        return Strip(total + self._row_gap, draw)

    def _label_spans(self, label: Message) -> list[Span]:
        """A label in both languages, on one line."""
        parts = in_each_language(label, self._pair, bold=self._pair.other is not None)
        if len(parts) > 1:
            parts[0] = _without_colon(parts[0])
        return joined(parts)

    def _label(self, label: Message, column: Column) -> Cell:
        spans = self._label_spans(label)
        lines = column.lines(spans, self._size, most=_HEAD_LINES + 1)
        lines = shorten(lines, _HEAD_LINES, self._size, column.width)
        return Cell(lines, column, self._size, self._leading, styles.BLACK)

    def _rest(self, shown: int) -> list[Strip]:
        # Whole sections that do not fit: mention them once, at the end.
        hidden = self._summary.sections[shown:]
        if not hidden:
            return []
        number = sum(len(section.rows) + len(section.write_ins) for section in hidden)
        return [self._strip(self._left_out_cells(number, self._pair))]

    def _left_out_cells(self, number: int, pair: Pair, said: Message | None = None) -> list[Cell]:
        message = (said or self._summary.left_out)(n=number)
        return pair.cells(message, self._size, self._leading, most=_HEAD_LINES, bold=False)

    def _credit(self) -> list[Strip]:
        messages = self._summary.credit
        if not messages:
            return []
        size, leading = styles.TINY, styles.TINY * 1.2
        strips = [self._rule(styles.RULE, before=4.0, after=3.0)]
        strips.append(
            _stacked(self._pair.run_in(messages, size, leading, _CREDIT_LINES, False, bold=False))
        )
        if self._pair.other is not None:
            strips.append(_stacked(self._pair.run_in(messages, size, leading, _CREDIT_LINES, True)))
        return strips

    def _whole(self, message: Message, size: float, bold: bool = False) -> Cell:
        return self._pair.across(message, size, size * 1.25, _HEAD_LINES, bold, second=False)

    def _second(self, message: Message, size: float) -> Cell:
        return self._pair.across(message, size, size * 1.25, _HEAD_LINES, False, second=True)

    def _rule(self, thickness: float, before: float, after: float) -> Strip:
        whole = self._pair.whole

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(whole.left, whole.right, top - before, thickness)

        return Strip(before + after, draw)


def _without_colon(spans: list[Span]) -> list[Span]:
    last = spans[-1]
    if isinstance(last, Words):
        return [*spans[:-1], Words(last.text.rstrip(" :"), last.bold, last.isolated)]
    return spans


def _stacked(*cells: Cell) -> Strip:
    def draw(sheet: Sheet, top: float) -> None:
        y = top
        for cell in cells:
            cell.draw(sheet, y)
            y -= cell.height

    return Strip(sum(cell.height for cell in cells), draw)
