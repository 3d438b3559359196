"""The progress path: progress never shrinks, whatever the person answers or goes back to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from pdkiosk.interview.flow import Interview
from pdkiosk.interview.progress import place_on_path, questions_left
from pdkiosk.session.place import History
from tests.documents.people import GATES, MARIA
from tests.documents.twenty import TWENTY
from tests.interview.people import TODAY, guide

_FAR = 300
WALKS = [
    pytest.param({**GATES, **answers, "way": way}, id=f"{name}, {way}")
    for name, answers in {"María": MARIA, **TWENTY}.items()
    for way in ("full", "short")
]


def _walk(one: Interview, given: dict[str, Any]) -> Iterator[list[float]]:
    """Answers each page as it comes, goes back after each, and on again."""
    history = History()

    def here() -> list[float]:
        course = one.course()
        return history.come_to(*place_on_path(guide(), course, history.step(course)))

    history.step_id = one.course().steps[0].id
    for _ in range(_FAR):
        yield here()
        course = one.course()
        for question in history.step(course).questions:
            if question.id in given:
                one.answers.set(question.id, given[question.id])
                yield here()
        back = history.previous(one.course())
        if back is not None:
            stays, history.step_id = history.step_id, back.step_id
            yield here()
            history.step_id = stays
        move = history.next(one.course())
        if move is None:
            return
        history.step_id = move.step_id
    raise AssertionError("the way has no end")


@pytest.mark.parametrize("given", WALKS)
def test_no_part_of_the_path_ever_shrinks(given: dict[str, Any]) -> None:
    seen = list(_walk(Interview(guide(), TODAY), given))
    assert len(seen) > 20
    for before, after in pairwise(seen):
        assert all(a >= b for a, b in zip(after, before, strict=True)), (before, after)
    assert seen[-1] == [1.0] * len(guide().section), "at the end nothing is left"


def test_going_over_to_the_full_way_keeps_what_was_seen() -> None:
    one = Interview(guide(), TODAY)
    given = {**GATES, **MARIA, "way": "short"}
    history = History()
    course = one.course()
    history.step_id = course.steps[0].id
    for name in ("in_proceedings", "way"):
        one.answers.set(name, given[name])
    course = one.course()
    middle = course.steps[len(course.steps) // 2]
    short = history.come_to(*place_on_path(guide(), course, middle))
    one.answers.set("way", "full")
    course = one.course()
    full = history.come_to(*place_on_path(guide(), course, history.step(course)))
    assert all(a >= b for a, b in zip(full, short, strict=True))


def test_a_new_session_begins_with_an_empty_path() -> None:
    history = History()
    history.come_to(3, 8, 0.5)
    history.clear()
    assert history.come_to(0, 8, 0.25) == [0.25, *[0.0] * 7]


def test_the_questions_left_are_those_that_are_still_to_come() -> None:
    one = Interview(guide(), TODAY)
    course = one.course()
    assert questions_left(course, course.steps[0]) == 0, "an open gate hides what comes"
    for name, value in {**GATES, "way": "short"}.items():
        one.answers.set(name, value)
    course = one.course()
    counts = [questions_left(course, step) for step in course.steps]
    asked = [bool(step.questions) for step in course.steps]
    assert counts[0] == sum(asked[1:])
    assert all(a - b == asks for (a, b), asks in zip(pairwise(counts), asked[1:], strict=True))
    assert counts[-1] == 0
