"""Finds which of the program's fonts has a character, for the window and for paper.

``resources/fonts/coverage.txt`` has a line for each family, in the order in which they are tried.
``packaging/fonts.py`` writes it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

from pdkiosk import resources

# These are for Latin, Greek and Cyrillic; each of the others is for one script or for Chinese
# characters.
LATIN = ("AtkinsonHyperlegibleNext", "NotoSans")


@cache
def families_with(character: str) -> tuple[str, ...]:
    """The families that have a character, in the order in which they are tried.

    None for most emoji.

    Raises OSError if the list is missing.
    """
    code = ord(character)
    return tuple(
        family
        for family, (firsts, lasts) in _coverage().items()
        if (place := bisect_right(firsts, code) - 1) >= 0 and code <= lasts[place]
    )


def families() -> tuple[str, ...]:
    """All families, in the order in which they are tried."""
    return tuple(_coverage())


def file_of(family: str, bold: bool) -> tuple[Path, bool]:
    """The font file for a weight, and whether it has that weight.

    Some families have no bold font.
    """
    if bold and (path := resources.path(f"fonts/{family}-Bold.ttf")).exists():
        return path, True
    return resources.path(f"fonts/{family}-Regular.ttf"), not bold


@cache
def _coverage() -> dict[str, tuple[list[int], list[int]]]:
    text = resources.path("fonts/coverage.txt").read_text(encoding="ascii")
    return {family: _ranges(ranges) for family, *ranges in map(str.split, text.splitlines())}


def _ranges(ranges: list[str]) -> tuple[list[int], list[int]]:
    pairs = [each.partition("-") for each in ranges]
    firsts = [int(first, 16) for first, _dash, _last in pairs]
    return firsts, [int(last or first, 16) for first, _dash, last in pairs]
