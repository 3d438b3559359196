"""The one window: shows a step, hands answers to the interview, and rebuilds every screen.

Language changed, text size changed, went back, erased: the screen is thrown away and built
again from the answers. There is one path for all of them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.interview.flow import Course, Step, part_of_section
from pdkiosk.language import formats
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.session.place import Left
from pdkiosk.session.saved_work import Came
from pdkiosk.ui.context import Context
from pdkiosk.ui.reading.in_window import Listening, Shown
from pdkiosk.ui.saving.autosave import Keeping
from pdkiosk.ui.saving.indicator import save_button, say_not_saved, unsay_not_saved
from pdkiosk.ui.screens.frame import Frame
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.staff.entrance import StaffEntrance
from pdkiosk.ui.supervisor_link import note
from pdkiosk.ui.theme.look import Look, Scale
from pdkiosk.ui.window.idle import IdleGuard
from pdkiosk.ui.window.print_watch import PrintWatch

if TYPE_CHECKING:
    from pdkiosk.staff.desk import StaffDesk
    from pdkiosk.ui.screens.screen import Screen
    from pdkiosk.ui.staff.page import StaffPage

# What the start screen does not need is imported inside the functions; ``warm`` loads it
# once that screen stands, so that the first touch does not wait either.

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
        self,
        new_session: Callable[[], Context],
        staff: Callable[[], StaffDesk] | None = None,
        size: QSize | None = None,
    ) -> None:
        super().__init__()
        if size is not None:
            self.resize(size)
        self._new_session = new_session
        self._staff_way = StaffEntrance(staff, self)
        self._staff_way.opened.connect(self.open_staff)
        self.staff_room: StaffPage | None = None
        self.frame = Frame(self)
        self._told: object = None  # the trouble with saving that the screen speaks of
        self._signature: object = None
        self.context = new_session()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        seconds = self.context.facility.idle_minutes * 60
        self.idle = IdleGuard(seconds, self, lambda: self.context)
        self.idle.expired.connect(self._end_unattended)
        self.listening = Listening(self, lambda: self.context, self._shown, self.frame.add_strip)
        self.frame.typing.connect(self.listening.make_room)
        self.listening.heard.connect(self.idle.attend)
        self.idle.covered.connect(self.listening.warn)
        self.keeping = Keeping(self, lambda: self.context, lambda: self.step_id)
        self.keeping.changed.connect(self._on_kept)
        self.keeping.came.connect(self._on_came)
        self.print_watch = PrintWatch(self, lambda: self.context)
        self.print_watch.going.connect(self.idle.stay)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._watch_leaving()
        # Not a method: Qt calls none of an object that is gone.
        self.destroyed.connect(partial(Shell.erase, self))
        # Qt takes any two quick touches, however far apart, for one double click, and the page's
        # gesture then swallows the second: nobody's second answer may be lost like that.
        application.setDoubleClickInterval(0)
        self._apply_look()
        self.build()

    # ---- the place -------------------------------------------------------------------

    @property
    def step_id(self) -> str:
        """The step shown, or "" on the start screen."""
        return self.context.history.step_id

    @property
    def place(self) -> str:
        """What is shown: "hidden", the tool on top, else the step, else "start"."""
        return "hidden" if self.context.hidden else self.context.history.place

    @property
    def screen_widget(self) -> Screen | None:
        """The page shown, or None where there is none between the bars."""
        return cast("Screen | None", self.frame.screen)

    def course(self) -> Course:
        """The way through the interview that the answers allow now."""
        return self.context.interview.course()

    def begin(self, language: str) -> None:
        """A language was touched on the start screen."""
        self._staff_way.shut()
        self.context.begin()
        preferences = self.context.preferences
        shown_in = self.context.languages[language].text
        preferences.first = shown_in or language
        preferences.spoken = language if shown_in else ""
        preferences.second = "" if preferences.first == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        self.context.history.step_id = self.course().steps[0].id
        if self.context.history.opening:
            self.context.history.opening = False
            self.context.history.open("open")
        self.idle.restart()
        if self.context.interview.day.ask:
            self.context.history.open("today")
        if shown_in:
            self.listening.turn_on()  # it cannot be read, only heard
        if self.listening.on:
            self.context.history.open("headphones")
        self.build()

    # ---- the staff page --------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._staff_way.watch(self, self.context)

    def open_staff(self) -> None:
        """The staff page in the place of the start screen; only where nobody has begun yet."""
        if not self._staff_way.is_open or self.step_id or self.context.interview.answers.values:
            return
        self.frame.clear()
        room = self._staff_way.enter(self, self.context)
        self.staff_room = room
        room.left.connect(self.ended)
        room.restart.connect(self.restart)
        room.close_program.connect(self.closed)
        self.frame.show_alone(room)
        self.shown.emit("staff")

    def _open_saved(self, opening: bool) -> None:
        """Somebody wants to open saved work, or not after all; the language comes first."""
        self.context.history.opening = opening
        if opening:
            self.idle.restart()  # whoever goes away again leaves the usual start screen
        else:
            self.idle.stop()
        self.build()

    def forward(self) -> None:
        """The primary button."""
        screen = self.screen_widget
        if screen is not None and not screen.leave():
            return
        if self.context.history.tool:
            self.close_tool()
            return
        move = self.context.history.next(self.course())
        if move is not None:
            self.go_to(move.step_id, reveal=move.reveal)

    def go_to(self, step_id: str, *, reveal: str = "") -> None:
        """Shows a step of the course, scrolled to what is named."""
        self.context.history.step_id = step_id
        self.build(reveal=reveal)

    def back(self) -> None:
        """The step before, with nothing lost; from the first one, out of the session.

        The start screen is only ever shown when nothing is kept: whoever touches a language
        there may be the next person.
        """
        if self.context.history.tool:
            self.close_tool()
            return
        move = self.context.history.previous(self.course())
        if move is not None:
            self.go_to(move.step_id, reveal=move.reveal)
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
        if self.frame.bottom is not None:
            self.frame.bottom.set_keep(*save_button(self.context))
        if self.idle.covering:
            return
        trouble = self.context.saving.trouble
        told, self._told = self._told, trouble and trouble.trouble
        if self.screen_widget is None or self._told == told:
            return
        if self.context.history.tool:
            unsay_not_saved(self.screen_widget)
        else:
            say_not_saved(self.screen_widget)
        self._on_changed()

    def _on_came(self, came: Came) -> None:
        """What the person waited for is there."""
        self.idle.restart()
        history = self.context.history
        tools = [tool for tool in history.tools if not tool.startswith("working")]
        match came:
            case Came.OPENED:
                place = self.keeping.restored()
                if place is not None:
                    tools = ["opened"]
                    steps = [step.id for step in self.course().steps]
                    history.step_id = place if place in steps else steps[0]
            case Came.SAVED:
                tools = ["saved"]
            case Came.NOT_SAVED if self.context.saving.handle:
                tools = ["saved"]
            case Came.NOT_SAVED:
                tools = [*(tool for tool in tools if tool != "save:failed"), "save:failed"]
            case Came.DELETED | Came.NOT_DELETED:
                tools = ["deleted"]
        history.show_only(*tools)
        self._apply_look()
        self.build()

    def _skip(self) -> None:
        """On to the next step whatever the screen would want first."""
        self.go_to(self.context.history.after(self.course()))

    def _show_primary(self) -> None:
        """The screen has other words for the primary button now."""
        bottom, screen = self.frame.bottom, self.screen_widget
        if bottom is not None and screen is not None:
            button = bottom.primary_button
            if screen.primary is None and button is not None and button.hasFocus():
                # It goes; Qt would give its focus, with a ring, to what hides the screen.
                self.frame.focus("", self.frame.focus_reason(), start=False)
            bottom.set_primary(screen.primary, screen.primary_icon)

    def _go_to_gate(self) -> None:
        """Back to the question whose answer ended the interview."""
        gates = [s.id for s in self.course().steps if any(q.gate for q in s.questions)]
        self.go_to(gates[-1])

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
                self.build(focus=self.frame.focused_name())
            case "reveal":
                self.frame.reveal(rest)
                self.listening.read_found(self.findChild(QWidget, rest))
            case "headphones":
                self.context.preferences.headphones = rest == "yes"
                self.close_tool()
            case "today":
                self.context.interview.confirmed = rest == "yes"
                self.close_tool()
            case "primary":
                self._show_primary()
            case "printing":
                self.print_watch.watch()
            case "skip":
                self._skip()
            case "save_now" | "save_anew" | "save_again" | "open_now" | "delete_now":
                self.open_tool(self.keeping.ask(target))
                self.keeping.watch()
            case "leave_tools":
                self.context.history.show_only()
                self.build()
            case "gate":
                self._go_to_gate()
            case "change":
                self._change(rest)
            case _:
                self.open_tool(target)

    def _change(self, question_id: str) -> None:
        """Goes to a question; Next and Back then return to the same row of this page."""
        course = self.course()
        for step in course.steps:
            if any(question.id == question_id for question in step.questions):
                self.context.history.change(step, question_id, course)
                self.build(reveal=question_id)
                return

    def open_tool(self, tool: str) -> None:
        """Shows a tool (help, language, a card …) over the step."""
        if self.context.history.tool != tool:
            self.context.history.open(tool, Left(self.frame.scrolled(), self.frame.focused_name()))
            self.build()

    def close_tool(self) -> None:
        """Goes back from a tool to what it was opened over."""
        if self.context.history.tool == "saved":
            self.context.saving.forget_words()
        left = self.context.history.close()
        self.build(focus=left.focus)
        self.frame.scroll_to(left.scrolled)

    def hide_screen(self) -> None:
        """Takes everything off the screen at once, and out of what a screen reader can reach."""
        self.listening.turn_off()
        self._hidden_at = self.frame.scrolled()
        self.context.hidden = True
        self.build()

    def unhide(self) -> None:
        """The right squares were touched: all is as it was."""
        self.context.hidden = False
        self.build()
        self.frame.scroll_to(self._hidden_at)

    _hidden_at = 0
    ended_by = ""
    """How the last session ended: "idle", "finished" or "erased"."""

    def end_session(self, how: str = "") -> None:
        """Erases everything and shows the start screen to the next person."""
        ends = {page.id for page in self.context.guide.page if page.kind == "end"}
        at_end = self.step_id in ends
        self.ended_by = how or ("finished" if at_end else "erased")
        self.erase()
        self.context = self._new_session()
        self._watch_leaving()
        self._apply_look()
        self.build()
        self.ended.emit()

    def erase(self) -> None:
        """Nothing of this person is left, in the session or in the window."""
        for step in self.context.erase():
            note(f"erase-{step}")

    def _end_unattended(self) -> None:
        cover = self.cover()  # the last save may take a while
        try:
            self.end_session("idle")
        finally:
            cover.hide()
            cover.deleteLater()

    def cover(self) -> QWidget:
        """Takes what is shown off the screen at once."""
        cover = QWidget(self)
        cover.setAutoFillBackground(True)
        cover.setGeometry(self.rect())
        cover.show()
        cover.raise_()
        cover.repaint()
        return cover

    def _watch_leaving(self) -> None:
        for name, step in (
            ("countdown", self.idle.stop),
            ("save", self.keeping.end),
            ("voice", self.listening.end),
            ("screen", self._forget_screen),
            ("clipboard", _forget_copied),
        ):
            self.context.before_erasing(name, step)

    def _forget_screen(self) -> None:
        self._told = self._signature = None
        self.frame.put_keyboard_away()
        self.frame.clear()

    def rebuild(self) -> None:
        """After a fault: the same place, rebuilt from the answers."""
        self.build()
        self._watch_again()

    def _watch_again(self) -> None:
        """What failed may have been the countdown: nobody's answers stay on the screen for that."""
        if self.step_id:
            self.idle.restart()

    def step_aside(self, code: str) -> None:
        """Leaves what failed (a tool, else the page) and says so; no answer is lost."""
        self.context.history.step_aside(self.course(), code)
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
        frame = self.frame
        reason = frame.focus_reason()
        if not same_page:
            frame.put_keyboard_away()
        direction = self.context.languages[self.context.preferences.first].direction
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        self.setUpdatesEnabled(False)
        frame.clear()
        if not self.step_id:
            start = StartScreen(self.context, self.size(), opening=self.context.history.opening)
            start.chosen.connect(self.begin)
            start.saved_work.connect(self._open_saved)
            start.listen.connect(self.listening.read_start)
            start.turned.connect(self._look_at_start)
            frame.show_alone(start, start.page_scroll)
        elif self.context.hidden:
            self._build_hidden()
        else:
            self._build_step()
        frame.focus(focus, reason, start=not self.step_id)
        self.listening.come_to_page(read=not same_page)
        self.setUpdatesEnabled(True)
        taps = self.context.look.taps
        taps.hold()
        # Once more when it has been painted: on a slow machine that is a good deal later.
        QTimer.singleShot(0, self, taps.hold)
        self.idle.stay_over()
        if reveal:
            frame.reveal(reveal)
        if self.step_id:
            self.keeping.keep()
        self.shown.emit(self.place)

    def _look_at_start(self, what: str) -> None:
        self.context.preferences.turn(what)
        self.go("look")

    def _build_hidden(self) -> None:
        from pdkiosk.ui.screens.hidden import HiddenScreen

        hidden = HiddenScreen(self.context)
        hidden.back.connect(self.unhide)
        hidden.erased.connect(self.end_session)
        self.frame.show_alone(hidden)

    def _build_step(self) -> None:
        from pdkiosk.ui.screens.bars import BottomBar, TopBar

        course = self.course()
        step = self.context.history.step(course)
        screen = self._make_screen(step)
        screen.changed.connect(self._on_changed)
        screen.go.connect(self.go)
        trouble = self.context.saving.trouble
        self._told = trouble and trouble.trouble
        if not self.context.history.tool:
            say_not_saved(screen)
        self._signature = _signature(screen)
        section = next(s for s in self.context.guide.section if s.id == step.page.section)
        top = TopBar(self.context, section, part_of_section(self.context.guide, course, step))
        top.tool.connect(self._open)
        top.hiding.connect(self.hide_screen)
        bottom = BottomBar(
            self.context,
            screen.primary,
            screen.primary_icon,
            keep=self.context.history.kind not in _WITHOUT_KEEP,
            erase=self.context.history.kind not in _WITHOUT_ERASE and not screen.primary_erases,
        )
        bottom.set_keep(*save_button(self.context))
        bottom.back.connect(self.back)
        bottom.keep.connect(self._keep)
        bottom.erase.connect(lambda: self.open_tool("erase"))
        bottom.forward.connect(self.forward)
        self.frame.show_page(self.context, screen, top, bottom)

    def _open(self, tool: str) -> None:
        """A tool of the top bar."""
        if tool == "listen":
            self._listen()
        else:
            self.open_tool(tool)

    def _listen(self) -> None:
        """Reads the page; asks about headphones first."""
        self.listening.turn_on()
        asking = self.context.history.tool == "headphones"
        if self.context.preferences.headphones is None and not asking:
            self.open_tool("headphones")
        else:
            self.listening.read_page()

    def _shown(self) -> Shown:
        """What there is to read aloud now."""
        frame = self.frame
        primary = frame.bottom.primary_button if frame.bottom else None
        return Shown(frame.page, primary, frame.scroll, started=bool(self.step_id))

    def _make_screen(self, step: Step) -> Screen:
        from pdkiosk.ui.window.registry import make_screen, make_tool

        if self.context.history.tool:
            return make_tool(self.context, step, self.context.history.tool)
        return make_screen(self.context, step)

    def warm(self) -> None:
        """Loads what the screens after the first one need, and what makes the papers."""
        import pdkiosk.ui.keyboard
        import pdkiosk.ui.screens.bars
        import pdkiosk.ui.screens.hidden
        import pdkiosk.ui.window.registry

        # The first two are those of nearly everybody; the others cost their readers 10 ms once.
        formats.warm(list(self.context.languages)[:2])
        # Read now only to find out: a damaged keyboard would stop the first question.
        pdkiosk.ui.keyboard.load_layouts(resources.path("keyboards"))
        self.context.papers.warm()
        gc.freeze()  # what is loaded now stays for good

    def sweep(self) -> None:
        """While nobody is there: deletes saved work that is past its day."""
        if not self.step_id:
            self.context.saving.sweep()

    def _on_changed(self) -> None:
        """An answer changed: the screen is rebuilt only if it has to show something else."""
        frame = self.frame
        if _signature(self.screen_widget) == self._signature:
            return
        name = frame.focused_name()
        said_before = len(self.findChildren(QWidget, "said"))
        place = frame.scrolled()
        self.build(focus=name, same_page=True)
        if frame.scroll:
            frame.scroll_to(place)
            said = self.findChildren(QWidget, "said")
            if len(said) > said_before:
                frame.scroll.reveal(said[-1])
                self.listening.read_found(said[-1])

    def fit(self, scale: Scale) -> None:
        """The screen has another size: the same place, with the same answers, to its measure."""
        self.context.look = Look(
            self.context.look.theme,
            scale,
            taps=self.context.look.taps,
            icons=self.context.look.icons,
        )
        place = self.frame.scrolled()
        self._apply_look()
        self.build()
        self.frame.scroll_to(place)

    # ---- the window ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.idle.fit()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk's window does not close; a window on a library computer does."""
        if not self.may_close:
            event.ignore()
            return
        self.erase()
        self.closed.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # no key of Qt's own may close or leave the window
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        scroll = self.frame.scroll
        if scroll is not None and event.key() in ways:
            scroll.page(ways[Qt.Key(event.key())])


def _forget_copied() -> None:
    """Empties the clipboard, and on X11 what was last selected in a field too."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _signature(screen: Screen | None) -> object:
    """What a screen shows depends on this; None where it never changes by an answer."""
    signature = getattr(screen, "signature", None)
    return signature() if signature else None
