"""The bidirectional algorithm, by Unicode's own tests: some of them, or all if requested."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pdkiosk.pdf.scripts import bidi

HERE = Path(__file__).parent / "unicode"
UNICODE = Path("/usr/share/unicode")  # of Debian's package unicode-data
BASES = {"0": 0, "1": 1, "2": None}
REMOVED = ("LRE", "RLE", "LRO", "RLO", "PDF", "BN")
ISOLATES = ("LRI", "RLI", "FSI")


def whitespace_reset(classes: Sequence[str], found: Sequence[int], base: int) -> list[int]:
    """Levels of a line: what ends it, and spaces before that, have the paragraph's (L1)."""
    reset = list(found)
    trailing = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("B", "S"):
            trailing = True
        elif kind not in REMOVED and kind not in ISOLATES and kind not in ("WS", "PDI"):
            trailing = False
        if trailing:
            reset[index] = base
    return reset


def lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.strip()


def order_of(classes: list[str], levels: list[int]) -> list[int]:
    shown = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    return [shown[place] for place in bidi.visual_order([levels[index] for index in shown])]


def classes_are_ordered(path: Path) -> int:
    count = 0
    wanted: list[str] = []
    order: list[int] = []
    for line in lines(path):
        if line.startswith("@"):
            name, _colon, rest = line.partition(":")
            if name == "@Levels":
                wanted = rest.split()
            else:
                order = [*map(int, rest.split())]
            continue
        listed, _semicolon, bits = line.partition(";")
        classes = listed.split()
        for bit, base in ((1, None), (2, 0), (4, 1)):
            if int(bits) & bit:
                count += 1
                level = bidi.paragraph_level(classes) if base is None else base
                found = bidi.levels_of_classes(classes, level)
                found = whitespace_reset(classes, found, level)
                shown = ["x" if w == "x" else str(f) for w, f in zip(wanted, found, strict=True)]
                assert shown == wanted, line
                assert order_of(classes, found) == order, line
    return count


def characters_are_ordered(path: Path) -> int:
    count = 0
    for line in lines(path):
        codes, direction, base, wanted, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        classes = [unicodedata.bidirectional(character) for character in text]
        given = BASES[direction]
        level = bidi.first_level(text) if given is None else given
        assert level == int(base), line
        found = whitespace_reset(classes, bidi.levels(text, given), level)
        shown = ["x" if w == "x" else str(f) for w, f in zip(wanted.split(), found, strict=True)]
        assert shown == wanted.split(), line
        assert order_of(classes, found) == [*map(int, order.split())], line
        count += 1
    return count


def test_classes_are_ordered_as_unicode_says() -> None:
    assert classes_are_ordered(HERE / "BidiTest-sample.txt") > 2000


def test_characters_are_ordered_as_unicode_says() -> None:
    assert characters_are_ordered(HERE / "BidiCharacterTest-sample.txt") == 1503


@pytest.mark.whole
def test_all_of_unicodes_cases() -> None:
    assert classes_are_ordered(UNICODE / "BidiTest.txt") == 770_241
    assert characters_are_ordered(UNICODE / "BidiCharacterTest.txt") == 91_707


def test_a_name_does_not_turn_what_is_around_it() -> None:
    text = "\u2068أحمد\u2069 (12)"
    assert bidi.levels(text, 0)[-4:] == [0, 0, 0, 0]
    assert 1 in bidi.levels("أحمد (12)", 0)[-4:] or 2 in bidi.levels("أحمد (12)", 0)[-4:]
