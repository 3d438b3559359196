"""A row of the answer sheet: code, question and answer side by side, in two languages."""

from __future__ import annotations

from pdkiosk.documents import model
from pdkiosk.language.message import Message, alone
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column, also, beside
from pdkiosk.pdf.pagination import Drawing, Strip, glue
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Span, Words

_SIZE, _SMALL = 10.5, 8.5
_LEADING = 1.25
_CODE_COLUMN = 62.0
_ASKED = 0.4  # of the width left beside the code
_GAP = 10.0
_INNER = 12.0
_SPACE = 4.0
# A long free text may continue on the next page; anything shorter stays together.
_KEPT_TOGETHER = 8


def coded_row(block: model.CodedRow, column: Column) -> list[Strip]:
    """The code in bold; under the words in the person's language the English ones, in gray."""
    rest = column.inset(_CODE_COLUMN)
    asked = rest.inset(_INNER if block.inner else 0.0, rest.width * (1 - _ASKED) + _GAP)
    given = rest.inset(rest.width * _ASKED)
    wording = column.wording
    code = column.text(wording.spans(alone(block.code), bold=True), _SIZE, leading=_LEADING)
    answers = [strip for answer in block.answers for strip in _twice(answer, given, bold=True)]
    strips = beside(beside(code, _twice(block.asked, asked, bold=False)), answers)
    for strip in strips:
        strip.space = 0.0
    strips[0].space = _SPACE
    if not block.inner:
        also(strips[0], _hairline(column))
    if len(strips) <= _KEPT_TOGETHER:
        glue(strips)
    else:
        strips[0].glued = strips[1].glued = strips[-2].glued = True
    return strips


def _twice(message: Message, column: Column, *, bold: bool) -> list[Strip]:
    """The text in the person's language, then in English if that differs."""
    own = column.wording.spans(message, bold=bold)
    english = column.wording.in_english().spans(message)
    strips = column.text(own, _SIZE, leading=_LEADING)
    if _texts(own) != _texts(english):
        strips += column.text(english, _SMALL, leading=_LEADING, gray=styles.GRAY)
    return strips


def _texts(spans: list[Span]) -> list[str]:
    return [span.text if isinstance(span, Words) else "" for span in spans]


def _hairline(column: Column) -> Drawing:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(column.left, column.right, top + _SPACE / 2, styles.HAIRLINE)

    return draw
