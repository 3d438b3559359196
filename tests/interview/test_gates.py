"""Nobody reaches the letter without a case in immigration court (guide OV-10, OV-11)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.documents.model import Kind
from pdkiosk.documents.packet import NoLetterError, compose_packet
from pdkiosk.facility.settings import Facility
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.flow import Interview
from tests.interview.people import TODAY, answers, guide, interview, kept, pages

AFTER_THE_GATE = {"know_first", "name", "requests", "letter", "print", "end"}

not_yes = st.sampled_from(["no", None, "maybe", "", "yes ", 1, [], ["yes"], {"yes": "yes"}])


@given(answers(in_proceedings=not_yes))
def test_no_case_no_letter(given_answers: dict[str, Any]) -> None:
    stopped = Interview(guide(), TODAY, Answers(given_answers))
    course = stopped.course()
    assert not AFTER_THE_GATE & {step.id for step in course.steps}
    assert course.steps[-1].page.kind == "stop" or course.waiting is not None
    with pytest.raises(NoLetterError):
        compose_packet(guide(), stopped, Facility(), "es", drafted=True)


@given(answers())
def test_not_answered_no_letter(given_answers: dict[str, Any]) -> None:
    given_answers.pop("in_proceedings", None)
    stopped = Interview(guide(), TODAY, Answers(given_answers))
    assert pages(stopped)[-1] == "proceedings"
    waiting = stopped.course().waiting
    assert waiting is not None
    assert waiting.id == "in_proceedings"


@given(answers(in_proceedings=st.just("yes"), way=st.just("full")), not_yes)
def test_taking_yes_back_closes_the_gate_again(given_answers: dict[str, Any], instead: Any) -> None:
    person = Interview(guide(), TODAY, Answers(given_answers))
    assert "letter" in pages(person)
    person.answers.set("in_proceedings", instead)
    assert "letter" not in pages(person)
    person.answers.clear("in_proceedings")
    assert "letter" not in pages(person)


@given(
    answers(
        in_proceedings=st.sampled_from(["yes", "order"]),
        way=st.sampled_from(["short", "full"]),
        order_by=st.just("judge"),
    )
)
def test_with_a_case_everybody_reaches_the_letter_and_the_end(
    given_answers: dict[str, Any],
) -> None:
    person = Interview(guide(), TODAY, Answers(given_answers))
    course = person.course()
    assert course.waiting is None
    assert "letter" in [step.id for step in course.steps]
    assert course.steps[-1].id == "end"
    letter, *_others = compose_packet(guide(), person, Facility(), "es", drafted=True)
    assert letter.kind is Kind.LETTER


@pytest.mark.parametrize("way", ["short", "full"])
@pytest.mark.parametrize("order_by", ["officer", None])
def test_no_letter_against_an_order_that_no_judge_is_known_to_have_made(
    order_by: Any, way: str
) -> None:
    """The order of an officer is a fast deportation: there is no case in court (guide OV-10)."""
    person = interview(in_proceedings="order", order_by=order_by, way=way)
    assert pages(person)[-1] == "stop_order_officer"
    with pytest.raises(NoLetterError):
        compose_packet(guide(), person, Facility(), "es", drafted=True)
    assert "letter" in pages(interview(in_proceedings="yes", order_by=order_by, way=way))


@pytest.mark.parametrize("way", [None, "", "long", ["short"]])
def test_the_way_must_be_chosen(way: Any) -> None:
    person = interview(in_proceedings="yes", way=way)
    waiting = person.course().waiting
    assert waiting is not None
    assert waiting.id == "way"
    assert pages(person)[-1] == "way"


@pytest.mark.parametrize("way", ["", "long", 5])
def test_an_answer_that_is_not_offered_does_not_open_the_first_gate(way: Any) -> None:
    assert pages(interview(way=way))[-1] == "proceedings"


@pytest.mark.parametrize(("said", "page"), [("no", "stop_no_case"), (None, "stop_find_out")])
def test_who_is_stopped_sees_why_and_nothing_after(said: str | None, page: str) -> None:
    person = interview(in_proceedings=said, way="full", full_name="María")
    assert pages(person)[-1] == page
    assert set(kept(person)) == {"in_proceedings"}
