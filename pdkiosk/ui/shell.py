"""The one window: shows a step, hands answers to the interview, and builds every screen anew.

Language changed, text size changed, went back, erased: the screen is thrown away and built
again from the answers. There is one path for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pdkiosk import resources
from pdkiosk.interview.flow import Course, Step
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.idle import IdleGuard
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.theme import Look, Scale
from pdkiosk.ui.widgets import PageScroll

if TYPE_CHECKING:
    from pdkiosk.ui.bars import BottomBar
    from pdkiosk.ui.keyboard import Keyboard
    from pdkiosk.ui.screens.screen import Screen

# What the start screen does not need is imported inside the functions; ``warm`` loads it
# once that screen stands, so that the first touch does not wait either.

_START = ""


class Shell(QWidget):
    """Holds the session's place and rebuilds the window from it.

    ``new_session`` gives a fresh context when a person has left.
    """

    shown = Signal(str)
    ended = Signal()
    closed = Signal()
    may_close = True

    def __init__(self, new_session: Callable[[], Context]) -> None:
        super().__init__()
        self._new_session = new_session
        self.context = new_session()
        self._step_id = _START
        self._tools: list[str] = []  # what is open over the step, the last on top
        self._left_at: list[int] = []  # how far down the page was from which each was opened
        self._return_to = ""
        self._signature: object = None
        self.screen_widget: Screen | None = None
        self._scroll: PageScroll | None = None
        self._parts: list[QWidget] = []
        self._bottom: BottomBar | None = None
        self._keyboard: Keyboard | None = None  # made with the first page that can be typed on
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        seconds = self.context.facility.idle_minutes * 60
        self.idle = IdleGuard(seconds, self, lambda: self.context)
        self.idle.expired.connect(self.end_session)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        # Qt takes any two quick touches, however far apart, for one double click, and the page's
        # gesture then swallows the second: nobody's second answer may be lost like that.
        application.setDoubleClickInterval(0)
        self._apply_look()
        self.build()

    # ---- the place -------------------------------------------------------------------

    @property
    def step_id(self) -> str:
        """The step shown, or "" on the start screen."""
        return self._step_id

    @property
    def place(self) -> str:
        """What is shown: "hidden", the tool on top, else the step, else "start"."""
        if self.context.hidden:
            return "hidden"
        return self._tools[-1] if self._tools else self._step_id or "start"

    def course(self) -> Course:
        """The way through the interview that the answers allow now."""
        return self.context.interview.course()

    def _step(self, course: Course) -> Step:
        """The step shown now; when answers took it away, the last one before it."""
        for step in course.steps:
            if step.id == self._step_id:
                return step
        self._step_id = course.steps[-1].id
        return course.steps[-1]

    def begin(self, language: str) -> None:
        """A language was touched on the start screen."""
        preferences = self.context.preferences
        preferences.first = language
        preferences.second = "" if language == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        self._step_id = self.course().steps[0].id
        self.idle.restart()
        self.build()

    def forward(self) -> None:
        """The primary button."""
        if self._tools:
            screen = self.screen_widget
            if screen is None or screen.leave():
                self.close_tool()
            return
        if self.screen_widget is not None and not self.screen_widget.leave():
            return
        steps = [step.id for step in self.course().steps]
        if self._return_to:
            target, self._return_to = self._return_to, ""
            if target in steps and self._nothing_new_before(target, steps):
                self._go_to(target, reveal=self._reveal_on_return)
                return
        index = steps.index(self._step_id)
        if index + 1 < len(steps):
            self._go_to(steps[index + 1])

    _reveal_on_return = ""

    def _nothing_new_before(self, target: str, steps: list[str]) -> bool:
        return steps.index(self._step_id) < steps.index(target)

    def back(self) -> None:
        """The step before, with nothing lost; from the first one, out of the session.

        The start screen is only ever shown when nothing is kept: whoever touches a language
        there may be the next person.
        """
        if self._tools:
            self.close_tool()
            return
        if self._return_to:
            target, self._return_to = self._return_to, ""
            self._go_to(target, reveal=self._reveal_on_return)
            return
        steps = [step.id for step in self.course().steps]
        index = steps.index(self._step_id)
        if index:
            self._go_to(steps[index - 1])
        elif self.context.interview.answers.values:
            self.open_tool("erase")
        else:
            self.end_session()

    def _skip(self) -> None:
        """On to the next step whatever the screen would want first."""
        steps = [step.id for step in self.course().steps]
        self._go_to(steps[min(steps.index(self._step_id) + 1, len(steps) - 1)])

    def _show_primary(self) -> None:
        """The screen has other words for the primary button now."""
        if self._bottom is not None and self.screen_widget is not None:
            screen = self.screen_widget
            self._bottom.set_primary(screen.primary, screen.primary_icon)

    def _go_to(self, step_id: str, *, reveal: str = "") -> None:
        self._step_id = step_id
        self.build(reveal=reveal)

    def go(self, target: str) -> None:
        """Where a screen asks to go: a tool, a term, a card, a question to change."""
        name, _, rest = target.partition(":")
        match name:
            case "back":
                self.back()
            case "close":
                self.close_tool()
            case "erase":
                self.open_tool("erase")
            case "erased":
                self.end_session()
            case "look":
                self._apply_look()
                self.build()
            case "reveal":
                self._reveal(rest)
            case "primary":
                self._show_primary()
            case "active":
                self.idle.restart()
            case "skip":
                self._skip()
            case "change":
                step_id, _, question_id = rest.partition("|")
                self.change(step_id, question_id)
            case "change_question":
                self._change_question(rest)
            case _:
                self.open_tool(target)

    def change(self, step_id: str, question_id: str) -> None:
        """Goes to a question; Next and Back then return to the same row of this page."""
        self._reveal_on_return = f"change:{question_id}"
        if self._step(self.course()).page.kind == "letter":
            self._reveal_on_return = f"sentence:{question_id}"
        self._return_to = self._step_id
        self._go_to(step_id, reveal=question_id)

    def _change_question(self, question_id: str) -> None:
        for step in self.course().steps:
            if any(question.id == question_id for question in step.questions):
                self.change(step.id, question_id)
                return

    def open_tool(self, tool: str) -> None:
        """Shows a tool (help, language, a card …) over the step."""
        if self._tools and self._tools[-1] == tool:
            return
        self._tools.append(tool)
        self._left_at.append(self._scrolled())
        self.build()

    def close_tool(self) -> None:
        """Goes back from a tool to what it was opened over."""
        place = 0
        if self._tools:
            self._tools.pop()
            place = self._left_at.pop()
        self.build()
        self._scroll_to(place)

    def hide_screen(self) -> None:
        """Takes everything off the screen at once, and out of what a screen reader can reach."""
        self._hidden_at = self._scrolled()
        self.context.hidden = True
        self.build()

    def unhide(self) -> None:
        """The right squares were touched: all is as it was."""
        self.context.hidden = False
        self.build()
        self._scroll_to(self._hidden_at)

    _hidden_at = 0

    def end_session(self) -> None:
        """Erases everything and shows the start screen to the next person."""
        self.idle.stop()
        self.context.papers.clear()
        self.context.interview.answers.values.clear()
        self.context = self._new_session()
        self._step_id = _START
        self._tools.clear()
        self._left_at.clear()
        self._return_to = ""
        self._reveal_on_return = ""
        _forget_copied()
        self._apply_look()
        self.build()
        self.ended.emit()

    # ---- building --------------------------------------------------------------------

    def _apply_look(self) -> None:
        preferences = self.context.preferences
        old = self.context.look
        scale = Scale(
            old.scale.width_px, old.scale.height_px, old.scale.diagonal_in, preferences.text_size
        )
        self.context.look = Look(preferences.theme, scale, taps=old.taps, icons=old.icons)
        self.context.look.apply(self._application)

    def build(self, *, reveal: str = "", same_page: bool = False) -> None:
        """Throws the screen away and builds it again from the answers.

        ``same_page``: somebody may be typing on it, so the keyboard stays.
        """
        if self._keyboard is not None:
            if not same_page:
                self._keyboard.put_away()
            self._layout.removeWidget(self._keyboard)
        direction = self.context.languages[self.context.preferences.first].direction
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        self.setUpdatesEnabled(False)
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = []
        self.screen_widget = None
        self._bottom = None
        if not self._step_id:
            start = StartScreen(self.context)
            start.chosen.connect(self.begin)
            self._scroll = start.page_scroll
            self._add(start, 1)
        elif self.context.hidden:
            self._build_hidden()
        else:
            self._build_step()
        self.setUpdatesEnabled(True)
        self.context.look.taps.hold()
        self.idle.stay_over()
        if reveal:
            self._reveal(reveal)
        self.shown.emit(self.place)

    def _build_hidden(self) -> None:
        from pdkiosk.ui.screens.hidden import HiddenScreen

        self._scroll = None
        hidden = HiddenScreen(self.context)
        hidden.back.connect(self.unhide)
        hidden.erased.connect(self.end_session)
        self._add(hidden, 1)
        hidden.show()

    def _build_step(self) -> None:
        from pdkiosk.ui.bars import BottomBar, TopBar

        course = self.course()
        step = self._step(course)
        screen = self._make_screen(step)
        screen.changed.connect(self._on_changed)
        screen.go.connect(self.go)
        self.screen_widget = screen
        self._signature = self._current_signature()
        section = next(s for s in self.context.guide.section if s.id == step.page.section)
        inside = [s for s in course.steps if s.page.section == section.id]
        top = TopBar(self.context, section, (inside.index(step) + 1) / (len(inside) + 1))
        top.tool.connect(self.open_tool)
        top.hiding.connect(self.hide_screen)
        self._add(top)
        scroll = PageScroll(
            self.context.look,
            up=self.context.pair(wording.SCROLL_UP),
            down=self.context.pair(wording.SCROLL_DOWN),
        )
        self._scroll = scroll
        self._add(scroll, 1)
        bottom = BottomBar(
            self.context,
            screen.primary,
            screen.primary_icon,
            erase=not (self._tools and self._tools[-1] == "erase"),
        )
        self._place_keyboard()
        self._bottom = bottom
        bottom.back.connect(self.back)
        bottom.erase.connect(lambda: self.open_tool("erase"))
        bottom.forward.connect(self.forward)
        self._add(bottom)
        # The page comes last, where it will stay: else it is laid out for widths that will not.
        for part in self._parts:
            part.show()
        self._layout.activate()
        scroll.set_content(screen)

    def _place_keyboard(self) -> None:
        """The on-screen keyboard stands above the bottom bar and outlives its page."""
        from pdkiosk.ui.keyboard import Keyboard, load_layouts

        if self._keyboard is None:
            layouts = load_layouts(resources.path("keyboards"))
            enabled = self.context.facility.on_screen_keyboard
            self._keyboard = Keyboard(layouts, self, enabled=enabled)
        self._layout.addWidget(self._keyboard)
        self._keyboard.dress(self.context.look, self.context.pair, self.context.preferences.first)

    def _make_screen(self, step: Step) -> Screen:
        from pdkiosk.ui.registry import SCREENS, make_tool

        if self._tools:
            return make_tool(self.context, step, self._tools[-1])
        return SCREENS[step.page.kind](self.context, step)

    def warm(self) -> None:
        """Loads what the screens after the first one need, and what makes the papers."""
        import pdkiosk.ui.bars
        import pdkiosk.ui.keyboard
        import pdkiosk.ui.registry
        import pdkiosk.ui.screens.hidden  # noqa: F401

        self.context.papers.warm()

    def _add(self, widget: QWidget, stretch: int = 0) -> None:
        self._parts.append(widget)
        self._layout.addWidget(widget, stretch)

    def _current_signature(self) -> object:
        signature = getattr(self.screen_widget, "signature", None)
        return signature() if signature else None

    def _on_changed(self) -> None:
        """An answer changed: the screen is built anew only if it has to show something else."""
        if self._current_signature() == self._signature:
            return
        focused = self._application.focusWidget()
        name = focused.objectName() if focused else ""
        said_before = len(self.findChildren(QWidget, "said"))
        place = self._scrolled()
        self.build(same_page=True)
        if self._scroll:
            self._scroll_to(place)
            said = self.findChildren(QWidget, "said")
            if len(said) > said_before:
                self._scroll.reveal(said[-1])
        found = self.findChild(QWidget, name) if name else None
        if found is not None:
            found.setFocus(Qt.FocusReason.MouseFocusReason)

    def _scrolled(self) -> int:
        return self._scroll.area.verticalScrollBar().value() if self._scroll else 0

    def _scroll_to(self, place: int) -> None:
        if self._scroll and place:
            self._settle()
            self._scroll.area.verticalScrollBar().setValue(place)

    def _settle(self) -> None:
        """Lets the layouts of a new page take their sizes now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        content = self._scroll.content() if self._scroll else None
        inside = content.layout() if content is not None else None
        if inside is not None:
            inside.activate()

    def _reveal(self, name: str) -> None:
        found = self.findChild(QWidget, name)
        if found is None or self._scroll is None:
            return
        self._settle()
        self._scroll.reveal(found)
        if found.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the window ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.idle.fit()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk's window does not close; a window on a library computer does."""
        if not self.may_close:
            event.ignore()
            return
        self.context.papers.clear()
        self.closed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # no key of Qt's own may close or leave the window


def _forget_copied() -> None:
    """Empties the clipboard, and on X11 what was last selected in a field too."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
