"""Where a person is, and where the buttons lead, without a window."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.session.place import START, History, Left, Move
from pdkiosk.session.requests import Change, Tool, ToolKind
from tests.interview.people import interview

HELP, TERM = Tool(ToolKind.HELP), Tool(ToolKind.TERM, "nta")


def at(step_id: str) -> History:
    history = History()
    history.step_id = step_id
    return history


COURSE = interview(in_proceedings="yes", way="short").course()
STEPS = [step.id for step in COURSE.steps]


def test_who_came_to_change_an_answer_goes_back_to_where_that_was_asked_for() -> None:
    history = at(STEPS[-1])
    history.change(COURSE.steps[1], Change("question"), COURSE)
    assert history.step_id == STEPS[1]
    assert history.next(COURSE) == Move(STEPS[-1], "change:question")
    assert history.next(COURSE) == Move(STEPS[2]), "once"


def test_who_is_there_already_goes_on() -> None:
    history = at(STEPS[1])
    history.change(COURSE.steps[1], Change("question"), COURSE)
    assert history.next(COURSE) == Move(STEPS[2]), "else the button would lead nowhere"
    assert at(STEPS[-1]).next(COURSE) is None


def test_a_way_back_that_is_gone_is_not_taken() -> None:
    history = at(STEPS[-1])
    history.change(COURSE.steps[1], Change("question"), COURSE)
    shorter = replace(COURSE, steps=COURSE.steps[:3])
    assert history.next(shorter) == Move(STEPS[2])


def test_who_had_to_leave_what_failed_goes_on_from_there() -> None:
    """Not back to the row of an answer that could not be changed."""
    history = at(STEPS[-1])
    history.change(COURSE.steps[1], Change("question"), COURSE)
    history.step_aside(COURSE, "e-0000")
    here = STEPS.index(history.step_id)
    assert here < 3 and history.next(COURSE) == Move(STEPS[here + 1])


def test_where_a_change_took_the_page_away_the_next_one_comes() -> None:
    """As the page that asks whether answers are right: when they fit, it is gone."""
    history = at(STEPS[5])
    history.change(COURSE.steps[1], Change("question"), COURSE)
    without = replace(COURSE, steps=tuple(s for s in COURSE.steps if s.id != STEPS[5]))
    assert history.next(without) == Move(STEPS[6])


def test_a_step_that_an_answer_removed_leads_to_the_one_before_it() -> None:
    """Never to the last page, which erases everything by itself."""
    history = at(STEPS[5])
    assert history.step(COURSE).id == STEPS[5]
    without = replace(COURSE, steps=tuple(s for s in COURSE.steps if s.id not in STEPS[4:6]))
    assert history.step(without).id == STEPS[3]
    assert history.step(COURSE).id == STEPS[3], "it stays there"


def test_a_step_that_never_was_leads_to_the_first() -> None:
    assert at("no such step").step(COURSE).id == STEPS[0]


def test_each_tool_gives_back_the_place_that_was_left_for_it() -> None:
    history = at(STEPS[1])
    history.open(HELP, Left(10, "a"))
    history.open(TERM, Left(20, "b"))
    assert history.tools == [HELP, TERM]
    assert history.close() == Left(20, "b")
    assert history.close() == Left(10, "a")
    assert history.close() == Left() and history.tool is None


def test_who_closes_all_tools_comes_back_to_where_the_first_was_opened() -> None:
    history = at(STEPS[1])
    history.open(HELP, Left(10, "a"))
    history.open(TERM, Left(20, "b"))
    assert history.close_all() == Left(10, "a")
    assert history.tools == [] and history.close_all() == Left()


def test_nothing_is_left_for_the_next_person() -> None:
    history = at(STEPS[-1])
    history.step(COURSE)
    history.change(COURSE.steps[1], Change("question"), COURSE)
    history.open(HELP, Left(10, "a"))
    history.opening = True
    history.clear()
    assert vars(history) == vars(History())
    assert history.step_id == START
