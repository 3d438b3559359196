"""Creates the window's content: the start screen, the hidden screen, or a page with its bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from pdkiosk.interview.flow import Course, Step
from pdkiosk.interview.progress import place_on_path, questions_left
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.indicator import save_button
from pdkiosk.ui.screens.page import Page
from pdkiosk.ui.screens.start import StartScreen

if TYPE_CHECKING:
    from pdkiosk.ui.fields.base import QuestionField
    from pdkiosk.ui.screens.screen import Screen
    from pdkiosk.ui.screens.top_bar import TopBar
    from pdkiosk.ui.window.shell import Shell

_EXACT, _ROUND = 10, 5  # questions: up to this many are counted, more are rounded to fives

# Imports that the start screen does not need are inside the functions.


class Pages:
    """Builds the pages of one window, always from the current answers."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._signature: object = None
        self._bars_of: object = None  # what the current bars were made from
        self._shown: tuple[str, Tool | None] = ("", None)  # the step, and the tool over it
        self._drafts: dict[tuple[Tool | None, str], str] = {}  # of this step's pages, by question

    def build(self, *, reveal: str = "", focus: str = "", same_page: bool = False) -> None:
        """Discards the page and rebuilds it from the answers.

        ``reveal``: the name of a widget to scroll to; ``focus``: of the widget to focus, by default
        the heading. ``same_page``: someone may be typing on it, so the keyboard stays.
        """
        shell, frame, context = self._shell, self._shell.frame, self._shell.context
        shell.listening.leave_page()
        reason = frame.focus_reason()
        self._note_drafts()
        if not same_page:
            frame.put_keyboard_away()
        right_to_left = context.language(context.preferences.first).direction == "rtl"
        direction = Qt.LayoutDirection
        shell.setLayoutDirection(direction.RightToLeft if right_to_left else direction.LeftToRight)
        if not shell.step_id:
            self.clear()
            self._build_start()
        elif context.hidden:
            self._remove()
            self._build_hidden()
        else:
            self._signature = None
            frame.turn_page()
            self._build_step()
            self._restore_drafts()
        frame.focus(focus, reason, start=not shell.step_id)
        if frame.screen is not None:
            self._lay_sheet(reason)
        shell.listening.come_to_page(read=not same_page)
        self._hold_taps()
        shell.idle.stay_over()
        if reveal:
            frame.reveal(reveal)

    def _hold_taps(self) -> None:
        taps, screen = self._shell.context.look.taps, self._shell.frame.screen
        rest = screen.rests_ms if screen is not None else Page.rests_ms
        taps.hold(rest)
        # Again when it has been painted, which may be much later on a slow machine.
        QTimer.singleShot(0, self._shell, lambda: taps.hold(rest))

    def show_sheet(self) -> None:
        """Shows the top tool as a sheet over the current page; without one, removes the sheet."""
        shell, frame = self._shell, self._shell.frame
        shell.listening.turn_page()
        reason = frame.focus_reason()
        frame.put_keyboard_away()
        frame.close_sheet()
        self._lay_sheet(reason)
        self._hold_taps()
        shell.idle.stay_over()

    def _lay_sheet(self, reason: Qt.FocusReason) -> None:
        """Shows the top tool's sheet, if it is one."""
        from pdkiosk.ui.screens.sheet import Sheet
        from pdkiosk.ui.window.tools import is_sheet

        shell, context = self._shell, self._shell.context
        if not is_sheet(context.history.tool):
            return
        screen = self._make(context.history.step(shell.course()), context.history.tool)
        screen.go.connect(shell.go)
        sheet = Sheet(context, screen, shell)
        sheet.closed.connect(shell.navigator.close_tool)
        sheet.listen.connect(shell.listen)
        sheet.beside.connect(self._touched_beside)
        shell.frame.show_sheet(sheet, reason)

    def _touched_beside(self, point: QPoint) -> None:
        """Closes the sheet; if the touch was on the Hide tool, hides the screen."""
        hide = self._shell.findChild(QWidget, "tool.hide")
        if hide is not None and hide.rect().contains(hide.mapFrom(self._shell, point)):
            self._shell.hide_screen()
        else:
            self._shell.navigator.close_tool()

    def _note_drafts(self) -> None:
        """Notes unfinished input, for when its page is shown again before it was left."""
        for field in self._fields():
            self._drafts[self._shown[1], field.objectName()] = field.draft

    def _drop_drafts(self, step: Step, tools: list[Tool]) -> None:
        """Forgets what was typed on pages that have been left."""
        if step.id != self._shown[0]:
            self._drafts.clear()
        for key in [key for key in self._drafts if key[0] not in (None, *tools)]:
            del self._drafts[key]

    def _restore_drafts(self) -> None:
        for field in self._fields():
            if draft := self._drafts.get((self._shown[1], field.objectName())):
                field.take_draft(draft)

    def _fields(self) -> list[QuestionField]:
        screen = self._shell.frame.screen
        if screen is None:
            return []
        from pdkiosk.ui.fields.base import QuestionField

        return screen.findChildren(QuestionField)

    def clear(self) -> None:
        """Removes the current content and forgets what it showed and what was typed there."""
        self._remove()
        self._drafts.clear()

    def _remove(self) -> None:
        self._signature = self._bars_of = None
        self._shell.frame.clear()

    def refresh(self) -> None:
        """After an answer changed, rebuilds the page only if it has to show something else."""
        shell, frame = self._shell, self._shell.frame
        if frame.screen is None or frame.screen.signature() == self._signature:
            return
        name = frame.focused_name()
        said_before = len(shell.findChildren(QWidget, "said"))
        place = frame.scrolled()
        shell.build(focus=name, same_page=True)
        if frame.scroll:
            frame.scroll_to(place)
            said = shell.findChildren(QWidget, "said")
            if len(said) > said_before:
                frame.scroll.reveal(said[-1])
                shell.listening.read_found(said[-1])

    def _build_start(self) -> None:
        shell = self._shell
        opening = shell.context.history.opening
        start = StartScreen(shell.context, shell.size(), opening=opening)
        start.chosen.connect(shell.begin)
        start.saved_work.connect(shell.open_saved)
        start.listen.connect(shell.listening.read_start)
        start.turned.connect(shell.turn_look)
        start.gone.connect(shell.listening.end)
        shell.frame.show_alone(start, start.page_scroll)

    def _build_hidden(self) -> None:
        from pdkiosk.ui.screens.hidden import HiddenScreen

        hidden = HiddenScreen(self._shell.context)
        hidden.back.connect(self._shell.unhide)
        hidden.erased.connect(self._shell.end_session)
        self._shell.frame.show_alone(hidden)

    def _build_step(self) -> None:
        from pdkiosk.ui.screens.bottom_bar import BottomBar
        from pdkiosk.ui.screens.top_bar import TopBar
        from pdkiosk.ui.window.tools import TOOLS, below_sheets

        shell, context, navigator = self._shell, self._shell.context, self._shell.navigator
        frame = shell.frame
        context.interview.come_to(context.history.step(navigator.course()))
        course = navigator.course()  # without the emptied questions of the step before
        step, tool = context.history.step(course), below_sheets(context.history.tools)
        self._drop_drafts(step, context.history.tools)
        self._shown = step.id, tool
        screen = self._make(step, tool)
        screen.changed.connect(self.refresh)
        screen.go.connect(shell.go)
        shell.saved_work.say_on(screen)
        self._signature = screen.signature()
        if tool is None and screen.hint is None:
            screen.hint = _what_is_left(context, course, step)
        row = TOOLS[tool.kind] if tool is not None else None
        erase = row is None or row.erase
        keep = context.saving.allowed and (row is None or row.save)
        seen = context.preferences
        bars_of = (context, context.look, seen.first, seen.second, seen.everywhere, erase, keep)
        stays = bars_of == self._bars_of
        self._bars_of = bars_of
        place = place_on_path(context.guide, course, step)
        section, filled = context.guide.section[place.section], context.history.come_to(*place)
        top, bottom = frame.top, frame.bottom
        if top is not None and stays:
            top.come_to(section, filled)
        else:
            top = TopBar(context, section, filled, erase=erase, keep=keep)
            self._connect_top(top)
        top.set_keep(*save_button(context))
        if bottom is not None and stays and not bottom.squeezed:
            bottom.show_page(screen)
        else:
            bottom = BottomBar(context, screen)
            bottom.back.connect(navigator.back)
            bottom.forward.connect(navigator.forward)
            bottom.aside.connect(self._take_aside)
        frame.show_page(context, screen, top, bottom)

    def _connect_top(self, top: TopBar) -> None:
        shell = self._shell
        top.tool.connect(shell.navigator.open_tool)
        top.listen.connect(shell.listen)
        top.hiding.connect(shell.hide_screen)
        top.keep.connect(shell.saved_work.offer)
        top.second_language.connect(shell.turn_second_language)

    def _take_aside(self) -> None:
        if self._shell.frame.screen is not None:
            self._shell.frame.screen.take_aside()

    def _make(self, step: Step, tool: Tool | None) -> Screen:
        from pdkiosk.ui.window.registry import make_screen
        from pdkiosk.ui.window.tools import TOOLS

        if tool is not None:
            return TOOLS[tool.kind].make(self._shell.context, step, tool)
        return make_screen(self._shell.context, step)


def _what_is_left(context: Context, course: Course, step: Step) -> Message | None:
    """About how many questions are still to come; None if unknown."""
    left = questions_left(course, step)
    if not left:
        return None
    near = left if left <= _EXACT else round(left / _ROUND) * _ROUND
    return wording.QUESTIONS_LEFT(n=near)
