"""Easily guessed words and phrases for each language.

An attacker who guesses one word of a list will try its other words too, in any order and direction,
and in the other language. So choosing from a list counts only once, however many of its words a
text has. ``LISTS`` are lists by topic, with an underscore for a space inside a name; ``PHRASES``
are texts from which three words in a row count as known. They are not meant to be complete: they
only serve to estimate a minimum.

We considered a library (zxcvbn, MIT): it compares English passwords with lists of leaked ones,
treats any Spanish word as random letters, and a text of five words as a very long password. People
here choose words, so words are what we measure.
"""

from __future__ import annotations

from pdkiosk.vault.guessable import en, es

LISTS: dict[str, str] = {kind: f"{es.LISTS[kind]} {en.LISTS[kind]}" for kind in es.LISTS}
PHRASES: tuple[str, ...] = (*es.PHRASES, *en.PHRASES)
KEYS: tuple[str, ...] = (
    # Rows, columns and diagonals of a keyboard, numbers, the alphabet; in both directions.
    "1234567890", "qwertyuiop", "asdfghjklñ", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
    "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol", "02468", "13579",
)  # fmt: skip
