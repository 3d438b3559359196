"""The answers file: what is written is read back, and what is wrong gets one clear line."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.guide.lookup import all_questions
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.answers_file import (
    MOST_BYTES,
    AnswersFile,
    AnswersFileError,
    read_answers,
    write_answers,
)
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.language.message import PartialDate
from tests.interview.people import TODAY, answers, guide

SCHEMA = AnswersSchema(guide(), ("es", "en"))
SECRET = "María vive en la calle Olmo"


def read(data: bytes) -> AnswersFile:
    return read_answers(data, SCHEMA, TODAY)


def written(content: object) -> bytes:
    return json.dumps(content).encode()


def error(content: object) -> str:
    """The line about a wrong file, which is always one line."""
    data = content if isinstance(content, bytes) else written(content)
    with pytest.raises(AnswersFileError) as caught:
        read(data)
    line = str(caught.value)
    assert line.isprintable()
    assert line.startswith("$")
    assert "; expected " in line
    return line


def wrong(**given_answers: Any) -> str:
    return error({"format": 1, "answers": given_answers})


def _suggestion_like(values: dict[str, Any]) -> bool:
    """Own words that look like a suggestion are refused in a file, as likely misspelled."""
    return any(isinstance(v, str) and re.match(r"@[\w-]+$", v) for v in values.values())


@given(
    answers().filter(lambda values: not _suggestion_like(values)),
    st.none() | st.dates(datetime.date(2026, 11, 24), datetime.date(2026, 12, 31)),
    st.sampled_from([None, "es", "en"]),
)
def test_what_is_written_is_read_back(
    values: dict[str, Any], today: datetime.date | None, language: str | None
) -> None:
    file = AnswersFile(Answers(values), today, language)
    again = read(write_answers(file))
    assert (again.answers.values, again.today, again.language) == (values, today, language)


def test_every_kind_of_answer() -> None:
    content = {
        "in_proceedings": "yes",
        "weighs": ["gang"],
        "age": 34,
        "arrival": "2012-03~",
        "a_number": "A 012 345 678",
        "country": "@honduras",
        "best_language": "Lenca",
        "people": [{"relation": "daughter", "person_age": 9}],
        "papers": {"marriage_license": "cannot"},
        "strong_case": None,
    }
    values = read(written({"format": 1, "answers": content})).answers.values
    assert values == {**content, "arrival": PartialDate(2012, 3, about=True)}


def test_day_and_language_are_read() -> None:
    file = read(written({"format": 1, "today": "2026-12-01", "language": "es", "answers": {}}))
    assert file.today == datetime.date(2026, 12, 1)
    assert file.language == "es"


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read(b"\xef\xbb\xbf" + written({"format": 1, "answers": {"age": 30}})).answers.values


@pytest.mark.parametrize("text", ["\u0000", "<img src='/etc/passwd'/>", "\u202e", "😀", "汉" * 200])
def test_hostile_but_whole_text_is_read_as_it_is(text: str) -> None:
    assert read(written({"format": 1, "answers": {"judge": text}})).answers.values["judge"] == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "$: not JSON at line 1, column 1"),
        (b"{", "$: not JSON at line 1"),
        (b"{'format': 1}", "$: not JSON at line 1, column 2"),
        (b"[]", "$: got a list; expected an object"),
        (b"5", "$: got a number"),
        (b"null", "$: got null"),
        (b"\xff\xfe{}", "$: the file is not UTF-8 (byte 1)"),
        (b'{"format": 1, "answers": {"story": "\xe9"}}', "$: the file is not UTF-8 (byte 37)"),
        ('{"format": 1}'.encode("utf-16"), "$: the file is not UTF-8"),
        (b'{"format": 1, "answers": {"story": "a\x00b"}}', "$: not JSON at line 1, column 38"),
        (b"\x00", "$: not JSON"),
        (b" " * (MOST_BYTES + 1), "$: the file is larger than 4000000 bytes"),
        (b"[" * 200_000, "$: nested too deeply"),
        (b'{"a":' * 100_000, "$: nested too deeply"),
        (b'{"format": 1, "answers": {"age": NaN}}', "$: a number that cannot be read"),
        (b'{"format": 1, "answers": {"age": ' + b"9" * 9999 + b"}}", "$: a number that cannot"),
        (b'{"format": 1, "answers": {"age": 1e999}}', "$.answers.age: got a number with a frac"),
        (b'{"format": 1, "answers": {"age": 20, "age": 21}}', "$.answers.age: this key occurs"),
        (b'{"format": 1, "format": 1, "answers": {}}', "$.format: this key occurs twice"),
        (
            b'{"format": 1, "answers": {"people": [{"relation": "son", "relation": "son"}]}}',
            "$.answers.people[0].relation: this key occurs twice",
        ),
        (
            b'{"format": 1, "answers": {"story": "a\\ud800b"}}',
            "$.answers.story: half of a character (\\ud800)",
        ),
        (
            b'{"format": 1, "answers": {"people": [{"relation": "\\udfff"}]}}',
            "$.answers.people[0].relation: half of a character (\\udfff)",
        ),
        (b'{"format": 1, "answers": {"\\ud800": 1}}', "$.answers: half of a character"),
        (b'{"answers": {}}', "$.format: missing; expected 1"),
        (
            b'{"format": 1, "today": "9999-12-31", "answers": {"next_hearing": "2028"}}',
            '$.today: out of range; expected a day like "2026-11-24"',
        ),
        (
            b'{"format": 1, "today": "0001-01-01", "answers": {"next_hearing": "2028"}}',
            "$.today: out of range",
        ),
        (b'{"format": 1}', "$.answers: missing; expected an object"),
        (b'{"format": 2, "answers": {}}', "$.format: there is no such option (got a number); ex"),
        (b'{"format": 1, "answers": []}', "$.answers: got a list; expected an object"),
        (b'{"format": 1, "answers": {}, "today": "2026-02-30"}', '$.today: "2026-02-30" is no d'),
        (b'{"format": 1, "answers": {}, "today": "20261124"}', '$.today: "20261124" is no date'),
        (b'{"format": 1, "answers": {}, "today": 5}', "$.today: got a number; expected a day"),
        (b'{"format": 1, "answers": {}, "language": "xx"}', '$.language: there is no option "xx"'),
        (b'{"format": 1, "answers": {}, "languge": "es"}', '$.languge: unknown key; expected "la'),
    ],
)
def test_a_file_that_is_wrong_as_a_whole(data: bytes, says: str) -> None:
    assert error(data).startswith(says)


@pytest.mark.parametrize(
    ("given_answers", "says"),
    [
        ({"in_proceedings": "ys"}, '$.answers.in_proceedings: there is no option "ys"; expected '
         'one of "yes", "order", "no", or null for “I do not know”'),
        ({"way": None}, '$.answers.way: got null; expected one of "short", "full"'),
        ({"way": 5}, "$.answers.way: got a number"),
        ({"way": ["full"]}, "$.answers.way: got a list"),
        ({"age": "34"}, "$.answers.age: got text; expected a whole number from 14 to 110"),
        ({"age": 13}, "$.answers.age: out of range; expected a whole number from 14 to 110"),
        ({"age": 111}, "$.answers.age: out of range"),
        ({"age": 10**30}, "$.answers.age: out of range"),
        ({"age": 34.5}, "$.answers.age: got a number with a fraction"),
        ({"age": True}, "$.answers.age: got true or false"),
        ({"age": None}, "$.answers.age: got null"),
        ({"arrival": "2012-02-30"}, '$.answers.arrival: "2012-02-30" is no date; expected a date '
         'like "2012", "2012-03", "2012-03-05" or "2012~", not after today'),
        ({"arrival": "2012-13"}, '$.answers.arrival: "2012-13" is no date'),
        ({"arrival": "12/03/2012"}, "$.answers.arrival: this is no date"),
        ({"arrival": "2012\n"}, "$.answers.arrival: this is no date"),
        ({"arrival": 2012}, "$.answers.arrival: got a number; expected a date like"),
        ({"arrival": "2026-12"}, "$.answers.arrival: the day is still to come"),
        ({"arrival": "1850"}, "$.answers.arrival: too long ago"),
        ({"next_hearing": "2031"}, "$.answers.next_hearing: too far ahead"),
        ({"weighs": "gang"}, '$.answers.weighs: got text; expected a list of any of "security"'),
        ({"weighs": ["felony", "gng"]}, '$.answers.weighs[1]: there is no option "gng"'),
        ({"weighs": ["gang", "gang"]}, '$.answers.weighs[1]: "gang" occurs twice'),
        ({"weighs": None}, "$.answers.weighs: got null"),
        ({"full_name": "x" * 201}, "$.answers.full_name: too long (201); expected text of at most"),
        ({"full_name": 5}, "$.answers.full_name: got a number; expected text of at most 200"),
        ({"story": "x" * 20_001}, "$.answers.story: too long (20001)"),
        ({"country": "@mexco"}, '$.answers.country: there is no suggestion "@mexco"'),
        ({"papers": {"marriage_licence": "have"}}, "$.answers.papers.marriage_licence: unknown "
         'key; expected "marriage_license"'),
        ({"papers": {"marriage_license": "no"}}, '$.answers.papers.marriage_license: there is no '
         'option "no"; expected one of "have", "ask", "cannot"'),
        ({"papers": ["marriage_license"]}, "$.answers.papers: got a list; expected an object: pa"),
        ({"people": [{"relation": "son", "person_age": "9"}]}, "$.answers.people[0].person_age: "
         "got text; expected a whole number from 0 to 110"),
        ({"people": [{"person_age": 9}]}, "$.answers.people[0].relation: missing; expected one of"),
        ({"people": [{"relation": "son", "age": 9}]}, "$.answers.people[0].age: unknown key"),
        ({"people": ["son"]}, '$.answers.people[0]: got text; expected an object with "relation"'),
        ({"people": {"relation": "son"}}, "$.answers.people: got an object; expected a list"),
        ({"people": [{"relation": "son"}] * 101}, "$.answers.people: too long (101)"),
        ({"peopel": []}, '$.answers.peopel: unknown key; expected "people"'),
        ({"person_age": 9}, "$.answers.person_age: unknown key"),
        ({"a\nb": 1}, '$.answers["a\\nb"]: unknown key'),
        ({"x` - at `$.y": 1}, "$.answers[\"x` - at `$.y\"]: unknown key"),
        ({"\u202eevil" * 50: 1}, "$.answers["),
    ],
)  # fmt: skip
def test_a_wrong_answer(given_answers: dict[str, Any], says: str) -> None:
    assert wrong(**given_answers).startswith(says)


@pytest.mark.parametrize(
    "given_answers",
    [
        {"way": SECRET},
        {"age": SECRET},
        {"arrival": SECRET},
        {"country": f"@{SECRET}" * 20},
        {"full_name": SECRET * 20},
        {"people": [{"relation": SECRET}]},
        {"people": SECRET},
        {"papers": {"marriage_license": SECRET}},
    ],
)
def test_what_was_typed_is_not_in_the_error(given_answers: dict[str, Any]) -> None:
    assert SECRET not in wrong(**given_answers)
    assert "calle" not in wrong(**given_answers)


def test_half_a_character_typed_on_the_screen_does_not_spoil_the_file() -> None:
    data = write_answers(AnswersFile(Answers({"story": "a\ud800b"})))
    assert read(data).answers.values["story"] == "a\ufffdb"


def test_the_schema_knows_every_question_and_refuses_others() -> None:
    schema = SCHEMA.json_schema()
    properties: set[str] = set()
    for definition in schema["$defs"].values():
        assert definition["additionalProperties"] is False
        properties |= set(definition["properties"])
    assert {question.id for question in all_questions(guide())} <= properties
    assert {paper.id for paper in guide().paper} <= properties


def test_the_schema_says_what_may_be_answered() -> None:
    fields = SCHEMA.json_schema()["$defs"]["Answers"]["properties"]
    assert sorted(fields["way"]["enum"]) == ["full", "short"]
    assert {"type": "null"} in fields["in_proceedings"]["anyOf"]
    assert fields["age"]["minimum"] == 14
    assert fields["age"]["maximum"] == 110
    assert fields["full_name"]["maxLength"] == 200
    assert fields["weighs"]["uniqueItems"] is True
    assert re.search(fields["arrival"]["pattern"], "2012-03~")
    assert "Mexico" in fields["country"]["description"]
    assert fields["people"]["type"] == "array"
