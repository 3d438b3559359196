"""What each page of a document has besides its text: the banner and the footer lines."""

from __future__ import annotations

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column
from pdkiosk.pdf.line import Line
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Direction, Words, shorten
from pdkiosk.pdf.wording import NOT_BY, PAGE

_BANNER_HEIGHT = 28.0
_BETWEEN_LANGUAGES = "  ·  "
_FOOTER_GAP = 12.0


class Furniture:
    """Laid out once for all pages of a document, which saves time in long ones."""

    def __init__(self, document: model.Document, column: Column, pages: int) -> None:
        """``pages``: the total number of pages."""
        wording, size = column.wording, column.size(styles.TINY)
        self._column, self._pages = column, pages
        self._banner = () if document.banner is None else _banner(document.banner, column)
        room = column.width - self._number(pages).width - _FOOTER_GAP
        self._footer = wording.shortened(document.footer, size, room, 1)[0]
        self._not_by: Line | None = None
        if document.kind not in model.TO_ICE:
            lines = column.lines(wording.spans(NOT_BY), size)
            self._not_by = shorten(lines, 1, size, column.width)[0]

    def _number(self, page: int) -> Line:
        spans = self._column.wording.spans(PAGE(x=page, y=self._pages))
        return self._column.lines(spans, self._column.size(styles.TINY))[0]

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draws banner and footer on a page, counted from 1."""
        column, size = self._column, self._column.size(styles.TINY)
        if self._banner:
            self._draw_banner(sheet)
        sheet.rule(column.left, column.right, styles.FOOTER_RULE, styles.RULE)
        first, second = sheet.print.footer
        number = self._number(page)
        sheet.line(column.left, first, self._footer, size)
        sheet.line(column.right - number.width, first, number, size)
        if self._not_by is not None:
            sheet.line(column.left, second, self._not_by, size)

    def _draw_banner(self, sheet: Sheet) -> None:
        column = self._column
        height = sum(size * 1.2 for _line, size in self._banner)
        top = sheet.height - sheet.print.banner
        bottom = top - max(_BANNER_HEIGHT, height + 8.0)
        sheet.frame(column.left, top, column.right, bottom, 2.0)
        y = (top + bottom) / 2 + height / 2
        for line, size in self._banner:
            x = (column.left + column.right - line.width) / 2
            sheet.line(x, y - styles.baseline(size, size * 1.2), line, size)
            y -= size * 1.2


def _banner(message: Message, column: Column) -> tuple[tuple[Line, float], ...]:
    """The lines of the banner, each with its size in points."""
    size = styles.HEADING
    least = column.size(styles.SMALL)
    wordings = (column.wording, column.wording.in_english())
    # In both languages, so that nobody mistakes it for the letter; identical words only once.
    texts = list(dict.fromkeys(wording.text(message) for wording in wordings))
    spans = [Words(_BETWEEN_LANGUAGES.join(texts), bold=True)]
    # One line, smaller if necessary; at the smallest size one line for each language.
    inner = column.inset(8.0, 8.0)
    while size > least and len(inner.lines(spans, size)) > 1:
        size = max(least, size - 0.5)
    lines = inner.lines(spans, size)
    if len(lines) > 1:
        each = [[Words(text, bold=True)] for text in texts]
        lines = [line for text in each for line in inner.lines(text, size, direction=Direction.OWN)]
    return tuple((line, size) for line in lines)
