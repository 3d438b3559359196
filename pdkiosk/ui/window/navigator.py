"""Navigation: where the person is, and every way to another place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from pdkiosk.interview.flow import Course
from pdkiosk.session.place import Left, Move
from pdkiosk.session.requests import Change, Tool, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.frame import Frame

if TYPE_CHECKING:
    from pdkiosk.ui.screens.screen import Screen


class ScreenFrame(Frame):
    """The frame of people's pages, as opposed to staff pages."""

    screen: Screen | None


class Build(Protocol):
    """Builds the window for the person's current place."""

    def __call__(self, *, reveal: str = "", focus: str = "") -> None:
        """``reveal``: the name of a widget to scroll to; ``focus``: of the widget to focus."""


class Navigator:
    """Moves through steps and tools.

    ``sheet`` shows or removes a sheet over the current page; ``end`` ends the session.
    """

    def __init__(
        self,
        context: Callable[[], Context],
        frame: ScreenFrame,
        build: Build,
        sheet: Callable[[], object],
        end: Callable[[], object],
    ) -> None:
        self._context = context
        self._frame = frame
        self._build = build
        self._sheet = sheet
        self._end = end

    def course(self) -> Course:
        """The way through the interview that the answers allow now."""
        return self._context().interview.course()

    def forward(self) -> None:
        """The primary button was touched."""
        screen, history = self._frame.screen, self._context().history
        if self._frame.reads_on:
            self._frame.read_on()
            return
        if screen is not None and not screen.leave():
            return
        if history.tool is not None:
            self._close_asides()
            self.close_tool()
        else:
            self._move(history.next(self.course()))

    def back(self) -> None:
        """Goes to the previous step without losing anything.

        From the first one, leaves the session.

        The start screen is only shown when nothing is kept, because the next to touch a language
        there may be another person.
        """
        context = self._context()
        if context.history.tool is not None:
            self.close_tool()
        elif not self._move(context.history.previous(self.course())):
            if context.interview.answers.values:
                self.open_tool(Tool(ToolKind.ERASE))
            else:
                self._end()

    def _move(self, move: Move | None) -> bool:
        if move is not None:
            self.go_to(move.step_id, reveal=move.reveal)
        return move is not None

    def go_to(self, step_id: str, *, reveal: str = "") -> None:
        """Shows a step of the course, scrolled to the named widget."""
        self._context().history.step_id = step_id
        self._build(reveal=reveal)

    def skip(self) -> None:
        """Goes to the next step even if the screen would object."""
        self.go_to(self._context().history.after(self.course()))

    def back_to_gate(self) -> None:
        """Goes back to the question whose answer ended the interview."""
        gates = [s.id for s in self.course().steps if any(q.gate for q in s.questions)]
        self.go_to(gates[-1])

    def go_to_kind(self, kind: str) -> None:
        """Goes to the last step whose page is of a kind."""
        self.go_to([step.id for step in self.course().steps if step.page.kind == kind][-1])

    def change(self, request: Change) -> None:
        """Goes to a question; Next and Back will return to the same row of this page."""
        course = self.course()
        for step in course.steps:
            if any(question.id == request.question for question in step.questions):
                self._context().history.change(step, request, course)
                self._build(reveal=request.question)
                return

    def open_tool(self, tool: Tool) -> None:
        """Shows a tool (help, language, a card …) over the step."""
        history = self._context().history
        if history.tool == tool:
            return
        history.open(tool, Left(self._frame.scrolled(), self._frame.focused_name()))
        if self._is_sheet(tool) and self._frame.screen is not None:
            self._sheet()
        else:
            self._build()

    @staticmethod
    def _is_sheet(tool: Tool | None) -> bool:
        from pdkiosk.ui.window.tools import is_sheet

        return is_sheet(tool)

    def close_tool(self) -> None:
        """Closes a tool, returning to what it was opened over."""
        from pdkiosk.ui.window.tools import TOOLS

        context = self._context()
        tool = context.history.tool
        closed = TOOLS[tool.kind].closed if tool is not None else None
        if closed is not None:
            closed(context)
        left = context.history.close()
        if self._is_sheet(tool) and self._frame.sheet is not None:
            self._sheet()
            return
        self._return_to(left)

    def _close_asides(self) -> None:
        """If one reference page was opened from another, its main button skips the other."""
        from pdkiosk.ui.window.tools import is_aside

        history = self._context().history
        while all(map(is_aside, history.tools[-2:])) and history.tools[1:]:
            history.close()

    def close_all_tools(self) -> None:
        """Closes all tools; the page of the step is scrolled as when the first one was opened."""
        self._return_to(self._context().history.close_all())

    def _return_to(self, left: Left) -> None:
        self._build(focus=left.focus)
        self._frame.scroll_to(left.scrolled)

    def show_only(self, *tools: Tool) -> None:
        """Shows exactly these tools over the step."""
        self._context().history.show_only(*tools)
        self._build()
