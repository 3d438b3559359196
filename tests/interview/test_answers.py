"""Every change of an answer goes one way, and the course is recomputed only after a change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Course, Interview
from tests.interview.people import TODAY, interview


@pytest.mark.parametrize(
    "change",
    [
        lambda answers: answers.set("story", "x"),
        lambda answers: answers.clear("full_name"),
        lambda answers: answers.replace_all({}),
    ],
)
def test_every_change_counts_in_the_revision(change: Callable[[Answers], None]) -> None:
    answers = Answers({"full_name": "Ana"})
    before = answers.revision
    change(answers)
    assert answers.revision > before


def test_there_is_no_other_door() -> None:
    answers = Answers({"full_name": "Ana"})
    for name in ("__setitem__", "__delitem__", "pop", "clear", "update", "setdefault"):
        assert not hasattr(answers.values, name)


def test_what_was_handed_over_is_not_the_answers_themselves() -> None:
    given = {"full_name": "Ana"}
    answers = Answers(given)
    given["full_name"] = "Eva"
    assert answers.values["full_name"] == "Ana"
    answers.replace_all(answers.values)
    assert answers.values["full_name"] == "Ana"


def test_the_course_is_walked_again_only_when_something_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walks = []
    walk = Interview._walk

    def counted(person: Interview) -> Course:
        walks.append(person)
        return walk(person)

    monkeypatch.setattr(Interview, "_walk", counted)
    person = interview(in_proceedings="yes", way="full")
    assert person.course() is person.course() and len(walks) == 1
    person.answers.set("way", "short")
    person.course()
    person.course()
    assert len(walks) == 2
    person.today = date(TODAY.year + 1, 1, 1)
    person.course()
    assert len(walks) == 3
    person.answers = Answers()
    assert not person.course().kept.values and len(walks) == 4
