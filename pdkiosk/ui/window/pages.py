"""Makes what fills the window: the start screen, the hidden screen, or a page between its bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from pdkiosk.interview.flow import Step, part_of_section
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.saving.indicator import save_button
from pdkiosk.ui.screens.start import StartScreen

if TYPE_CHECKING:
    from pdkiosk.ui.screens.screen import Screen
    from pdkiosk.ui.window.shell import Shell

# What the start screen does not need is imported inside the functions.


class Pages:
    """Builds the pages of one window, each anew from the answers."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._signature: object = None

    def build(self, *, reveal: str = "", focus: str = "", same_page: bool = False) -> None:
        """Throws the page away and builds it again from the answers.

        ``reveal``: the name of what to scroll to; ``focus``: of what gets the focus, else the
        heading. ``same_page``: somebody may be typing on it, so the keyboard stays.
        """
        shell, frame, context = self._shell, self._shell.frame, self._shell.context
        shell.listening.leave_page()
        reason = frame.focus_reason()
        if not same_page:
            frame.put_keyboard_away()
        right_to_left = context.languages[context.preferences.first].direction == "rtl"
        direction = Qt.LayoutDirection
        shell.setLayoutDirection(direction.RightToLeft if right_to_left else direction.LeftToRight)
        shell.setUpdatesEnabled(False)
        self.clear()
        if not shell.step_id:
            self._build_start()
        elif context.hidden:
            self._build_hidden()
        else:
            self._build_step()
        frame.focus(focus, reason, start=not shell.step_id)
        shell.listening.come_to_page(read=not same_page)
        shell.setUpdatesEnabled(True)
        taps = context.look.taps
        taps.hold()
        # Once more when it has been painted: on a slow machine that is a good deal later.
        QTimer.singleShot(0, shell, taps.hold)
        shell.idle.stay_over()
        if reveal:
            frame.reveal(reveal)

    def clear(self) -> None:
        """Takes away what is there, and forgets what it showed."""
        self._signature = None
        self._shell.frame.clear()

    def refresh(self) -> None:
        """An answer changed: the page is built anew only if it has to show something else."""
        from pdkiosk.ui.fields.base import QuestionField

        shell, frame = self._shell, self._shell.frame
        if frame.screen is None or frame.screen.signature() == self._signature:
            return
        name = frame.focused_name()
        said_before = len(shell.findChildren(QWidget, "said"))
        place = frame.scrolled()
        drafts = {field.objectName(): field.draft for field in shell.findChildren(QuestionField)}
        shell.build(focus=name, same_page=True)
        for field in shell.findChildren(QuestionField):
            if drafts.get(field.objectName()):
                field.take_draft(drafts[field.objectName()])
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
        shell.frame.show_alone(start, start.page_scroll)

    def _build_hidden(self) -> None:
        from pdkiosk.ui.screens.hidden import HiddenScreen

        hidden = HiddenScreen(self._shell.context)
        hidden.back.connect(self._shell.unhide)
        hidden.erased.connect(self._shell.end_session)
        self._shell.frame.show_alone(hidden)

    def _build_step(self) -> None:
        from pdkiosk.ui.screens.bars import BottomBar, TopBar
        from pdkiosk.ui.window.tools import TOOLS

        shell, context, navigator = self._shell, self._shell.context, self._shell.navigator
        course = navigator.course()
        step, tool = context.history.step(course), context.history.tool
        screen = self._make(step, tool)
        screen.changed.connect(self.refresh)
        screen.go.connect(shell.go)
        shell.saved_work.say_on(screen)
        self._signature = screen.signature()
        section = next(s for s in context.guide.section if s.id == step.page.section)
        top = TopBar(context, section, part_of_section(context.guide, course, step))
        top.tool.connect(navigator.open_tool)
        top.listen.connect(shell.listen)
        top.hiding.connect(shell.hide_screen)
        row = TOOLS[tool.kind] if tool is not None else None
        bottom = BottomBar(
            context,
            screen.primary,
            screen.primary_icon,
            keep=row is None or row.save,
            erase=(row is None or row.erase) and not screen.primary_erases,
        )
        bottom.set_keep(*save_button(context))
        bottom.back.connect(navigator.back)
        bottom.keep.connect(shell.saved_work.offer)
        bottom.erase.connect(lambda: navigator.open_tool(Tool(ToolKind.ERASE)))
        bottom.forward.connect(navigator.forward)
        shell.frame.show_page(context, screen, top, bottom)

    def _make(self, step: Step, tool: Tool | None) -> Screen:
        from pdkiosk.ui.window.registry import make_screen
        from pdkiosk.ui.window.tools import TOOLS

        if tool is not None:
            return TOOLS[tool.kind].make(self._shell.context, step, tool)
        return make_screen(self._shell.context, step)
