"""Whether a person's own words are hard enough to guess.

A floor, not a measure. The guess is low on purpose: a word that a person picks counts 8 bits
(three or four letters) or 10 (five and more), far less than its letters could hold; what is
repeated, in a row of the keyboard, in a well-known prayer, song or saying, or known to others
counts 1. The floor of 48 bits asks for five longer words or six short ones. At the cost of one
try (64 MiB, a tenth of a second) a thousand machines need some hundred years for 48 bits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache

from msgspec import Struct

from pdkiosk.vault.known_phrases import PHRASES
from pdkiosk.vault.words import plain

FLOOR = 48.0


class Verdict(Enum):
    """What to tell a person about own words."""

    ENOUGH = "enough"
    MORE_WORDS = "more-words"
    TOO_COMMON = "too-common"
    """A known phrase, the same again, or what others know of the person."""


class Strength(Struct, frozen=True):
    """The verdict, and how far the words are: ``bits`` of ``FLOOR``."""

    verdict: Verdict
    bits: float

    @property
    def enough(self) -> bool:
        """Whether the words may be used."""
        return self.verdict is Verdict.ENOUGH


def judge(text: str, known: Iterable[str] = ()) -> Strength:
    """How hard a text is to guess. ``known``: what others can know (names in the answers)."""
    words = _split(text)
    others = {word for line in known for word in _split(line)}
    easy = _in_phrases(words)
    bits = hoped = 0.0
    seen: set[str] = set()
    for index, word in enumerate(words):
        worth = _worth(word)
        hoped += worth
        bits += 1.0 if index in easy or word in seen or word in others else worth
        seen.add(word)
    if bits >= FLOOR:
        return Strength(Verdict.ENOUGH, bits)
    common = hoped >= FLOOR or bits < hoped / 2
    return Strength(Verdict.TOO_COMMON if common else Verdict.MORE_WORDS, bits)


def _split(text: str) -> list[str]:
    words = (plain(word) for word in re.split(r"[\s\W_]+", text))
    return [word for word in words if word]


def _worth(word: str) -> float:
    if len(set(word)) <= len(word) // 3:
        return 1.0  # "aaaa", "ababab"
    digits = sum(c.isdigit() for c in word)
    letters = len(word) - digits + 2 * _ideographs(word)
    if letters >= 5:
        worth = 10.0 if letters < 16 else 18.0
    else:
        worth = 8.0 if letters >= 3 else 2.0 * letters
    # A number is often a year or a birthday.
    return worth + min(10.0, 2.0 * digits)


def _ideographs(word: str) -> int:
    return sum("\u3400" <= c <= "\u9fff" for c in word)


def _in_phrases(words: list[str]) -> set[int]:
    """The places of words that stand in a well-known phrase, three in a row or one alone."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if (word,) in _known():
            found.add(index)
        if tuple(words[index : index + 3]) in _known():
            found |= {index, index + 1, index + 2}
    return found


@cache
def _known() -> frozenset[tuple[str, ...]]:
    split = [_split(phrase) for phrase in PHRASES]
    rows = {tuple(words[i : i + 3]) for words in split for i in range(len(words) - 2)}
    return frozenset(rows | {(words[0],) for words in split if len(words) == 1})
