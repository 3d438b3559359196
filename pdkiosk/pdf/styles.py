"""Paper, sizes, distances and greys: all that decides how a page looks. In points."""

from __future__ import annotations

import enum

MM = 72 / 25.4
INCH = 72.0


class Paper(enum.Enum):
    """The sizes of paper that the printers have; the value is (width, height) in points."""

    LETTER = (612.0, 792.0)
    A4 = (595.28, 841.89)


# Grey is for weight, not for decoration: it must survive a photocopier. 0 is black.
BLACK = 0.0
GREY = 0.2

BODY = 11.5
LEADING = 1.4
SMALL = 9.0
TINY = 8.0
TITLE = 17.0
HEADING = 12.5

MARGIN = INCH
FOOTER_RULE = 47.0
FOOTER_BASELINE = 36.0
FOOTER_SECOND = 26.0
NUMBER_COLUMN = 24.0
TICK = 5 * MM
TICK_COLUMN = TICK + 8.0
# What a hand needs to write on a line.
HAND = 25.0

HAIRLINE = 0.5
RULE = 0.8
HEAVY = 1.4


def baseline(size: float, leading: float) -> float:
    """How far under the top of its line text stands, for a font size and a line height.

    The letters are centred in the line by the height of their capitals.
    """
    return (leading + 0.68 * size) / 2
