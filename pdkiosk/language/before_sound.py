"""Adapts words that change before certain sounds, such as the Spanish "y" (and) and "o" (or)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pdkiosk.language.languages import BeforeSound

_LAST_WORD = re.compile(r"(?<!\S)(\S+)(\s+)$")


def adapted(before: str, following: str, rules: Iterable[BeforeSound]) -> str:
    """``before``, with its last word in the form it takes before ``following``."""
    found = _LAST_WORD.search(before)
    if found is None:
        return before
    for rule in rules:
        if rule.word == found[1] and _pattern(rule.before).match(_sounds(following)):
            return before[: found.start(1)] + rule.becomes + found[2]
    return before


def _sounds(text: str) -> str:
    """The beginning of a text in lowercase, without accents or marks before its first letter."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"^\W+", "", "".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=32)
def _pattern(before: str) -> re.Pattern[str]:
    return re.compile(before)
