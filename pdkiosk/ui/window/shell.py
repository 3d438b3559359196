"""The main window: shows a step, passes answers to the interview, and rebuilds every screen.

After any change (language, text size, going back, erasing) the screen is discarded and rebuilt from
the answers, always in the same way.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.interview.flow import Course
from pdkiosk.language import formats, languages
from pdkiosk.session.requests import Act, Change, Request, Reveal, Tool, ToolKind
from pdkiosk.session.saved_work import State
from pdkiosk.ui.context import Context
from pdkiosk.ui.reading.in_window import Listening, Shown
from pdkiosk.ui.saving.autosave import Autosave
from pdkiosk.ui.screens.start import StartScreen
from pdkiosk.ui.staff.entrance import StaffEntrance
from pdkiosk.ui.supervisor_link import note
from pdkiosk.ui.theme.look import Look, Scale
from pdkiosk.ui.window.clipboard import forget_copied
from pdkiosk.ui.window.idle import IdleGuard
from pdkiosk.ui.window.navigator import Navigator, ScreenFrame
from pdkiosk.ui.window.pages import Pages
from pdkiosk.ui.window.print_watch import PrintWatch
from pdkiosk.ui.window.saved_work import SavedWorkView

if TYPE_CHECKING:
    from pdkiosk.staff.desk import StaffDesk

# Imports that the start screen does not need are inside the functions; ``warm`` loads them once
# that screen is shown, so that the first touch does not wait either.


class Shell(QWidget):
    """The window: holds the session's place and rebuilds its content from it.

    ``new_session`` returns a new context when a person has left. ``staff`` creates the staff desk;
    None: there is no staff page. ``restart``: staff want new processes.
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
        self.frame = ScreenFrame(self)
        self.context = new_session()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        seconds = self.context.facility.idle_minutes * 60
        self.idle = IdleGuard(seconds, self, lambda: self.context)
        self.idle.expired.connect(lambda: self._end_unattended("idle"))
        self.idle.erased.connect(lambda: self._end_unattended("erased"))
        self.listening = Listening(self, lambda: self.context, self._shown, self.frame.add_strip)
        self.frame.typing.connect(self.listening.make_room)
        self.listening.heard.connect(self.idle.attend)
        self.idle.covered.connect(self.listening.warn)
        self.navigator = Navigator(
            lambda: self.context, self.frame, self.build, self.show_sheet, self.end_session
        )
        self.pages = Pages(self)
        self.autosave = Autosave(self, lambda: self.context, lambda: self.step_id)
        self.autosave.changed.connect(self._on_saved_work)
        self.saved_work = SavedWorkView(
            lambda: self.context, self.frame, self.navigator, self.autosave
        )
        self.print_watch = PrintWatch(self, lambda: self.context)
        self.print_watch.going.connect(self.idle.stay)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._watch_leaving()
        # The window is gone together with its contents: failed steps need no note.
        self.destroyed.connect(lambda: self.context.erase())  # noqa: PLW0108 (who is here then)
        # Qt treats any two quick touches, however far apart, as a double click, and the page's
        # gesture then swallows the second: nobody's second answer may be lost that way.
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

    def course(self) -> Course:
        """The way through the interview that the answers allow now."""
        return self.context.interview.course()

    def begin(self, language: str) -> None:
        """Begins the interview: a language was touched on the start screen."""
        self._staff_way.shut()
        context = self.context
        context.begin(language)
        context.history.step_id = self.course().steps[0].id
        if context.history.opening:
            context.history.opening = False
            context.history.open(Tool(ToolKind.OPEN))
        self.idle.restart()
        if context.interview.day.ask:
            context.history.open(Tool(ToolKind.TODAY))
        if context.preferences.spoken:
            self.listening.turn_on()  # it cannot be read, only heard
        if self.listening.on:
            context.history.open(Tool(ToolKind.HEADPHONES))
        self.build()

    # ---- the staff page --------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._staff_way.watch(self, self.context)

    def open_staff(self) -> None:
        """Shows the staff page in place of the start screen, if nobody has begun yet."""
        if not self._staff_way.is_open or self.step_id or self.context.interview.answers.values:
            return
        self.frame.clear()
        room = self._staff_way.enter(self, self.context)
        room.left.connect(self.ended)
        room.restart.connect(self.restart)
        room.close_program.connect(self.closed)
        self.frame.show_alone(room)
        self.shown.emit("staff")

    def open_saved(self, opening: bool) -> None:
        """Someone wants to open saved work, or changed their mind; the language comes first."""
        self.context.history.opening = opening
        if opening:
            self.idle.restart()  # someone who walks away should leave the usual start screen
        else:
            self.idle.stop()
        self.build()

    # ---- what is asked for -----------------------------------------------------------

    def go(self, request: Request) -> None:
        """Handles a request of a page."""
        simple: dict[Act, Callable[[], object]] = {
            Act.CLOSE: self.navigator.close_tool,
            Act.CLOSE_ALL: self.navigator.close_all_tools,
            Act.SKIP: self.navigator.skip,
            Act.TO_PRINT: partial(self.navigator.go_to_kind, "print"),
            Act.BACK_TO_GATE: self.navigator.back_to_gate,
            Act.LEAVE: self.end_session,
            Act.HIDE: self.hide_screen,
            Act.PRIMARY: self.frame.show_primary,
            Act.PRINTING: self.print_watch.watch,
        }
        match request:
            case Tool():
                self.navigator.open_tool(request)
            case Change():
                self.navigator.change(request)
            case Reveal():
                self.frame.reveal(request.name)
                self.listening.read_found(self.findChild(QWidget, request.name))
            case Act.LOOK:
                self._apply_look()
                self.build(focus=self.frame.focused_name())
            case Act() if request in simple:
                simple[request]()
            case _:
                self.saved_work.begin(request)

    def listen(self) -> None:
        """Reads the page aloud, after asking about headphones."""
        self.listening.turn_on()
        headphones = Tool(ToolKind.HEADPHONES)
        asking = self.context.history.tool == headphones
        if self.context.preferences.headphones is None and not asking:
            self.navigator.open_tool(headphones)
        else:
            self.listening.read_page()

    def turn_second_language(self) -> None:
        """Toggles the second language: under everything, or only where a helper needs it."""
        preferences = self.context.preferences
        preferences.everywhere = not preferences.everywhere
        place = self.frame.scrolled()
        self.build(focus=self.frame.focused_name())
        self.frame.scroll_to(place)

    def turn_look(self, what: str) -> None:
        """Changes the text size or colors on the start screen."""
        self.context.preferences.turn(what)
        self.go(Act.LOOK)

    def _on_saved_work(self, before: State, now: State) -> None:
        """The state of saved work has changed, or what the person waited for is done."""
        if before.waiting and not now.waiting:
            self.idle.stay()
            self.saved_work.take_outcome(before)
            self._apply_look()
            self.build()
            return
        self.saved_work.show_button()
        if not self.idle.covering and self.saved_work.say_news():
            self.pages.refresh()

    def hide_screen(self) -> None:
        """Hides everything at once, from the screen and from screen readers."""
        self.listening.turn_off()
        self._hidden_at = self.frame.scrolled()
        self.context.hidden = True
        self.build()

    def unhide(self) -> None:
        """The right squares were touched: shows everything again."""
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
        """Erases everything of this person, in the session and in the window."""
        for step in self.context.erase():
            note(f"erase-{step}")

    def _end_unattended(self, how: str) -> None:
        cover = self.cover()  # the last save may take a while
        try:
            self.end_session(how)
        finally:
            cover.hide()
            cover.deleteLater()

    def cover(self) -> QWidget:
        """Removes the current content from the screen at once."""
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
            ("save", self.autosave.end),
            ("voice", self.listening.end),
            ("screen", self._forget_screen),
            ("clipboard", forget_copied),
        ):
            self.context.before_erasing(name, step)

    def _forget_screen(self) -> None:
        self.saved_work.forget()
        self.frame.put_keyboard_away()
        self.pages.clear()

    def rebuild(self) -> None:
        """After a fault: the same place, rebuilt from the answers."""
        self.build()
        self._watch_again()

    def _watch_again(self) -> None:
        """Restarts the idle guard, which may be what failed: answers must not stay on screen."""
        if self.step_id:
            self.idle.stay()

    def step_aside(self, code: str) -> None:
        """Leaves the failed tool or page and says so; no answer is lost."""
        self.context.history.step_aside(self.course(), code)
        self.build()
        self._watch_again()

    # ---- building --------------------------------------------------------------------

    def _apply_look(self, screen: Scale | None = None) -> None:
        preferences, old = self.context.preferences, self.context.look
        now = screen or old.scale
        scale = Scale(now.width_px, now.height_px, now.diagonal_in, preferences.text_size)
        self.context.look = Look(
            preferences.theme, scale, taps=old.taps, icons=old.icons, drawings=old.drawings
        )
        self.context.look.apply(self._application)

    def build(self, *, reveal: str = "", focus: str = "", same_page: bool = False) -> None:
        """Rebuilds the screen from the answers: see ``Pages.build``."""
        self.pages.build(reveal=reveal, focus=focus, same_page=same_page)
        if self.step_id:
            self.autosave.save_step()
        self.shown.emit(self.place)

    def show_sheet(self) -> None:
        """Shows or removes a sheet over the current page: see ``Pages.show_sheet``."""
        self.pages.show_sheet()
        self.shown.emit(self.place)

    def _shown(self) -> Shown:
        """What there is to read aloud now."""
        frame = self.frame
        if frame.sheet is not None:
            return Shown(frame.page, frame.sheet.primary, frame.sheet.page_scroll, started=True)
        primary = frame.bottom.primary_button if frame.bottom else None
        if isinstance(frame.page, StartScreen):
            primary = frame.page.again
        return Shown(frame.page, primary, frame.scroll, started=bool(self.step_id))

    def warm(self) -> None:
        """Loads what the later screens need, and what makes the papers."""
        import pdkiosk.ui.keyboard
        import pdkiosk.ui.screens.bottom_bar
        import pdkiosk.ui.screens.hidden
        import pdkiosk.ui.screens.top_bar
        import pdkiosk.ui.window.registry
        import pdkiosk.ui.window.tools
        from pdkiosk.ui.keyboard.layout import DIGITS, FALLBACK

        # The first two serve nearly everyone; the others take their readers 10 ms once.
        formats.warm(languages.with_text(self.context.languages)[:2])
        # Read now only as a check: a damaged keyboard would break the first question.
        layouts = pdkiosk.ui.keyboard.KeyLayouts(resources.path("keyboards"))
        for name in (FALLBACK, DIGITS, *self.context.languages):
            layouts.get(name)
        self.context.papers.warm()
        gc.freeze()  # whatever is loaded now stays

    def sweep(self) -> None:
        """Deletes expired saved work while nobody is there."""
        if not self.step_id:
            self.context.saving.sweep()

    def fit(self, scale: Scale) -> None:
        """Adapts to a new screen size: rebuilds the same place with the same answers."""
        place = self.frame.scrolled()
        self._apply_look(scale)
        self.build()
        self.frame.scroll_to(place)

    # ---- the window ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.idle.fit()
        if self.frame.sheet is not None:
            self.frame.sheet.fit()
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
