"""Layout of blocks that are filled in by hand: lines, tick boxes, signature, exhibit list."""

from __future__ import annotations

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column, also, beside, draw_line
from pdkiosk.pdf.pagination import Drawing, Strip, glue
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Words, width_of, wrap

_HEIGHT = styles.BODY * styles.LEADING
_LEAST_LINE = 100.0
_LETTER_COLUMN = 30.0
_PAGES_COLUMN = 80.0
_CELL = 3.0
# A line of text with a gap to write in is higher by this many points.
_HAND_ABOVE = 5.0
_COVER_SIZE = 56.0
_COVER_DROP = 150.0
_PAGES_LINE = 30.0


def write_in(block: model.WriteIn, column: Column) -> list[Strip]:
    """A label, then a line to write on of the requested length, at most to the column's edge."""
    if block.inset:
        column = column.inset(styles.NUMBER_COLUMN)
    if block.lines > 1:
        return _several_lines(block, column)
    lines = column.lines(column.wording.spans(block.label))
    strips = [Strip(_HEIGHT, draw_line(line, column.left, styles.BODY, _HEIGHT)) for line in lines]
    start = lines[-1].width + 6.0
    if column.width - start < _LEAST_LINE:
        start = 0.0
        strips.append(Strip(styles.HAND, lambda _sheet, _top: None))
    last = strips[-1]
    room = column.width - start
    length = min(block.width * styles.MM, room) if block.width else room
    rule = column.inset(start, room - length)
    if block.value is not None:
        value = rule.inset(4.0).text(column.wording.sentence(block.value))
        strips[-1:] = beside([last], value)
        for strip in strips[-len(value) :]:
            also(strip, _line_to_write_on(rule, strip))
    else:
        also(last, _line_to_write_on(rule, last))
    strips[0].space = styles.HAND - _HEIGHT
    return glue(strips)


def _several_lines(block: model.WriteIn, column: Column) -> list[Strip]:
    strips = column.text(column.wording.spans(block.label), space=styles.HAND - _HEIGHT)
    for _line in range(block.lines):
        strips.append(Strip(styles.HAND, _rule_at(column, styles.HAND, styles.RULE)))
    # The label never stands alone, and no single line goes to the next page.
    for strip in (*strips[: -block.lines + 1], strips[-2]):
        strip.glued = True
    return strips


def _rule_at(column: Column, drop: float, thickness: float) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(column.left, column.right, top - drop, thickness)

    return draw


def _signature_columns(column: Column) -> tuple[Column, Column]:
    gap = 24.0
    split = column.width * 0.64
    return column.inset(0.0, column.width - split), column.inset(split + gap)


def check_row(block: model.CheckRow, column: Column) -> list[Strip]:
    """A tick box and its text, in bold if details follow; the details stay with it."""
    inner = column.inset(styles.TICK_COLUMN)
    strips = inner.text(column.wording.sentence(block.sentence, bold=bool(block.details)))

    def tick(sheet: Sheet, top: float) -> None:
        sheet.tick_box(column.left, top - 1.0, styles.TICK, block.checked)

    also(strips[0], tick)
    strips[0].space = 4.0
    for detail in block.details:
        strips += inner.text(column.wording.sentence(detail), hand=_HAND_ABOVE)
    if block.details:
        strips[0].space = 14.0
        glue(strips)
    return strips


def signature(block: model.Signature, column: Column) -> list[Strip]:
    """The place to sign.

    A cross, a long heavy line with the name under it, the date, perhaps the place.
    """
    left, right = _signature_columns(column)
    first = _labeled_line(left, block.signature_label, styles.HEAVY)
    also(first[0], _cross(left))
    name = left.text(column.wording.sentence(block.name, bold=True))
    strips = [*beside(first + name, _labeled_line(right, block.date_label, styles.RULE))]
    if block.place_label is not None:
        strips += _labeled_line(left, block.place_label, styles.RULE)
    strips[0].space = 14.0
    return glue(strips)


def signature_line(block: model.SignatureLine, column: Column) -> list[Strip]:
    """A cross and a long heavy line beside one for the date."""
    left, right = _signature_columns(column)
    first = _labeled_line(left, block.signature_label, styles.HEAVY)
    also(first[0], _cross(left))
    strips = beside(first, _labeled_line(right, block.date_label, styles.RULE))
    strips[0].space = 14.0
    return glue(strips)


def cover(block: model.Cover, column: Column) -> list[Strip]:
    """The letter of an exhibit in large print, a third of the way down the page, and what it is."""
    wording = column.wording
    strips = [Strip(_COVER_DROP, lambda _sheet, _top: None)]
    strips += column.text(wording.spans(block.letter, bold=True), _COVER_SIZE, leading=1.2)
    strips.append(Strip(22.0, _rule_at(column, 8.0, styles.HEAVY)))
    strips += column.text(wording.sentence(block.description), styles.TITLE, leading=1.3)
    rows = [strip for row in block.rows for strip in check_row(row, column)]
    if rows:
        rows[0].space = 16.0
    strips += rows
    strips += write_in(model.WriteIn(block.pages_label, _PAGES_LINE), column)
    strips.append(Strip(_COVER_DROP, lambda _sheet, _top: None))
    strips[-2].space = max(strips[-2].space, 16.0)
    return glue(strips)


def exhibit_table(block: model.ExhibitTable, column: Column) -> list[Strip]:
    """The list of exhibits; its title is repeated on each page."""
    cells = (
        column.inset(0.0, column.width - _LETTER_COLUMN),
        column.inset(_LETTER_COLUMN, _PAGES_COLUMN + 10.0),
        column.inset(column.width - _PAGES_COLUMN),
    )
    head = _head(block, cells[2], column)
    head.space = 10.0
    head.glued = True
    strips = [head]
    for row in block.rows:
        rows = _row(row, block.to_follow_label, cells, column)
        for strip in rows:
            strip.head = head
        strips += rows
    return strips


def _head(block: model.ExhibitTable, pages: Column, column: Column) -> Strip:
    size = column.size(styles.HEADING)
    height = size * 1.3
    wording = column.wording
    small = min(size, column.size(styles.SMALL + 1))
    before = column.inset(0.0, column.right - pages.left)
    title = before.lines(wording.spans(block.title, bold=True), size)[0]
    label = pages.lines(wording.spans(block.pages_label, bold=True), small)[0]
    drawings = (
        draw_line(title, column.left, size, height),
        draw_line(label, pages.left, small, height),
    )

    def draw(sheet: Sheet, top: float) -> None:
        for drawing in drawings:
            drawing(sheet, top)
        sheet.rule(column.left, column.right, top - height, styles.RULE)

    return Strip(height + 1.0, draw)


def _row(
    row: model.ExhibitRow, to_follow: Message, cells: tuple[Column, ...], column: Column
) -> list[Strip]:
    letter, description, pages = cells
    wording = column.wording
    strips = beside(
        letter.text([Words(row.letter, bold=True)]),
        description.text(wording.sentence(row.description)),
    )
    if row.to_follow:
        notes = pages.text(wording.spans(to_follow, bold=True), styles.SMALL)
        for note in notes:
            note.height = _HEIGHT
        strips = beside(strips, notes)
    else:
        short = pages.inset(0.0, pages.width * 0.4)
        also(strips[0], _line_to_write_on(short, strips[0]))
    strips[0].space = _CELL
    return glue(strips)


def _line_to_write_on(column: Column, strip: Strip) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        y = top - styles.baseline(styles.BODY, strip.height) - 2.5
        sheet.rule(column.left, column.right, y, styles.RULE)

    return draw


def _labeled_line(column: Column, label: Message, thickness: float) -> list[Strip]:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(column.left, column.right, top - 32.0, thickness)

    texts = column.text(column.wording.spans(label), styles.SMALL + 1, leading=1.3)
    return [Strip(35.0, draw), *texts]


def _cross(column: Column) -> Drawing:
    size = 17.0
    # A drawn X means "sign here" in every language.
    line = wrap([Words("X", bold=True)], size, 2 * size)[0]
    drop = width_of("X", size, bold=True) * 0.5

    def draw(sheet: Sheet, top: float) -> None:
        sheet.line(column.left + 2.0, top - 32.0 + drop * 0.7, line, size)

    return draw
