"""Turns a text of any script into clusters, the units that HarfBuzz draws, in reading order.

A cluster is a letter with its marks, a ligature or a syllable: the smallest piece that must stay on
one line. Each run of one font and direction is shaped once, independently of line breaks, so that
the time is linear and letters stay joined even where a word must be broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb
from msgspec import Struct

from pdkiosk import characters, typefaces
from pdkiosk.pdf import fonts
from pdkiosk.pdf.fonts import Drawn, Glyph
from pdkiosk.pdf.scripts import bidi, breaks

# Prefix of the names of fonts whose glyphs are drawn by number, not by reportlab.
_SHAPED = "glyphs of "
GAP = "\ufffc"
_STANDS_ALONE = frozenset({GAP, characters.BOX, " ", "\u00a0"})
_ISOLATE, _END = "\u2068", "\u2069"
# The maximum width of a cluster in ems, since it must fit on a line. U+FDFD, a whole sentence, is
# 6.3.
_WIDEST = 7.0
# A glyph, its advance, and its offset to the right and up, in ems.
_Shape = tuple[int, float, float, float]


class Piece(Struct, frozen=True):
    """A text in one weight, or a gap.

    ``isolated``: its direction does not affect its surroundings.
    """

    text: str
    bold: bool
    isolated: bool
    gap: bool = False


class Cluster(Struct, frozen=True):
    """A unit that is placed as a whole; ``glyph`` is None for a gap and for a newline.

    ``level`` is its embedding level; ``safe``: its shape does not depend on the text before it.
    """

    text: str
    glyph: Glyph | None
    level: int
    safe: bool = False


class Font:
    """A font as HarfBuzz reads it. Lengths are in ems."""

    def __init__(self, family: str, bold: bool) -> None:
        """Raises OSError if the file is missing."""
        path, right_weight = typefaces.file_of(family, bold)
        self.name = f"{family}-{'Bold' if bold else 'Regular'}"
        self.key = _SHAPED + self.name
        self.heavier = not right_weight
        # Read, not memory-mapped: an update may remove the file.
        self.face = hb.Face(path.read_bytes())
        self.font = hb.Font(self.face)
        self._known: dict[tuple[str, int, float, float, float], Glyph | None] = {}
        self.em: float = 1 / self.face.upem
        # The glyph of a space, which every font has; the Chinese font also has a wide one.
        self.empty: int = self.font.get_nominal_glyph(0x20) or self.font.get_nominal_glyph(0x3000)

    def glyph(self, text: str, shapes: list[_Shape], right_to_left: int) -> Glyph | None:
        """The drawing of a cluster; None if it is too wide or lacks a glyph."""
        if len(shapes) == len(text) == 1:
            # Usually it is one of a few dozen.
            key = (text, *shapes[0])
            if key not in self._known:
                number, advance, x, y = shapes[0]
                drawn = (Drawn(number, advance, x, y, text),)
                right = number != 0 and advance <= _WIDEST
                self._known[key] = Glyph(text, self.key, advance, drawn) if right else None
            return self._known[key]
        advance = sum(shape[1] for shape in shapes)
        if advance > _WIDEST or any(shape[0] == 0 for shape in shapes):
            return None
        # Text and drawing overlap: PDF readers order letters by position, and marks and vowels are
        # not drawn where they are spoken.
        read = [*reversed(text)] if right_to_left else [text]
        glyphs = [Drawn(self.empty, advance / len(read), 0.0, 0.0, part) for part in read]
        glyphs.append(Drawn(self.empty, -advance, 0.0, 0.0, ""))
        glyphs += [Drawn(*shape, "") for shape in shapes]
        return Glyph(text, self.key, advance, tuple(glyphs))


@cache
def font(family: str, bold: bool) -> Font:
    """The font of a family in a weight, read on first use."""
    return Font(family, bold)


def named(name: str) -> Font:
    """The font with the name that its glyphs carry."""
    family, _dash, weight = name.removeprefix(_SHAPED).rpartition("-")
    return font(family, weight == "Bold")


def break_places(found: Sequence[Cluster]) -> frozenset[int]:
    """The clusters before which a line may end although there is no space."""
    if not breaks.has_breaks("".join(one.text for one in found)):
        return frozenset()
    return frozenset(
        index
        for index, (one, other) in enumerate(pairwise(found), 1)
        if one.glyph is not None
        and other.glyph is not None
        and one.text != " " != other.text
        and breaks.may_break(one.text, other.text, other.safe)
    )


def clusters(pieces: Sequence[Piece], base: int | None) -> tuple[list[Cluster], list[int]]:
    """The clusters of a text, and the level of each of its paragraphs.

    ``base`` is the level of all of them; None lets the first letter of each decide.
    """
    found: list[Cluster] = []
    bases: list[int] = []
    paragraph: list[tuple[str, bool]] = []

    def finish() -> None:
        text = "".join(character for character, _bold in paragraph)
        level = bidi.first_level(text) if base is None else base
        bases.append(level)
        found.extend(_paragraph(text, [bold for _c, bold in paragraph], level))
        paragraph.clear()

    for piece in pieces:
        if piece.isolated:
            paragraph.append((_ISOLATE, piece.bold))
        for character in GAP if piece.gap else _visible(piece.text):
            if character == "\n":
                if piece.isolated:
                    paragraph.append((_END, piece.bold))
                finish()
                found.append(Cluster("\n", None, bases[-1]))
                if piece.isolated:
                    paragraph.append((_ISOLATE, piece.bold))
            else:
                paragraph.append((character, piece.bold))
        if piece.isolated:
            paragraph.append((_END, piece.bold))
    finish()
    return found, bases


def _visible(text: str) -> str:
    """The text with a box for each character that must not be printed, or that no font has."""
    text = characters.prepared(text)
    kept = characters.joiners(text)
    return "".join(
        character
        if character == "\n" or index in kept or characters.has_shape(character)
        else characters.BOX
        for index, character in enumerate(text)
    )


class _Run:
    """Characters that are shaped together, from ``start`` to ``end`` of the paragraph."""

    __slots__ = ("bold", "end", "family", "level", "start")

    def __init__(self, start: int, end: int, family: str, bold: bool, level: int) -> None:
        self.start, self.end, self.family = start, end, family
        self.bold, self.level = bold, level


def _paragraph(text: str, weights: Sequence[bool], base: int) -> Iterable[Cluster]:
    levels = bidi.levels(text, base)
    found: list[Cluster] = []
    for run in _runs(text, weights, levels):
        part = text[run.start : run.end]
        if run.family:
            found += _shaped(part, font(run.family, run.bold), run.level)
        else:
            found += _plain(part, run.bold, run.level)
    return found


def _runs(text: str, weights: Sequence[bool], levels: Sequence[int]) -> Iterable[_Run]:
    """Runs of one font, weight and level.

    A run without a family has plain letters, drawn as usual.
    """
    run: _Run | None = None
    for index, character in enumerate(text):
        if character in (_ISOLATE, _END):
            if run is not None:
                yield run
            run = None
            continue
        bold, level = weights[index], levels[index]
        before = run if run is not None and run.level == level and run.bold == bold else None
        family = _family(character, level & 1, before.family if before else "")
        letter = index
        if before is not None and characters.is_mark(character) and not before.family:
            letter = _start_of_letter(text, index, before.start)
        if before is not None and (common := _family_of_all(text[letter : index + 1])):
            # A mark moves its letter to a font that has both.
            family = common
            if letter > before.start:
                yield _Run(before.start, letter, "", bold, level)
            run = _Run(letter, index + 1, family, bold, level)
        elif before is not None and before.family == family:
            before.end = index + 1
        else:
            if run is not None:
                yield run
            run = _Run(index, index + 1, family, bold, level)
    if run is not None:
        yield run


def _start_of_letter(text: str, index: int, least: int) -> int:
    start = index - 1
    while start > least and characters.is_mark(text[start]):
        start -= 1
    return max(start, least)


def _family(character: str, odd: int, current: str) -> str:
    """The family to shape a character with; "" for one that needs no shaping."""
    if character in (GAP, characters.BOX) or (character in " \u00a0" and not odd):
        return ""
    if character in "\u200c\u200d\u200e\u200f":
        return current
    has = typefaces.families_with(character)
    if current in has and (odd or characters.needs_shaping(character)):
        return current
    if characters.needs_shaping(character):
        return next((family for family in has if family not in typefaces.LATIN), has[0])
    # In right-to-left text even brackets and quotation marks are shaped, because they are mirrored.
    return has[0] if odd else ""


@cache
def _family_of_all(letter: str) -> str:
    """A family that has a letter with all its marks; "" if none has, or if there is no mark."""
    if len(letter) == 1 or letter[0] in _STANDS_ALONE:
        return ""
    all_of_them = [set(typefaces.families_with(character)) for character in letter]
    common = set.intersection(*all_of_them)
    order = ("NotoSans", *typefaces.families())
    return next((family for family in order if family in common), "")


def _plain(text: str, bold: bool, level: int) -> Iterable[Cluster]:
    face = fonts.face(bold)
    before = ""
    for character in text:
        if character == GAP:
            yield Cluster(character, None, level)
        elif character not in "\u200c\u200d\u200e\u200f":
            yield Cluster(character, face.glyph(character, before), level)
        before = character


def _shaped(text: str, font: Font, level: int) -> Iterable[Cluster]:
    right_to_left = level & 1
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font.font, buffer)
    groups: dict[int, list[_Shape]] = {}
    em = font.em
    infos = buffer.glyph_infos
    for info, place in zip(infos, buffer.glyph_positions, strict=True):
        drawn = (info.codepoint, place.x_advance * em, place.x_offset * em, place.y_offset * em)
        groups.setdefault(info.cluster, []).append(drawn)
    parted = _parted(infos) if breaks.is_unspaced(text) else frozenset()
    starts = sorted(groups)
    for start, end in pairwise([*starts, len(text)]):
        part, shapes = text[start:end], groups[start]
        if (glyph := font.glyph(part, shapes, right_to_left)) is not None:
            yield Cluster(part, glyph, level, start in parted)
        elif len(part) > 1:
            # It would fit on no line, or the letters have no joint shape.
            yield from _shaped(part[: len(part) // 2], font, level)
            yield from _shaped(part[len(part) // 2 :], font, level)
        else:
            box = fonts.face(font.name.endswith("Bold")).glyph(characters.BOX)
            yield Cluster(characters.BOX, box, level)


def _parted(infos: Iterable[Any]) -> frozenset[int]:
    """Splits text into clusters whose shape does not depend on the text before them."""
    unsafe = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
    return frozenset(info.cluster for info in infos if not int(info.flags) & unsafe)
