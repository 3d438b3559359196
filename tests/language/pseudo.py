"""Two languages for layout tests: one half again as long as English, one from right to left.

What is shown in the first without accents, or in the second in Latin letters, did not come
through the catalogs.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from pathlib import Path

from pdkiosk.language import formats
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language, load_languages
from pdkiosk.language.message import Message

PSEUDO_LANGUAGE = "qps"
"""A code that ISO 639 keeps for private use."""

RIGHT_TO_LEFT = "qpr"
"""Likewise: English in Hebrew letters, from right to left. No language of the world."""

# Their dates and lists are those of English and Hebrew.
PSEUDO_LANGUAGES = {
    PSEUDO_LANGUAGE: Language(PSEUDO_LANGUAGE, "Psééúúdóó", "Pseudo", locale="en_US"),
    RIGHT_TO_LEFT: Language(
        RIGHT_TO_LEFT, "פסואודו", "Right to left", direction="rtl", locale="he_IL"
    ),
}
formats.load_languages = lambda: load_languages() | PSEUDO_LANGUAGES  # type: ignore[attr-defined]

_LONGER = 1.5
_ACCENTS = str.maketrans("aceinosuyACEINOSUYzZ", "áçéíñóšúýÁÇÉÍÑÓŠÚÝžŽ")
_HEBREW = str.maketrans(
    {
        **dict(zip("abcdefghijklmnopqrstuvwxyz", "אבקדעפגהיזכלמנוצקרשתחטוקיז", strict=True)),
        **dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבקדעפגהיזכלמנוצקרשתחטוקיז", strict=True)),
    }
)
_VOWELS = "áéíóúýÁÉÍÓÚÝ"


class PseudoCatalogs(Catalogs):
    """Catalogs with two languages more: ``PSEUDO_LANGUAGE`` and ``RIGHT_TO_LEFT``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._made: dict[tuple[str, str], str] = {}

    def pattern(self, message: Message, language: str) -> str:
        """The text with its placeholders; in a pseudo-language, made from the English one."""
        if language not in (PSEUDO_LANGUAGE, RIGHT_TO_LEFT):
            return super().pattern(message, language)
        one = message.args.get("n") == 1
        text = message.plural if message.plural and not one else message.text
        key = text, language
        if key not in self._made:
            self._made[key] = mirrored(text) if language == RIGHT_TO_LEFT else pseudo(text)
        return self._made[key]


def pseudo(text: str) -> str:
    """The text accented and half again as long, its placeholders as they were.

    Words grow where they are, by more of their vowels, so that the longest word grows too.
    """
    return _outside_placeholders(text, _stretched)


def mirrored(text: str) -> str:
    """The text in letters that run from right to left, its placeholders as they were."""
    return _outside_placeholders(text, lambda literal: literal.translate(_HEBREW))


def _outside_placeholders(text: str, change: Callable[[str], str]) -> str:
    made = []
    for literal, name, spec, _ in string.Formatter().parse(text):
        made.append(change(literal).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            made.append(f"{{{name}:{spec}}}" if spec else f"{{{name}}}")
    return "".join(made)


def _stretched(literal: str) -> str:
    """The piece of text, longer by half; what a word cannot take, the next ones do."""
    made, owed = [], 0.0
    for word in literal.translate(_ACCENTS).split(" "):
        owed += (len(word) + 1) * (_LONGER - 1)
        missing = round(owed) if any(map(str.isalpha, word)) else 0
        made.append(_longer(word, missing) if missing else word)
        owed -= missing
    return " ".join(made)


def _longer(word: str, missing: int) -> str:
    vowels = sum(character in _VOWELS for character in word)
    # What every vowel gets, and what the first ones get besides.
    each, more = divmod(missing, vowels) if vowels else (0, 0)
    grown, seen = "", 0
    for character in word:
        grown += character
        if character in _VOWELS:
            grown += character.lower() * (each + (seen < more))
            seen += 1
    if vowels:
        return grown
    last = max(index for index, character in enumerate(word) if character.isalpha())
    return word[: last + 1] + "ó" * missing + word[last + 1 :]
