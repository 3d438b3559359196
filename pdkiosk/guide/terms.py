"""Finds the legal terms in a text, so that each can be touched for its meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pdkiosk.guide.contract import ICE
from pdkiosk.guide.model import Guide, Term


def terms_in(guide: Guide, text: str) -> list[str]:
    """The ids of the terms that are in an English text, in the order of the glossary.

    ICE is left out: it is on nearly every page, and the first page and the help page explain it.
    """
    return [term.id for term in guide.term if term.id != ICE and _pattern(term).search(text)]


def first_place(term: Term, text: str) -> tuple[int, int] | None:
    """The first place of a term in an English text: start and length in characters."""
    found = _pattern(term).search(text)
    return (found.start(), found.end() - found.start()) if found else None


def first_place_translated(name: str, text: str) -> tuple[int, int] | None:
    """The first place of a term in another language's text, in which it is called ``name``.

    Finds the singular, and forms with "s" or "es" at the end of any word, ignoring accents
    ("audiencia", "órdenes finales"). Forms that change more are not found.
    """
    found = _translated(_plain(name)).search(_plain(text))
    return (found.start(), found.end() - found.start()) if found else None


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    """A pattern for the term, its other spellings, or its abbreviation: "Notice to Appear (NTA)".

    Singular or plural; ignores case except in abbreviations.
    """
    name, letters = _parts(term.term)
    forms = [rf"(?i:{_any_number(each)})" for each in (name, *term.also)]
    return re.compile(rf"\b(?:{'|'.join([*forms, *letters])})\b")


@cache
def _translated(name: str) -> re.Pattern[str]:
    name, letters = _parts(name)
    words = r"\s+".join(rf"{re.escape(word)}(?:e?s)?" for word in name.split())
    form = words if name.isupper() else f"(?i:{words})"
    return re.compile(rf"\b(?:{'|'.join([form, *letters])})\b")


def _parts(term: str) -> tuple[str, list[str]]:
    """The name before the parentheses, and a pattern for the abbreviation in them, if it is one."""
    name, _, inside = term.partition(" (")
    return name, [re.escape(inside.rstrip(")"))] if inside.isupper() else []


def _plain(text: str) -> str:
    """The text without accents; every letter keeps its place."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", letter)[:1] for letter in text)


def _any_number(name: str) -> str:
    ending = "(?:y|ies)" if name.endswith("y") else f"{re.escape(name[-1])}s?"
    return re.escape(name[:-1]) + ending
