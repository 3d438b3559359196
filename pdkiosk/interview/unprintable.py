"""Finds letters in answers that paper cannot show, to tell the person before printing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pdkiosk import characters
from pdkiosk.guide.model import Question
from pdkiosk.interview.answers import Answers


class Unprintable(NamedTuple):
    """A question, and the letters in its answer that appear as a box on paper."""

    question: Question
    letters: str


def unprintable(questions: Iterable[Question], answers: Answers) -> list[Unprintable]:
    """The answers that paper cannot show as they were typed, in the order of the questions."""
    return [
        Unprintable(question, letters)
        for question in questions
        if (letters := characters.boxes_listed(_typed(answers.get(question))))
    ]


def _typed(value: object) -> str:
    """Everything that the person typed in an answer, in one string."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return ""
    return " ".join(map(_typed, value))
