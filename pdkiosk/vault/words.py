"""Words that are easy to remember and to type back, from the lists of BIP39.

The lists come from the package ``mnemonic``. The 2,048 words of each list stay different from each
other when made plain (tests/vault/test_words.py), so typing without accents loses nothing.
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache
from pathlib import Path

WORDS = 6
"""Words in a passphrase: six of 2,048 are 66 bits."""

_LISTS = {
    "cs": "czech",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "zh": "chinese_simplified",
    "zh_hant": "chinese_traditional",
}


# A word with broken letters in the package's list, which nobody could type.
_DAMAGED = {"сно\ufffd\ufffdа": "снова"}


def propose(language: str) -> list[str]:
    """A passphrase in a language: different words, drawn with the system's random generator."""
    return choices(language, WORDS)


def choices(language: str, count: int) -> list[str]:
    """Different words, in random order."""
    return secrets.SystemRandom().sample(_words(list_of(language)), count)


def completions(prefix: str, language: str, most: int = 8) -> list[str]:
    """The words that begin with this prefix, ignoring accents and case."""
    start = plain(prefix)
    if not start:
        return []
    pairs = _plain_words(list_of(language))
    return [word for made_plain, word in pairs if made_plain.startswith(start)][:most]


def plain(text: str) -> str:
    """A text normalized by removing what does not matter: accents, case, spaces, Unicode form.

    Two texts that a person considers the same words give the same result, from which the key is
    derived. It must never change: docs/saved-work-format.md.
    """
    # Case folding can add marks (the Turkish capital I with a dot), so remove marks last.
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    letters = unicodedata.normalize("NFKD", folded)
    return "".join(
        c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) not in _AIR
    )


_AIR = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}
"""Categories of invisible characters: spaces of any kind, joiners, surrogates."""


def list_of(language: str) -> str:
    """The name of the word list for a language; the bundle includes these lists."""
    code = language.lower().replace("-", "_")
    return _LISTS.get(code) or _LISTS.get(code.split("_")[0], "english")


@lru_cache(maxsize=2)
def _words(name: str) -> list[str]:
    import mnemonic

    path = Path(mnemonic.__file__).parent / "wordlist" / f"{name}.txt"
    words = path.read_text(encoding="utf-8").split()
    return [unicodedata.normalize("NFC", _DAMAGED.get(word, word)) for word in words]


@lru_cache(maxsize=2)
def _plain_words(name: str) -> list[tuple[str, str]]:
    return [(plain(word), word) for word in _words(name)]
