"""An answer in words: for lists of answers, the cards of people and the answer sheet."""

from __future__ import annotations

from pdkiosk.characters import in_paragraphs
from pdkiosk.documents.arguments import shown_a_number
from pdkiosk.guide.contract import PERSON_NAME
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    Guide,
    Number,
    Question,
    TextQuestion,
    said,
)
from pdkiosk.guide.vocabulary import WAYS
from pdkiosk.interview import answer_words
from pdkiosk.interview.answers import Card, Value
from pdkiosk.interview.flow import Interview, papers
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.values import is_mark
from pdkiosk.language.message import Arg, DateArg, Listing, Message, Own, PartialDate, alone


def answer_text(
    guide: Guide, question: Question, value: Value, answered: bool, situation: Situation
) -> Message:
    """The answer in words; typed text stays as typed."""
    if not answered:
        return answer_words.NOT_DECIDED if decides(question) else answer_words.NOT_ANSWERED
    if value is None:
        return answer_words.UNKNOWN
    if value == [] and isinstance(question, Cards | Choices) and question.nothing:
        return said(question.nothing)
    if value in ("", [], {}):  # the number 0 is an answer
        return answer_words.NOT_ANSWERED
    return alone(_arg(guide, question, value, situation))


def decides(question: Question) -> bool:
    """Whether it asks what to do with something that weighs against the person."""
    return isinstance(question, Choice) and {o.id for o in question.options} == set(WAYS)


def _arg(guide: Guide, question: Question, value: Value, situation: Situation) -> Arg:
    if isinstance(question, Choice):
        return next((said(o.label) for o in question.options if o.id == value), Own(str(value)))
    if isinstance(question, Choices) and isinstance(value, list):
        if question.group:
            labels = [said(f.title) for f in guide.factor if f.id in value]
        else:
            labels = [said(o.label) for o in question.options if o.id in value]
        return Listing(tuple(labels))
    if isinstance(value, PartialDate):
        return DateArg(value)
    if isinstance(question, TextQuestion) and isinstance(value, str) and is_mark(value):
        return next(
            (said(o.label) for o in question.suggestions if f"@{o.id}" == value), Own(value)
        )
    if isinstance(question, ANumber) and isinstance(value, str):
        return shown_a_number(value)
    if isinstance(question, Number) and isinstance(value, int):
        return value
    if isinstance(question, Cards) and isinstance(value, list):
        return Listing(tuple(_card(question, c) for c in value if isinstance(c, dict)))
    if isinstance(value, dict):
        names = {paper.id: paper for paper in papers(guide, situation)}
        return Listing(
            tuple(
                PAPER_STATUS(paper=said(names[key].label), status=answer_words.STATUSES[status])
                for key, status in value.items()
                if key in names
            )
        )
    return Own(in_paragraphs(str(value)))


# Translators: one paper and whether the person has it. Example: "Marriage license: I have it"
PAPER_STATUS = Message("{paper}: {status}", "shown.paper")
# Translators: a person in a list. Example: "Daughter Ana"
_CARD_NAMED = Message("{kind} {name}", "shown.card_named")


def card_title(question: Cards, card: Card) -> Message:
    """What a person or an entry is called on its card: "Daughter Ana"."""
    kind = next(o for o in question.lead.options if o.id == card.get(question.lead.id))
    name = card.get(PERSON_NAME)
    if isinstance(name, str) and name.strip():
        return _CARD_NAMED(kind=said(kind.label), name=Own(name))
    return said(kind.label)


# Translators: an entry of a record, and what happens with it. Example: "Drugs: It stays out of the
# letter"
_CARD_AND_WAY = Message("{entry}: {what}", "shown.card_and_way")


def _card(question: Cards, card: Card) -> Message:
    """What a person or an entry is called, and what was decided about it, if that is asked."""
    title = card_title(question, card)
    for field in question.fields:
        if isinstance(field, Choice) and decides(field):
            labels = {option.id: said(option.label) for option in field.options}
            way = labels.get(str(card.get(field.id)), answer_words.NOT_DECIDED)
            return _CARD_AND_WAY(entry=title, what=way)
    return title


# Translators: the age of a person on their card. Example: "Age: 9"
_AGE = Message("Age: {n}", "shown.age")


def card_facts(interview: Interview, question: Cards, card: Card) -> list[Message]:
    """What is known about a person or an entry, for its card; leaves out "no" and open answers."""
    facts = []
    for field in interview.card_fields(question, card):
        value = card.get(field.id)
        if value is None and decides(field):
            facts.append(answer_words.NOT_DECIDED)
        if field.id == PERSON_NAME or value in (None, "", "no"):
            continue
        if value == "yes":
            facts.append(said(field.short))
        elif isinstance(field, Number) and isinstance(value, int):
            facts.append(_AGE(n=value))
        else:
            situation = interview.situation()
            facts.append(answer_text(interview.guide, field, value, True, situation))
    return facts
