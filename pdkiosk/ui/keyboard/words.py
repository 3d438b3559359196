"""Words that are chosen by how they sound in Latin letters: Chinese by pinyin."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST = 24  # letters: no word of four syllables has more


class Choice(NamedTuple):
    """A word, and how many of the typed letters it takes the place of."""

    text: str
    letters: int


class Words:
    """The words of a file, a line for each sound: its letters, then its words, the usual first.

    Nothing of what is typed is kept: the same letters give the same words in the same order.
    """

    def __init__(self, data: bytes) -> None:
        """Raises ValueError when it is not in UTF-8 or a line has no word."""
        lines = data.decode().splitlines()
        if not lines or not all(" " in line for line in lines):
            raise ValueError("a line has no word")
        self._data = b"\n" + data + b"\n"
        self.sample = tuple(lines[0].split(" ")[1:])

    def spelled_by(self, letters: str) -> list[Choice]:
        """The words that all letters (a to z) spell, then those of fewer and fewer of the first."""
        found: list[Choice] = []
        for count in range(min(len(letters), _LONGEST), 0, -1):
            start = self._data.find(f"\n{letters[:count]} ".encode())
            if start >= 0:
                line = self._data[start + 1 : self._data.find(b"\n", start + 1)].decode()
                found += [Choice(word, count) for word in line.split(" ")[1:]]
        return found
