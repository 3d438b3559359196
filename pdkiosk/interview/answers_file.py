"""Reads and writes answers as JSON, strictly: a file with any mistake is refused as a whole.

Dates are in the Extended Date/Time Format ("2012-03", "2012~"), a chosen suggestion is "@" plus its
id, and "I do not know" is null.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NoReturn

import msgspec
from msgspec import Struct

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Cards, DateQuestion, Question
from pdkiosk.interview.answers import Answers, Card, Value, parse_date, write_date
from pdkiosk.interview.answers_schema import FORMAT, AnswersSchema, quoted
from pdkiosk.interview.today import Today, judged
from pdkiosk.interview.values import Path, Reason, fault
from pdkiosk.language.message import PartialDate

MOST_BYTES = 4_000_000
"""The size in bytes above which a file is not even read."""

NO_LONGER_ASKED = frozenset({"understands_english"})
"""Questions of earlier guides: their answers in a file are skipped and reported."""

_YEARS = range(1900, 2200)
"""The languages in which a letter can be read."""

_IDENTIFIER = re.compile(r"[A-Za-z_@][\w-]{0,39}", re.ASCII)
_DATE_LIKE = re.compile(r"[0-9~-]{1,12}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_KINDS = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number with a fraction",
    str: "text",
    list: "a list",
    dict: "an object",
}


class AnswersFileError(Exception):
    """What is wrong in a file, in one line: the place, the fault and what was expected.

    It never contains what the person typed.
    """

    def __init__(self, path: Path, wrong: str, expected: str, reason: Reason | None = None) -> None:
        self.path = tuple(path)
        self.place = _written(path)
        self.reason = reason  # the part of a value that is not valid
        super().__init__(f"{self.place}: {wrong}; expected {expected}")


class AnswersFile(Struct, frozen=True):
    """The content of a file. ``today`` and ``language`` are None if it does not say.

    ``no_longer_asked``: questions of earlier guides that it answers.
    """

    answers: Answers
    today: date | None = None
    language: str | None = None
    no_longer_asked: tuple[str, ...] = ()


def read_answers(
    data: bytes, schema: AnswersSchema, today: date, confirmed: bool | None = None
) -> AnswersFile:
    """The answers in a file. ``today`` is the day to use if the file does not name one.

    ``confirmed``: whether someone confirmed that day. A day named in the file counts as confirmed.
    Raises AnswersFileError for the first mistake.
    """
    content = _decoded(data)
    old = _take_old(content)
    try:
        found: Any = msgspec.convert(content, schema.type)
    except msgspec.ValidationError as error:
        _explain(str(error), content, schema)
    named = None if found.today is msgspec.UNSET else _day(found.today, schema)
    day = judged(named or today, schema.guide.about, True if named else confirmed)
    answers = _Reader(schema, day).answers(found.answers)
    language = None if found.language is msgspec.UNSET else found.language
    return AnswersFile(Answers(answers), named, language, old)


def _take_old(content: object) -> tuple[str, ...]:
    """Removes the answers to questions that are no longer asked, without checking them."""
    answers = content.get("answers") if isinstance(content, dict) else None
    if not isinstance(answers, dict):
        return ()
    old = tuple(name for name in answers if name in NO_LONGER_ASKED)
    for name in old:
        del answers[name]
    return old


def write_answers(file: AnswersFile) -> bytes:
    """The text of a file that ``read_answers`` reads back to the same content."""
    content: dict[str, object] = {"format": FORMAT}
    if file.today is not None:
        content["today"] = file.today.isoformat()
    if file.language is not None:
        content["language"] = file.language
    content["answers"] = _plain(dict(file.answers.values))
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"


def _plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return write_date(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    # A lone surrogate can exist in memory but cannot be written to a file.
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


class _Object(dict[str, object]):
    """A JSON object that remembers whether a key occurred twice."""

    twice: str | None = None


def _object(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object()
    for key, value in pairs:
        if key in found and found.twice is None:
            found.twice = key
        found[key] = value
    return found


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _decoded(data: bytes) -> object:
    if len(data) > MOST_BYTES:
        size = f"the file is larger than {MOST_BYTES} bytes"
        raise AnswersFileError((), size, f"at most {MOST_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"the file is not UTF-8 (byte {error.start + 1})"
        raise AnswersFileError((), where, "text in UTF-8") from None
    try:
        return _checked(json.loads(text, object_pairs_hook=_object, parse_constant=_constant), ())
    except json.JSONDecodeError as error:
        where = f"not JSON at line {error.lineno}, column {error.colno} ({error.msg})"
        raise AnswersFileError((), where, "a JSON object") from None
    except ValueError:
        # NaN, Infinity, and whole numbers of thousands of digits.
        raise AnswersFileError((), "a number that cannot be read", "a JSON object") from None
    except RecursionError:
        raise AnswersFileError((), "nested too deeply", "a JSON object") from None


def _checked(value: object, path: tuple[str | int, ...]) -> object:
    """The value in plain containers, after checking for duplicate keys and broken text."""
    if isinstance(value, _Object):
        if value.twice is not None:
            raise AnswersFileError((*path, value.twice), "this key occurs twice", "each key once")
        for key in value:
            _whole(key, path)
        return {key: _checked(inner, (*path, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_checked(inner, (*path, index)) for index, inner in enumerate(value)]
    if isinstance(value, str):
        _whole(value, path)
    return value


def _whole(text: str, path: tuple[str | int, ...]) -> None:
    half = _SURROGATE.search(text)
    if half:
        wrong = f"half of a character (\\u{ord(half[0]):04x})"
        raise AnswersFileError(path, wrong, "whole characters")


def _written(path: Path) -> str:
    """A place in the usual notation: ``$.answers.people[0].person_age``."""
    text = "$"
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if _IDENTIFIER.fullmatch(step) else f"[{_key(step)}]"
    return text


def _key(key: str) -> str:
    """A key, made safe for one line of a terminal."""
    return json.dumps(key if len(key) <= 40 else key[:40] + "…")


def _explain(message: str, content: object, schema: AnswersSchema) -> NoReturn:
    """Raises an error of msgspec in our own words."""
    # Check this first: a key can be anything, even something like a message of msgspec.
    _refuse_unknown_keys(content, (), schema)
    text, _, place = message.partition(" - at `$")
    path: tuple[str | int, ...] = tuple(
        name or int(index) for name, index in _STEP.findall(place.removesuffix("`"))
    )
    missing = re.search(r"missing required field `(\w+)`$", text)
    if missing:
        path = (*path, missing[1])
        raise AnswersFileError(path, "missing", schema.expected(path))
    value: Any = content
    for step in path:
        value = value[step]
    wrong, reason = _fault(value, text)
    raise AnswersFileError(path, wrong, schema.expected(path), reason)


def _refuse_unknown_keys(value: object, path: tuple[str | int, ...], schema: AnswersSchema) -> None:
    if isinstance(value, list):
        for index, item in enumerate(value):
            _refuse_unknown_keys(item, (*path, index), schema)
    elif isinstance(value, dict) and (keys := schema.keys(path)):
        for key, inner in value.items():
            if key not in keys:
                near = difflib.get_close_matches(key[:100], keys, n=1, cutoff=0.5)
                known = f'"{near[0]}" (the nearest known key)' if near else f"one of {_some(keys)}"
                raise AnswersFileError((*path, key), "unknown key", known)
            _refuse_unknown_keys(inner, (*path, key), schema)


def _some(keys: list[str]) -> str:
    return quoted(keys[:12]) + (", …" if len(keys) > 12 else "")


def _fault(value: object, message: str) -> tuple[str, Reason | None]:
    if "enum" in message:
        if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
            return f'there is no option "{value}"', None
        return f"there is no such option (got {_KINDS[type(value)]})", None
    if "length" in message and isinstance(value, str | list):
        reason = Reason.TOO_LONG if isinstance(value, str) else Reason.TOO_MANY
        return f"too long ({len(value)})", reason
    if "regex" in message:
        return _no_date(value), None
    if "<=" in message or ">=" in message or "out of range" in message:
        return "out of range", Reason.OUT_OF_RANGE
    return f"got {_KINDS[type(value)]}", None


def _no_date(value: object) -> str:
    if isinstance(value, str) and _DATE_LIKE.fullmatch(value):
        return f'"{value}" is no date'
    return "this is no date"


def _day(text: str, schema: AnswersSchema) -> date:
    path = ("today",)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise AnswersFileError(path, _no_date(text), schema.expected(path)) from None
    # A letter is never from another era, and date arithmetic needs a hundred years before the day.
    if day.year not in _YEARS:
        raise AnswersFileError(path, "out of range", schema.expected(path), Reason.OUT_OF_RANGE)
    return day


class _Reader:
    """Turns type-checked values into answers, after checking each with ``values.fault``."""

    def __init__(self, schema: AnswersSchema, day: Today) -> None:
        self._schema = schema
        self._day = day

    def answers(self, found: msgspec.Struct) -> dict[str, Value]:
        """The answers, by question id."""
        questions = {question.id: question for question in top_questions(self._schema.guide)}
        answers: dict[str, Value] = {}
        for name, given in _given(found):
            path, question = ("answers", name), questions[name]
            value = self._value(question, given, path)
            wrong = fault(question, value, self._schema.guide, self._day)
            if wrong is not None:
                place = (*path, *wrong.path)
                expected = self._schema.expected(place)
                raise AnswersFileError(place, wrong.wrong, expected, wrong.reason)
            answers[name] = value
        return answers

    def _value(self, question: Question, value: Any, path: tuple[str | int, ...]) -> Value:
        if value is not None and isinstance(question, DateQuestion):
            return self._date(value, path)
        if isinstance(question, Cards) and isinstance(value, list):
            return [self._card(question, card, (*path, i)) for i, card in enumerate(value)]
        if isinstance(value, msgspec.Struct):
            return dict(_given(value))
        kept: Value = value
        return kept

    def _card(self, question: Cards, card: msgspec.Struct, path: tuple[str | int, ...]) -> Card:
        fields = {asked.id: asked for asked in (question.lead, *question.fields)}
        return {
            name: self._value(fields[name], value, (*path, name)) for name, value in _given(card)
        }

    def _date(self, text: str, path: tuple[str | int, ...]) -> PartialDate:
        try:
            return parse_date(text)
        except ValueError:
            raise AnswersFileError(path, _no_date(text), self._schema.expected(path)) from None


def _given(found: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    for name in found.__struct_fields__:
        value = getattr(found, name)
        if value is not msgspec.UNSET:
            yield name, value
