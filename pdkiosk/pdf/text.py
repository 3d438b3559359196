"""Breaks text into lines of a width: between words, and inside a word only when it must.

There is no markup here: what a person typed is measured and drawn character by character,
so nothing in it can be mistaken for an instruction. The work is linear in the length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pdkiosk.pdf import characters, fonts

_ELLIPSIS = " …"
_DASHES = frozenset("–—")
_BREAKS = _DASHES | {"-"}  # after these a line may break, where _may_break_before says so
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A line to write on by hand in the middle of the text, ``width`` in points."""

    width: float


Span = Words | Gap


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a line in one font, ``x`` points from the start of the line."""

    x: float
    font: str
    text: str


@dataclass(slots=True)
class Line:
    """A line of text ready to be drawn; ``gaps`` are (x, width) of lines to write on."""

    pieces: list[Placed] = field(default_factory=list)
    gaps: list[tuple[float, float]] = field(default_factory=list)
    width: float = 0.0


# A glyph with its width in points, a gap (its width alone), or None for a line break.
_Item = tuple[fonts.Glyph | None, float] | None


def wrap(spans: Iterable[Span], size: float, width: float, most: int | None = None) -> list[Line]:
    """The lines that the spans fill at a font size (points) in a column (points).

    At least one line. No line is wider than the column, whatever was typed. With ``most``,
    no more lines than that are made.
    """
    items = _items(spans, size, width)
    lines: list[Line] = []
    start = 0
    rest = 0  # where the line goes on if it is broken at the last opportunity
    used = used_at_rest = 0.0
    before = ""
    for index, item in enumerate(items):
        if most is not None and len(lines) >= most:
            return lines
        if item is None:
            lines.append(_line(items[start:index], size))
            start = rest = index + 1
            used = used_at_rest = 0.0
            continue
        last, (glyph, advance) = before, item
        before = "" if glyph is None else glyph.text
        if before == " ":
            # Spaces hang over the margin: they are not drawn at the end of a line.
            used += advance
            rest, used_at_rest = index + 1, used
            continue
        if last in _BREAKS and index > start and _may_break_before(items, index, start):
            rest, used_at_rest = index, used
        if used + advance > width + _TOLERANCE and index > start:
            if rest > start:
                lines.append(_line(items[start:rest], size))
                start, used = rest, used - used_at_rest
            else:
                lines.append(_line(items[start:index], size))
                start, used = index, 0.0
            rest, used_at_rest = start, 0.0
        used += advance
    lines.append(_line(items[start:], size))
    return lines


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


def _items(spans: Iterable[Span], size: float, width: float) -> list[_Item]:
    items: list[_Item] = []
    for span in spans:
        if isinstance(span, Gap):
            items.append((None, min(span.width, width)))
            continue
        face = fonts.face(span.bold)
        text = characters.prepared(span.text)
        if text.isascii() and "\n" not in text:
            items += [(glyph, glyph.advance * size) for glyph in map(face.glyph, text) if glyph]
            continue
        for character in text:
            if character == "\n":
                items.append(None)
                continue
            if characters.is_mark(character) and items and (last := items[-1]) is not None:
                base = last[0]
                joined = face.glyph(base.text + character) if base and base.text != " " else None
                if joined is not None:
                    items[-1] = (joined, joined.advance * size)
                    continue
            glyph = face.glyph(character)
            assert glyph is not None
            items.append((glyph, glyph.advance * size))
    return items


def _may_break_before(items: list[_Item], index: int, start: int) -> bool:
    # After a dash, and after a hyphen between letters (never inside "1-800-898-7180").
    before = items[index - 1]
    if before is None or before[0] is None:
        return False
    if before[0].text in _DASHES:
        return True
    if before[0].text != "-" or index - 2 < start:
        return False
    return _is_letter(items[index - 2]) and _is_letter(items[index])


def _is_letter(item: _Item) -> bool:
    return item is not None and item[0] is not None and item[0].text.isalpha()


def _line(items: list[_Item], size: float) -> Line:
    line = Line()
    end = len(items)
    while end and (item := items[end - 1]) is not None and item[0] is not None:
        if item[0].text != " ":
            break
        end -= 1
    x = 0.0
    text: list[str] = []
    font = ""
    begin = 0.0
    for item in items[:end]:
        assert item is not None
        glyph, advance = item
        if text and (glyph is None or glyph.font != font):
            line.pieces.append(Placed(begin, font, "".join(text)))
            text = []
        if glyph is None:
            line.gaps.append((x, advance))
        else:
            if not text:
                begin, font = x, glyph.font
            text.append(glyph.text)
        x += advance
    if text:
        line.pieces.append(Placed(begin, font, "".join(text)))
    line.width = x
    return line
