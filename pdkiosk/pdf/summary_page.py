"""One try at the page of the summary: measures a selection of its rows, and draws it."""

from __future__ import annotations

from dataclasses import dataclass

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.bilingual import Cell, Pair
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.flow import Strip
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Words, shorten, width_of, wrap

MARGIN = 45.0
_TOP, _BOTTOM = 42.0, 34.0
_HEAD_LINES = 2
_CREDIT_LINES = 4
_LEAST_LINE = 80.0
_BETWEEN_TICKS = 2.2


@dataclass(frozen=True, slots=True)
class Selection:
    """How much of a summary is shown, and how large.

    ``dropped`` holds (section, row). ``most`` is the number of lines that a row may have.
    Of the sections and warnings, the first ``sections`` and ``warnings`` are shown.
    """

    size: float
    sections: int
    warnings: int
    dropped: frozenset[tuple[int, int]] = frozenset()
    most: int = 100


class SummaryPage:
    """A selection of a summary, measured."""

    def __init__(self, summary: model.Summary, pair: Pair, selection: Selection) -> None:
        self._summary = summary
        self._pair = pair
        self._chosen = selection
        self._size = selection.size
        # 0 at the smallest size, 1 at the largest: distances shrink with the letters.
        ease = max(0.0, min(1.0, (selection.size - 9.0) / 2.0))
        self._leading = selection.size * (1.22 + 0.1 * ease)
        self._row_gap = 1.0 + 1.6 * ease
        self._section_gap = 5.0 + 6.0 * ease
        self._tick = (4.2 + 0.8 * ease) * styles.MM
        self._hand = 17.0 + 3.0 * ease
        self._strips = [*self._head(), *self._warnings()]
        for index in range(selection.sections):
            self._strips += self._section(index)
        self._strips += self._rest()
        self._foot = self._credit()

    def fits(self, sheet: Sheet) -> bool:
        """Whether all of it has room on the sheet."""
        used = sum(strip.space + strip.height for strip in (*self._strips, *self._foot))
        return used <= sheet.height - _TOP - _BOTTOM

    def draw(self, sheet: Sheet) -> None:
        """Draws it: the credit at the foot of the sheet, all else from the top down."""
        y = sheet.height - _TOP
        for strip in self._strips:
            y -= strip.space
            strip.draw(sheet, y)
            y -= strip.height
        y = _BOTTOM + sum(strip.height for strip in self._foot)
        for strip in self._foot:
            strip.draw(sheet, y)
            y -= strip.height

    def _head(self) -> list[Strip]:
        pair, summary = self._pair, self._summary
        ease = self._size / 11.0
        title = self._whole(summary.title, 19.0 * ease, bold=True)
        strips = [_stacked(title)]
        if pair.other is not None:
            strips.append(_stacked(self._second(summary.title, 12.5 * ease)))
        strips.append(self._rule(2.0, before=6.0, after=5.0))
        strips.append(self._identity())
        strips.append(self._rule(styles.RULE, before=4.0, after=1.0))
        return strips

    def _identity(self) -> Strip:
        # Over the whole width: who at the left, the date in the middle, the edition right.
        summary = self._summary
        size, leading = self._size - 0.5, (self._size - 0.5) * 1.25
        messages = (summary.who, summary.date, summary.edition)
        texts = [self._in_each_language(message) for message in messages]
        columns = self._identity_columns(texts, size)
        stacks: list[list[Cell]] = []
        for column, stack in zip(columns, texts, strict=True):
            cells = []
            for index, words in enumerate(stack):
                lines = shorten(
                    wrap([words], size, column.width), _CREDIT_LINES, size, column.width
                )
                grey = styles.GREY if index else styles.BLACK
                cells.append(Cell(lines, column, size, leading, grey))
            stacks.append(cells)
        height = max(sum(cell.height for cell in cells) for cells in stacks)

        def draw(sheet: Sheet, top: float) -> None:
            for align, cells in zip((0.0, 0.5, 1.0), stacks, strict=True):
                y = top
                for cell in cells:
                    cell.draw(sheet, y, align)
                    y -= cell.height

        return Strip(height, draw)

    def _in_each_language(self, message: Message) -> list[Words]:
        whole, other = self._pair.whole, self._pair.other
        texts = [whole.voice.text(message)]
        if other is not None:
            texts.append(other.voice.text(message))
        bold = message is self._summary.who
        # The same text twice ("M. L. R.") would only take room.
        return [Words(text, bold and not i) for i, text in enumerate(dict.fromkeys(texts))]

    def _identity_columns(self, texts: list[list[Words]], size: float) -> list[Column]:
        whole, gap = self._pair.whole, 12.0
        needed = [
            max(width_of(words.text, size, words.bold) for words in stack) + 0.5 for stack in texts
        ]
        # Who it belongs to takes what the others leave, and they never take too much.
        date, edition = min(needed[1], whole.width * 0.3), min(needed[2], whole.width * 0.45)
        own = min(needed[0], whole.width - date - edition - 2 * gap)
        middle = whole.inset(own + gap, edition + gap)
        return [whole.inset(0.0, whole.width - own), middle, whole.inset(whole.width - edition)]

    def _warnings(self) -> list[Strip]:
        shown = self._summary.warnings[: self._chosen.warnings]
        hidden = len(self._summary.warnings) - len(shown)
        padding = 9.0
        pair = self._pair.inset(padding)
        rows: list[list[Cell]] = []
        for message in shown:
            cells = pair.cells(
                message, self._size, self._leading, most=self._chosen.most, bold=True
            )
            hidden += any(cell.shortened for cell in cells)
            rows.append(cells)
        if hidden:
            rows.append(self._left_out_cells(hidden, pair))
        if not rows:
            return []
        heights = [max(cell.height for cell in cells) + self._row_gap for cells in rows]
        edge = 5.0
        total = sum(heights) + 2 * edge

        def draw(sheet: Sheet, top: float) -> None:
            whole = self._pair.whole
            sheet.frame(whole.left + 1.0, top, whole.right - 1.0, top - total, 2.0)
            y = top - edge - self._row_gap / 2
            for cells, height in zip(rows, heights, strict=True):
                for cell in cells:
                    cell.draw(sheet, y)
                y -= height

        return [Strip(total, draw, space=7.0)]

    def _section(self, index: int) -> list[Strip]:
        section = self._summary.sections[index]
        strips = [self._section_title(section.title)]
        left_out = 0
        place: int | None = None
        for number, row in enumerate(section.rows):
            if (index, number) in self._chosen.dropped:
                left_out += 1
                place = len(strips) if place is None else place
                continue
            strip, shortened = self._row(row)
            strips.append(strip)
            left_out += shortened
        if left_out:
            cells = self._left_out_cells(left_out, self._pair)
            strips.insert(len(strips) if place is None else place, self._strip(cells))
        strips += [self._write_in(message) for message in section.write_ins]
        return strips

    def _section_title(self, title: Message) -> Strip:
        size = self._size + 0.5
        leading = size * 1.25
        cells = self._pair.cells(title, size, leading, most=_HEAD_LINES, bold=True)
        height = max(cell.height for cell in cells)
        whole = self._pair.whole

        def draw(sheet: Sheet, top: float) -> None:
            for align, cell in enumerate(cells):
                cell.draw(sheet, top - (height - cell.height), float(align))
            sheet.rule(whole.left, whole.right, top - height - 1.5, 1.0)

        return Strip(height + 1.5 + self._row_gap + 1.0, draw, space=self._section_gap)

    def _row(self, row: model.SummaryRow) -> tuple[Strip, bool]:
        indent = self._tick + 7.0 if row.tick else 0.0
        cells = self._pair.cells(
            row.message, self._size, self._leading, indent=indent, most=self._chosen.most
        )
        shortened = any(cell.shortened for cell in cells)
        return self._strip(cells, tick=row.tick), shortened

    def _strip(self, cells: list[Cell], tick: bool = False) -> Strip:
        height = max(cell.height for cell in cells)
        # The first line stands beside the middle of its box.
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

    def _write_in(self, label: Message) -> Strip:
        cells = self._pair.cells(label, self._size, self._leading, most=_HEAD_LINES)
        own = cells[0]
        start = own.lines[-1].width + 5.0
        height = max(cell.height for cell in cells)
        below = own.column.width - start < _LEAST_LINE
        if below:
            start = 0.0
        total = max(self._hand, height + (self._hand if below else 0.0))
        drop = total - height - (self._hand if below else 0.0)

        def draw(sheet: Sheet, top: float) -> None:
            for cell in cells:
                cell.draw(sheet, top - drop)
            y = top - drop - own.height
            y += -self._hand + 3.0 if below else self._leading - self._size - 1.0
            sheet.rule(own.column.left + start, own.column.right, y, styles.RULE)

        return Strip(total, draw)

    def _rest(self) -> list[Strip]:
        # Whole sections without room: said once, at the end.
        hidden = self._summary.sections[self._chosen.sections :]
        if not hidden:
            return []
        number = sum(len(section.rows) + len(section.write_ins) for section in hidden)
        return [self._strip(self._left_out_cells(number, self._pair))]

    def _left_out_cells(self, number: int, pair: Pair) -> list[Cell]:
        message = self._summary.left_out(n=number)
        return pair.cells(message, self._size, self._leading, most=_HEAD_LINES, bold=False)

    def _credit(self) -> list[Strip]:
        strips: list[Strip] = []
        for message in self._summary.credit:
            strips.append(_stacked(self._whole(message, styles.TINY, most=_CREDIT_LINES)))
            if self._pair.other is not None:
                strips.append(_stacked(self._second(message, styles.TINY, most=_CREDIT_LINES)))
        if strips:
            strips.insert(0, self._rule(styles.RULE, before=6.0, after=4.0))
        return strips

    def _whole(
        self, message: Message, size: float, bold: bool = False, most: int = _HEAD_LINES
    ) -> Cell:
        return self._pair.across(message, size, size * 1.25, most, bold, second=False)

    def _second(self, message: Message, size: float, most: int = _HEAD_LINES) -> Cell:
        return self._pair.across(message, size, size * 1.25, most, False, second=True)

    def _rule(self, thickness: float, before: float, after: float) -> Strip:
        whole = self._pair.whole

        def draw(sheet: Sheet, top: float) -> None:
            sheet.rule(whole.left, whole.right, top - before, thickness)

        return Strip(before + after, draw)


def _stacked(*cells: Cell) -> Strip:
    def draw(sheet: Sheet, top: float) -> None:
        y = top
        for cell in cells:
            cell.draw(sheet, y)
            y -= cell.height

    return Strip(sum(cell.height for cell in cells), draw)
