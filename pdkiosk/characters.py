"""Which characters can be printed as they are, and which only as a visible box.

What a person typed is never dropped: a character that has no shape, that would change the order of
the others, or that our fonts cannot print is printed as a box, and the input field says so
beforehand.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pdkiosk import typefaces

# Drawn with the font's outline for a missing character; see pdf/fonts.py.
BOX = "\u25a1"
_MOST_LISTED = 6

_NEWLINES = re.compile("\r\n|[\r\u2028\u2029]")
_TAB = "    "
_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# It marks where a word may be hyphenated; we do not hyphenate, and it is invisible otherwise.
_SOFT_HYPHEN = "\u00ad"
# Marks and letters that are invisible and so could hide in a text; and the object replacement
# character, which we use for a gap to write in.
_INVISIBLE = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef\ufffc]"
)
# Text that cannot be drawn letter by letter from left to right: marks, scripts that join, stack or
# reverse letters, scripts whose lines may end without a space, and signs that only the fonts of
# such scripts have.
_SHAPED = (
    "\u0300-\u036f\u0483-\u0489\u0530-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u22ee\u262c\u2d00-\u2dff\u2e80-\ua4cf"
    "\ua66f-\ua67d\ua69e\ua69f\ua6a0-\ua6ff\ua800-\uab2f\uab70-\ud7ff\uf900-\ufaff\ufb13-\ufdff"
    "\ufe20-\ufefc\uff00-\uffef\U00010000-\U0001cfff\U0001d300-\U0001d35f\U0001e000-\U0001efff\U00020000-\U0003ffff"
)
# They have no shape, but control how letters of these scripts join and which way they run.
_JOINERS = "\u200c-\u200f"
_NEEDS_SHAPING = f"[{_SHAPED}{_JOINERS}]"
# Each run of them is matched once, however long: a key that is held down types thousands.
_JOINER = f"(?<=[{_SHAPED}])[{_JOINERS}]+|(?<![{_JOINERS}])[{_JOINERS}]++(?=[{_SHAPED}])"


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compiled on first use: it takes 5 ms, and the first screen does not need it."""
    return re.compile(expression)


def length(text: str) -> int:
    """The length of a text as Qt counts it, and every limit: in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


def prepared(text: str) -> str:
    """The text in NFC, with newlines as line breaks, tabs as spaces and no soft hyphens."""
    if text.isascii() and "\r" not in text:
        return text.replace("\t", _TAB)
    text = _NEWLINES.sub("\n", text).replace("\t", _TAB).replace(_SOFT_HYPHEN, "")
    return unicodedata.normalize("NFC", text)


def in_paragraphs(text: str) -> str:
    """The text with at most one empty line between two lines, and none at the start or end.

    Leaning on Enter for a minute types a thousand of them: sixty empty pages in a letter.
    """
    text = _NEWLINES.sub("\n", text.strip())
    return _pattern(r"\n(?:[^\S\n]*\n){2,}").sub("\n\n", text)


def needs_shaping(text: str) -> bool:
    """Whether a prepared text has anything that cannot be drawn letter by letter."""
    return not text.isascii() and _pattern(_NEEDS_SHAPING).search(text) is not None


def is_printable(character: str) -> bool:
    """Whether a character may be printed as it is, if a font has it."""
    return not (
        unicodedata.category(character) in _SHAPELESS or _pattern(_INVISIBLE).match(character)
    )


@cache
def has_shape(character: str) -> bool:
    """Whether a character is printed as it is: it may be, and a font has it."""
    return is_printable(character) and bool(typefaces.families_with(character))


def joiners(text: str) -> frozenset[int]:
    """The places of joining and direction marks that stand beside letters they affect."""
    return frozenset(
        index
        for found in _pattern(_JOINER).finditer(text)
        for index in range(found.start(), found.end())
    )


def boxed(text: str) -> tuple[str, ...]:
    """The distinct characters of a text that paper shows as a box, in order of appearance."""
    text = prepared(text)
    if text.isascii() and text.isprintable():
        return ()
    boxes = {each for each in set(text) - {"\n"} if not has_shape(each)}
    if not boxes:
        return ()
    kept = joiners(text)
    return tuple(
        dict.fromkeys(
            each for index, each in enumerate(text) if each in boxes and index not in kept
        )
    )


def boxes_listed(text: str) -> str:
    """What ``boxed`` finds, as text to read: the first few, with a box for what has no shape."""
    found = boxed(text)
    shown = [each if each.isprintable() else BOX for each in found[:_MOST_LISTED]]
    more = ["…"] if len(found) > _MOST_LISTED else []
    return " ".join([*dict.fromkeys(shown), *more])


def has_words(text: str) -> bool:
    """Whether a typed text says anything: a dot or a dash alone does not."""
    return any(map(str.isalnum, text))


def is_mark(character: str) -> bool:
    """Whether a character combines with the one before it: over, under or around it."""
    # The first of them is U+0300; nearly every printed character comes before that.
    return character >= "\u0300" and unicodedata.category(character) in ("Mn", "Me")
