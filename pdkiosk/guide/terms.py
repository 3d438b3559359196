"""Which legal words stand in a piece of the guide, so that each can be touched for its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import get_args, get_type_hints

import msgspec

from pdkiosk.guide.model import Guide, Term, When, Words

_KNOWN = "ice"  # on nearly every page; the first page and the help page tell what it is


def terms_in(guide: Guide, things: Iterable[object], shown: Callable[[When], bool]) -> list[str]:
    """The ids of the terms that stand in these pieces, in the order of the glossary.

    ``shown`` says whether a condition holds: what is left out now is not looked at.
    """
    text = " ".join(words for thing in things for words in _words(thing, shown))
    return [term.id for term in guide.term if term.id != _KNOWN and _pattern(term).search(text)]


@cache
def _pattern(term: Term) -> re.Pattern[str]:
    """The term, its other spellings, or its letters: "Notice to Appear (NTA)".

    In any number, and in any case but for letters.
    """
    name, _, letters = term.term.partition(" (")
    forms = [rf"(?i:{_any_number(each)})" for each in (name, *term.also)]
    if letters.isupper():
        forms.append(re.escape(letters.rstrip(")")))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _any_number(name: str) -> str:
    ending = "(?:y|ies)" if name.endswith("y") else f"{re.escape(name[-1])}s?"
    return re.escape(name[:-1]) + ending


def _words(thing: object, shown: Callable[[When], bool]) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list):
        for item in thing:
            yield from _words(item, shown)
    elif isinstance(thing, msgspec.Struct):
        when = getattr(thing, "when", None)
        if when is not None and not shown(when):
            return
        for name in thing.__struct_fields__:
            value = getattr(thing, name)
            if name in _words_fields(type(thing)):
                yield value or ""
            elif isinstance(value, list | msgspec.Struct):
                yield from _words(value, shown)


@cache
def _words_fields(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The fields that hold a text and are shown to the person."""
    hints = get_type_hints(kind)
    hidden = {"short", "letter", "letter_label"}
    return frozenset(
        name
        for name in kind.__struct_fields__
        if name not in hidden and (hints[name] is Words or Words in get_args(hints[name]))
    )
