"""Adapts answers from another version of the guide: keeps what still fits, reports the rest.

A saved work may be older than the guide that opens it. Reading is as strict as for any answers
file, but done answer by answer, so that one that no longer fits does not affect the others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Cards, Choices, Papers, Question
from pdkiosk.interview.answers import Answers, Value
from pdkiosk.interview.answers_file import (
    MOST_BYTES,
    NO_LONGER_ASKED,
    AnswersFileError,
    read_answers,
)
from pdkiosk.interview.answers_schema import FORMAT, AnswersSchema
from pdkiosk.interview.values import MOST_CARDS, Reason, message
from pdkiosk.language.message import Message

_CANNOT_BE = (
    Reason.OUT_OF_RANGE,
    Reason.TOO_LONG,
    Reason.TOO_MANY,
    Reason.TO_COME,
    Reason.TOO_FAR_AHEAD,
    Reason.TOO_LONG_AGO,
)


class Refitted(Struct, frozen=True):
    """The answers that fit; the questions still asked whose answer does not; and how many are gone.

    ``gone`` counts answers to questions that the guide does not ask. ``refused``: questions whose
    answer is at least partly impossible, such as a day in the future, with the reason. ``unasked``:
    the answers to questions that only another guide can ask, as they are in the file.
    """

    answers: Answers
    changed: tuple[Question, ...] = ()
    gone: int = 0
    refused: tuple[tuple[Question, Message], ...] = ()
    unasked: Mapping[str, msgspec.Raw] = {}

    def with_unasked(self, data: bytes) -> bytes:
        """An answers file with the unasked answers put back: another computer may ask for them."""
        if not self.unasked:
            return data
        content = _parts(data)
        answers = {**self.unasked, **_parts(content["answers"])}
        return msgspec.json.encode({**content, "answers": answers})


def refit(
    data: bytes, schema: AnswersSchema, today: date, confirmed: bool | None = None
) -> Refitted:
    """The answers of a file that fit this guide; ``today`` as for ``read_answers``.

    Raises AnswersFileError if it is not an answers file at all.
    """
    try:
        file = read_answers(data, schema, today, confirmed)
        return Refitted(file.answers, gone=len(file.no_longer_asked))
    except AnswersFileError:
        found, whole = _answers(data)
    return _Refitting(schema, today, confirmed).all(found, whole)


def _parts(data: bytes | msgspec.Raw) -> dict[str, msgspec.Raw]:
    """The values of a JSON object, each as it is written there. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=dict[str, msgspec.Raw])


def _answers(data: bytes) -> tuple[dict[str, Any], dict[str, msgspec.Raw]]:
    """The answers, and each as it is in the file."""
    if len(data) > MOST_BYTES:
        raise AnswersFileError((), "too large", f"at most {MOST_BYTES} bytes")
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise AnswersFileError((), "not JSON", "a JSON object") from None
    answers = content.get("answers") if isinstance(content, dict) else None
    if not isinstance(answers, dict):
        raise AnswersFileError(("answers",), "missing", "an object")
    try:
        return answers, _parts(_parts(data)["answers"])
    except msgspec.DecodeError:
        raise AnswersFileError((), "not strict JSON", "a JSON object") from None


class _Refitting:
    def __init__(self, schema: AnswersSchema, today: date, confirmed: bool | None) -> None:
        self._schema = schema
        self._today = today
        self._confirmed = confirmed
        self._why: Message | None = None  # of the answer that was read last

    def all(self, found: dict[str, Any], whole: dict[str, msgspec.Raw]) -> Refitted:
        """Reads every answer separately, in the order of the guide."""
        values: dict[str, Value] = {}
        changed, refused = [], []
        asked = {question.id: question for question in top_questions(self._schema.guide)}
        for question in asked.values():
            if question.id not in found:
                continue
            given = found[question.id]
            read = self._read(question.id, given)
            if read:
                values.update(read)
                continue
            if self._why is not None:
                refused.append((question, self._why))
            else:
                changed.append(question)
            values.update(self._read(question.id, self._part(question, given)))
        gone = found.keys() - asked.keys()
        unasked = {name: whole[name] for name in gone - NO_LONGER_ASKED}
        return Refitted(Answers(values), tuple(changed), len(gone), tuple(refused), unasked)

    def _read(self, question_id: str, value: object) -> Mapping[str, Value]:
        """The answer under its question id; empty if it does not fit."""
        self._why = None
        try:
            file = json.dumps({"format": FORMAT, "answers": {question_id: value}}).encode()
            read = read_answers(file, self._schema, self._today, self._confirmed)
            return read.answers.values
        except AnswersFileError as error:
            self._why = self._said(error)
            return {}
        except (ValueError, RecursionError):
            return {}

    def _said(self, error: AnswersFileError) -> Message | None:
        """Why an answer is impossible; None if it is the guide that has changed."""
        asked = self._schema.question(error.path)
        if error.reason not in _CANNOT_BE or asked is None:
            return None
        return message(error.reason, asked)

    def _part(self, question: Question, given: object) -> object:
        """The fitting parts of an answer that has several; each part is tried separately."""
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
