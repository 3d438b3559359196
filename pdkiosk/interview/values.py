"""Checks a value the same way wherever it comes from: touch, keyboard, answers file, saved work.

``fault`` judges a value for a question: valid, or one named reason why not. Every entry point uses
it: ``Interview.accept`` for the fields of the window, ``answers_file`` for files, ``refit`` for
saved work. What the window offers (years, months, days, text length) comes from the same limits.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from pdkiosk.characters import length
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    Guide,
    LongText,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.interview.answers import ASK, CANNOT, HAVE, Value
from pdkiosk.interview.today import Today
from pdkiosk.language.message import Message, PartialDate

PAPER_STATUSES = (HAVE, ASK, CANNOT)
MOST_CARDS = 100
A_NUMBER_LIMIT = 40
YEARS_AHEAD = 3
YEARS_BACK = 110
"""No question is about a time before the birth of the oldest person who can be named."""

_MARK = re.compile(r"@[\w-]{0,39}", re.ASCII)

Path = Sequence[str | int]
"""A place in an answer or a file: the keys and positions from the top."""


class Reason(enum.Enum):
    """Why a value cannot be the answer to a question."""

    OTHER_KIND = enum.auto()
    NOT_OFFERED = enum.auto()
    TWICE = enum.auto()
    OUT_OF_RANGE = enum.auto()
    TOO_LONG = enum.auto()
    TOO_MANY = enum.auto()
    TO_COME = enum.auto()
    TOO_FAR_AHEAD = enum.auto()
    TOO_LONG_AGO = enum.auto()


# Translators: an answer does not belong to its question, so it was not taken.
_AGAIN = Message("Please answer this again.", "error.again")
# Translators: a number said beside a question when it is too small or too large.
_OUT_OF_RANGE = Message("Choose a number from {least} to {most}.", "error.range")
# Translators: the words typed are longer than what can be kept; {most} is a number.
_TOO_LONG = Message("This is too long. It can have {most} letters at most.", "error.too_long")
# Translators: no more people or entries can be added; {most} is a number.
_TOO_MANY = Message("No more than {most} fit here.", "error.too_many")
# Translators: a date was given for something that has happened, and it is later than today.
_TO_COME = Message("This day has not come yet.", "error.to_come")
# Translators: a date was given that lies too many years ahead.
_TOO_FAR_AHEAD = Message("This day is too far ahead.", "error.too_far_ahead")
# Translators: a date was given that lies too many years back.
_TOO_LONG_AGO = Message("This day is too long ago.", "error.too_long_ago")

_MESSAGES = {
    Reason.TO_COME: _TO_COME,
    Reason.TOO_FAR_AHEAD: _TOO_FAR_AHEAD,
    Reason.TOO_LONG_AGO: _TOO_LONG_AGO,
}


class Fault(Struct, frozen=True):
    """What is wrong with a value. ``path``: the place in it; ``wrong``: in English, for a file.

    ``wrong`` never contains what a person typed.
    """

    question: Question
    reason: Reason
    wrong: str
    path: tuple[str | int, ...] = ()

    @property
    def message(self) -> Message:
        """The message for the person, in the languages of the screen."""
        return message(self.reason, self.question)


def message(reason: Reason, question: Question) -> Message:
    """The message for a person whose value was not accepted as an answer to a question."""
    if reason is Reason.OUT_OF_RANGE and isinstance(question, Number):
        return _OUT_OF_RANGE(least=question.least, most=question.most)
    if reason is Reason.TOO_LONG and isinstance(question, TextQuestion | LongText | ANumber):
        return _TOO_LONG(most=text_limit(question))
    if reason is Reason.TOO_MANY:
        return _TOO_MANY(most=MOST_CARDS)
    return _MESSAGES.get(reason, _AGAIN)


def fault(question: Question, value: Value, guide: Guide, day: Today) -> Fault | None:
    """Why a value cannot be the answer to a question on the given day; None if it can."""
    found = _fault(question, value, guide, day)
    if found is None or isinstance(found, Fault):
        return found
    return Fault(question, *found)


def days(question: DateQuestion, day: Today) -> tuple[date, date]:
    """The first and the last date that can be given as an answer.

    Past events cannot be in the future. A future event may have passed since it was asked about.
    """
    if question.future:
        # A clock can show any year, even the last possible one.
        ahead = date(min(day.latest.year + YEARS_AHEAD, date.max.year), 12, 31)
        return date(day.certain.year - 1, 1, 1), ahead
    return date(day.certain.year - YEARS_BACK, 1, 1), day.latest


def text_limit(question: Question) -> int:
    """The maximum number of characters of an answer in the person's own words."""
    return question.limit if isinstance(question, TextQuestion | LongText) else A_NUMBER_LIMIT


def is_mark(text: str) -> bool:
    """Whether a text looks like the mark of a suggestion ("@" and an id), known or not."""
    return _MARK.fullmatch(text) is not None


def option_ids(question: Choice | Choices, guide: Guide) -> list[str]:
    """The identifiers that an answer may name, in the order of the guide."""
    if isinstance(question, Choices) and question.group:
        return [factor.id for factor in guide.factor if factor.group == question.group]
    return [option.id for option in question.options]


_Found = Fault | tuple[Reason, str] | tuple[Reason, str, tuple[str | int, ...]] | None
_OTHER_KIND = Reason.OTHER_KIND, "another kind of answer"


def _fault(question: Question, value: Value, guide: Guide, day: Today) -> _Found:
    if value is None:
        return None if question.unknown else (Reason.NOT_OFFERED, "got null")
    match question, value:
        case Choice(), str():
            return _option(value, option_ids(question, guide))
        case Choices(), list():
            return _choices(value, option_ids(question, guide))
        case ((TextQuestion() | LongText() | ANumber()), str()):
            return _text(question, value)
        case Number(), int() if not isinstance(value, bool):
            inside = question.least <= value <= question.most
            return None if inside else (Reason.OUT_OF_RANGE, "out of range")
        case DateQuestion(), PartialDate():
            return _date(question, value, day)
        case Papers(), dict():
            known = {paper.id for paper in guide.paper}
            good = value.keys() <= known and set(value.values()) <= set(PAPER_STATUSES)
            return None if good else (Reason.NOT_OFFERED, "there is no such paper or status")
        case Cards(), list():
            return _cards(question, value, guide, day)
    return _OTHER_KIND


def _option(value: str, known: list[str]) -> _Found:
    return None if value in known else (Reason.NOT_OFFERED, "there is no such option")


def _choices(value: Sequence[object], known: list[str]) -> _Found:
    for index, item in enumerate(value):
        if item not in known:
            return Reason.NOT_OFFERED, "there is no such option", (index,)
        if item in value[:index]:
            return Reason.TWICE, f'"{item}" occurs twice', (index,)
    return None


def _text(question: TextQuestion | LongText | ANumber, value: str) -> _Found:
    if length(value) > text_limit(question):
        return Reason.TOO_LONG, f"too long ({length(value)})"
    # Typed text that looks like the mark of a card gets a leading space.
    if isinstance(question, TextQuestion) and question.suggestions and is_mark(value):
        known = {f"@{option.id}" for option in question.suggestions}
        if value not in known:
            return Reason.NOT_OFFERED, f'there is no suggestion "{value}"'
    return None


def _date(question: DateQuestion, value: PartialDate, day: Today) -> _Found:
    earliest, latest = days(question, day)
    if date(value.year, value.month or 1, value.day or 1) > latest:
        if question.future:
            return Reason.TOO_FAR_AHEAD, "too far ahead"
        return Reason.TO_COME, "the day is still to come"
    if value.year < earliest.year:
        return Reason.TOO_LONG_AGO, "too long ago"
    return None


def _cards(question: Cards, value: Sequence[object], guide: Guide, day: Today) -> _Found:
    if len(value) > MOST_CARDS:
        return Reason.TOO_MANY, f"too long ({len(value)})"
    asked = {field.id: field for field in (question.lead, *question.fields)}
    for index, card in enumerate(value):
        if not isinstance(card, Mapping) or question.lead.id not in card:
            return *_OTHER_KIND, (index,)
        for name, answer in card.items():
            if name not in asked:
                return *_OTHER_KIND, (index, name)
            inner = fault(asked[name], answer, guide, day)
            if inner is not None:
                path = (index, name, *inner.path)
                return Fault(inner.question, inner.reason, inner.wrong, path)
    return None
