"""A statement for a person to check, with its number and its seal.

A number identifies the statement, a seal its content. Both pass through spreadsheets: they have no
vowels and begin with a letter, so that none can be mistaken for a number, a month or a formula.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct

LAW = "law"
"""The name of the lawyer's book; every other book is that of a language, named by its code."""

_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"
_NUMBER_LETTERS = 7
_SEAL_LETTERS = 10


class Statement(Struct, frozen=True, kw_only=True):
    """A statement to be checked.

    ``heading`` is its heading in the book; ``where`` and ``condition`` say when a person sees it.
    ``text``: the translation, "" in the law book. ``rests_on``: a description of its source.
    ``law``: the ids of the law entries that it rests on; a law entry's statement includes its own
    id. ``check_by``: the last day (ISO) on which all of them are current, "" if there are none.
    ``key``: context and English of the text by which it is found on a screen, if any.
    """

    number: str
    seal: str
    heading: str
    english: str
    text: str = ""
    where: str = ""
    condition: str = ""
    rests_on: str = ""
    law: tuple[str, ...] = ()
    check_by: str = ""
    key: tuple[str, str] = ("", "")


def number(book: str, *identity: str) -> str:
    """The number of the statement that these texts identify in a book ("law" or a language)."""
    return f"{book.upper()}-{_letters(identity, _NUMBER_LETTERS)}"


def seal(*content: object) -> str:
    """The seal of what a reviewer has checked; it changes as soon as any of it changes."""
    return "S" + _letters(content, _SEAL_LETTERS)


def book_of(number: str) -> str:
    """The book that a number belongs to: "law" or the code of a language."""
    return number.partition("-")[0].lower()


def _letters(content: Iterable[object], count: int) -> str:
    import hashlib  # it may load OpenSSL: not before the first screen

    said = json.dumps(list(content), ensure_ascii=False, separators=(",", ":"))
    value = int.from_bytes(hashlib.sha256(said.encode()).digest(), "big")
    found = ""
    for _ in range(count):
        value, digit = divmod(value, len(_ALPHABET))
        found += _ALPHABET[digit]
    return found
