"""Paper, sizes, distances and grays: everything that decides how a page looks. In points."""

from __future__ import annotations

import enum

from msgspec import Struct

MM = 72 / 25.4
INCH = 72.0


class Paper(enum.Enum):
    """The sizes of paper that the printers have; the value is (width, height) in points."""

    LETTER = (612.0, 792.0)
    A4 = (595.28, 841.89)


# Gray only lightens lines and text; it must survive a photocopier. 0 is black.
BLACK = 0.0
GRAY = 0.2

BODY = 11.5
LEADING = 1.3
SMALL = 9.0
TINY = 8.0
TITLE = 17.0
HEADING = 12.0

MARGIN = INCH
FOOTER_RULE = 47.0
NUMBER_COLUMN = 24.0
TICK = 5 * MM
TICK_COLUMN = TICK + 8.0
# The height that handwriting needs.
HAND = 25.0

HAIRLINE = 0.5
RULE = 0.8
HEAVY = 1.4


class PrintSize(Struct, frozen=True):
    """How large a paper is printed.

    Everything is enlarged by ``zoom``; before that, no letter is smaller than ``least``. The other
    sizes are before zooming too: the margins at the ``side``, the ``top`` and the ``foot``, the
    distance of the ``banner`` from the top of the page, and of the two footer lines from its foot.
    """

    zoom: float = 1.0
    least: float = 0.0
    side: float = MARGIN
    top: float = MARGIN
    foot: float = MARGIN
    banner: float = 30.0
    footer: tuple[float, float] = (36.0, 26.0)

    @property
    def is_large(self) -> bool:
        """Whether this is large print, for people with low vision."""
        return self.zoom > 1.0


NORMAL = PrintSize()
# No letter under 18 points: the definition of large print (American Council of the Blind).
_LARGE = 18.0 / BODY
LARGE = PrintSize(
    zoom=_LARGE,
    least=BODY,
    side=0.75 * INCH / _LARGE,
    top=64.0,
    foot=60.0,
    banner=18.0,
    footer=(34.0, 20.0),
)


def baseline(size: float, leading: float) -> float:
    """The distance of the baseline below the top of its line, for a font size and a line height.

    Text is vertically centered in the line by the height of its capitals.
    """
    return (leading + 0.68 * size) / 2
