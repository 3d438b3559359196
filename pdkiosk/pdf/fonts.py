"""The typefaces: which font prints a character, and how wide it is there.

Atkinson Hyperlegible Next first; what it lacks comes from Noto Sans, character by character.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from pdkiosk import resources
from pdkiosk.pdf import characters
from pdkiosk.pdf.reportlab_import import reportlab

_FILES = {
    False: ("AtkinsonHyperlegibleNext-Regular", "NotoSans-Regular"),
    True: ("AtkinsonHyperlegibleNext-Bold", "NotoSans-Bold"),
}
_BOX_WIDTH = 600
_THOUSAND = 1000.0


class Glyph(Struct, frozen=True):
    """One character, or one with its marks, in the font that prints it.

    ``advance`` is its width in ems: points at size 1.
    """

    text: str
    font: str
    advance: float


class Face:
    """The fonts of one weight, asked in their order; read when it is their turn."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """``names`` are files of ``resources/fonts``. Raises OSError when one is missing."""
        self._unread = [(name, resources.path(f"fonts/{name}.ttf")) for name in names]
        for _name, path in self._unread:
            path.stat()  # else it would be missed in the middle of a paper
        self._read: list[tuple[str, dict[int, float]]] = []
        self._read_next()
        self._known: dict[str, Glyph] = {}
        # Characters that join no other, with their advance: kept here by who breaks lines.
        self.plain: dict[str, tuple[Glyph, float]] = {}

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

    def glyph(self, cluster: str) -> Glyph | None:
        """A character, or a character with its marks; None when no font has all of it.

        A single character always has a glyph: the box, in the worst case.
        """
        found = self._known.get(cluster)
        if found is None and (found := self._search(cluster)) is not None and len(cluster) == 1:
            self._known[cluster] = found
        return found

    def width(self, text: str) -> float:
        """The width of a line of text in ems."""
        return sum(g.advance for g in map(self.glyph, text) if g is not None)

    def _search(self, cluster: str) -> Glyph | None:
        if all(map(characters.is_printable, cluster)):
            # Marks sit right only on letters of their own font, and Noto has more of both.
            order = self._fonts() if len(cluster) == 1 else reversed([*self._fonts()])
            for name, widths in order:
                if all(ord(character) in widths for character in cluster):
                    advance = sum(widths[ord(character)] for character in cluster)
                    return Glyph(cluster, name, advance / _THOUSAND)
        if len(cluster) > 1:
            return None
        *_, (name_of_last, _widths) = self._fonts()
        return Glyph(characters.BOX, name_of_last, _BOX_WIDTH / _THOUSAND)


def _give_box(face: Any) -> None:
    # Neither font has a box, but each has the outline for what it lacks (glyph 0). Under the
    # code of the box it is drawn, and read back from the PDF as a box too.
    face.charToGlyph[ord(characters.BOX)] = 0
    face.charWidths[ord(characters.BOX)] = _BOX_WIDTH


@cache
def face(bold: bool) -> Face:
    """The face of a weight; its fonts are read and registered when first asked for."""
    return Face(_FILES[bold])
