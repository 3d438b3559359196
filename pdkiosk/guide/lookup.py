"""Finds questions, sentences and conditions in a guide."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from pdkiosk.guide.model import (
    UNKNOWN,
    About,
    Cards,
    Choice,
    Choices,
    Fact,
    Factor,
    Guide,
    Option,
    Page,
    Question,
    When,
)


class Place(NamedTuple):
    """Where something is in the guide: its kind and its id."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.id}".strip()


class Problem(NamedTuple):
    """Something wrong in a guide, and where."""

    place: Place
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


_WHOLE = Place("guide")


def asked_on(guide: Guide, page: Page) -> list[Question]:
    """The questions of a page, in order: its own, or those about the reasons of a group."""
    if page.kind != "follow":
        return page.questions
    return [q for factor in in_group(guide, page.follow_group) for q in factor.questions]


def in_group(guide: Guide, group: str) -> list[Factor]:
    """The factors of a group, in order."""
    return [factor for factor in guide.factor if factor.group == group]


def top_questions(guide: Guide) -> Iterator[Question]:
    """Every question outside of repeated groups, in the order of the interview."""
    for page in guide.page:
        yield from asked_on(guide, page)


def all_questions(guide: Guide) -> Iterator[Question]:
    """Every question, including those inside repeated groups."""
    for question in top_questions(guide):
        yield question
        if isinstance(question, Cards):
            yield question.lead
            yield from question.fields


def choosing(guide: Guide, group: str) -> list[Choices]:
    """The questions whose options are the factors of a group."""
    return [q for q in top_questions(guide) if isinstance(q, Choices) and q.group == group]


def all_facts(guide: Guide) -> Iterator[Fact]:
    """Every sentence of fact, general ones first, then those of each factor."""
    yield from guide.facts
    for factor in guide.factor:
        yield from factor.facts


def placeholders(text: str) -> set[str]:
    """The names of the arguments in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def option_ids(guide: Guide, question: Question) -> set[str]:
    """The identifiers that a condition can name, including "I do not know" if offered."""
    unknown = {UNKNOWN} if question.unknown else set()
    if isinstance(question, Choices) and question.group:
        return {factor.id for factor in in_group(guide, question.group)}
    if isinstance(question, Choice | Choices):
        return {option.id for option in question.options} | unknown
    return unknown


def walk(thing: object, place: Place = _WHOLE) -> Iterator[tuple[Place, msgspec.Struct]]:
    """Every piece of the guide below this one, with its own place or that of the piece around it.

    The parts of a condition belong to it and are not listed separately.
    """
    if isinstance(thing, list | tuple):
        for item in thing:
            yield from walk(item, place)
    elif isinstance(thing, msgspec.Struct):
        place = _own_place(thing) or place
        yield place, thing
        if not isinstance(thing, When):
            for field in thing.__struct_fields__:
                yield from walk(getattr(thing, field), place)


def identified(thing: object) -> Iterator[Place]:
    """Everything below this piece that has an id, as often as it occurs."""
    for place, piece in walk(thing):
        if place == _own_place(piece):
            yield place


def _own_place(thing: msgspec.Struct) -> Place | None:
    if isinstance(thing, About):
        return Place("about")
    if isinstance(thing, Option) or not hasattr(thing, "id"):
        return None
    # Among all pieces of the guide, only questions have a tag: their kind.
    tagged = thing.__struct_config__.tag is not None
    return Place("question" if tagged else type(thing).__name__.lower(), thing.id)


def conditions(thing: object) -> Iterator[tuple[Place, When]]:
    """Every condition below this with its place; not those inside others."""
    for place, piece in walk(thing):
        if isinstance(piece, When):
            yield place, piece


def parts(when: When) -> Iterator[When]:
    """A condition and all those inside it."""
    yield when
    for inner in (*when.all, *when.any, *when.none):
        yield from parts(inner)
