"""The format of an answers file, derived from the guide: types, JSON Schema, expectations.

Everything about a file (what it may contain, its schema, what a wrong value should have been) is
derived here from the questions of the guide.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Literal, Union

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from pdkiosk.guide.lookup import top_questions
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
from pdkiosk.interview.values import (
    MOST_CARDS,
    PAPER_STATUSES,
    YEARS_AHEAD,
    Path,
    option_ids,
    text_limit,
)

FORMAT = 1

_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_ROOT_EXPECTED = {
    "format": str(FORMAT),
    "today": 'a day like "2026-11-24"',
    "answers": "an object: question id to answer",
}


class AnswersSchema(Struct, frozen=True, dict=True):
    """What an answers file may contain: answers to this guide's questions, in these languages."""

    guide: Guide
    languages: tuple[str, ...]

    @cached_property
    def type(self) -> type[msgspec.Struct]:
        """The type of a whole file."""
        answers = _struct("Answers", top_questions(self.guide), self.guide)
        text = "The day on which the letter is written; without it, today"
        return msgspec.defstruct(
            "AnswersFile",
            [
                ("format", Literal[1]),
                ("today", _optional(Annotated[str, Meta(pattern=_DAY, description=text)]), UNSET),
                ("language", _optional(_one_of(self.languages)), UNSET),
                ("answers", answers),
            ],
            forbid_unknown_fields=True,
            kw_only=True,
        )

    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema (2020-12) of a file."""
        schema = msgspec.json.schema(self.type)
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Answers file of pdkiosk",
            **schema,
        }

    def question(self, path: Path) -> Question | None:
        """The question that the value at a place answers; None if there is none."""
        if len(path) < 2 or path[0] != "answers":
            return None
        found = next((q for q in top_questions(self.guide) if q.id == path[1]), None)
        if isinstance(found, Cards) and len(path) > 3:
            return next((q for q in (found.lead, *found.fields) if q.id == path[3]), None)
        return found

    def keys(self, path: Path) -> list[str]:
        """The keys that an object at a place may have."""
        if not path:
            return list(self.type.__struct_fields__)
        if tuple(path) == ("answers",):
            return [question.id for question in top_questions(self.guide)]
        question = self.question(path)
        if isinstance(question, Cards):
            return [asked.id for asked in (question.lead, *question.fields)]
        return [paper.id for paper in self.guide.paper] if isinstance(question, Papers) else []

    def expected(self, path: Path) -> str:
        """A description of what may be at a place."""
        if not path:
            return 'an object with "format" and "answers"'
        if path[0] == "language":
            return f"one of {quoted(self.languages)}"
        if len(path) == 1:
            return _ROOT_EXPECTED.get(str(path[0]), "nothing")
        question = self.question(path)
        if question is None:
            return "nothing"
        inside = len(path) > (4 if len(path) > 3 and self._in_cards(path) else 2)
        return _expected(question, self.guide, inside)

    def _in_cards(self, path: Path) -> bool:
        return isinstance(self.question(path[:2]), Cards)


def quoted(words: Iterable[str]) -> str:
    """The words in quotation marks, separated by commas."""
    return ", ".join(f'"{word}"' for word in words)


def _expected(question: Question, guide: Guide, inside: bool) -> str:
    match question:
        case Choice():
            words = f"one of {quoted(option_ids(question, guide))}"
        case Choices():
            several = quoted(option_ids(question, guide))
            words = f"one of {several}" if inside else f"a list of any of {several}, each once"
        case Number():
            words = f"a whole number from {question.least} to {question.most}"
        case DateQuestion():
            limit = f"at most {YEARS_AHEAD} years ahead" if question.future else "not after today"
            words = f'a date like "2012", "2012-03", "2012-03-05" or "2012~", {limit}'
        case TextQuestion(suggestions=suggestions) if suggestions:
            several = quoted(f"@{option.id}" for option in suggestions)
            words = f"text of at most {question.limit} characters, or one of {several}"
        case TextQuestion() | LongText() | ANumber():
            words = f"text of at most {text_limit(question)} characters"
        case Papers():
            statuses = f"one of {quoted(PAPER_STATUSES)}"
            words = statuses if inside else f"an object: paper id to {statuses}"
        case Cards():
            one = f'an object with "{question.lead.id}" and the rest of its questions'
            words = one if inside else f"a list of at most {MOST_CARDS}, each {one}"
    return f"{words}, or null for “I do not know”" if question.unknown else words


def _struct(name: str, questions: Iterable[Question], guide: Guide) -> type[msgspec.Struct]:
    fields = [(question.id, _optional(_answer(question, guide)), UNSET) for question in questions]
    return msgspec.defstruct(name, fields, forbid_unknown_fields=True, kw_only=True)


def _answer(question: Question, guide: Guide) -> Any:
    kind: Any = Annotated[_bare(question, guide), _meta(question)]
    return Union[kind, None] if question.unknown else kind  # noqa: UP007


def _bare(question: Question, guide: Guide) -> Any:
    match question:
        case Choice():
            return _one_of(option_ids(question, guide))
        case Choices():
            unique = Meta(extra_json_schema={"uniqueItems": True})
            return Annotated[_list_of(_one_of(option_ids(question, guide))), unique]
        case Number():
            return Annotated[int, Meta(ge=question.least, le=question.most)]
        case DateQuestion():
            return Annotated[str, Meta(pattern=_DATE)]
        case Papers():
            status = _optional(_one_of(PAPER_STATUSES))
            papers = [(paper.id, status, UNSET) for paper in guide.paper]
            return msgspec.defstruct("Papers", papers, forbid_unknown_fields=True, kw_only=True)
        case Cards():
            lead = (question.lead.id, _answer(question.lead, guide))
            rest = [(f.id, _optional(_answer(f, guide)), UNSET) for f in question.fields]
            card = msgspec.defstruct(
                f"Entry_{question.id}", [lead, *rest], forbid_unknown_fields=True, kw_only=True
            )
            return Annotated[_list_of(card), Meta(max_length=MOST_CARDS)]
        case _:
            return Annotated[str, Meta(max_length=text_limit(question))]


def _meta(question: Question) -> Meta:
    lines: list[str] = [question.prompt]
    if isinstance(question, Choice | Choices):
        lines += [f"{option.id}: {option.label}" for option in question.options]
    if isinstance(question, TextQuestion):
        lines += [f"@{option.id}: {option.label}" for option in question.suggestions]
    return Meta(title=question.short, description="\n".join(lines))


def _one_of(words: Iterable[str]) -> Any:
    return Literal[tuple(words)]


def _list_of(kind: Any) -> Any:
    return list[kind]


def _optional(kind: Any) -> Any:
    return Union[kind, UnsetType]  # noqa: UP007
