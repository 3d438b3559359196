"""The saved data of a session, read back: complete, and with nothing unintended."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pdkiosk.interview.answers import Card, Value
from pdkiosk.language.languages import Language
from pdkiosk.language.message import PartialDate
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving import snapshot
from pdkiosk.ui.saving.snapshot import Work, WorkError, pack, restore, unpack
from pdkiosk.ui.theme.look import THEMES, TextSize
from tests.journeys.hostile import CORPUS, LINES
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person
from tests.saving.conftest import begins, opens, saves, vanishes

PERSON: Card = {"relation": "daughter", "person_name": "Ana", "person_age": 9}
ANSWERS: dict[str, Value] = {
    "in_proceedings": "yes",
    "way": "full",
    "full_name": "María “Mari” López\u202e <b>",
    "age": 34,
    "next_hearing": None,
    "detained_since": PartialDate(2026, 8),
    "reasons_life": ["work", "community"],
    "people": [PERSON],
    "papers": {"medical_records": "ask"},
}


@pytest.fixture
def kiosk(kiosk_for: Callable[..., Kiosk]) -> Kiosk:
    return kiosk_for()


def packed(kiosk: Kiosk, **changes: Any) -> bytes:
    kiosk.give(ANSWERS)
    content = json.loads(pack(kiosk.shell.context, "age"))
    content.update(changes)
    return json.dumps(content).encode()


def read(kiosk: Kiosk, data: bytes) -> Work:
    return unpack(data, kiosk.shell.context)


def test_all_of_it_comes_back(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    context.preferences.first, context.preferences.second = "es", "en"
    context.preferences.text_size = TextSize.LARGEST
    context.preferences.theme = THEMES[2]
    context.not_printed = {"summary"}
    kiosk.give(ANSWERS)
    data = pack(context, "age")
    fresh = context.preferences.__class__()
    context.preferences, context.not_printed = fresh, set()
    context.interview.answers.replace_all({})
    work = read(kiosk, data)
    restore(work, context)
    assert kiosk.answers == ANSWERS
    assert not work.refitted.changed and not work.refitted.gone
    assert work.place == "age"
    assert context.preferences.text_size is TextSize.LARGEST
    assert context.preferences.theme is THEMES[2]
    assert (context.preferences.first, context.preferences.second) == ("es", "en")
    assert context.not_printed == {"summary"}


@pytest.mark.parametrize("text", [*(given for given, _ in CORPUS.values()), LINES[0]], ids=ascii)
def test_hostile_words_come_back_as_they_were(kiosk: Kiosk, text: str) -> None:
    kiosk.give(ANSWERS, full_name=text[:200], story=text)
    work = read(kiosk, pack(kiosk.shell.context, "name"))
    # Half a character can be typed, but no file can hold it.
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert work.refitted.answers.values["story"] == whole
    assert not work.refitted.changed


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"format": "1"},
        {"answers": 7},
        {"answers": {"format": 1, "answers": []}},
        {"place": ["x"]},
        {"place": "x" * 1000},
        {"printed": ["x"] * 1000},
        {"first": None},
    ],
    ids=str,
)
def test_what_is_no_work_is_refused(kiosk: Kiosk, changes: dict[str, Any]) -> None:
    with pytest.raises(WorkError):
        read(kiosk, packed(kiosk, **changes))


@pytest.mark.parametrize(
    "data", [b"", b"null", b"{", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}'], ids=repr
)
def test_no_bytes_are_too_strange(kiosk: Kiosk, data: bytes) -> None:
    with pytest.raises(WorkError):
        read(kiosk, data)


def test_settings_that_do_not_exist_are_left_aside(kiosk: Kiosk) -> None:
    strange = packed(
        kiosk, first="xx", second="../..", text_size="HUGE", theme="pink", later="unknown"
    )
    work = read(kiosk, strange)
    assert work.preferences == kiosk.shell.context.preferences


def test_whoever_opens_work_goes_on_listening_as_they_did(kiosk: Kiosk) -> None:
    context = kiosk.shell.context
    context.languages["qqm"] = Language("qqm", "Qqm", "Qqm", text="es")
    data = packed(kiosk, first="es", second="en")
    context.begin("qqm")
    heard = context.preferences
    heard.headphones, heard.speed, heard.loudness = True, 0, 4
    found = read(kiosk, data).preferences
    assert (found.first, found.spoken, found.headphones) == ("es", "qqm", True)
    assert (found.speed, found.loudness) == (0, 4)
    # Not where the work is in another language than the one that was heard beside it.
    assert read(kiosk, packed(kiosk, first="en", second="")).preferences.spoken == ""


def test_an_older_guide_keeps_what_still_fits_and_names_the_rest(kiosk: Kiosk) -> None:
    content = json.loads(packed(kiosk))
    answers = content["answers"]["answers"]
    answers["a_question_of_old"] = "yes"
    answers["another_one"] = {"x": [1]}
    answers["age"] = "thirty-four"
    answers["reasons_life"] = ["work", "an_option_of_old", "community"]
    answers["people"] = [
        {"relation": "daughter", "person_name": "Ana", "person_age": 900},
        {"relation": "an_old_kind"},
        "nobody",
        {"relation": "son", "old_field": "x"},
    ]
    answers["papers"] = {"medical_records": "ask", "old_paper": "have"}
    answers["detained_since"] = "2999"
    work = read(kiosk, json.dumps(content).encode())
    values = work.refitted.answers.values
    assert values["full_name"] == ANSWERS["full_name"]
    assert values["reasons_life"] == ["work", "community"]
    assert values["people"] == [
        {"relation": "daughter", "person_name": "Ana"},
        {"relation": "son"},
    ]
    assert values["papers"] == {"medical_records": "ask"}
    assert "age" not in values and "detained_since" not in values
    assert work.refitted.gone == 2
    assert {question.id for question in work.refitted.changed} == {
        "age",
        "reasons_life",
        "people",
        "papers",
    }
    refused = {question.id: why.text for question, why in work.refitted.refused}
    assert refused == {"detained_since": "This day has not come yet."}


def test_a_huge_file_costs_little(kiosk: Kiosk) -> None:
    content = json.loads(packed(kiosk))
    answers = content["answers"]["answers"]
    answers.update({f"q{number}": "x" for number in range(100_000)})
    answers["people"] = [{"relation": "daughter", "old": "x" * 50}] * 5000
    before = time.process_time()
    work = read(kiosk, json.dumps(content).encode())
    assert work.refitted.gone == 100_000
    assert time.process_time() - before < 5.0


def test_what_is_not_asked_here_is_kept_for_where_it_is(kiosk: Kiosk) -> None:
    content = json.loads(packed(kiosk))
    answers = content["answers"]["answers"]
    answers["a_question_of_tomorrow"] = {"x": [1, "é", 1.50]}
    answers["understands_english"] = "yes"  # nobody asks for it any more, here or elsewhere
    context = kiosk.shell.context
    restore(read(kiosk, json.dumps(content).encode()), context)
    assert "a_question_of_tomorrow" not in kiosk.answers
    context.interview.answers.set("age", 35)
    saved = pack(context, "age")
    del answers["understands_english"]
    assert json.loads(saved)["answers"]["answers"] == {**answers, "age": 35}
    # Work that was saved here is opened here in the same way.
    again = read(kiosk, saved).refitted
    assert again.gone == 1 and again.answers.values == kiosk.answers


def test_opened_work_is_saved_once_the_person_has_changed_something(
    kiosk: Kiosk, person: Person, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins(person)
    with monkeypatch.context() as patch:

        def newer(context: Context, place: str) -> bytes:
            content = json.loads(pack(context, place))
            content["answers"]["answers"]["a_question_of_tomorrow"] = "yes"
            return json.dumps(content).encode()

        patch.setattr(snapshot, "pack", newer)
        saved = saves(person)
        vanishes(person)

    def files() -> list[Path]:
        return sorted(shelf.rglob("*.work"))

    before = files()
    opens(person, saved)
    assert not person.shell.context.saving.busy
    person.erases()
    assert files() == before
    opens(person, saved)
    person.next()
    person.writes("full_name", " Ana")
    person.erases()
    assert files() != before
    opens(person, saved)
    assert person.answers["full_name"] == "María López Ruiz Ana"
    refitted = person.shell.context.saving.refitted
    assert refitted is not None and refitted.gone == 1, "the newer answer is there still"
