"""Writes out abbreviations for speech: a voice would misread them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache


def as_heard(text: str, words: Mapping[str, str]) -> str:
    """The text with each abbreviation from a language's table (``Language.heard``) written out.

    Only whole words in the exact case: "ICE" but not "ice" or "JUSTICE". Texts on the screen and in
    recordings stay as they are.
    """
    if not words:
        return text
    return _pattern(tuple(words)).sub(lambda found: words[_plain(found[0])], text)


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    # The parts of an abbreviation may be separated by any space, such as a no-break space.
    forms = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _plain(found: str) -> str:
    return re.sub(r"\s", " ", found)
