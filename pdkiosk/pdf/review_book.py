"""The printed book for a reviewer: instructions, statements, pictures, sample letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pdkiosk.documents.model import Document
from pdkiosk.pdf import letter, styles
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.pagination import Drawing, Strip, glue, paginate
from pdkiosk.pdf.review_cover import Cover, cover
from pdkiosk.pdf.sheet import Pdf, Sheet
from pdkiosk.pdf.styles import Paper
from pdkiosk.pdf.text import Words, wrap
from pdkiosk.pdf.wording import Wording
from pdkiosk.review.booklet import Booklet, Group, Picture
from pdkiosk.review.statement import LAW, Statement
from pdkiosk.review.table import appears

_SIDE, _TOP, _FOOT = 42.0, 44.0, 54.0
_SIZE, _SMALL, _TINY = 10.0, 8.0, 7.5
_LEADING = 1.25
_GAP = 14.0
_ANSWER = 168.0  # points for the boxes and lines on the right
_BOX = 10.0
_ROW_SPACE = 9.0
_WRITING = 17.0  # between lines to write on
_PICTURE = 270.0
_LEAST_ROW = _BOX + 2 * _WRITING


class SampleLetter(Struct, frozen=True):
    """The letter of a fictional person, in one language."""

    person: str
    document: Document
    wording: Wording


class Book(Struct, frozen=True):
    """The content of the book. ``foot`` is on each page; ``glossary``: terms in both languages."""

    cover: Cover
    booklet: Booklet
    foot: str
    glossary: list[tuple[str, str]]
    letters: list[SampleLetter]


def render_review_book(book: Book, paper: Paper) -> Pdf:
    """The book as PDF. Raises OSError when a font is missing."""
    sheet = Sheet(paper, book.cover.title, "en")
    height = sheet.height - _TOP - _FOOT
    made = book.booklet
    body = [strip for group in made.groups for strip in _group(made, group, sheet)]
    body[0].opens = True
    strips = [
        *cover(book.cover, _SIDE, sheet.width - _SIDE),
        *_glossary(book, sheet),
        *body,
        *_pictures(made, sheet),
        *_before_letters(book, sheet),
    ]
    pages = paginate(strips, height)
    for number, page in enumerate(pages, 1):
        for top, strip in page.strips:
            strip.draw(sheet, sheet.height - _TOP - top)
        _foot(sheet, f"{book.foot}  ·  page {number}")
        sheet.end_page()
    for sample in book.letters:
        letter.draw(sample.document, sample.wording, sheet)
    return sheet.finish()


def _foot(sheet: Sheet, text: str) -> None:
    sheet.rule(_SIDE, sheet.width - _SIDE, _FOOT - 14.0, styles.HAIRLINE)
    sheet.line(_SIDE, _FOOT - 26.0, wrap([Words(text)], _TINY, 1000.0)[0], _TINY, styles.GRAY)
    initials = wrap([Words("Initials of who read this page: ____________")], _TINY, 1000.0)[0]
    sheet.line(sheet.width - _SIDE - initials.width, _FOOT - 26.0, initials, _TINY)


def heading(text: str, left: float, right: float, size: float = styles.HEADING) -> Strip:
    """A heading that is not the last thing on its page."""
    lines = wrap([Words(text, bold=True)], size, right - left)
    return _text_strip(lines, left, size, space=size * 1.4, glued=True)


def _text_strip(
    lines: Sequence[Line], left: float, size: float, *, space: float = 0.0, glued: bool = False
) -> Strip:
    leading = size * _LEADING

    def draw(sheet: Sheet, top: float) -> None:
        _draw_lines(sheet, lines, left, top, size)

    return Strip(len(lines) * leading, draw, space=space, glued=glued)


def _draw_lines(
    sheet: Sheet, lines: Iterable[Line], left: float, top: float, size: float, gray: float = 0.0
) -> float:
    """Draws lines from ``top`` down; returns where the next one would begin."""
    leading = size * _LEADING
    for line in lines:
        sheet.line(left, top - styles.baseline(size, leading), line, size, gray)
        top -= leading
    return top


def _group(booklet: Booklet, group: Group, sheet: Sheet) -> Iterator[Strip]:
    right = sheet.width - _SIDE
    head = [heading(group.heading, _SIDE, right)] if group.heading else []
    if group.picture is not None:
        head.append(_picture_strip(group.picture, _SIDE, _PICTURE))
    rows = [_row(each, booklet, right) for each in group.statements]
    glue([*head, rows[0]])
    yield from head
    yield from rows


def _row(each: Statement, booklet: Booklet, right: float) -> Strip:
    """A statement, what it rests on, where it appears; boxes and lines on the right."""
    width = right - _SIDE - _ANSWER - _GAP
    bilingual = booklet.book != LAW
    column = (width - _GAP) / 2 if bilingual else width
    fact = bool(each.law) and not each.key[1]
    english = wrap([Words(each.english, bold=fact)], _SIZE, column)
    text = wrap([Words(each.text, bold=True)], _SIZE, column) if bilingual else []
    small = [*_notes(each, booklet, width)]
    body = max(len(english), len(text)) * _SIZE * _LEADING
    height = max(_LEAST_ROW, body + 3.0 + len(small) * _SMALL * _LEADING)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(_SIDE, right, top + _ROW_SPACE / 2, styles.HAIRLINE)
        _draw_lines(sheet, english, _SIDE, top, _SIZE)
        _draw_lines(sheet, text, _SIDE + column + _GAP, top, _SIZE)
        _draw_lines(sheet, small, _SIDE, top - body - 3.0, _SMALL, styles.GRAY)
        _answer(sheet, right - _ANSWER, top)

    return Strip(height, draw, space=_ROW_SPACE)


def _notes(each: Statement, booklet: Booklet, width: float) -> Iterator[Line]:
    """The notes of a statement: what it rests on, and where and when it appears."""
    picture = booklet.shown.get(each.number)
    where = appears(each)
    if picture and booklet.book == LAW:
        where = f"{where} (picture {picture})"
    number = f"{each.number}   "
    for label, words in (("Rests on: ", each.rests_on), ("Appears: ", where)):
        if words:
            spans = [Words(number + label, bold=True), Words(words)]
            yield from wrap(spans, _SMALL, width)
            number = ""
    if number:
        yield from wrap([Words(number, bold=True)], _SMALL, width)


def _answer(sheet: Sheet, left: float, top: float) -> None:
    """A box for "right", one for changes or questions, and lines to write on."""
    second = left + 52.0
    for label, at in (("right", left), ("change, or I ask:", second)):
        sheet.tick_box(at, top, _BOX)
        _label(sheet, label, at + _BOX + 4.0, top)
    for line in (1, 2):
        sheet.rule(left, left + _ANSWER, top - line * _WRITING - _BOX, styles.HAIRLINE)


def _label(sheet: Sheet, text: str, left: float, top: float) -> None:
    sheet.line(left, top - _BOX + 2.0, wrap([Words(text)], _SMALL, 200.0)[0], _SMALL)


def _picture_strip(picture: Picture, left: float, width: float, caption: str = "") -> Strip:
    height = width * picture.height / picture.width
    title = f"Picture {picture.number}: {picture.title}"
    lines = wrap([Words(title, bold=True)], _SMALL, width)
    more = wrap([Words(caption)], _TINY, width) if caption else []
    leading = _SMALL * _LEADING

    def draw(sheet: Sheet, top: float) -> None:
        below = _draw_lines(sheet, lines, left, top, _SMALL) - 2.0
        sheet.picture(picture.jpeg, left, below, width, height)
        _draw_lines(sheet, more, left, below - height - 2.0, _TINY, styles.GRAY)

    total = len(lines) * leading + height + 6.0 + len(more) * _TINY * _LEADING
    return Strip(total, draw, space=10.0)


def _pictures(booklet: Booklet, sheet: Sheet) -> Iterator[Strip]:
    """The screens with the numbers of the statements on them, two side by side."""
    if not booklet.pictures:
        return
    head = heading("Pictures of the screens", _SIDE, sheet.width - _SIDE, styles.TITLE)
    head.opens = True
    yield head
    width = (sheet.width - 2 * _SIDE - _GAP) / 2
    on: dict[int, list[str]] = {}
    for number, picture in booklet.shown.items():
        on.setdefault(picture, []).append(number)
    both = [
        _picture_strip(
            picture, _SIDE + (index % 2) * (width + _GAP), width, ", ".join(on[picture.number])
        )
        for index, picture in enumerate(booklet.pictures)
    ]
    for first in range(0, len(both), 2):
        yield _beside(both[first : first + 2])


def _beside(pair: list[Strip]) -> Strip:
    def draw(sheet: Sheet, top: float) -> None:
        for strip in pair:
            strip.draw(sheet, top)

    return Strip(max(strip.height for strip in pair), draw, space=pair[0].space)


def _glossary(book: Book, sheet: Sheet) -> Iterator[Strip]:
    if not book.glossary:
        return
    right = sheet.width - _SIDE
    head = heading("Words that are always translated the same way", _SIDE, right, styles.TITLE)
    head.opens = True
    yield head
    width = (right - _SIDE - _GAP) / 2
    for english, text in book.glossary:
        pair = [
            _text_strip(wrap([Words(english)], _SIZE, width), _SIDE, _SIZE),
            _text_strip(wrap([Words(text, bold=True)], _SIZE, width), _SIDE + width + _GAP, _SIZE),
        ]
        yield _beside(pair)


def _before_letters(book: Book, sheet: Sheet) -> Iterator[Strip]:
    if not book.letters:
        return
    right = sheet.width - _SIDE
    head = heading("Sample letters", _SIDE, right, styles.TITLE)
    head.opens = True
    yield head
    words = (
        "The pages after this one are the letters that the program writes for invented people: "
        + "; ".join(sample.person for sample in book.letters)
        + ". Would you let a client sign them? Write on the pages; what is to change there, say "
        "once at the statement, or on the lines below."
    )
    yield _text_strip(wrap([Words(words)], _SIZE, right - _SIDE), _SIDE, _SIZE, space=8.0)
    for _ in range(12):
        yield Strip(24.0, _ruled(right))


def _ruled(right: float) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(_SIDE, right, top - 20.0, styles.HAIRLINE)

    return draw
