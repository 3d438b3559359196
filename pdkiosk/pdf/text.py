"""Breaks text into lines of a width: between words, and inside a word only when it must.

There is no markup here: what a person typed is measured and drawn character by character,
so nothing in it can be mistaken for an instruction. The work is linear in the length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from pdkiosk.pdf import characters, fonts

_ELLIPSIS = " …"
_DASHES = frozenset("–—")
_BREAKABLE = _DASHES | {"-"}
_TOLERANCE = 0.01


class Words(Struct, frozen=True):
    """A piece of text in one weight."""

    text: str
    bold: bool = False


class Gap(Struct, frozen=True):
    """A line to write on by hand in the middle of the text, ``width`` in points."""

    width: float


Span = Words | Gap


class Placed(Struct, frozen=True):
    """A piece of a line in one font, ``x`` points from the start of the line."""

    x: float
    font: str
    text: str


# A glyph with its width in ems, a gap (its width alone, in points), or None for a line break.
_Item = tuple[fonts.Glyph | None, float] | None


class Line:
    """A line of text: where its pieces are is found out when it is drawn or measured."""

    def __init__(self, items: Sequence[_Item] = (), size: float = 0.0, column: float = 0.0) -> None:
        """``items`` at a font size (points) in a column (points)."""
        self._items = items
        self._size = size
        self._column = column

    @property
    def pieces(self) -> list[Placed]:
        """The pieces of text, from left to right."""
        return self._placed[0]

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """(x, width) of the lines to write on, in points from the start of the line."""
        return self._placed[1]

    @property
    def width(self) -> float:
        """Points from the start of the line to its end, without the spaces there."""
        return self._placed[2]

    @cached_property
    def _placed(self) -> tuple[list[Placed], list[tuple[float, float]], float]:
        items, size = self._items, self._size
        end = len(items)
        while end and (item := items[end - 1]) is not None and item[0] is not None:
            if item[0].text != " ":
                break
            end -= 1
        pieces: list[Placed] = []
        gaps: list[tuple[float, float]] = []
        x = begin = 0.0
        text: list[str] = []
        font = ""
        for item in items[:end]:
            assert item is not None
            glyph = item[0]
            if text and (glyph is None or glyph.font != font):
                pieces.append(Placed(begin, font, "".join(text)))
                text = []
            advance = _advance(item, size, self._column)
            if glyph is None:
                gaps.append((x, advance))
            else:
                if not text:
                    begin, font = x, glyph.font
                text.append(glyph.text)
            x += advance
        if text:
            pieces.append(Placed(begin, font, "".join(text)))
        return pieces, gaps, x


class _Run(NamedTuple):
    """Items ``start`` to ``end`` that stay on one line, and the spaces after them.

    Of a line break (``forced``) ``start`` is its own place.
    """

    start: int
    end: int
    ems: float = 0.0
    gaps: tuple[float, ...] = ()
    space: float = 0.0
    forced: bool = False


class Text:
    """Spans that were measured once, to be broken into lines of any width at any size."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._items = _items(spans)
        self._runs = list(_runs(self._items))
        self._known: dict[tuple[float, float, int | None], list[Line]] = {}

    def lines(self, size: float, width: float, most: int | None = None) -> list[Line]:
        """The lines that it fills at a font size (points) in a column (points).

        At least one line. No line is wider than the column, whatever was typed. With ``most``,
        no more lines than that are made. Not to be changed: they are remembered.
        """
        key = (size, width, most)
        if key not in self._known:
            self._known[key] = list(self._broken(size, width, most))
        return self._known[key]

    def _broken(self, size: float, width: float, most: int | None) -> Iterator[Line]:
        ends = islice(self._ends(size, width), most)
        for start, end in ends:
            yield Line(self._items[start:end], size, width)

    def _ends(self, size: float, width: float) -> Iterator[tuple[int, int]]:
        """From where to where each line goes."""
        limit = width + _TOLERANCE
        start, used = 0, 0.0
        for run in self._runs:
            if run.forced:
                yield start, run.start
                start, used = run.start + 1, 0.0
                continue
            needed = run.ems * size + sum(min(gap, width) for gap in run.gaps)
            if used + needed > limit and run.start > start:
                yield start, run.start
                start, used = run.start, 0.0
            if used + needed > limit:
                # It would not fit on a line of its own: it is broken where the line is full.
                for index in range(run.start, run.end):
                    advance = _advance(self._items[index], size, width)
                    if used + advance > limit and index > start:
                        yield start, index
                        start, used = index, 0.0
                    used += advance
            else:
                used += needed
            # Spaces hang over the margin: they are not drawn at the end of a line.
            used += run.space * size
        yield start, len(self._items)


def wrap(spans: Iterable[Span], size: float, width: float, most: int | None = None) -> list[Line]:
    """The lines that the spans fill; see ``Text.lines``."""
    return Text(spans).lines(size, width, most)


def shorten(lines: Sequence[Line], count: int, size: float, width: float) -> list[Line]:
    """The first ``count`` lines, the last of them cut at a word and ended with " …"."""
    if len(lines) <= count:
        return list(lines)
    kept = list(lines[:count])
    last = kept[-1]
    bold = any(piece.font.endswith("Bold") for piece in last.pieces)
    face = fonts.face(bold)
    limit = width - face.width(_ELLIPSIS) * size
    words = "".join(piece.text for piece in last.pieces).split()
    text = " ".join(words)
    while words and face.width(text) * size > limit:
        words.pop()
        text = " ".join(words)
    if not words:
        text = "".join(piece.text for piece in last.pieces)
        while text and face.width(text) * size > limit:
            text = text[:-1]
    kept[-1] = wrap([Words(text + _ELLIPSIS, bold)], size, width)[0]
    return kept


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a short text on one line, in points."""
    return fonts.face(bold).width(characters.prepared(text)) * size


def _items(spans: Iterable[Span]) -> list[_Item]:
    items: list[_Item] = []
    for span in spans:
        if isinstance(span, Gap):
            items.append((None, span.width))
            continue
        face = fonts.face(span.bold)
        plain = face.plain
        for character in characters.prepared(span.text):
            item: _Item = plain.get(character)
            if item is None and character != "\n":
                if characters.is_mark(character) and items and (last := items[-1]) is not None:
                    base = last[0]
                    cluster = base.text + character if base and base.text != " " else ""
                    joined = face.glyph(cluster) if cluster else None
                    if joined is not None:
                        items[-1] = (joined, joined.advance)
                        continue
                glyph = face.glyph(character)
                assert glyph is not None
                item = (glyph, glyph.advance)
                if not characters.is_mark(character):
                    plain[character] = item
            items.append(item)
    return items


def _runs(items: list[_Item]) -> Iterator[_Run]:
    """What stays together: the items between two places where a line may end."""
    start, end, ems, space = 0, 0, 0.0, 0.0
    gaps: tuple[float, ...] = ()
    before = ""
    for index, item in enumerate(items):
        glyph, advance = item or (None, 0.0)
        text = "" if glyph is None else glyph.text
        if text == " ":
            space += advance
            continue
        breaks = before in _BREAKABLE and _may_break_before(items, index)
        if index > start and (space or breaks or item is None):
            yield _Run(start, end, ems, gaps, space)
            start, end, ems, gaps, space = index, index, 0.0, (), 0.0
        if item is None:
            yield _Run(index, index, forced=True)
            start = index + 1
        elif glyph is None:
            gaps += (advance,)
        else:
            ems += advance
        before, end = text, index + 1
    if start < len(items):
        yield _Run(start, end, ems, gaps, space)


def _may_break_before(items: list[_Item], index: int) -> bool:
    # After a dash, and after a hyphen between letters (never inside "1-800-898-7180").
    before = items[index - 1]
    if before is None or before[0] is None or before[0].text == " ":
        return False
    if before[0].text in _DASHES:
        return True
    return index >= 2 and _is_letter(items[index - 2]) and _is_letter(items[index])


def _advance(item: _Item, size: float, width: float) -> float:
    """How much room an item takes in a column, in points."""
    assert item is not None
    glyph, advance = item
    return min(advance, width) if glyph is None else advance * size


def _is_letter(item: _Item) -> bool:
    return item is not None and item[0] is not None and item[0].text.isalpha()
