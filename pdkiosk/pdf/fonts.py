"""The fonts of paper: which font prints a character, and how wide it is.

Atkinson Hyperlegible Next comes first; characters it lacks come from Noto Sans.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import repeat
from operator import add
from typing import Any

from msgspec import Struct

from pdkiosk import characters, resources
from pdkiosk.pdf.reportlab_import import reportlab

_FILES = {
    False: ("AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular"),
    True: ("AtkinsonHyperlegibleNext-Bold", "NotoSans-Bold"),
}
_BOX_WIDTH = 600
_THOUSAND = 1000.0


class Drawn(Struct, frozen=True):
    """A glyph by its number in a font, offset from the pen position; lengths in ems.

    ``text`` is the text extracted from the PDF for it.
    """

    number: int
    advance: float
    x: float
    y: float
    text: str


class Glyph(Struct, frozen=True):
    """Characters that are drawn as one piece, in the font that prints them.

    ``advance`` is its width in ems (points at size 1). ``kerns``: (place, thousandths of an em) of
    each letter that is moved away from the one before it or, if negative, toward it; ``advance``
    includes them. ``drawn``: the glyphs by number, from left to right, if the characters alone do
    not determine them; then the font has a different name.
    """

    text: str
    font: str
    advance: float
    drawn: tuple[Drawn, ...] = ()
    kerns: tuple[tuple[int, int], ...] = ()


class _Advances(dict[str, float]):
    """The width of each character of one font, in ems; KeyError for characters it lacks."""

    def __init__(self, widths: dict[int, float]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, character: str) -> float:
        if not characters.is_printable(character):
            raise KeyError(character)
        advance = self[character] = self._widths[ord(character)] / _THOUSAND
        return advance


def _kerning(font: str) -> dict[str, int]:
    """The kerning of letter pairs in thousandths of an em; negative means closer.

    Read from ``resources/fonts/kerning-FONT.txt``; raises OSError if it is missing.
    """
    text = resources.path(f"fonts/kerning-{font}.txt").read_text(encoding="utf-8")
    pairs: dict[str, int] = {}
    for lefts, *parts in (line.split(" ") for line in text.splitlines()):
        for kern, _sign, rights in (part.partition(":") for part in parts):
            apart = int(kern)
            for left in lefts:
                pairs.update(dict.fromkeys([left + right for right in rights], apart))
    return pairs


class Face:
    """The fonts of one weight, tried in order; each is read when first needed."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """``names`` are files in ``resources/fonts``. Raises OSError if one is missing."""
        self._unread = [(name, resources.path(f"fonts/{name}.ttf")) for name in names]
        for _name, path in self._unread:
            path.stat()  # otherwise a missing file would be noticed in the middle of a paper
        self._read: list[tuple[str, dict[int, float]]] = []
        self._name, widths = self._read_next()
        self._advance_of = _Advances(widths).__getitem__
        self._kern_of = _kerning(self._name).get
        self._known: dict[str, Glyph] = {}
        self._words: dict[str, list[Glyph]] | None = None

    def _read_next(self) -> tuple[str, dict[int, float]]:
        name, path = self._unread.pop(0)
        _canvas, metrics, ttfonts = reportlab()
        font = ttfonts.TTFont(name, str(path))
        metrics.registerFont(font)
        if not self._unread:
            _give_box(font.face)
        self._read.append((name, font.face.charWidths))
        return self._read[-1]

    def _fonts(self) -> Iterator[tuple[str, dict[int, float]]]:
        yield from self._read
        while self._unread:
            yield self._read_next()

    def glyph(self, character: str, before: str = "") -> Glyph:
        """The glyph of a character, or a box if no font has it; prefers the font used before it."""
        found = self._known.get(character)
        if found is None:
            found = self._known[character] = self._search(character)
        if before and (kern := self._kern_of(before + character, 0)):
            advance = found.advance + kern / _THOUSAND
            return Glyph(character, found.font, advance, kerns=((0, kern),))
        return found

    def word(self, text: str) -> list[Glyph]:
        """Characters that do not join, as one piece, if the first font can print all of them.

        The piece is kerned, except at a space or a dash, where a line may end. Do not modify it.
        """
        if self._words is None:
            return self._measured(text)
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = self._measured(text)
        return found

    def _measured(self, text: str) -> list[Glyph]:
        # Only the width of each character is cached here, not what a person wrote.
        try:
            advance = sum(map(self._advance_of, text))
        except KeyError:
            return list(map(self.glyph, text, ("", *text)))
        kerns = list(map(self._kern_of, map(add, text, text[1:]), repeat(0)))
        if not any(kerns):
            return [Glyph(text, self._name, advance)]
        places = tuple([(place, kern) for place, kern in enumerate(kerns, 1) if kern])
        return [Glyph(text, self._name, advance + sum(kerns) / _THOUSAND, kerns=places)]

    @contextmanager
    def each_word_once(self) -> Iterator[None]:
        """Within this context, measures repeated words only once.

        Afterwards forgets all of them.
        """
        if self._words is not None:
            yield
            return
        self._words = {}
        try:
            yield
        finally:
            self._words = None

    def width(self, text: str) -> float:
        """The width of a line of text in ems."""
        return sum(glyph.advance for glyph in self.word(text))

    def _search(self, character: str) -> Glyph:
        if characters.is_printable(character):
            for name, widths in self._fonts():
                if (width := widths.get(ord(character))) is not None:
                    return Glyph(character, name, width / _THOUSAND)
        *_, (name_of_last, _widths) = self._fonts()
        return Glyph(characters.BOX, name_of_last, _BOX_WIDTH / _THOUSAND)


def _give_box(face: Any) -> None:
    # Neither font has a box character, but each has an outline for missing characters (glyph 0). It
    # is drawn for the code of the box, and extracted from the PDF as a box too.
    face.charToGlyph[ord(characters.BOX)] = 0
    face.charWidths[ord(characters.BOX)] = _BOX_WIDTH


@cache
def face(bold: bool) -> Face:
    """The face of a weight; its fonts are read and registered on first use."""
    return Face(_FILES[bold])


@contextmanager
def each_word_once() -> Iterator[None]:
    """For making several papers: see ``Face.each_word_once``."""
    with face(False).each_word_once(), face(True).each_word_once():
        yield
