"""A line of text: its pieces and gaps to write in, in one or in mixed directions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from pdkiosk.pdf import fonts


class Placed(Struct, frozen=True):
    """A piece of a line in one font; ``x`` is in points from the left end of the line.

    ``kerns`` and ``drawn`` are as in ``fonts.Glyph``.
    """

    x: float
    font: str
    text: str
    drawn: tuple[fonts.Drawn, ...] = ()
    kerns: tuple[tuple[int, int], ...] = ()


# A glyph with its width in ems, a gap (its width alone, in points), or None for a line break.
Item = tuple[fonts.Glyph | None, float] | None

_Found = tuple[list[Placed], list[tuple[float, float]], float]
"""The pieces, the gaps (x, width), and the width of the line."""


class Line:
    """A line of text; the positions of its pieces are computed when it is drawn or measured."""

    def __init__(
        self,
        items: Sequence[Item] = (),
        size: float = 0.0,
        column: float = 0.0,
        levels: Sequence[int] = (),
        right_to_left: bool = False,
    ) -> None:
        """``items`` at a font size (points) in a column (points).

        ``levels``: the embedding level of each item (UAX 9); without them all run from left to
        right.
        """
        self._items = items
        self._size = size
        self._column = column
        self._levels = levels
        self._found: _Found | None = None
        self.right_to_left = right_to_left

    @property
    def pieces(self) -> list[Placed]:
        """The pieces of text in reading order, which in mixed lines differs from left to right."""
        return self._placed[0]

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """(x, width) of the gaps to write in, in points from the left end of the line."""
        return self._placed[1]

    @property
    def width(self) -> float:
        """The width in points, without trailing spaces."""
        return self._placed[2]

    @property
    def text(self) -> str:
        """The text of the line in reading order, without trailing spaces."""
        return "".join(item[0].text for item in self._shown if item and item[0])

    @property
    def _shown(self) -> Sequence[Item]:
        items = self._items
        end = len(items)
        while end and (item := items[end - 1]) is not None and item[0] is not None:
            if item[0].text != " ":
                break
            end -= 1
        return items[:end]

    @property
    def _placed(self) -> _Found:
        if self._found is None:
            self._found = self._turned() if any(self._levels) else self._in_order()
        return self._found

    def _in_order(self) -> _Found:
        items, size = self._shown, self._size
        pieces: list[Placed] = []
        gaps: list[tuple[float, float]] = []
        x = begin = 0.0
        font = ""
        some: list[fonts.Glyph] = []
        for item in items:
            assert item is not None
            glyph = item[0]
            if some and (glyph is None or glyph.font != font):
                pieces.append(_piece(begin, some))
                some = []
            room = advance(item, size, self._column)
            if glyph is None:
                gaps.append((x, room))
            else:
                if not some:
                    begin, font = x, glyph.font
                some.append(glyph)
            x += room
        if some:
            pieces.append(_piece(begin, some))
        return pieces, gaps, x

    def _turned(self) -> _Found:
        """The placed line, if something in it runs from right to left.

        The pieces are in reading order, each from left to right: that is how PDF readers extract
        them.
        """
        from pdkiosk.pdf.scripts import bidi

        items, levels, x = self._shown, self._levels, 0.0
        gaps: list[tuple[float, float]] = []
        found: list[tuple[int, float, list[fonts.Glyph]]] = []
        before: int | None = None
        for index in bidi.visual_order(levels[: len(items)]):
            item = items[index]
            assert item is not None
            glyph, room = item[0], advance(item, self._size, self._column)
            if glyph is None:
                gaps.append((x, room))
                before = None
            else:
                joins = (
                    before is not None
                    and index == before + (-1 if levels[index] & 1 else 1)
                    and levels[index] == levels[before]
                    and found[-1][2][-1].font == glyph.font
                )
                if joins:
                    place, start, glyphs = found[-1]
                    found[-1] = min(place, index), start, glyphs
                    glyphs.append(glyph)
                else:
                    found.append((index, x, [glyph]))
                before = index
            x += room
        found.sort(key=lambda piece: piece[0])
        return [_piece(start, glyphs) for _place, start, glyphs in found], gaps, x


def advance(item: Item, size: float, width: float) -> float:
    """The width of an item in a column, in points."""
    assert item is not None
    glyph, advance = item
    return min(advance, width) if glyph is None else advance * size


def _piece(x: float, glyphs: list[fonts.Glyph]) -> Placed:
    first = glyphs[0]
    if len(glyphs) == 1:
        return Placed(x, first.font, first.text, first.drawn, first.kerns)
    text = "".join(glyph.text for glyph in glyphs)
    if first.drawn:
        return Placed(x, first.font, text, tuple(chain.from_iterable(g.drawn for g in glyphs)))
    kerns: list[tuple[int, int]] = []
    start = 0
    for glyph in glyphs:
        if glyph.kerns:
            kerns += [(start + place, kern) for place, kern in glyph.kerns]
        start += len(glyph.text)
    return Placed(x, first.font, text, kerns=tuple(kerns))
