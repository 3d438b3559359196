"""When a person sees a text: all conditions that apply to it, sealed and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from pdkiosk.guide.lookup import all_questions, choosing
from pdkiosk.guide.model import (
    UNKNOWN,
    About,
    Callout,
    Choice,
    Choices,
    Factor,
    Guide,
    Page,
    Question,
    When,
)

_BOTH_WAYS = 2


class Found(NamedTuple):
    """A piece of the guide, the pages and boxes around it, and the conditions for it."""

    piece: msgspec.Struct
    around: tuple[msgspec.Struct, ...]
    conditions: tuple[When, ...]


def pieces(guide: Guide) -> Iterator[Found]:
    """Every piece of the guide, with the pieces around it and its conditions."""
    yield from _below(guide, guide, (), ())


def _below(
    guide: Guide, thing: object, around: tuple[msgspec.Struct, ...], under: tuple[When, ...]
) -> Iterator[Found]:
    if isinstance(thing, list | tuple):
        for item in thing:
            yield from _below(guide, item, around, under)
    elif isinstance(thing, msgspec.Struct) and not isinstance(thing, When):
        under = under + tuple(_own(guide, thing))
        yield Found(thing, around, under)
        for field in thing.__struct_fields__:
            yield from _below(guide, getattr(thing, field), (*around, thing), under)


def _own(guide: Guide, thing: msgspec.Struct) -> Iterator[When]:
    """The conditions that a piece adds: its own, its ways, and that a reason was chosen."""
    when = getattr(thing, "when", None)
    if when is not None:
        yield when
    ways = getattr(thing, "ways", ())
    if ways and len(ways) < _BOTH_WAYS:
        yield When(question="way", equals=ways[0])
    if isinstance(thing, Factor):
        yield from (When(question=q.id, has=thing.id) for q in choosing(guide, thing.group)[:1])


def sealed(conditions: tuple[When, ...]) -> str:
    """The conditions in a form that changes whenever any of them does."""
    return msgspec.json.encode(conditions).decode()


class Teller:
    """Describes conditions in English, using the words that the person sees."""

    def __init__(self, guide: Guide) -> None:
        self._questions: dict[str, Question] = {q.id: q for q in all_questions(guide)}
        self._factors = {factor.id: factor for factor in guide.factor}
        self._papers = {paper.id: str(paper.label) for paper in guide.paper}

    def tell(self, conditions: tuple[When, ...]) -> str:
        """Describes all conditions; "" if there are none."""
        return "; and ".join(self._one(when) for when in conditions)

    def _one(self, when: When) -> str:
        if when.rule:
            return f"the rule “{when.rule}” holds"
        if when.all:
            return " and ".join(map(self._inner, when.all))
        if when.any:
            return " or ".join(map(self._inner, when.any))
        if when.none:
            return f"not: {' or '.join(map(self._inner, when.none))}"
        asked = self._questions.get(when.question)
        name = f"“{asked.short}”" if asked else when.question
        if when.answered is not None:
            return f"{name} is {'answered' if when.answered else 'not answered'}"
        wanted = when.equals if when.equals is not None else when.has
        labels = [wanted] if isinstance(wanted, str) else list(wanted or [])
        said = " or ".join(f"“{self.label(asked, label)}”" for label in labels)
        return f"{name} is {said}" if when.equals is not None else f"{name} has {said}"

    def _inner(self, when: When) -> str:
        said = self._one(when)
        return f"({said})" if when.all or when.any else said

    def question(self, name: str) -> Question | None:
        return self._questions.get(name)

    def paper(self, name: str) -> str:
        return self._papers.get(name, name)

    def label(self, asked: Question | None, option: str) -> str:
        if option == UNKNOWN:
            return "I do not know"
        if isinstance(asked, Choices) and asked.group and option in self._factors:
            return self._factors[option].title
        options = asked.options if isinstance(asked, Choice | Choices) else []
        return next((found.label for found in options if found.id == option), option)


def place(around: tuple[msgspec.Struct, ...]) -> str:
    """The place of a text, as a person would describe it."""
    said = []
    for thing in around:
        if isinstance(thing, About):
            said.append("help page, “About this guide”")
        elif isinstance(thing, Page):
            said.append(f"page “{thing.title}”")
        elif isinstance(thing, Factor):
            said.append(f"reason “{thing.title}”")
        elif isinstance(thing, Callout):
            said.append(f"{thing.tone} box “{thing.title}”")
        elif hasattr(thing, "short") and hasattr(thing, "gate"):
            said.append(f"question “{thing.short}”")
    return ", ".join(said)


def identity(around: tuple[msgspec.Struct, ...]) -> str:
    """The ids of the pieces around a text: they stay when words nearby change."""
    return "/".join(str(thing.id) for thing in around if hasattr(thing, "id"))
