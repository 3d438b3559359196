"""The kinds of ids by which the program refers to the guide: questions, papers, pages, terms."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Named(str):
    """The id of something in the guide that the program uses; ``by`` lists the modules that do."""

    kind: ClassVar[str]
    by: tuple[str, ...]

    def __new__(cls, name: str, *by: str) -> Named:
        """``by``: names of modules below ``pdkiosk``."""
        made = super().__new__(cls, name)
        made.by = by
        return made


class QuestionId(Named):
    """The id of a question; ``answered_by`` lists the question kinds that give such an answer."""

    kind = "question"
    answered_by: ClassVar[tuple[str, ...]]


class TextAnswer(QuestionId):
    """A question that is answered with text."""

    answered_by = ("text", "long_text", "a_number")


class NumberAnswer(QuestionId):
    """A question that is answered with a number."""

    answered_by = ("number",)


class DateAnswer(QuestionId):
    """A question that is answered with a date."""

    answered_by = ("date",)


class OptionAnswer(QuestionId):
    """A question that is answered with one option."""

    answered_by = ("choice",)


class OptionsAnswer(QuestionId):
    """A question that is answered with any number of options."""

    answered_by = ("choices",)


class CardsAnswer(QuestionId):
    """A question that is answered with people, or with entries of a record."""

    answered_by = ("cards",)


class StatusesAnswer(QuestionId):
    """The question about papers."""

    answered_by = ("papers",)


class PaperId(Named):
    """A paper."""

    kind = "paper"


class PageId(Named):
    """A page."""

    kind = "page"


class TermId(Named):
    """A legal word."""

    kind = "term"


class Answer(Struct, frozen=True):
    """An answer to a question: the id of an option, or "@" and the id of a suggestion."""

    question: str
    option: str
    by: tuple[str, ...]
