"""The kinds of names by which the program reads a guide: a question, a paper, a page, a word."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Named(str):
    """The id of something in the guide that the program reads; ``by`` are the modules that do."""

    kind: ClassVar[str]
    by: tuple[str, ...]

    def __new__(cls, name: str, *by: str) -> Named:
        """``by``: names of modules below ``pdkiosk``."""
        made = super().__new__(cls, name)
        made.by = by
        return made


class QuestionId(Named):
    """A question; ``answered_by`` are the kinds of question that give such an answer."""

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
    """One of the answers to a question: the option of that id, or "@" and that of a suggestion."""

    question: str
    option: str
    by: tuple[str, ...]
