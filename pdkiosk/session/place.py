"""Where the person is: the step, the tools open over it, and where "Back" leads from there."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.interview.flow import Course, Step
from pdkiosk.session.requests import Change, Tool, ToolKind

START = ""  # the step of the start screen


class Left(Struct, frozen=True):
    """How a page was left when a tool was opened over it."""

    scrolled: int = 0  # pixels from its top
    focus: str = ""  # the name of what had the focus


class Move(Struct, frozen=True):
    """The step to go to, and the name of what to scroll to there.

    ``otherwise``: the step to go to where an answer has taken that one away.
    """

    step_id: str
    reveal: str = ""
    otherwise: str = ""


class History:
    """One session's place; nothing of it outlives ``clear``."""

    def __init__(self) -> None:
        self.step_id = START
        self.opening = False  # the start screen asks for the language of who opens saved work
        self._tools: list[Tool] = []  # the last on top
        self._left: list[Left] = []  # one for each tool
        self._return = Move(START)
        self._filled: list[float] = []
        self.read: set[str] = set()  # the steps whose end was on the screen once
        self.answers_listed = False  # on the page of the letter

    @property
    def place(self) -> str:
        """What is shown: the tool on top, else the step, else "start"."""
        return self.tool.name if self.tool else self.step_id or "start"

    @property
    def tool(self) -> Tool | None:
        """The tool on top."""
        return self._tools[-1] if self._tools else None

    @property
    def tools(self) -> list[Tool]:
        """What is open over the step, the last on top."""
        return list(self._tools)

    def step(self, course: Course) -> Step:
        """The step shown now; when answers took it away, the last one before it."""
        for step in course.steps:
            if step.id == self.step_id:
                return step
        self.step_id = course.steps[-1].id
        return course.steps[-1]

    def open(self, tool: Tool, left: Left | None = None) -> None:
        """Puts a tool on top; ``left`` is how what lies below was left."""
        self._tools.append(tool)
        self._left.append(left or Left())

    def close(self) -> Left:
        """Takes the tool on top away: how what comes to light was left."""
        if not self._tools:
            return Left()
        self._tools.pop()
        return self._left.pop()

    def close_all(self) -> Left:
        """Takes all tools away: how the page of the step was left."""
        left = self._left[0] if self._left else Left()
        self.show_only()
        return left

    def show_only(self, *tools: Tool) -> None:
        """These tools and no others, over the top of the step's page."""
        self._tools = list(tools)
        self._left = [Left()] * len(tools)

    def change(self, step: Step, request: Change, course: Course) -> None:
        """Goes to a question of a step; ``next`` and ``previous`` then lead back to its row."""
        row = f"{request.row}:{request.question}"
        self._return = Move(self.step_id, row, self.after(course))
        self.step_id = step.id

    def next(self, course: Course) -> Move | None:
        """Where "Next" leads; None at the end."""
        steps = [step.id for step in course.steps]
        here = steps.index(self.step_id)
        back = self._take_return(steps)
        # Not past what an answer that was changed has brought up to be asked.
        if back.step_id in steps and here < steps.index(back.step_id):
            return back
        return Move(steps[here + 1]) if here + 1 < len(steps) else None

    def previous(self, course: Course) -> Move | None:
        """Where "Back" leads; None at the first step."""
        steps = [step.id for step in course.steps]
        back = self._take_return(steps)
        if back.step_id:
            return back
        here = steps.index(self.step_id)
        return Move(steps[here - 1]) if here else None

    def after(self, course: Course) -> str:
        """The step after this one, or this one at the end."""
        steps = [step.id for step in course.steps]
        return steps[min(steps.index(self.step_id) + 1, len(steps) - 1)]

    def step_aside(self, course: Course, code: str) -> None:
        """Leaves what failed (a tool, else the page) for a page that says so.

        On past a question that can be skipped, back from any other page.
        """
        steps = course.steps
        index = next((i for i, step in enumerate(steps) if step.id == self.step_id), 0)
        if not self._tools and self.step_id:
            questions = steps[index].questions
            skip = bool(questions) and not any(question.gate for question in questions)
            self.step_id = steps[min(max(index + (1 if skip else -1), 0), len(steps) - 1)].id
        self.show_only(*([Tool(ToolKind.TROUBLE, code)] if self.step_id else []))
        self._return = Move(START)

    def come_to(self, section: int, sections: int, part: float) -> list[float]:
        """How much of each part of the way was seen, 0 to 1, when one is ``part`` into one of them.

        ``section`` counts from 0. What was seen never becomes less: not by going back, and not
        by an answer that brings more pages.
        """
        filled = self._filled or [0.0] * sections
        filled[:section] = [1.0] * section
        filled[section] = max(filled[section], part)
        self._filled = filled
        return list(filled)

    def _take_return(self, steps: list[str]) -> Move:
        back, self._return = self._return, Move(START)
        if back.step_id in steps:
            return Move(back.step_id, back.reveal)
        return Move(back.otherwise if back.otherwise in steps else START)

    def clear(self) -> None:
        """Back at the start screen, with nothing kept."""
        self.step_id = START
        self.opening = False
        self.show_only()
        self._return = Move(START)
        self._filled = []
        self.read = set()
        self.answers_listed = False
