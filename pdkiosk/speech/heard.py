"""How short forms are heard: a voice spells them, or reads them as words of its own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache


def as_heard(text: str, words: Mapping[str, str]) -> str:
    """The text with each short form of a language's table (``Language.heard``) written out.

    Whole words alone, in their own capitals: "ICE" and not "ice" or "JUSTICE". What is on the
    screen and in a recording stays as it is.
    """
    if not words:
        return text
    return _pattern(tuple(words)).sub(lambda found: words[_plain(found[0])], text)


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    # Between the parts of a short form any space may stand, as one that does not break.
    forms = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _plain(found: str) -> str:
    return re.sub(r"\s", " ", found)
