"""The one window: shows a step, hands answers to the interview, and builds every screen anew.

Language changed, text size changed, went back, erased: the screen is thrown away and built
again from the answers. There is one path for all of them.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pdkiosk import resources
from pdkiosk.interview.flow import Course, Step
from pdkiosk.language import formats
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.idle import IdleGuard
from pdkiosk.ui.keeping import Keeping
from pdkiosk.ui.kept import say_not_saved, show_kept, unsay_not_saved
from pdkiosk.ui.listening import Listening, Shown
from pdkiosk.ui.saving import Came
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.staff_way import StaffWay
from pdkiosk.ui.theme import Look, Scale
from pdkiosk.ui.widgets import HeadingLabel, PageScroll, TapButton
from pdkiosk.ui.widgets.focus_order import focus_stops, put_in_order

if TYPE_CHECKING:
    from pdkiosk.ui.bars import BottomBar
    from pdkiosk.ui.keyboard import Keyboard
    from pdkiosk.ui.screens.screen import Screen
    from pdkiosk.ui.staff.desk import StaffDesk
    from pdkiosk.ui.staff.room import StaffRoom

# What the start screen does not need is imported inside the functions; ``warm`` loads it
# once that screen stands, so that the first touch does not wait either.

_START = ""
# Tools on which the button that keeps the work would lead nowhere.
_WITHOUT_KEEP = frozenset(
    {"erase", "answers", "save", "saved", "open", "opened", "slip", "working", "deleted"}
)
_WITHOUT_ERASE = frozenset({"erase", "working"})


class Shell(QWidget):
    """Holds the session's place and rebuilds the window from it.

    ``new_session`` gives a fresh context when a person has left. ``staff`` makes what the
    staff page works with; None: there is no way to it. ``restart``: staff want new processes.
    """

    shown = Signal(str)
    ended = Signal()
    closed = Signal()
    restart = Signal()
    may_close = True

    def __init__(
        self, new_session: Callable[[], Context], staff: Callable[[], StaffDesk] | None = None
    ) -> None:
        super().__init__()
        self._new_session = new_session
        self._staff_way = StaffWay(staff, self)
        self._staff_way.opened.connect(self.open_staff)
        self.staff_room: StaffRoom | None = None
        self.context = new_session()
        self._step_id = _START
        self._tools: list[str] = []  # what is open over the step, the last on top
        # How far down the page was from which each was opened, and what had the focus there.
        self._left_at: list[tuple[int, str]] = []
        self._return_to = ""
        self._opening = False  # the start screen asks for the language of who opens saved work
        self._told: object = None  # the trouble with saving that the screen speaks of
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
        self.idle.expired.connect(lambda: self.end_session("idle"))
        self.listening = Listening(self, lambda: self.context, self._shown, self._add_strip)
        self.listening.heard.connect(self.idle.attend)
        self.idle.covered.connect(self.listening.warn)
        self.keeping = Keeping(self, lambda: self.context, lambda: self._step_id)
        self.keeping.changed.connect(self._on_kept)
        self.keeping.came.connect(self._on_came)
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

    @property
    def _tool(self) -> str:
        """The kind of tool on top, or ""."""
        return self._tools[-1].partition(":")[0] if self._tools else ""

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
        self._staff_way.shut()
        preferences = self.context.preferences
        shown_in = self.context.languages[language].text
        preferences.first = shown_in or language
        preferences.spoken = language if shown_in else ""
        preferences.second = "" if preferences.first == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        self._step_id = self.course().steps[0].id
        if self._opening:
            self._opening = False
            self._tools, self._left_at = ["open"], [(0, "")]
        self.idle.restart()
        if shown_in:
            self.listening.turn_on()  # it can not be read, only heard
        if self.listening.on:
            self._tools.append("headphones")
            self._left_at.append((0, ""))
        self.build()

    # ---- the staff page --------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._staff_way.watch(self, self.context)

    def open_staff(self) -> None:
        """The staff page in the place of the start screen; only where nobody has begun yet."""
        if not self._staff_way.is_open or self._step_id or self.context.interview.answers.values:
            return
        self._clear_parts()
        room = self._staff_way.enter(self, self.context)
        self.staff_room = room
        room.left.connect(self.ended)
        room.restart.connect(self.restart)
        room.close_program.connect(self.closed)
        self._scroll = None
        self._add(room, 1)
        room.show()
        self.shown.emit("staff")

    def _open_saved(self, opening: bool) -> None:
        """Somebody wants to open saved work, or not after all; the language comes first."""
        self._opening = opening
        if opening:
            self.idle.restart()  # whoever goes away again leaves the usual start screen
        else:
            self.idle.stop()
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

    def _keep(self) -> None:
        """Saves the work or, where nothing may be saved, prints the answers."""
        saving = self.context.saving
        if not saving.allowed:
            self.open_tool("answers")
        else:
            self.open_tool("saved" if saving.handle else "save")

    def _on_kept(self) -> None:
        """A save that happened by itself went well, or did not."""
        if self._bottom is not None:
            show_kept(self._bottom, self.context)
        if self.idle.covering:
            return
        trouble = self.context.saving.trouble
        told, self._told = self._told, trouble and trouble.trouble
        if self.screen_widget is None or self._told == told:
            return
        if self._tools:
            unsay_not_saved(self.screen_widget)
        else:
            say_not_saved(self.screen_widget)
        self._on_changed()

    def _on_came(self, came: Came) -> None:
        """What the person waited for is there."""
        self.idle.restart()
        tools = [tool for tool in self._tools if not tool.startswith("working")]
        match came:
            case Came.OPENED:
                place = self.keeping.restored()
                if place is not None:
                    tools = ["opened"]
                    steps = [step.id for step in self.course().steps]
                    self._step_id = place if place in steps else steps[0]
            case Came.SAVED:
                tools = ["saved"]
            case Came.NOT_SAVED if self.context.saving.handle:
                tools = ["saved"]
            case Came.NOT_SAVED:
                tools = [*(tool for tool in tools if tool != "save:failed"), "save:failed"]
            case Came.DELETED | Came.NOT_DELETED:
                tools = ["deleted"]
        self._tools, self._left_at = tools, [(0, "")] * len(tools)
        self._apply_look()
        self.build()

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

    def _go_to_gate(self) -> None:
        """Back to the question whose answer ended the interview."""
        gates = [s.id for s in self.course().steps if any(q.gate for q in s.questions)]
        self._go_to(gates[-1])

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
                self.build(focus=self._focused_name())
            case "reveal":
                self._reveal(rest)
                self.listening.read_found(self.findChild(QWidget, rest))
            case "headphones":
                self.context.preferences.headphones = rest == "yes"
                self.close_tool()
            case "primary":
                self._show_primary()
            case "active":
                self.idle.restart()
            case "skip":
                self._skip()
            case "save_now" | "save_anew" | "save_again" | "open_now" | "delete_now":
                self.open_tool(self.keeping.ask(target))
                self.keeping.watch()
            case "leave_tools":
                self._tools.clear()
                self._left_at.clear()
                self.build()
            case "gate":
                self._go_to_gate()
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
        self._left_at.append((self._scrolled(), self._focused_name()))
        self.build()

    def close_tool(self) -> None:
        """Goes back from a tool to what it was opened over."""
        place, name = 0, ""
        if self._tools:
            if self._tools.pop() == "saved":
                self.context.saving.forget_words()
            place, name = self._left_at.pop()
        self.build(focus=name)
        self._scroll_to(place)

    def hide_screen(self) -> None:
        """Takes everything off the screen at once, and out of what a screen reader can reach."""
        self.listening.turn_off()
        self._hidden_at = self._scrolled()
        self.context.hidden = True
        self.build()

    def unhide(self) -> None:
        """The right squares were touched: all is as it was."""
        self.context.hidden = False
        self.build()
        self._scroll_to(self._hidden_at)

    _hidden_at = 0
    ended_by = ""
    """How the last session ended: "idle", "finished" or "erased"."""

    def end_session(self, how: str = "") -> None:
        """Erases everything and shows the start screen to the next person."""
        ends = {page.id for page in self.context.guide.page if page.kind == "end"}
        at_end = self._step_id in ends
        self.ended_by = how or ("finished" if at_end else "erased")
        self.idle.stop()
        with contextlib.suppress(Exception):  # whatever became of the rest, the answers go
            self.keeping.end()
        self._opening = False
        with contextlib.suppress(Exception):
            self.listening.end()
        with contextlib.suppress(Exception):
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

    def rebuild(self) -> None:
        """After a fault: the same place, built anew from the answers."""
        self.build()
        self._watch_again()

    def _watch_again(self) -> None:
        """What failed may have been the countdown: nobody's answers stay on the screen for that."""
        if self._step_id:
            self.idle.restart()

    def step_aside(self, code: str) -> None:
        """Leaves what failed (a tool, else the page) and says so; no answer is lost.

        On past a question that can be skipped, back from any other page.
        """
        steps = self.course().steps
        index = next((i for i, step in enumerate(steps) if step.id == self._step_id), 0)
        if not self._tools and self._step_id:
            questions = steps[index].questions
            skip = bool(questions) and not any(question.gate for question in questions)
            self._step_id = steps[min(max(index + (1 if skip else -1), 0), len(steps) - 1)].id
        self._tools = [f"trouble:{code}"] if self._step_id else []
        self._left_at = [(0, "")] * len(self._tools)
        self._return_to = ""
        self.build()
        self._watch_again()

    # ---- building --------------------------------------------------------------------

    def _apply_look(self) -> None:
        preferences = self.context.preferences
        old = self.context.look
        scale = Scale(
            old.scale.width_px, old.scale.height_px, old.scale.diagonal_in, preferences.text_size
        )
        self.context.look = Look(preferences.theme, scale, taps=old.taps, icons=old.icons)
        self.context.look.apply(self._application)

    def build(self, *, reveal: str = "", focus: str = "", same_page: bool = False) -> None:
        """Throws the screen away and builds it again from the answers.

        ``reveal``: the name of what to scroll to; ``focus``: of what gets the focus, else the
        heading. ``same_page``: somebody may be typing on it, so the keyboard stays.
        """
        self.listening.leave_page()
        reason = self._focus_reason()
        if self._keyboard is not None:
            if not same_page:
                self._keyboard.put_away()
            self._layout.removeWidget(self._keyboard)
        direction = self.context.languages[self.context.preferences.first].direction
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        self.setUpdatesEnabled(False)
        self._clear_parts()
        self.screen_widget = None
        self._bottom = None
        if not self._step_id:
            start = StartScreen(self.context, opening=self._opening)
            start.chosen.connect(self.begin)
            start.saved_work.connect(self._open_saved)
            start.listen.connect(self.listening.read_start)
            self._scroll = start.page_scroll
            self._add(start, 1)
        elif self.context.hidden:
            self._build_hidden()
        else:
            self._build_step()
        self._focus_page(focus, reason)
        self.listening.come_to_page(read=not same_page)
        self.setUpdatesEnabled(True)
        taps = self.context.look.taps
        taps.hold()
        # Once more when it has been painted: on a slow machine that is a good deal later.
        QTimer.singleShot(0, self, taps.hold)
        self.idle.stay_over()
        if reveal:
            self._reveal(reveal)
        if self._step_id:
            self.keeping.keep()
        self.shown.emit(self.place)

    def _clear_parts(self) -> None:
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = []

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
        trouble = self.context.saving.trouble
        self._told = trouble and trouble.trouble
        if not self._tools:
            say_not_saved(screen)
        self._signature = self._current_signature()
        section = next(s for s in self.context.guide.section if s.id == step.page.section)
        inside = [s for s in course.steps if s.page.section == section.id]
        top = TopBar(self.context, section, (inside.index(step) + 1) / (len(inside) + 1))
        top.tool.connect(self._open)
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
            keep=self._tool not in _WITHOUT_KEEP,
            erase=self._tool not in _WITHOUT_ERASE,
        )
        self._place_keyboard()
        self._bottom = bottom
        show_kept(bottom, self.context)
        bottom.back.connect(self.back)
        bottom.keep.connect(self._keep)
        bottom.erase.connect(lambda: self.open_tool("erase"))
        bottom.forward.connect(self.forward)
        self._add(bottom)
        # The page comes last, where it will stay: else it is laid out for widths that will not.
        for part in self._parts:
            part.show()
        self._layout.activate()
        scroll.set_content(screen)
        arrows = (scroll.up_button, scroll.down_button)
        headings = screen.findChildren(HeadingLabel)[:1]  # where Tab goes on from on a new page
        below = [stop for stop in focus_stops(screen) if stop not in screen.beside_heading]
        page = [*headings, *screen.beside_heading, *below, *arrows]
        put_in_order([*focus_stops(top), *page, *focus_stops(bottom)])

    def _focused_name(self) -> str:
        focused = self._application.focusWidget()
        return focused.objectName() if focused is not None else ""

    def _focus_reason(self) -> Qt.FocusReason:
        """Whether what gets the focus is to show it: only while the keyboard is in use."""
        focused = self._application.focusWidget()
        if isinstance(focused, TapButton | HeadingLabel) and focused.ring_shown:
            return Qt.FocusReason.TabFocusReason
        return Qt.FocusReason.MouseFocusReason

    def _focus_page(self, name: str, reason: Qt.FocusReason) -> None:
        """Gives the focus to what is named, else to the heading, for a screen reader to say."""
        page: QWidget = self.screen_widget or self
        found = self.findChild(QWidget, name) if name else None
        if found is None and not self._step_id and reason is Qt.FocusReason.TabFocusReason:
            found = page.findChild(TapButton)
        if found is None or found.focusPolicy() is Qt.FocusPolicy.NoFocus:
            found = page.findChild(HeadingLabel)
        if found is not None:
            found.setFocus(reason)

    def _open(self, tool: str) -> None:
        """A tool of the top bar."""
        if tool == "listen":
            self._listen()
        else:
            self.open_tool(tool)

    def _listen(self) -> None:
        """Reads the page; asks about headphones first."""
        self.listening.turn_on()
        asking = bool(self._tools) and self._tools[-1] == "headphones"
        if self.context.preferences.headphones is None and not asking:
            self.open_tool("headphones")
        else:
            self.listening.read_page()

    def _add_strip(self, strip: QWidget) -> None:
        """The strip of the reading stands above the bottom bar."""
        self._layout.insertWidget(self._layout.count() - (self._bottom is not None), strip)
        self._parts.append(strip)
        if self._bottom is not None and self._scroll is not None:
            put_in_order(
                [self._scroll.down_button, *focus_stops(strip), *focus_stops(self._bottom)]
            )

    def _shown(self) -> Shown:
        """What there is to read aloud now."""
        page = self.screen_widget or (self._parts[0] if self._parts else None)
        primary = self._bottom.primary_button if self._bottom else None
        return Shown(page, primary, self._scroll, started=bool(self._step_id))

    def _place_keyboard(self) -> None:
        """The on-screen keyboard stands above the bottom bar and outlives its page."""
        from pdkiosk.ui.keyboard import Keyboard, load_layouts

        if self._keyboard is None:
            layouts = load_layouts(resources.path("keyboards"))
            enabled = self.context.facility.on_screen_keyboard
            self._keyboard = Keyboard(layouts, self, enabled=enabled)
            self._keyboard.opened.connect(self.listening.make_room)
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
        import pdkiosk.ui.screens.hidden

        # The first two are those of nearly everybody; the others cost their readers 10 ms once.
        formats.warm(list(self.context.languages)[:2])
        # Read now only to find out: a damaged keyboard would stop the first question.
        pdkiosk.ui.keyboard.load_layouts(resources.path("keyboards"))
        self.context.papers.warm()
        gc.freeze()  # what is loaded now stays for good

    def sweep(self) -> None:
        """While nobody is there: deletes saved work that is past its day."""
        if not self._step_id:
            self.context.saving.sweep()

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
        name = self._focused_name()
        said_before = len(self.findChildren(QWidget, "said"))
        place = self._scrolled()
        self.build(focus=name, same_page=True)
        if self._scroll:
            self._scroll_to(place)
            said = self.findChildren(QWidget, "said")
            if len(said) > said_before:
                self._scroll.reveal(said[-1])
                self.listening.read_found(said[-1])

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

    def fit(self, scale: Scale) -> None:
        """The screen has another size: the same place, with the same answers, to its measure."""
        self.context.look = Look(
            self.context.look.theme,
            scale,
            taps=self.context.look.taps,
            icons=self.context.look.icons,
        )
        place = self._scrolled()
        self._apply_look()
        self.build()
        self._scroll_to(place)

    # ---- the window ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.idle.fit()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk's window does not close; a window on a library computer does."""
        if not self.may_close:
            event.ignore()
            return
        with contextlib.suppress(Exception):
            self.keeping.end()
        with contextlib.suppress(Exception):
            self.listening.end()
        with contextlib.suppress(Exception):
            self.context.papers.clear()
        self.closed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # no key of Qt's own may close or leave the window
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if self._scroll is not None and event.key() in ways:
            self._scroll.page(ways[Qt.Key(event.key())])


def _forget_copied() -> None:
    """Empties the clipboard, and on X11 what was last selected in a field too."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
