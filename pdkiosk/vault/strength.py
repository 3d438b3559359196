"""Judges whether a person's own words are hard enough to guess.

This estimates a minimum. It is low on purpose: it assumes an attacker who knows people and this
program. A word that a person picks counts 8 bits (three or four letters) or 10 (five or more), far
less than random letters would. These count much less:

- a word of a closed list (days, countries, names; ``guessable``): it counts as a choice from the
  list, and further words of that list count next to nothing, in any order, language and direction
  (if most words are in no list, two that happen to be in one count as ordinary words);
- a run of the alphabet, of counting or of the keyboard, a word that repeats itself;
- nearly the same word as before, also reversed or followed by a different number;
- words from a well-known prayer, song or saying, forward or backward;
- what others may know about the person (names in the answers), or nearly that.

Words written together are split, and single letters are joined. All numbers together count as one.
The minimum of 48 bits takes five longer words or six short ones. At the cost of one try (64 MiB, a
tenth of a second), a thousand machines need a few hundred years for 48 bits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from itertools import groupby

from msgspec import Struct

from pdkiosk.vault.guessable import KEYS, LISTS, PHRASES
from pdkiosk.vault.words import plain

FLOOR = 48.0
_NOTHING_NEW = 1.0
_ALL_AGAIN = 8.0  # bits for a repetition, however often repeated
_NEXT_OF_A_LONG_LIST = 2.0
_LONG_LIST = 100
_BY_CHANCE = 2  # list words that a text of other words may contain
_LONG_WORD = 12  # letters from which a word may be several words without spaces
_LONGEST = 200  # text beyond this length is ignored


class Verdict(Enum):
    """What to tell a person about their own words."""

    ENOUGH = "enough"
    MORE_WORDS = "more-words"
    TOO_COMMON = "too-common"
    """A well-known phrase, a repetition, or something others know about the person."""


class Strength(Struct, frozen=True):
    """The verdict, and the strength of the words: ``bits`` of ``FLOOR``."""

    verdict: Verdict
    bits: float

    @property
    def enough(self) -> bool:
        """Whether the words may be used."""
        return self.verdict is Verdict.ENOUGH


def judge(text: str, known: Iterable[str] = ()) -> Strength:
    """Judges how hard a text is to guess.

    ``known``: what others may know (names in the answers).
    """
    words = _split(text[:_LONGEST])
    others = {word for line in known for word in _split(line)}
    in_phrases = _in_phrases(words)
    bits = again = hoped = 0.0
    seen: list[str] = []
    lists: set[str] = set()
    of_lists = sum(bool(_lists_of(word)) for word in words)
    free = _BY_CHANCE if 2 * of_lists <= len(words) else 0
    numbers = ""
    for index, word in enumerate(words):
        letters = word.strip("0123456789") if not word.isdigit() else ""
        if letters != word:
            numbers += word.replace(letters, "") if letters else word
        if not letters:
            continue
        worth = _length_worth(letters)
        hoped += worth
        listed = _list_worth(letters, lists)
        if listed < worth and free and listed > _NEXT_OF_A_LONG_LIST:
            free -= 1
        else:
            worth = min(worth, listed)
        if (
            index in in_phrases
            or _is_run(letters)
            or any(_are_near(letters, other) for other in seen)
            or any(_are_near(letters, other) for other in others)
        ):
            worth = 0.0
        if worth <= _NOTHING_NEW:
            again += _NOTHING_NEW
        else:
            bits += worth
        seen.append(letters)
    bits += min(again, _ALL_AGAIN) + _number_worth(numbers, others)
    hoped += min(7.0, 1.5 * len(numbers))
    if bits >= FLOOR:
        return Strength(Verdict.ENOUGH, bits)
    common = hoped >= FLOOR or bits < hoped / 2
    return Strength(Verdict.TOO_COMMON if common else Verdict.MORE_WORDS, bits)


# ---- taking a text apart ---------------------------------------------------------------------


def _split(text: str) -> list[str]:
    """The plain words of a text: joins two-word names and splits words written without spaces."""
    words = [word for part in re.split(r"[\W_]+", text) if (word := plain(part))]
    words = _letters_together(words)
    found: list[str] = []
    index = 0
    while index < len(words):
        for count in (3, 2):
            joined = "".join(words[index : index + count])
            if len(words) - index >= count and joined in _long_names():
                break
        else:
            count, joined = 1, words[index]
        index += count
        found += _pieces(joined)
    return found


def _letters_together(words: list[str]) -> list[str]:
    """Joins three or more consecutive words of one or two letters: "a b c" becomes "abc"."""
    found: list[str] = []
    for short, group in groupby(words, lambda word: len(word) <= 2 and not _ideographs(word)):
        together = list(group)
        found += ["".join(together)] if short and len(together) >= 3 else together
    return found


def _pieces(word: str) -> list[str]:
    """A word, or the guessable words that were written together in it."""
    letters = _without_disguise(word)
    for unit in range(1, len(letters) // 2 + 1):
        if len(letters) >= 6 and letters == letters[:unit] * (len(letters) // unit):
            return [letters[:unit]] * (len(letters) // unit)
    if len(word) < _LONG_WORD:
        return [letters]
    # The smallest number of guessable words from the start to each place.
    best: list[list[str] | None] = [[], *[None] * len(letters)]
    for end in range(1, len(letters) + 1):
        for size in range(1, min(end, _longest_guessable()) + 1):
            before, piece = best[end - size], letters[end - size : end]
            if before is None or not (piece in _guessable() or piece.isdigit()):
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = [*before, piece]
    return best[-1] or [letters]


_DISGUISE = str.maketrans("013457@$", "oieastas")


def _without_disguise(word: str) -> str:
    """The word with look-alike digits replaced by letters, if the result is a guessable word."""
    undone = word.translate(_DISGUISE)
    return undone if undone != word and not word.isdigit() and undone in _guessable() else word


# ---- what a word is worth --------------------------------------------------------------------


def _length_worth(letters: str) -> float:
    if len(set(letters)) <= len(letters) // 3:
        return _NOTHING_NEW  # "aaaa"
    count = len(letters) + 2 * _ideographs(letters)
    if count >= 5:
        return 10.0 if count < 16 else 18.0
    return 8.0 if count >= 3 else 2.0 * count


def _list_worth(letters: str, taken: set[str]) -> float:
    """The value of a word according to the lists that contain it.

    These lists then count as used.
    """
    worth = math.inf
    kinds = _lists_of(letters)
    for kind, size in kinds:
        first = math.log2(size)
        again = _NEXT_OF_A_LONG_LIST if size >= _LONG_LIST else _NOTHING_NEW
        worth = min(worth, again if kind in taken else first)
    taken.update(kind for kind, _ in kinds)
    return worth


def _lists_of(word: str) -> tuple[tuple[str, int], ...]:
    """The lists that a word is in, forwards or backwards, and how many words each has."""
    return _kinds().get(word) or (_kinds().get(word[::-1], ()) if len(word) > 3 else ())


def _number_worth(numbers: str, others: set[str]) -> float:
    """The value of all numbers of a text together: often years, birthdays, counting."""
    if not numbers or _is_run(numbers) or len(set(numbers)) <= 2:
        return _NOTHING_NEW if numbers else 0.0
    known = (re.sub(r"\D", "", other) for other in others)
    if any(numbers in other or other in numbers for other in known if len(other) >= 3):
        return _NOTHING_NEW
    return min(7.0, 1.5 * len(numbers))


def _ideographs(word: str) -> int:
    return sum("\u3400" <= c <= "\u9fff" for c in word)


def _is_run(word: str) -> bool:
    """Whether a word consists of pieces of the alphabet, of counting, or of keyboard rows."""
    if len(word) < 3:
        return False
    covered = index = 0
    while index < len(word) - 2:
        end = index + 3
        if word[index:end] not in _runs():
            index += 1
            continue
        while end < len(word) and word[end - 2 : end + 1] in _runs():
            end += 1
        covered += end - index
        index = end
    return covered == len(word) or (len(word) >= 6 and covered >= len(word) - 1)


def _are_near(one: str, other: str) -> bool:
    """Whether a word is the same as another, nearly the same, or the other reversed."""
    if one == other or one == other[::-1]:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 3:
        return False
    stem = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]),
                len(short))  # fmt: skip
    if stem == len(short) or (stem >= 4 and len(long) - stem <= 3):
        return True
    # One letter inserted, deleted or replaced.
    return (len(long) - len(short) <= 1 and short[stem + 1 :] == long[stem + 1 :]) or (
        len(long) == len(short) + 1 and short[stem:] == long[stem + 1 :]
    )


def _in_phrases(words: list[str]) -> set[int]:
    """The places of words that belong to a well-known phrase: three in a row, or a single word."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if (word,) in _known():
            found.add(index)
        three = tuple(words[index : index + 3])
        if three in _known() or three[::-1] in _known():
            found |= {index, index + 1, index + 2}
    return found


# ---- the lists -------------------------------------------------------------------------------


@cache
def _kinds() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each word: the lists that contain it, and the number of words in each."""
    found: dict[str, list[tuple[str, int]]] = {}
    for kind, text in LISTS.items():
        names = {plain(name.replace("_", " ")) for name in text.split()}
        # The parts of a two-word name count as known words too.
        parts = {plain(part) for name in text.split() if "_" in name for part in name.split("_")}
        for name in names | {part for part in parts if len(part) >= 3}:
            found.setdefault(name, []).append((kind, len(names)))
    return {name: tuple(kinds) for name, kinds in found.items()}


@cache
def _long_names() -> frozenset[str]:
    """The listed names of two or three words, written without spaces."""
    return frozenset(
        plain(name.replace("_", " "))
        for text in LISTS.values()
        for name in text.split()
        if "_" in name
    )


@cache
def _guessable() -> frozenset[str]:
    """All words used to split a text without spaces."""
    in_phrases = (plain(word) for phrase in PHRASES for word in phrase.split())
    words = {*_kinds(), *in_phrases, *(row for row in KEYS if len(row) > 5)} - {""}
    return frozenset(words | {word[::-1] for word in words if len(word) > 3})


@cache
def _longest_guessable() -> int:
    return max(len(word) for word in _guessable())


@cache
def _runs() -> frozenset[str]:
    """All sequences of three characters from runs, in both directions."""
    rows = [plain(row) for row in KEYS]
    both = [*rows, *(row[::-1] for row in rows)]
    return frozenset(row[i : i + 3] for row in both for i in range(len(row) - 2))


@cache
def _known() -> frozenset[tuple[str, ...]]:
    split = [[plain(word) for word in re.split(r"[\W_]+", phrase) if word] for phrase in PHRASES]
    rows = {tuple(words[i : i + 3]) for words in split for i in range(len(words) - 2)}
    return frozenset(rows | {(words[0],) for words in split if len(words) == 1})
