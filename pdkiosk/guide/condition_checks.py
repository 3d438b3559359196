"""Checks that conditions can be both true and false and depend only on earlier questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pdkiosk.guide.lookup import (
    Place,
    Problem,
    all_questions,
    asked_on,
    conditions,
    option_ids,
    parts,
    top_questions,
)
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choices,
    Factor,
    Guide,
    LongText,
    Number,
    Page,
    Papers,
    Question,
    When,
)


def problems(guide: Guide) -> Iterator[Problem]:
    """The conditions that cannot work, and the questions that would wrongly come and go."""
    yield from _conditions(guide)
    yield from _order(guide)
    yield from _shared_pages(guide)


def _conditions(guide: Guide) -> Iterator[Problem]:
    """Every condition must be true for some people and false for others."""
    in_cards = {
        question.id: [asked.id for asked in (question.lead, *question.fields)]
        for question in top_questions(guide)
        if isinstance(question, Cards)
    }
    everywhere = {question.id: question for question in all_questions(guide)}
    outside = {question.id: question for question in top_questions(guide)}
    for place, when in conditions(guide):
        inside = any(place.id in fields for fields in in_cards.values())
        questions = everywhere if place.kind == "question" and inside else outside
        for part in parts(when):
            for text in _bad(part, questions, guide):
                yield Problem(place, text)


def _bad(when: When, questions: dict[str, Question], guide: Guide) -> Iterator[str]:
    set_here = (when.question, when.rule, when.all, when.any, when.none)
    if sum(map(bool, set_here)) != 1:
        yield "a condition sets exactly one of question, rule, all, any, none"
    asked = sum(test is not None for test in (when.equals, when.has, when.answered))
    if asked != bool(when.question):
        yield "a condition on a question sets exactly one of is, has, answered"
    if not when.question:
        return
    question = questions.get(when.question)
    if question is None:
        yield f"there is no question {when.question}"
        return
    if when.has is not None and not isinstance(question, Choices):
        yield f"question {question.id} has one answer: is, not has"
    if when.equals is not None and isinstance(question, Choices):
        yield f"question {question.id} has several answers: has, not is"
    expected = when.equals if when.equals is not None else when.has
    for value in [expected] if isinstance(expected, str) else expected or []:
        if value not in option_ids(guide, question):
            yield f"question {question.id} has no option {value}"


def _shared_pages(guide: Guide) -> Iterator[Problem]:
    """Questions that share a screen must be short and must not come and go under the finger."""
    owners: list[Page | Factor] = [*guide.page, *guide.factor]
    for owner in owners:
        on_page: set[str] = set()
        for question in owner.questions:
            place = Place("question", question.id)
            if not question.same_page:
                on_page = {question.id}
                continue
            if not on_page:
                yield Problem(place, "there is no question before it, whose page it could share")
            if isinstance(question, Cards | Papers | Number | ANumber | LongText):
                yield Problem(place, "a question of this kind needs a page of its own")
            named = {part.question for part in parts(question.when)} if question.when else set()
            for other in sorted(named & on_page):
                yield Problem(place, f"it depends on {other}, which is asked on the same page")
            on_page.add(question.id)


def _order(guide: Guide) -> Iterator[Problem]:
    """A condition on a screen may only depend on what was asked before."""
    before: set[str] = set()
    for page in guide.page:
        place = Place("page", page.id)
        yield from _late(place, [page.when], before)
        for question in asked_on(guide, page):
            yield from _question_order(guide, question, before)
            before.add(question.id)
        yield from _late(place, [page.body, page.callouts], before)


def _question_order(guide: Guide, question: Question, before: set[str]) -> Iterator[Problem]:
    place = Place("question", question.id)
    options = getattr(question, "options", []), getattr(question, "suggestions", [])
    yield from _late(place, [question.when, *options], before)
    if isinstance(question, Choices) and question.group:
        chosen_here = [f.when for f in guide.factor if f.group == question.group]
        yield from _late(place, chosen_here, before)
    yield from _late(place, question.callouts, before | {question.id})
    if isinstance(question, Cards):
        # Questions about a group member may depend on that member and on earlier answers.
        inner = set(before)
        for asked in (question.lead, *question.fields):
            yield from _question_order(guide, asked, inner)
            inner.add(asked.id)


def _late(place: Place, things: Iterable[object], before: set[str]) -> Iterator[Problem]:
    for _, when in conditions(list(things)):
        for part in parts(when):
            if part.question and part.question not in before:
                text = f"its condition needs {part.question}, which is not asked before it"
                yield Problem(place, text)
