"""The real guide, and random people who answer its questions in any order and manner."""

from __future__ import annotations

import datetime
import random
from functools import cache
from typing import Any

from hypothesis import strategies as st

from pdkiosk import resources
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    Guide,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.interview.answers import Answers, Value
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.values import PAPER_STATUSES, option_ids
from pdkiosk.language.message import PartialDate

TODAY = datetime.date(2026, 11, 24)
OVERDUE = datetime.date(2027, 6, 1)
"""A day by which the guide was to be checked again."""


@cache
def guide() -> Guide:
    """The guide that ships with the program."""
    return load_guide(resources.path("guide"))


def interview(**answers: Value) -> Interview:
    """The interview of a person who gave these answers."""
    return Interview(guide(), TODAY, Answers(dict(answers)))


def situation(**answers: Value) -> Situation:
    """What rules are asked about, with exactly these answers."""
    return Situation(Answers(dict(answers)), TODAY, guide())


def pages(one: Interview) -> list[str]:
    """The steps that a person comes to, by their ids."""
    return [step.id for step in one.course().steps]


def kept(one: Interview) -> dict[str, Value]:
    """The answers that count."""
    return dict(one.course().kept.values)


texts = st.text(max_size=12)


@st.composite
def dates(draw: st.DrawFn, first: int = 1990, last: int = 2026) -> PartialDate:
    """A date known in part or whole."""
    day = draw(st.dates(datetime.date(first, 1, 1), datetime.date(last, 11, 24)))
    about = draw(st.booleans())
    known = draw(st.integers(1, 3))
    return PartialDate(
        day.year, day.month if known > 1 else None, day.day if known > 2 else None, about
    )


def values(question: Question) -> st.SearchStrategy[Any]:
    """What a person may answer to a question, None for "I do not know" included."""
    found = _values(question)
    return st.one_of(found, st.none()) if question.unknown else found


def _values(question: Question) -> st.SearchStrategy[Any]:
    match question:
        case Choice():
            return st.sampled_from(option_ids(question, guide()))
        case Choices():
            return st.lists(st.sampled_from(option_ids(question, guide())), unique=True)
        case Number():
            return st.integers(question.least, question.most)
        case DateQuestion():
            return dates(2025) if question.future else dates()
        case Papers():
            ids = st.sampled_from([paper.id for paper in guide().paper])
            return st.dictionaries(ids, st.sampled_from(PAPER_STATUSES))
        case Cards():
            rest = {field.id: values(field) for field in question.fields}
            card = st.fixed_dictionaries({question.lead.id: values(question.lead)}, optional=rest)
            return st.lists(card, max_size=3)
        case TextQuestion(suggestions=suggestions) if suggestions:
            return st.one_of(st.sampled_from([f"@{o.id}" for o in suggestions]), texts)
        case ANumber():
            return st.one_of(st.just("A012345678"), texts)
        case _:
            return texts


def answers(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to any of the questions, those in ``fixed`` always."""
    optional = {q.id: values(q) for q in top_questions(guide()) if q.id not in fixed}
    return st.fixed_dictionaries(dict(fixed), optional=optional)


def random_answers(chance: random.Random) -> dict[str, Any]:
    """A person with a case who answers most questions; quicker than hypothesis for many."""
    found: dict[str, Any] = {}
    for question in top_questions(guide()):
        if question.gate or chance.random() < 0.8:
            found[question.id] = _random_value(question, chance)
    return found


def _random_value(question: Question, chance: random.Random) -> Any:
    if question.unknown and chance.random() < 0.2:
        return None
    match question:
        case Choice():
            return chance.choice(option_ids(question, guide()))
        case Choices():
            return [name for name in option_ids(question, guide()) if chance.random() < 0.4]
        case Number():
            return chance.randint(question.least, question.most)
        case DateQuestion():
            year = 2026 - int(chance.expovariate(0.2)) % 60
            year = max(year, 2025) if question.future else year
            month = chance.choice([None, chance.randint(1, 10)])
            day = None if month is None else chance.choice([None, chance.randint(1, 28)])
            return PartialDate(year, month, day, chance.random() < 0.2)
        case Papers():
            return {paper.id: chance.choice(PAPER_STATUSES) for paper in guide().paper}
        case Cards():
            return [_random_card(question, chance) for _ in range(chance.randint(0, 3))]
        case TextQuestion(suggestions=suggestions) if suggestions and chance.random() < 0.5:
            return f"@{chance.choice(suggestions).id}"
        case _:
            return "Own words"


def _random_card(question: Cards, chance: random.Random) -> Any:
    card = {question.lead.id: _random_value(question.lead, chance)}
    for field in question.fields:
        if chance.random() < 0.8:
            card[field.id] = _random_value(field, chance)
    return card
