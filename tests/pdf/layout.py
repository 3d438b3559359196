"""Where text is on the pages of a PDF, read back from the file, and what is wrong with it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pdkiosk import characters
from pdkiosk.pdf import Pdf, fonts
from pdkiosk.pdf.text import width_of
from tests.pdf import samples

# Of the size of the letters: what is over and under the line without accents touching.
_ABOVE, _BELOW = 0.70, 0.20
_CLOSE = 0.3


@dataclass(frozen=True)
class Piece:
    """A piece of text: the box of its letters in points, from the lower left of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


@lru_cache(maxsize=1)  # who asks more than one thing of a file reads it once
def pieces(pdf: Pdf) -> list[list[Piece]]:
    """The pieces of text of each page; to be looked at, not changed."""
    found: list[list[Piece]] = []
    for page in samples.reader(pdf).pages:
        here: list[Piece] = []
        nearer: list[float] = []  # what its own operators move in the piece that is read

        def shown(
            operator: bytes, operands: Any, _cm: Any, _tm: Any, nearer: list[float] = nearer
        ) -> None:
            if operator == b"TJ":
                nearer += [float(part) for part in operands[0] if isinstance(part, (int, float))]

        def visit(
            text: str,
            _cm: Any,
            tm: Any,
            font: Any,
            size: float,
            here: list[Piece] = here,
            nearer: list[float] = nearer,
        ) -> None:
            if text.strip():
                bold = "Bold" in str(font["/BaseFont"])
                text = text.strip()  # the reader begins a piece of another font with a space
                here.append(_piece(text, tm[4], tm[5], size, bold, sum(nearer)))
                nearer.clear()

        page.extract_text(visitor_operand_before=shown, visitor_text=visit)
        found.append(here)
    return found


def _piece(text: str, x: float, y: float, size: float, bold: bool, nearer: float) -> Piece:
    """``nearer``: thousandths of an em that its letters stand closer than their own widths."""
    prepared = characters.prepared(text)
    if characters.needs_shaping(prepared):
        width = width_of(text, size, bold)  # in whatever script: as it is shaped
    else:
        letters = map(fonts.face(bold).glyph, prepared)
        width = (sum(letter.advance for letter in letters) - nearer / 1000) * size
    return Piece(text, x, x + width, y - _BELOW * size, y + _ABOVE * size, size)


def overlapping(page: list[Piece]) -> Iterator[tuple[str, str]]:
    """Pairs of pieces that run into each other."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    mirrored = {piece.bottom for piece in page if _right_to_left(piece.text)}
    for piece in page:
        if piece.bottom in mirrored and not any(map(str.isalnum, piece.text)):
            continue  # the reader gives marks after a right-to-left word the place of what follows
        # No letter is higher than 60 points, so that only neighboring rows can meet.
        rows[int(piece.bottom // 60)].append(piece)
    for row, some in rows.items():
        near = [*some, *rows.get(row + 1, [])]
        for index, one in enumerate(some):
            for other in near[index + 1 :]:
                if _meet(one, other):
                    yield one.text, other.text


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _meet(one: Piece, other: Piece) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > _CLOSE and down > _CLOSE


def outside(page: list[Piece], left: float, right: float) -> Iterator[str]:
    """Pieces that leave the margins at the sides."""
    for piece in page:
        if piece.left < left - _CLOSE or piece.right > right + _CLOSE:
            yield piece.text
