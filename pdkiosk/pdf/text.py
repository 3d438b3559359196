"""Breaks text into lines of a given width, inside a word only if necessary.

There is no markup here: what a person typed is measured and drawn character by character, so
nothing in it can be mistaken for an instruction. The work is linear in the length.

Latin, Greek and Cyrillic are drawn word by word. Other text is shaped and ordered by ``scripts``,
which is imported only then and returns the same kind of items.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from msgspec import Struct

from pdkiosk import characters
from pdkiosk.pdf import fonts
from pdkiosk.pdf.line import Item, Line, advance

_ELLIPSIS = " …"
_DASHES = frozenset("–—")
_BREAKABLE = _DASHES | {"-"}
# What goes on a line as one piece: a new item begins wherever a line may end.
_TOKENS = re.compile(r"[^ \n–—-]+|.", re.DOTALL)
_TOLERANCE = 0.01
_SHORT = 120  # letters; no longer text fits on one line of any paper
_ENDLESS = 1e6


class Direction(enum.Enum):
    """The direction of a paragraph: that of its page, or that of its own first letter."""

    LEFT_TO_RIGHT = 0
    RIGHT_TO_LEFT = 1
    OWN = None


class Words(Struct, frozen=True):
    """A piece of text in one weight.

    ``isolated``: it does not affect the direction of the text around it, nor the reverse (such as a
    name in a sentence).
    """

    text: str
    bold: bool = False
    isolated: bool = False


class Gap(Struct, frozen=True):
    """A gap to write in by hand in the middle of the text, ``width`` in points."""

    width: float


Span = Words | Gap


class _Run(NamedTuple):
    """Items ``start`` to ``end`` that stay on one line, and the spaces after them.

    For a line break (``forced``), ``start`` is its own place.
    """

    start: int
    end: int
    ems: float = 0.0
    gaps: tuple[float, ...] = ()
    space: float = 0.0
    forced: bool = False


class Text:
    """Spans that are measured once and can be broken into lines of any width at any size."""

    def __init__(
        self, spans: Iterable[Span], direction: Direction = Direction.LEFT_TO_RIGHT
    ) -> None:
        self._spans = list(spans)
        self._levels: list[int] = []
        self._ends_of_paragraphs: list[int] = []
        self._bases = [0]
        self._known: dict[tuple[float, float, int | None], list[Line]] = {}
        self._whole: list[Item] = []
        if direction is Direction.RIGHT_TO_LEFT or any(map(_needs_shaping, self._spans)):
            self._set(*self._shape(self._spans, direction))
        elif whole := _whole(self._spans):
            self._whole = whole
        else:
            self._set(list(_items(self._spans)))

    def _set(self, items: list[Item], breaks: frozenset[int] = frozenset()) -> None:
        self._items = items
        self._runs = list(_runs(items, breaks))
        self._widest = max((run.ems for run in self._runs), default=0.0)
        self._with_gaps = [run for run in self._runs if run.gaps]

    def lines(self, size: float, width: float, most: int | None = None) -> list[Line]:
        """The lines that the text fills at a font size (points) in a column (points).

        At least one line. No line is wider than the column, whatever was typed. With ``most``, no
        more lines than that are made. Do not modify the result: it is cached.
        """
        key = (size, width, most)
        if key not in self._known:
            self._known[key] = list(self._made(size, width, most))
        return self._known[key]

    def _made(self, size: float, width: float, most: int | None) -> Iterable[Line]:
        if self._whole:
            if sum(advance(item, size, width) for item in self._whole) <= width:
                return [Line(self._whole, size, width)]
            self._whole = []
            self._set(list(_items(self._spans)))
        if self._holds_wider(size, width):
            self._take_apart()
        return self._broken(size, width, most)

    def _broken(self, size: float, width: float, most: int | None) -> Iterator[Line]:
        for start, end in islice(self._ends(size, width), most):
            if not self._levels:
                yield Line(self._items[start:end], size, width)
                continue
            paragraph = bisect_left(self._ends_of_paragraphs, start)
            turned = bool(self._bases[paragraph] & 1)
            yield Line(self._items[start:end], size, width, self._levels[start:end], turned)

    def _holds_wider(self, size: float, width: float) -> bool:
        """Whether an unbreakable piece is wider than the column."""
        limit = width + _TOLERANCE
        return self._widest * size > limit or any(
            _needed(run, size, width) > limit for run in self._with_gaps
        )

    def _take_apart(self) -> None:
        """Makes an item of each character, so that a word can be broken anywhere."""
        if not self._levels:
            self._set(list(chain.from_iterable(map(_characters, self._items))))

    def _shape(self, spans: list[Span], direction: Direction) -> tuple[list[Item], frozenset[int]]:
        """Sets the direction of each item.

        Returns the items and further places where a line may end.
        """
        from pdkiosk.pdf.scripts import shaping

        alone = direction is Direction.OWN  # isolated text would not affect it
        pieces = [
            shaping.Piece("", False, False, gap=True)
            if isinstance(span, Gap)
            else shaping.Piece(span.text, span.bold, span.isolated and not alone)
            for span in spans
        ]
        widths = (span.width for span in spans if isinstance(span, Gap))
        clusters, self._bases = shaping.clusters(pieces, direction.value)
        items: list[Item] = [
            (one.glyph, one.glyph.advance)
            if one.glyph is not None
            else (None if one.text == "\n" else (None, next(widths)))
            for one in clusters
        ]
        self._levels = [one.level for one in clusters]
        self._ends_of_paragraphs = [index for index, item in enumerate(items) if item is None]
        return items, shaping.break_places(clusters)

    def _ends(self, size: float, width: float) -> Iterator[tuple[int, int]]:
        """The first and last item of each line."""
        limit = width + _TOLERANCE
        start, used = 0, 0.0
        for run in self._runs:
            if run.forced:
                yield start, run.start
                start, used = run.start + 1, 0.0
                continue
            needed = _needed(run, size, width)
            if used + needed > limit and run.start > start:
                yield start, run.start
                start, used = run.start, 0.0
            if used + needed > limit:
                # It would not fit even on its own line, so break it where the line is full.
                for index in range(run.start, run.end):
                    room = advance(self._items[index], size, width)
                    if used + room > limit and index > start:
                        yield start, index
                        start, used = index, 0.0
                    used += room
            else:
                used += needed
            # Trailing spaces hang over the margin: they are not drawn.
            used += run.space * size
        yield start, len(self._items)


def wrap(
    spans: Iterable[Span],
    size: float,
    width: float,
    most: int | None = None,
    direction: Direction = Direction.LEFT_TO_RIGHT,
) -> list[Line]:
    """The lines that the spans fill; see ``Text.lines``."""
    return Text(spans, direction).lines(size, width, most)


def shorten(lines: Sequence[Line], count: int, size: float, width: float) -> list[Line]:
    """The first ``count`` lines; the last one is cut at a word and ends with " …"."""
    if len(lines) <= count:
        return list(lines)
    kept = list(lines[:count])
    last = kept[-1]
    bold = any(piece.font.endswith("Bold") for piece in last.pieces)
    limit = width - width_of(_ELLIPSIS, size, bold)
    words = last.text.split()
    text = " ".join(words)
    while words and width_of(text, size, bold) > limit:
        words.pop()
        text = " ".join(words)
    if not words:
        text = last.text
        while text and width_of(text, size, bold) > limit:
            text = text[:-1]
    direction = Direction.RIGHT_TO_LEFT if last.right_to_left else Direction.LEFT_TO_RIGHT
    kept[-1] = wrap([Words(text + _ELLIPSIS, bold)], size, width, direction=direction)[0]
    return kept


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a short text on one line, in points."""
    text = characters.prepared(text)
    if characters.needs_shaping(text):
        return Text([Words(text, bold)]).lines(size, _ENDLESS)[0].width
    return fonts.face(bold).width(text) * size


def _needs_shaping(span: Span) -> bool:
    if isinstance(span, Gap) or span.text.isascii():
        return False
    return characters.needs_shaping(characters.prepared(span.text))


def _whole(spans: Sequence[Span]) -> list[Item]:
    """Each span as one item if all may fit on one line; else nothing."""
    whole: list[Item] = []
    letters = 0
    for span in spans:
        if isinstance(span, Gap):
            whole.append((None, span.width))
            continue
        text = characters.prepared(span.text)
        letters += len(text)
        if letters > _SHORT or "\n" in text:
            return []
        glyphs = fonts.face(span.bold).word(text)
        if len(glyphs) == 1:
            whole.append((glyphs[0], glyphs[0].advance))
        elif text:
            return []
    ended = not spans or isinstance(spans[-1], Gap) or not spans[-1].text.endswith(" ")
    return whole if ended else []


def _items(spans: Iterable[Span]) -> Iterator[Item]:
    for span in spans:
        if isinstance(span, Gap):
            yield None, span.width
            continue
        word = fonts.face(span.bold).word
        for token in _TOKENS.findall(characters.prepared(span.text)):
            if token == "\n":
                yield None
            else:
                for glyph in word(token):
                    yield glyph, glyph.advance


def _characters(item: Item) -> Iterator[Item]:
    if item is None or item[0] is None:
        yield item
        return
    face = fonts.face(item[0].font.endswith("Bold"))
    for glyph in map(face.glyph, item[0].text):
        yield glyph, glyph.advance


def _runs(items: list[Item], more_breaks: frozenset[int]) -> Iterator[_Run]:
    """The runs that stay together: the items between two places where a line may end."""
    start, end, ems, space = 0, 0, 0.0, 0.0
    gaps: tuple[float, ...] = ()
    before = ""
    for index, item in enumerate(items):
        glyph, advance = item or (None, 0.0)
        text = "" if glyph is None else glyph.text
        if text == " ":
            space += advance
            continue
        breaks = (before in _BREAKABLE and _may_break_before(items, index)) or index in more_breaks
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


def _needed(run: _Run, size: float, width: float) -> float:
    needed = run.ems * size
    return needed + sum(min(gap, width) for gap in run.gaps) if run.gaps else needed


def _may_break_before(items: list[Item], index: int) -> bool:
    # After a dash, and after a hyphen between letters (never inside "1-800-898-7180").
    before = items[index - 1]
    if before is None or before[0] is None or before[0].text == " ":
        return False
    if before[0].text in _DASHES:
        return True
    return index >= 2 and _has_letter(items[index - 2], -1) and _has_letter(items[index], 0)


def _has_letter(item: Item, at: int) -> bool:
    return item is not None and item[0] is not None and item[0].text[at].isalpha()
