"""A language for layout tests: English with accents, half again as long, and easy to tell apart.

What is shown in it without accents did not come through the catalogs.
"""

from __future__ import annotations

import string
from pathlib import Path

from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message

PSEUDO_LANGUAGE = "qps"
"""A code that ISO 639 keeps for private use."""

_LONGER = 1.5
_ACCENTS = str.maketrans("aceinosuyACEINOSUYzZ", "áçéíñóšúýÁÇÉÍÑÓŠÚÝžŽ")
_VOWELS = "áéíóúýÁÉÍÓÚÝ"


class PseudoCatalogs(Catalogs):
    """Catalogs with one language more: ``PSEUDO_LANGUAGE``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._made: dict[str, str] = {}

    def pattern(self, message: Message, language: str) -> str:
        """The text with its placeholders; in the pseudo-language, made from the English one."""
        if language != PSEUDO_LANGUAGE:
            return super().pattern(message, language)
        one = message.args.get("n") == 1
        text = message.plural if message.plural and not one else message.text
        if text not in self._made:
            self._made[text] = pseudo(text)
        return self._made[text]


def pseudo(text: str) -> str:
    """The text accented and half again as long, its placeholders as they were.

    Words grow where they are, by more of their vowels, so that the longest word grows too.
    """
    made = []
    for literal, name, spec, _ in string.Formatter().parse(text):
        made.append(_stretched(literal).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            made.append(f"{{{name}:{spec}}}" if spec else f"{{{name}}}")
    return "".join(made)


def _stretched(literal: str) -> str:
    """The piece of text, longer by half; what a word can not take, the next ones do."""
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
