"""What a guesser who knows people tries first, for each language: lists and well-known phrases.

A list is closed: who sees that one of its words was taken tries the others of it, in any order
and direction, and in the other language. So a list is one choice, however many of its words a
text holds. ``LISTS`` are lists by what they are of, with an underscore for a space inside a
name; ``PHRASES`` are texts of which three words in a row are known. Not complete, and never to
be: a floor is measured with them, nothing else.

A library was looked at (zxcvbn, MIT): it measures passwords in English against lists of leaked
ones, takes any Spanish word for random letters, and a text of five words for a very long
password. What people choose here are words, and these are what counts.
"""

from __future__ import annotations

from pdkiosk.vault.guessable import en, es

LISTS: dict[str, str] = {kind: f"{es.LISTS[kind]} {en.LISTS[kind]}" for kind in es.LISTS}
PHRASES: tuple[str, ...] = (*es.PHRASES, *en.PHRASES)
KEYS: tuple[str, ...] = (
    # Rows, columns and slants of a keyboard, numbers, the alphabet: runs go both ways.
    "1234567890", "qwertyuiop", "asdfghjklñ", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
    "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik", "9ol", "02468", "13579",
)  # fmt: skip
