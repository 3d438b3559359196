"""Which characters can be printed as they are, and which only as a visible box.

What a person typed is never dropped: a character that has no shape, that would change the
order of the others, or that our fonts cannot print, leaves a box on the paper.
"""

from __future__ import annotations

import re
import unicodedata

# Drawn with the outline that the font shows for a missing character; see fonts.py.
BOX = "\u25a1"

_NEWLINES = re.compile("\r\n|[\r\u2028\u2029]")
_TAB = "    "
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"})
_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# It marks where a word may be hyphenated; we do not hyphenate, and it has no other shape.
_SOFT_HYPHEN = "\u00ad"
# Marks and letters that are invisible by themselves, so that they could hide in a text.
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


def prepared(text: str) -> str:
    """The text composed (NFC), each line break as one newline, tabs as spaces, no soft hyphens."""
    text = _NEWLINES.sub("\n", text).replace("\t", _TAB).replace(_SOFT_HYPHEN, "")
    return unicodedata.normalize("NFC", text)


def is_printable(character: str) -> bool:
    """Whether a character may be printed as it is, if a font has it."""
    return not (
        unicodedata.category(character) in _SHAPELESS
        or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        or _INVISIBLE.match(character)
    )


def is_mark(character: str) -> bool:
    """Whether a character is over, under or around the one before it."""
    # The first of them is U+0300; nearly all that is printed comes before it.
    return character >= "\u0300" and unicodedata.category(character) in ("Mn", "Me")
