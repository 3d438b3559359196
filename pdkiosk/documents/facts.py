"""Turns the facts of the guide into sentences: which apply, their question and their proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.contract import CARE_NEXT, DUE_DATE, NEXT_TREATMENT
from pdkiosk.guide.lookup import placeholders
from pdkiosk.guide.model import Choices, Fact, Factor, Guide, When
from pdkiosk.interview.answers import last_day
from pdkiosk.interview.rules import holds
from pdkiosk.language.message import Arg


def general_sentences(
    speaker: Speaker, block: str, exhibits: Exhibits, **args: Arg
) -> list[Sentence]:
    """The facts of a part of the letter that belong to no reason. ``args`` override answers."""
    return [
        Sentence(
            speaker.fact(fact, **_used(fact, args)),
            fact_origin(speaker.guide, fact),
            exhibits.of(fact.papers),
            fact.for_line,
        )
        for fact in _holding(speaker, speaker.guide.facts, block)
    ]


def factor_sentences(
    speaker: Speaker, factor: Factor, block: str, exhibits: Exhibits, **args: Arg
) -> list[Sentence]:
    """The facts of a reason in a part of the letter. ``args`` override answers."""
    sentences = []
    for fact in _holding(speaker, factor.facts, block):
        # Papers prove what is so now: not what would happen, and what has changed does not prove a
        # record.
        proof = fact.papers or (factor.papers if block not in ("hardship", "record") else [])
        message = speaker.fact(fact, **_used(fact, args))
        origin = fact_origin(speaker.guide, fact, factor)
        sentences.append(Sentence(message, origin, exhibits.of(proof), fact.for_line))
    return sentences


def _used(fact: Fact, args: dict[str, Arg]) -> dict[str, Arg]:
    return {name: arg for name, arg in args.items() if name in placeholders(fact.text)}


def _holding(speaker: Speaker, facts: Iterable[Fact], block: str) -> list[Fact]:
    return [
        fact
        for fact in facts
        if fact.block == block
        and holds(fact.when, speaker.situation)
        and not _has_passed(speaker, fact)
    ]


def _has_passed(speaker: Speaker, fact: Fact) -> bool:
    """Whether it tells of a coming treatment, or birth, on a day that may have passed by now."""
    for coming in (NEXT_TREATMENT, CARE_NEXT, DUE_DATE):
        day = speaker.answers.date(coming)
        if coming in placeholders(fact.text) and day is not None:
            return not speaker.situation.day.known or last_day(day) < speaker.situation.today
    return False


def fact_origin(guide: Guide, fact: Fact, factor: Factor | None = None) -> str:
    """The question that a fact comes from.

    The question that the fact names; otherwise that of its first argument, the first question of
    its condition, the first question about its reason, or the question where that reason is chosen.
    """
    named = fact.origin or fact.count
    if named:
        return named
    names = placeholders(fact.text)
    if names:
        return min(names, key=lambda name: fact.text.index("{" + name))
    asked = next(_asked(fact.when), "")
    if asked or factor is None:
        return asked
    if factor.questions:
        return factor.questions[0].id
    return _choosing(guide, factor)


def _asked(when: When | None) -> Iterator[str]:
    if when is None:
        return
    if when.question:
        yield when.question
    for inner in (*when.all, *when.any, *when.none):
        yield from _asked(inner)


def _choosing(guide: Guide, factor: Factor) -> str:
    return next(
        question.id
        for page in guide.page
        for question in page.questions
        if isinstance(question, Choices) and question.group == factor.group
    )
