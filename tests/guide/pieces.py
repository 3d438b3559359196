"""Every piece of the guide's content with the statements that it carries, and every text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec

from pdkiosk import resources
from pdkiosk.guide import model
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.language.catalogs import Catalogs


@dataclass(frozen=True)
class Piece:
    """A piece of content: where it is, what it carries, its own English texts."""

    place: str
    ledger: tuple[str, ...]
    texts: tuple[str, ...]


@cache
def guide() -> Guide:
    """The guide that ships with the program."""
    return load_guide(resources.path("guide"))


@cache
def catalogs() -> Catalogs:
    """The translations that ship with it."""
    return Catalogs(resources.folder("translations"))


@cache
def ledger() -> dict[str, str]:
    """The statements of the source guide: their id and their kind."""
    with (Path(__file__).parent / "ledger.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row["kind"] for row in rows}


def pieces(thing: object, place: str = "") -> Iterator[Piece]:
    """All that carry a statement, below anything of the guide."""
    if isinstance(thing, list):
        for item in thing:
            yield from pieces(item, place)
    elif isinstance(thing, msgspec.Struct):
        inner = f"{place} {getattr(thing, 'id', '')}".strip()
        carried = getattr(thing, "ledger", [])
        if carried:
            yield Piece(inner, tuple(carried), tuple(own_texts(thing)))
        for field in thing.__struct_fields__:
            yield from pieces(getattr(thing, field), inner)


def own_texts(thing: msgspec.Struct) -> Iterator[str]:
    """The texts of a thing itself, not of what is in it."""
    for name in words_fields(type(thing)):
        value = getattr(thing, name)
        if value:
            yield value


@cache
def words_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a kind of content that hold a text to be translated."""
    hints = get_type_hints(kind)
    return tuple(
        name
        for name in kind.__struct_fields__
        if hints[name] is model.Words or model.Words in get_args(hints[name])
    )


def all_texts(thing: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text below anything of the guide, with its place."""
    if isinstance(thing, list):
        for item in thing:
            yield from all_texts(item, place)
    elif isinstance(thing, msgspec.Struct):
        inner = f"{place} {getattr(thing, 'id', '')}".strip()
        for text in own_texts(thing):
            yield inner, text
        for field in thing.__struct_fields__:
            yield from all_texts(getattr(thing, field), inner)


_NAMES = ("example", "suggestions")
"""Fields that hold names (countries, schools), which no plainer word can replace."""


def prose(thing: object) -> list[str]:
    """The texts below anything of the guide that are read as sentences or labels."""
    if isinstance(thing, list):
        return [text for item in thing for text in prose(item)]
    if not isinstance(thing, msgspec.Struct):
        return []
    fields = [name for name in thing.__struct_fields__ if name not in _NAMES]
    own = [getattr(thing, n) for n in words_fields(type(thing)) if n not in _NAMES]
    inside = [text for name in fields for text in prose(getattr(thing, name))]
    return [text for text in own if text] + inside


def screens() -> Iterator[tuple[str, list[str]]]:
    """What is together: a page with its cards, or the follow-up questions of a reason."""
    for page in guide().page:
        if page.kind == "follow":
            continue
        found = prose(page)
        groups = {getattr(question, "group", "") for question in page.questions} - {""}
        for factor in guide().factor:
            if factor.group in groups:
                found += [text for text in (factor.title, factor.note) if text]
        yield page.id, found
    for factor in guide().factor:
        if factor.questions:
            asked = prose([*factor.callouts, *factor.questions])
            yield f"follow {factor.id}", [factor.follow or "", *asked]
    yield "terms", prose(guide().term)
    yield "about", prose([guide().about])
