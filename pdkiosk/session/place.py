"""Where the person is: the step, the tools opened over it, and where "Back" leads."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.interview.flow import Course, Step
from pdkiosk.session.requests import Change, Tool, ToolKind

START = ""  # the step of the start screen


class Left(Struct, frozen=True):
    """The state of a page when a tool was opened over it."""

    scrolled: int = 0  # scroll position, pixels from the top
    focus: str = ""  # the name of the widget that had the focus


class Move(Struct, frozen=True):
    """The step to go to, and the name of the widget to scroll to there.

    ``otherwise``: the step to go to if an answer has removed that one.
    """

    step_id: str
    reveal: str = ""
    otherwise: str = ""


class History:
    """The place in one session; ``clear`` forgets all of it."""

    def __init__(self) -> None:
        self.step_id = START
        self._way: list[str] = []  # the steps up to the current one, when it was last there
        self.opening = False  # the start screen asks for the language of someone opening saved work
        self._tools: list[Tool] = []  # the last on top
        self._left: list[Left] = []  # one entry for each tool
        self._return = Move(START)
        self._filled: list[float] = []
        self.read: set[str] = set()  # the steps whose end has been on the screen
        self.answers_listed = False  # what was unfolded on the page of the letter

    @property
    def place(self) -> str:
        """The page shown: the tool on top, else the step, else "start"."""
        return self.tool.name if self.tool else self.step_id or "start"

    @property
    def tool(self) -> Tool | None:
        """The tool on top."""
        return self._tools[-1] if self._tools else None

    @property
    def tools(self) -> list[Tool]:
        """The tools open over the step; the last one is on top."""
        return list(self._tools)

    def step(self, course: Course) -> Step:
        """The current step; if answers have removed it, the last one before it."""
        steps = [step.id for step in course.steps]
        if self.step_id not in steps:
            self.step_id = next((id_ for id_ in reversed(self._way) if id_ in steps), steps[0])
        here = steps.index(self.step_id)
        self._way = steps[: here + 1]
        return course.steps[here]

    def open(self, tool: Tool, left: Left | None = None) -> None:
        """Puts a tool on top; ``left`` is the state of the page below."""
        self._tools.append(tool)
        self._left.append(left or Left())

    def close(self) -> Left:
        """Closes the top tool; returns the state of the page below."""
        if not self._tools:
            return Left()
        self._tools.pop()
        return self._left.pop()

    def close_all(self) -> Left:
        """Closes all tools; returns the state of the step's page."""
        left = self._left[0] if self._left else Left()
        self.show_only()
        return left

    def show_only(self, *tools: Tool) -> None:
        """Opens exactly these tools, over the top of the step's page."""
        self._tools = list(tools)
        self._left = [Left()] * len(tools)

    def change(self, step: Step, request: Change, course: Course) -> None:
        """Goes to a question of a step.

        ``next`` and ``previous`` then lead back to its row in the list.
        """
        row = f"{request.row}:{request.question}"
        self._return = Move(self.step_id, row, self.after(course))
        self.step_id = step.id

    def next(self, course: Course) -> Move | None:
        """Where "Next" leads; None at the end."""
        steps = [step.id for step in course.steps]
        here = steps.index(self.step_id)
        back = self._take_return(steps)
        # Not past a question that came up because of the changed answer.
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
        """Leaves a failed tool or page for another place, where a page reports the failure.

        Goes on past a question that can be skipped, and back from any other page.
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
        """How much of each section was seen, 0 to 1, after coming to ``part`` of one of them.

        ``section`` counts from 0. The amount seen never shrinks, neither by going back nor by an
        answer that adds pages.
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
        """Returns to the start screen, keeping nothing."""
        self.step_id = START
        self._way = []
        self.opening = False
        self.show_only()
        self._return = Move(START)
        self._filled = []
        self.read = set()
        self.answers_listed = False
