"""What must hold between the guide and the interview, beyond what the loader can see."""

from __future__ import annotations

import string
from collections.abc import Iterator

import msgspec

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import all_facts, all_questions, placeholders
from pdkiosk.guide.model import (
    Cards,
    DateQuestion,
    Fact,
    Guide,
    Number,
    Page,
    Question,
    Sentence,
    When,
)
from pdkiosk.interview.derived import DERIVED
from pdkiosk.interview.names import common_arguments
from pdkiosk.interview.rules import unknown_rules
from pdkiosk.language.message import DateRole

_SPECS = {"start", *(role.value for role in DateRole)}


def problems(guide: Guide) -> Iterator[str]:
    """What does not fit, a line each with its place: rules, placeholders, order of questions."""
    yield from unknown_rules(guide)
    yield from _facts(guide)
    yield from _screens(guide)
    yield from _sentences(guide)
    yield from _order(guide)


def _facts(guide: Guide) -> Iterator[str]:
    questions = {question.id: question for question in all_questions(guide)}
    for fact in all_facts(guide):
        allowed = set(questions) | set(DERIVED) | ({"n"} if fact.count else set())
        if bool(fact.count) != (fact.plural is not None):
            yield f"fact {fact.id}: count and plural go together"
        if fact.count and not _countable(questions.get(fact.count), fact.count):
            yield f"fact {fact.id}: {fact.count} is no number"
        for text in filter(None, (fact.text, fact.plural)):
            for name in sorted(placeholders(text) - allowed):
                yield f"fact {fact.id}: there is no question {name}"
            yield from (f"fact {fact.id}: {p}" for p in _roles(text, questions))
        if fact.plural is not None and placeholders(fact.plural) != placeholders(fact.text):
            yield f"fact {fact.id}: text and plural have other arguments"


def _countable(question: Question | None, name: str) -> bool:
    return isinstance(question, Number) or name in DERIVED


def _roles(text: str, questions: dict[str, Question]) -> Iterator[str]:
    for _, name, spec, _ in string.Formatter().parse(text):
        if name and spec:
            if spec not in _SPECS:
                yield f"{{{name}:{spec}}} is no role"
            elif spec != "start" and not isinstance(questions.get(name), DateQuestion):
                yield f"{{{name}:{spec}}} needs a date"


def _screens(guide: Guide) -> Iterator[str]:
    known = set(common_arguments(guide, Facility()))
    for kind, things in (
        ("page", guide.page),
        ("factor", guide.factor),
        ("paper", guide.paper),
        ("term", guide.term),
        ("section", guide.section),
        ("disclaimer of", [guide.about]),
    ):
        for thing in things:
            place = f"{kind} {getattr(thing, 'id', 'about')}"
            for text in _texts(thing):
                if text != guide.about.expired:
                    for name in sorted(placeholders(text) - known):
                        yield f"{place}: {{{name}}} can not be filled in on a screen"


def _texts(thing: object) -> Iterator[str]:
    """Every string of a piece of content but those of facts, which have their own rules."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list):
        for item in thing:
            yield from _texts(item)
    elif isinstance(thing, msgspec.Struct) and not isinstance(thing, Fact):
        for field in thing.__struct_fields__:
            yield from _texts(getattr(thing, field))


def _sentences(guide: Guide) -> Iterator[str]:
    sentences: list[Sentence] = guide.sentence
    for sentence in sentences:
        for text in filter(None, (sentence.text, sentence.plural)):
            for _, name, spec, _ in string.Formatter().parse(text):
                if name and spec and spec not in _SPECS:
                    yield f"sentence {sentence.id}: {{{name}:{spec}}} is no role"
        plural = sentence.plural
        if plural is not None and placeholders(plural) != placeholders(sentence.text):
            yield f"sentence {sentence.id}: text and plural have other arguments"


def _order(guide: Guide) -> Iterator[str]:
    """A condition on a screen can only know what was asked before it."""
    before: set[str] = set()
    for page in guide.page:
        yield from _late(f"page {page.id}", page.when, before)
        for question in _asked_on(guide, page):
            yield from _question_order(question, before)
            before.add(question.id)
        for when in (*(text.when for text in page.body), *(box.when for box in page.callouts)):
            yield from _late(f"page {page.id}", when, before)


def _asked_on(guide: Guide, page: Page) -> list[Question]:
    if page.kind != "follow":
        return page.questions
    return [q for f in guide.factor if f.group == page.follow_group for q in f.questions]


def _question_order(question: Question, before: set[str]) -> Iterator[str]:
    place = f"question {question.id}"
    yield from _late(place, question.when, before)
    for option in getattr(question, "options", []):
        yield from _late(place, option.when, before)
        yield from _late(place, option.default_when, before)
    for callout in question.callouts:
        yield from _late(place, callout.when, before | {question.id})
    if isinstance(question, Cards):
        # What is asked about one member knows that member's answers only.
        inner: set[str] = set()
        for asked in (question.lead, *question.fields):
            yield from _question_order(asked, inner)
            inner.add(asked.id)


def _late(place: str, when: When | None, before: set[str]) -> Iterator[str]:
    if when is None:
        return
    if when.question and when.question not in before:
        yield f"{place}: its condition needs {when.question}, which is not asked before it"
    for inner in (*when.all, *when.any, *when.none):
        yield from _late(place, inner, before)
