"""Words that are easy to remember and to type back, from the lists of BIP39.

The lists come from the package ``mnemonic``. Made plain, the 2,048 words of each list stay
different from each other (tests/vault/test_words.py), so typing without accents loses nothing.
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


# A word that the package's list holds with broken letters, which nobody could type.
_DAMAGED = {"сно\ufffd\ufffdа": "снова"}


def propose(language: str) -> list[str]:
    """A passphrase in a language: different words, drawn from the system's randomness."""
    return choices(language, WORDS)


def choices(language: str, count: int) -> list[str]:
    """Different words, in no order that means anything."""
    return secrets.SystemRandom().sample(_words(list_of(language)), count)


def completions(prefix: str, language: str, most: int = 8) -> list[str]:
    """The words that begin like this, however accents and capitals are typed."""
    start = plain(prefix)
    if not start:
        return []
    pairs = _plain_words(list_of(language))
    return [word for made_plain, word in pairs if made_plain.startswith(start)][:most]


def plain(text: str) -> str:
    """A text without what does not matter: accents, capitals, spaces, normal form.

    Two texts that a person takes for the same words are the same when plain; the key is
    derived from this. It must never change: docs/saved-work-format.md.
    """
    # Folding can bring new marks (the Turkish capital I with a dot), so marks go last.
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    letters = unicodedata.normalize("NFKD", folded)
    return "".join(
        c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) not in _AIR
    )


_AIR = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}
"""Categories of what nobody sees: spaces of any kind, joiners, halves of characters."""


def list_of(language: str) -> str:
    """The name of the list that has the words of a language; the bundle takes those along."""
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
