"""Layout of the text blocks: paragraphs, headings, own words, notices, letter heads."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column, also, beside, draw_line
from pdkiosk.pdf.pagination import Drawing, Strip, glue
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Direction, Gap, Span, Words, width_of

_PARAGRAPH_SPACE = 5.5
_GROUP_SPACE = 14.0
_HEIGHT = styles.BODY * styles.LEADING
_BAR = 1.6
_BAR_COLUMN = 12.0
_DOT_COLUMN = 16.0
# Smaller than the form above it, but larger than the footer of the page.
_ASIDE = 10.0
_FEWEST_LINES, _MOST_LINES = 3, 12
_SHORT_WORDS = 5
# A handwritten line holds less text than a printed one and needs this much more height.
_HAND_FACTOR = 1.3
_HAND_SPACE = 5.0
_DATE_BY_HAND = 150.0
# The names of two offices are side by side, each on one line.
_OFFICE = 10.25
_OFFICE_LEADING = 1.22
_SEPARATOR = " · "

# Translators: a heading at the beginning of a paragraph of the letter, in bold.
LEAD = Message("{heading}.", "paper.lead")


def paragraph(
    block: model.Paragraph, column: Column, lead: model.Heading | None = None
) -> list[Strip]:
    """Consecutive sentences; the number, if any, is in the margin column.

    ``lead`` is a bold heading in the first line.
    """
    inner = column if block.number is None else column.inset(styles.NUMBER_COLUMN)
    spans = column.wording.sentences(block.sentences)
    if lead is not None:
        heading = LEAD(heading=lead.message)
        spans = [*column.wording.spans(heading, bold=True), Words(" "), *spans]
    strips = inner.text(spans, space=_PARAGRAPH_SPACE, hand=_HAND_SPACE)
    _number(strips[0], block.number, column)
    return strips


def heading(block: model.Heading, column: Column) -> list[Strip]:
    """The title of a page over a rule, or of a group of paragraphs; glued to what follows."""
    spans = column.wording.spans(block.message, bold=True)
    if block.level == 1:
        strips = column.text(spans, styles.TITLE, leading=1.25, space=_GROUP_SPACE)
        strips.append(_rule(column, styles.HEAVY, before=5.0, after=5.0))
    else:
        strips = column.text(spans, styles.HEADING, leading=1.3, space=_GROUP_SPACE)
    for strip in strips:
        strip.glued = True
    return strips


def own_words(block: model.OwnWords, column: Column) -> list[Strip]:
    """What the person typed, quoted beside a bar, with lines for a handwritten translation."""
    inner = column if block.number is None else column.inset(styles.NUMBER_COLUMN)
    label = inner.text(column.wording.spans(block.label), space=_PARAGRAPH_SPACE)
    _number(label[0], block.number, column)
    for strip in label:
        strip.glued = True
    # Their direction is that of the typed text, whatever the language of the page.
    quoted = column.wording.quoted(block.text.strip())
    words = inner.inset(_BAR_COLUMN).text(quoted, direction=Direction.OWN)
    words[0].space = 3.0
    for strip in words:
        also(strip, _bar(inner.left + _BAR / 2, strip))
    strips = label + words
    if block.translation_label is not None:
        strips += _translation(block.translation_label, len(words), inner)
        if len(words) <= _SHORT_WORDS:
            # Nobody should have to turn the page to translate a few lines.
            glue(strips)
    return strips


def notice(block: model.Notice, column: Column) -> list[Strip]:
    """A boxed remark, kept on one page."""
    padding = 10.0
    spans = column.wording.sentences(block.sentences, bold=block.strong)
    text = column.inset(padding, padding).text(spans)
    edge = 7.0
    strips = [_nothing(edge), *text, _nothing(edge)]
    strips[0].space = _PARAGRAPH_SPACE + 4.0
    glue(strips)
    for index, strip in enumerate(strips):
        thick = styles.HEAVY if block.strong else styles.RULE
        also(strip, _sides(column, strip, index == 0, index == len(strips) - 1, thick))
    return strips


def list_row(block: model.ListRow, column: Column) -> list[Strip]:
    """A list item; its bullet is before the first line of text."""
    strips = column.inset(_DOT_COLUMN).text(column.wording.sentence(block.sentence))
    drop = styles.baseline(styles.BODY, _HEIGHT) - 0.34 * styles.BODY

    def dot(sheet: Sheet, top: float) -> None:
        sheet.dot(column.left + 5.0, top - drop, 2.0)

    also(strips[0], dot)
    strips[0].space = 2.0
    return strips


def lines(block: model.Lines, column: Column) -> list[Strip]:
    """Lines one below the other, kept together and slightly indented."""
    strips = _stack(block.lines, column.inset(_BAR_COLUMN))
    strips[0].space = 4.0
    return glue(strips)


def aside(block: model.Aside, column: Column) -> list[Strip]:
    """A note that the person keeps, in their language: under a dashed line, in smaller print."""
    inner = replace(column, wording=column.wording.for_reader())
    strips = [_cut(column)]
    strips += inner.text(inner.wording.spans(block.label, bold=True), _ASIDE, leading=1.35)
    for sentence in block.sentences:
        strips += inner.text(inner.wording.sentence(sentence), _ASIDE, space=3.0, hand=_HAND_SPACE)
    strips[0].space = 16.0
    return glue(strips)


def sender_and_date(block: model.SenderAndDate, column: Column) -> list[Strip]:
    """The writer's lines on the left, the line for the date to the right of the first.

    In large print the date is below them: their blanks need the whole width.
    """
    label = column.wording.text(block.date_label)
    if column.print.is_large:
        strips = _stack(block.lines, column)
        strips += column.text([Words(label + " "), Gap(_DATE_BY_HAND)], hand=_HAND_SPACE)
        return _finished(strips)
    date_left = column.width * 0.66
    date = Column(column.wording, column.left + date_left, column.right)
    rest = max(60.0, date.width - width_of(label + " ", styles.BODY))
    narrow = column.inset(0.0, column.width - date_left + 12.0)
    first, *others = _packed(block.lines, narrow, column) or [[]]
    left = narrow.text(first, hand=_HAND_SPACE)
    above = left[0].height - _HEIGHT
    strips = beside(left, date.text([Words(label + " "), Gap(rest)], hand=above))
    for row in others:
        strips += column.text(row, hand=_HAND_SPACE)
    return glue(strips)


def addressee(block: model.Addressee, column: Column) -> list[Strip]:
    """The offices it may go to: each with a tick box and address lines, two side by side.

    If there is no choice, there is no box. In large print they are not side by side.
    """
    if len(block.boxes) == 1:
        return _finished(_stack(block.boxes[0][1], column))
    strips = []
    if column.print.is_large:
        for box in block.boxes:
            strips += _finished(_office(box, column))
        return strips
    middle = column.width / 2
    for index in range(0, len(block.boxes), 2):
        left, *right = [
            _office(box, column.inset(middle * side, middle * (1 - side)))
            for side, box in enumerate(block.boxes[index : index + 2])
        ]
        strips += _finished(beside(left, right[0] if right else []))
    return strips


def reference(block: model.Reference, column: Column) -> list[Strip]:
    """The RE block between two rules: what it is about, then whose case it is."""
    label = column.wording.spans(block.label, bold=True)
    printed = column.inset(0.0, column.width * 0.7).lines(label, styles.HEADING)[0]
    inner = column.inset(max(42.0, printed.width + 12.0))
    first = inner.text(column.wording.sentence(block.title, bold=True), styles.HEADING)
    also(first[0], draw_line(printed, column.left, styles.HEADING, first[0].height))
    strips = [
        _rule(column, styles.HEAVY, before=10.0, after=4.0),
        *first,
        *(_stack(block.lines, inner) if column.print.is_large else _rows(block.lines, inner)),
        _rule(column, styles.HEAVY, before=5.0, after=3.0),
    ]
    return glue(strips)


def credit(block: model.Document, column: Column) -> list[Strip]:
    """The credit in small print."""
    strips: list[Strip] = []
    for message in block.credit:
        strips += column.text(
            column.wording.spans(message), styles.TINY, leading=1.3, gray=styles.GRAY
        )
    return glue(strips)


def _number(strip: Strip, number: int | None, column: Column) -> None:
    if number is not None:
        line = column.lines([Words(f"{number}.")])[0]
        drawing = draw_line(line, column.left, styles.BODY, _HEIGHT)
        above = strip.height - _HEIGHT
        also(strip, lambda sheet, top: drawing(sheet, top - above))


def _stack(
    sentences: tuple[model.Sentence, ...],
    column: Column,
    size: float = styles.BODY,
    leading: float = styles.LEADING,
) -> list[Strip]:
    strips: list[Strip] = []
    for sentence in sentences:
        spans = column.wording.sentence(sentence)
        strips += column.text(spans, size, leading=leading, hand=_HAND_SPACE)
    return strips


def _rows(sentences: tuple[model.Sentence, ...], column: Column) -> list[Strip]:
    rows = _packed(sentences, column, column)
    return [strip for row in rows for strip in column.text(row, hand=_HAND_SPACE)]


def _packed(
    sentences: tuple[model.Sentence, ...], first: Column, others: Column
) -> list[list[Span]]:
    """Lines, put side by side as long as they fit in their row."""
    rows: list[list[Span]] = []
    for sentence in sentences:
        spans = first.wording.sentence(sentence)
        beside_it = [*rows[-1], Words(_SEPARATOR), *spans] if rows else []
        column = first if len(rows) == 1 else others
        if beside_it and len(column.lines(beside_it)) == 1:
            rows[-1] = beside_it
        else:
            rows.append(spans)
    return rows


def _office(box: tuple[bool, tuple[model.Sentence, ...]], column: Column) -> list[Strip]:
    checked, sentences = box
    inner = column.inset(styles.TICK_COLUMN, 3.0)
    strips = _stack(sentences, inner, _OFFICE, _OFFICE_LEADING) or [_nothing(_HEIGHT)]

    def tick(sheet: Sheet, top: float) -> None:
        sheet.tick_box(column.left, top - 1.0, styles.TICK, checked)

    also(strips[0], tick)
    return strips


def _finished(strips: list[Strip]) -> list[Strip]:
    """A group, kept together and separated from what comes before it."""
    if strips:
        strips[0].space = 8.0
    return glue(strips)


def _translation(label: Message, printed_lines: int, column: Column) -> list[Strip]:
    count = min(_MOST_LINES, max(_FEWEST_LINES, round(printed_lines * _HAND_FACTOR)))
    strips = column.text(column.wording.spans(label), styles.BODY, space=10.0)
    lines = [_rule(column, styles.HAIRLINE, before=styles.HAND, after=0.0) for _ in range(count)]
    # The label never stands alone, and no single line goes to the next page. A page that begins
    # with lines to write on repeats what they are for.
    for strip in (*strips, *lines[:2], lines[-2]):
        strip.glued = True
    for line in lines:
        line.head = _together(strips)
    return strips + lines


def _together(strips: list[Strip]) -> Strip:
    """Combines several strips into one, without the room between them."""

    def draw(sheet: Sheet, top: float) -> None:
        for strip in strips:
            strip.draw(sheet, top)
            top -= strip.height

    return Strip(sum(strip.height for strip in strips), draw)


def _rule(column: Column, thickness: float, before: float, after: float) -> Strip:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(column.left, column.right, top - before, thickness)

    return Strip(before + after, draw)


def _nothing(height: float) -> Strip:
    return Strip(height, lambda _sheet, _top: None)


def _bar(x: float, strip: Strip) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.bar(x, top, top - strip.height, _BAR)

    return draw


def _cut(column: Column) -> Strip:
    return Strip(12.0, lambda sheet, top: sheet.dashes(column.left, column.right, top))


def _sides(column: Column, strip: Strip, first: bool, last: bool, thick: float) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        bottom = top - strip.height
        sheet.bar(column.left, top, bottom, thick)
        sheet.bar(column.right, top, bottom, thick)
        if first:
            sheet.rule(column.left, column.right, top, thick)
        if last:
            sheet.rule(column.left, column.right, bottom, thick)

    return draw
