"""Everything that a person answered, in one object that exists only in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from pdkiosk.guide.model import UNKNOWN, Cards, Choices, Question
from pdkiosk.guide.named import (
    Answer,
    CardsAnswer,
    DateAnswer,
    NumberAnswer,
    OptionAnswer,
    OptionsAnswer,
    QuestionId,
    StatusesAnswer,
    TextAnswer,
)
from pdkiosk.language.message import PartialDate

_NOT_SURE = timedelta(days=366)

Card: TypeAlias = Mapping[str, "Value"]
"""One member of a repeated group (a child, an arrest): maps question ids to answers."""

Value: TypeAlias = "str | int | PartialDate | list[str] | dict[str, str] | list[Card] | None"
"""An answer. None means that the person said "I do not know"; an open question has no key."""

AnyQuestion: TypeAlias = "QuestionId | Question"
"""A question that the program knows by id, or one that it found in the guide."""

HAVE, ASK, CANNOT = "have", "ask", "cannot"
"""The possible answers about a paper."""

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~)?")


class Answers:
    """Maps question ids to answers. Answers on a branch that the person has left stay here.

    ``Course.kept`` has only the answers that count. Every change goes through ``set``, ``clear`` or
    ``replace_all``: each increases ``revision``, and no value is changed in place.
    """

    def __init__(self, values: Mapping[str, Value] | None = None) -> None:
        self._values: dict[str, Value] = dict(values or {})
        self.values: Mapping[str, Value] = MappingProxyType(self._values)
        self.revision = 0

    def set(self, question_id: str, value: Value) -> None:
        self._values[question_id] = value
        self.revision += 1

    def clear(self, question_id: str) -> None:
        """Removes an answer: the question counts as not answered."""
        self._values.pop(question_id, None)
        self.revision += 1

    def replace_all(self, values: Mapping[str, Value]) -> None:
        """Replaces all answers with these."""
        new = dict(values)
        self._values.clear()
        self._values.update(new)
        self.revision += 1

    def __contains__(self, question_id: str) -> bool:
        return question_id in self.values

    def get(self, question: AnyQuestion) -> Value:
        """The answer; None if it is unknown or not answered."""
        return self.values.get(_id(question))

    def says(self, answer: Answer) -> bool:
        """Whether this answer was given, as the only one or among others."""
        if answer.question not in self.values:
            return False
        value = self.values[answer.question]
        return (
            answer.option in value
            if isinstance(value, list)
            else answer.option == (UNKNOWN if value is None else value)
        )

    def text(self, question: TextAnswer | OptionAnswer) -> str:
        """The answer as text; "" if it is not a text or missing."""
        value = self.values.get(question)
        return value if isinstance(value, str) else ""

    def number(self, question: NumberAnswer) -> int | None:
        value = self.values.get(question)
        return value if isinstance(value, int) else None

    def date(self, question: DateAnswer) -> PartialDate | None:
        value = self.values.get(question)
        return value if isinstance(value, PartialDate) else None

    def chosen(self, question: OptionsAnswer | Choices) -> list[str]:
        """The chosen options of a question that allows several; empty if not answered."""
        value = self.get(question)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    def cards(self, question: CardsAnswer | Cards) -> list[Card]:
        """The members of a repeated group; empty if there are none."""
        value = self.get(question)
        members = value if isinstance(value, list) else []
        return [member for member in members if isinstance(member, Mapping)]

    def members(self, question: CardsAnswer) -> list[Answers]:
        """The answers about each member of a repeated group."""
        return [Answers(card) for card in self.cards(question)]

    def statuses(self, question: StatusesAnswer) -> dict[str, str]:
        """The status of each paper; empty if not answered."""
        value = self.values.get(question)
        return value if isinstance(value, dict) else {}


def _id(question: AnyQuestion) -> str:
    return question if isinstance(question, str) else question.id


def parse_date(text: str) -> PartialDate:
    """A date in the Extended Date/Time Format: "2012", "2012-03", "2012-03-05", "2012~".

    "~" means about. Raises ValueError if it is not such a date.
    """
    match = _EDTF.fullmatch(text)
    if not match:
        raise ValueError("expected a date like 2012, 2012-03, 2012-03-05 or 2012~")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None
    return PartialDate(year, month, day, about=bool(match[4]))


def write_date(value: PartialDate) -> str:
    """The date in the Extended Date/Time Format; the inverse of ``parse_date``."""
    text = f"{value.year:04d}"
    if value.month is not None:
        text += f"-{value.month:02d}"
    if value.day is not None:
        text += f"-{value.day:02d}"
    return text + ("~" if value.about else "")


def last_day(value: PartialDate) -> date:
    """The latest day that a date known in part can mean."""
    month = value.month or 12
    from calendar import monthrange  # imports locales too; the first screen needs no month

    return date(value.year, month, value.day or monthrange(value.year, month)[1])


def earliest(value: PartialDate) -> date:
    """The earliest day that a date can mean; one that the person is unsure of may be a year off."""
    first = date(value.year, value.month or 1, value.day or 1)
    return first - _NOT_SURE if value.about else first


def latest(value: PartialDate) -> date:
    """The latest day that a date can mean; one that the person is unsure of may be a year off."""
    return last_day(value) + _NOT_SURE if value.about else last_day(value)


def certainly_before(earlier: PartialDate | None, later: PartialDate | None) -> bool:
    """Whether one date is certainly before another."""
    return earlier is not None and later is not None and latest(earlier) < earliest(later)


def years_between(start: PartialDate, today: date) -> int:
    """The whole years that have certainly passed from a date to today; negative for a future date.

    The unknown part of the date is assumed to be as late as possible.
    """
    last = last_day(start)
    return today.year - last.year - ((today.month, today.day) < (last.month, last.day))
