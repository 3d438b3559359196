"""Words that change before a sound, as the Spanish "y" (and) and "o" (or): rules of a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pdkiosk.language.languages import BeforeSound

_LAST_WORD = re.compile(r"(?<!\S)(\S+)(\s+)$")


def adapted(before: str, following: str, rules: Iterable[BeforeSound]) -> str:
    """``before`` with its last word as it is said in front of ``following``."""
    found = _LAST_WORD.search(before)
    if found is None:
        return before
    for rule in rules:
        if rule.word == found[1] and _pattern(rule.before).match(_sounds(following)):
            return before[: found.start(1)] + rule.becomes + found[2]
    return before


def _sounds(text: str) -> str:
    """The beginning of a text without capitals, accents, and marks before its first letter."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"^\W+", "", "".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=32)
def _pattern(before: str) -> re.Pattern[str]:
    return re.compile(before)
