"""The line under the title of the summary: whose it is, its date, and the guide's edition."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.bilingual import Cell, Pair
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.pagination import Strip
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Span, Words, shorten, wrap

_GAP = 14.0
_MOST_LINES = 4
_BETWEEN_LANGUAGES = " · "
_ENDLESS = 1e6

# The content of one place: one text, or two texts one below the other.
_Stack = list[list[Span]]


def identity(summary: model.Summary, pair: Pair, size: float) -> Strip:
    """The person on the left, the date in the middle, the edition on the right.

    Both languages on one line, or one below the other. ``size`` in points.
    """
    # The person needs no second language; the small print gives the edition in both.
    stacks = [
        in_each_language(summary.who, pair, bold=True)[:1],
        in_each_language(summary.date, pair),
        in_each_language(summary.edition, pair)[:1],
    ]
    one_line = [[joined(stack)] for stack in stacks]
    if sum(_widest(stack, size) for stack in one_line) + 2 * _GAP <= pair.whole.width:
        stacks = one_line
    columns = _columns(stacks, pair.whole, size)
    who = columns[0].wording.shortened(summary.who, size, columns[0].width, _MOST_LINES, bold=True)
    placed = [
        [Cell(who, columns[0], size, size * 1.25, styles.BLACK)],
        *(
            _cells(stack, column, size)
            for stack, column in zip(stacks[1:], columns[1:], strict=True)
        ),
    ]

    def draw(sheet: Sheet, top: float) -> None:
        for align, cells in zip((0.0, 0.5, 1.0), placed, strict=True):
            y = top
            for cell in cells:
                cell.draw(sheet, y, align)
                y -= cell.height

    return Strip(max(sum(cell.height for cell in cells) for cells in placed), draw)


def in_each_language(message: Message, pair: Pair, bold: bool = False) -> _Stack:
    """The message in one or two languages, ``bold`` in the first."""
    first, other = pair.whole.wording, pair.other
    shown = [first.spans(message, bold)]
    # The same text twice would only waste room.
    if other is not None and other.wording.text(message) != first.text(message):
        shown.append(other.wording.spans(message))
    return shown


def joined(texts: Sequence[list[Span]]) -> list[Span]:
    """Texts in a row, separated by dots."""
    spans = [*map(_isolated, texts[0])]
    for text in texts[1:]:
        spans += [Words(_BETWEEN_LANGUAGES), *map(_isolated, text)]
    return spans


def _isolated(span: Span) -> Span:
    # The languages may run in different directions.
    return replace(span, isolated=True) if isinstance(span, Words) else span


def _cells(stack: _Stack, column: Column, size: float) -> list[Cell]:
    cells = []
    for index, spans in enumerate(stack):
        lines = column.lines(spans, size, most=_MOST_LINES + 1)
        lines = shorten(lines, _MOST_LINES, size, column.width)
        gray = styles.GRAY if index else styles.BLACK
        cells.append(Cell(lines, column, size, size * 1.25, gray))
    return cells


def _columns(stacks: Sequence[_Stack], whole: Column, size: float) -> list[Column]:
    needed = [_widest(stack, size) for stack in stacks]
    # The person gets the room that the others leave, and they never take too much.
    date, edition = min(needed[1], whole.width * 0.3), min(needed[2], whole.width * 0.45)
    own = min(needed[0], whole.width - date - edition - 2 * _GAP)
    return [
        whole.inset(0.0, whole.width - own),
        whole.inset(own + _GAP, edition + _GAP),
        whole.inset(whole.width - edition),
    ]


def _widest(stack: _Stack, size: float) -> float:
    return max(wrap(spans, size, _ENDLESS)[0].width for spans in stack) + 0.5
