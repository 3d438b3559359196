"""Words chosen by their pronunciation in Latin letters: Chinese by pinyin."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST = 24  # letters; words of up to four syllables have no more


class Choice(NamedTuple):
    """A word, and the number of typed letters that it replaces."""

    text: str
    letters: int


class Words:
    """The words of a file; each line has a spelling, then its words, the most usual first.

    Typing leaves no trace: the same letters always give the same words in the same order.
    """

    def __init__(self, data: bytes) -> None:
        """Raises ValueError if the file is not in UTF-8 or a line has no word."""
        lines = data.decode().splitlines()
        if not lines or not all(" " in line for line in lines):
            raise ValueError("a line has no word")
        self._data = b"\n" + data + b"\n"
        self.sample = tuple(lines[0].split(" ")[1:])

    def spelled_by(self, letters: str) -> list[Choice]:
        """The words that all letters (a to z) spell, then for shorter and shorter prefixes."""
        found: list[Choice] = []
        for count in range(min(len(letters), _LONGEST), 0, -1):
            start = self._data.find(f"\n{letters[:count]} ".encode())
            if start >= 0:
                line = self._data[start + 1 : self._data.find(b"\n", start + 1)].decode()
                found += [Choice(word, count) for word in line.split(" ")[1:]]
        return found
