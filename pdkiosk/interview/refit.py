"""Answers that another version of the guide asked for: what still fits is kept, the rest is named.

A saved work may be older than the guide that opens it. Reading stays as strict as for any
answers file; it is only done answer by answer, so that one that no longer fits takes no other
with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Cards, Choices, Papers, Question
from pdkiosk.interview.answers import Answers, Value
from pdkiosk.interview.answers_file import MOST_BYTES, AnswersFileError, read_answers
from pdkiosk.interview.answers_schema import FORMAT, MOST_CARDS, AnswersSchema


class Refitted(Struct, frozen=True):
    """The answers that fit; the questions, still asked, whose answer does not; how many are gone.

    ``gone`` counts answers to questions that the guide no longer asks.
    """

    answers: Answers
    changed: tuple[Question, ...] = ()
    gone: int = 0


def refit(data: bytes, schema: AnswersSchema, today: date) -> Refitted:
    """The answers of a file as far as they fit this guide.

    Raises AnswersFileError when it is no answers file at all.
    """
    try:
        return Refitted(read_answers(data, schema, today).answers)
    except AnswersFileError:
        found = _answers(data)
    return _Refitting(schema, today).all(found)


def _answers(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise AnswersFileError((), "too large", f"at most {MOST_BYTES} bytes")
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise AnswersFileError((), "not JSON", "a JSON object") from None
    answers = content.get("answers") if isinstance(content, dict) else None
    if not isinstance(answers, dict):
        raise AnswersFileError(("answers",), "missing", "an object")
    return answers


class _Refitting:
    def __init__(self, schema: AnswersSchema, today: date) -> None:
        self._schema = schema
        self._today = today

    def all(self, found: dict[str, Any]) -> Refitted:
        """Every answer by itself, in the order of the guide."""
        values: dict[str, Value] = {}
        changed = []
        asked = {question.id: question for question in top_questions(self._schema.guide)}
        for question in asked.values():
            if question.id not in found:
                continue
            given = found[question.id]
            whole = self._read(question.id, given)
            if whole:
                values.update(whole)
                continue
            changed.append(question)
            values.update(self._read(question.id, self._part(question, given)))
        return Refitted(Answers(values), tuple(changed), len(found.keys() - asked.keys()))

    def _read(self, question_id: str, value: object) -> Mapping[str, Value]:
        """The answer under its question; nothing when it does not fit."""
        try:
            file = json.dumps({"format": FORMAT, "answers": {question_id: value}}).encode()
            return read_answers(file, self._schema, self._today).answers.values
        except (AnswersFileError, ValueError, RecursionError):
            return {}

    def _part(self, question: Question, given: object) -> object:
        """What of an answer of several parts fits; each part is tried by itself."""
        if isinstance(question, Choices) and isinstance(given, list):
            return [item for item in _once(given) if self._read(question.id, [item])]
        if isinstance(question, Papers) and isinstance(given, dict):
            papers = {paper.id for paper in self._schema.guide.paper}
            return {
                key: status
                for key, status in given.items()
                if key in papers and self._read(question.id, {key: status})
            }
        if isinstance(question, Cards) and isinstance(given, list):
            cards = [self._card(question, card) for card in given[:MOST_CARDS]]
            return [card for card in cards if card]
        return None if question.unknown else {}

    def _card(self, question: Cards, card: object) -> dict[str, object]:
        lead = question.lead.id
        if not isinstance(card, dict) or not self._read(question.id, [{lead: card.get(lead)}]):
            return {}
        kept = {lead: card[lead]}
        for asked in question.fields:
            if asked.id in card and self._read(
                question.id, [{lead: card[lead], asked.id: card[asked.id]}]
            ):
                kept[asked.id] = card[asked.id]
        return kept


def _once(items: list[object]) -> list[str]:
    return list(dict.fromkeys(item for item in items if isinstance(item, str)))
