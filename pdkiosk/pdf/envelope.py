"""The front of an envelope: three boxes in the places that a post office reads."""

from __future__ import annotations

from collections.abc import Sequence

from pdkiosk.documents import model
from pdkiosk.language.message import Message
from pdkiosk.pdf import styles
from pdkiosk.pdf.column import Column, draw_line
from pdkiosk.pdf.pagination import Strip
from pdkiosk.pdf.sheet import Sheet
from pdkiosk.pdf.text import Words

_EDGE = 10.0
_PADDING = 6.0
_LABEL = styles.SMALL
_MARK = 15.0
_ADDRESS = 10.25
_HAND_ABOVE = 4.5
_GAP = 7.0
# The sender is in the left part; the addressee begins a little left of the middle.
_SENDER_PART = 0.56
_ADDRESSEE_FROM, _ADDRESSEE_PART = 0.36, 0.62
_STAMP_WIDTH, _STAMP_HEIGHT = 62.0, 50.0
_HIGHEST = 560.0  # what fits on a page, below its heading


def envelope(block: model.Envelope, column: Column) -> list[Strip]:
    """The sender at the top left, the addressee in the middle, the mark at the foot."""
    inner = column.inset(_EDGE, _EDGE)
    width = inner.width
    sender = _Label(
        block.sender_label, block.sender, inner.inset(0.0, width * (1 - _SENDER_PART)), _ADDRESS
    )
    rest = width * (1 - _ADDRESSEE_FROM - _ADDRESSEE_PART)
    to = inner.inset(width * _ADDRESSEE_FROM, rest)
    offices = [_Label(block.addressee_label, lines, to, _ADDRESS) for lines in block.addressees]
    mark = inner.inset(_PADDING, _PADDING).lines(column.wording.spans(block.mark, bold=True), _MARK)
    mark_height = len(mark) * _MARK * 1.3 + 2 * _PADDING
    height = sender.height + mark_height + _GAP + 2 * _EDGE
    height += sum(office.height + _GAP for office in offices)
    if height > _HIGHEST:  # too long for any envelope, but it must not run off the page
        loose = [*sender.strips, *(strip for office in offices for strip in office.strips)]
        lines = [draw_line(line, inner.left, _MARK, _MARK * 1.3) for line in mark]
        return [*loose, *(Strip(_MARK * 1.3, line) for line in lines)]

    def draw(sheet: Sheet, top: float) -> None:
        sheet.frame(column.left, top, column.right, top - height, styles.HEAVY)
        y = top - _EDGE
        _stamp(sheet, inner.right, y)
        sender.draw(sheet, y)
        y -= sender.height + _GAP
        for office in offices:
            office.draw(sheet, y)
            y -= office.height + _GAP
        sheet.dashed_frame(inner.left, y, inner.right, y - mark_height)
        y -= _PADDING
        for line in mark:
            x = (inner.left + inner.right - line.width) / 2
            draw_line(line, x, _MARK, _MARK * 1.3)(sheet, y)
            y -= _MARK * 1.3

    return [Strip(height, draw, space=14.0)]


class _Label:
    """A box to cut out: its label in small print, then the lines of an address."""

    def __init__(
        self,
        label: Message,
        sentences: Sequence[model.Sentence],
        column: Column,
        size: float,
    ) -> None:
        self._column = column
        inner = column.inset(_PADDING, _PADDING)
        heads = inner.text([Words(column.wording.text(label))], _LABEL, leading=1.3)
        self.strips = heads + [
            strip
            for sentence in sentences
            for strip in inner.text(
                column.wording.sentence(sentence), size, leading=1.3, hand=_HAND_ABOVE
            )
        ]
        self.height = sum(strip.height for strip in self.strips) + 2 * _PADDING

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draws the box from ``top`` down."""
        column = self._column
        sheet.dashed_frame(column.left, top, column.right, top - self.height)
        y = top - _PADDING
        for strip in self.strips:
            strip.draw(sheet, y)
            y -= strip.height


def _stamp(sheet: Sheet, right: float, top: float) -> None:
    sheet.frame(right - _STAMP_WIDTH, top, right, top - _STAMP_HEIGHT, styles.HAIRLINE)
