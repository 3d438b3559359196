"""Connects the window with reading aloud: the strip, the touches that stop it, the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPointerEvent
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.ui.context import Context
from pdkiosk.ui.widgets import BigButton, HeadingLabel, PageScroll, Pair, TapButton

if TYPE_CHECKING:
    from pdkiosk.language.message import Message
    from pdkiosk.ui.reading.reader import Reader
    from pdkiosk.ui.reading.script import ReadingMode, Sentence
    from pdkiosk.ui.reading.strip import ReadingStrip

# Imports are inside the functions: most people never touch "Listen".

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress})
# Keys with which keyboard users reach the strip.
_MOVING_KEYS = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt}
)


class Shown(Struct, frozen=True):
    """What can be read now: the page, the text of the primary button, and the scroll area.

    ``started`` is False on the start screen, where no language is chosen yet.
    """

    page: QWidget | None
    primary: BigButton | None
    scroll: PageScroll | None
    started: bool


class Listening(QObject):
    """Reading aloud, for one window. ``heard``: a sentence begins, so someone is listening.

    ``shown`` returns what there is to read; ``add_strip`` puts the strip into the window, from
    which it disappears with the page.
    """

    heard = Signal()

    def __init__(
        self,
        window: QWidget,
        context: Callable[[], Context],
        shown: Callable[[], Shown],
        add_strip: Callable[[QWidget], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._shown = shown
        self._add_strip = add_strip
        self.reader: Reader | None = None  # created when someone first touches "Listen"
        self._strip: ReadingStrip | None = None
        self._room_wanted = False
        self._start_language = ""  # the language in which the start screen is read
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.read_page)

    @property
    def on(self) -> bool:
        """Whether pages are read."""
        return self.reader is not None and self.reader.on

    def turn_on(self) -> None:
        """From now on each new page is read."""
        if self.reader is None:
            from pdkiosk.ui.reading.reader import Reader

            self.reader = Reader(
                self._context, self._script, self._said_by, self._bring_into_view, self
            )
            self.reader.heard.connect(self.heard)
            self.reader.changed.connect(self._watch_touches)
        self.reader.turn_on()
        self._show_strip()

    def turn_off(self) -> None:
        """Stops reading until "Listen" is touched again; then asks about headphones again."""
        self._soon.stop()
        self._context().preferences.headphones = None
        if self.reader is not None:
            self.reader.turn_off()
        self._hide_strip()

    def end(self) -> None:
        """Ends reading: the session is over."""
        self.turn_off()
        self._start_language = ""

    def read_page(self) -> None:
        """Reads the current page from its beginning."""
        if self.reader is not None:
            self.reader.read_page()

    def read_start(self, language: str) -> None:
        """Reads the start screen in a language."""
        if language != self._start_language:
            self._hide_strip()  # its words are in another language
        self._start_language = language
        self.turn_on()
        self.read_page()

    def make_room(self, wanted: bool) -> None:
        """The on-screen keyboard has appeared or disappeared.

        The strip is hidden while it is shown.
        """
        self._room_wanted = wanted
        if self._strip is not None:
            self._strip.setVisible(not wanted)

    def leave_page(self) -> None:
        """The page goes away: stops reading it."""
        self._soon.stop()
        self._strip = None
        if self.reader is not None:
            self.reader.forget()

    def turn_page(self) -> None:
        """A sheet has opened over the page or closed: reading stops, the strip stays."""
        self._soon.stop()
        if self.reader is not None:
            self.reader.forget()
        if self.on:
            self._soon.start(0)

    def come_to_page(self, *, read: bool) -> None:
        """Another page is shown, or the same one was rebuilt (``read`` is False)."""
        if self.on:
            self._show_strip()
            if read:
                self._soon.start(0)  # once the page has been laid out

    def read_found(self, found: QWidget | None) -> None:
        """Reads at once what a screen has to say about a mistake or an outcome."""
        if found is None or self.reader is None or not self.on:
            return
        from pdkiosk.ui.widgets.field import ErrorLine
        from pdkiosk.ui.widgets.spoken import follows

        errors = [line for line in found.findChildren(ErrorLine) if not line.isHidden()]
        parts: list[QWidget] = [*errors] or [found]
        if not self._mode().aloud:
            # People nearby would hear that this very touch was the answer that caused it.
            parts = [part for part in parts if not follows(part)]
        lines = [line for part in parts for line in self._said_by(part)]
        if lines:
            self.reader.say_aside(lines)

    def warn(self, countdown: QWidget) -> None:
        """Warns that everything will be erased soon: a sound, and the words of the countdown."""
        if self.reader is not None and self.on:
            QApplication.beep()
            self.reader.warn(self._said_by(countdown))

    def _said_by(self, part: QWidget) -> list[Sentence]:
        from pdkiosk.ui.reading.script import script

        return script(part, self._mode())

    def _mode(self) -> ReadingMode:
        assert self.reader is not None
        return self.reader.mode("" if self._shown().started else self._start_language)

    def _script(self) -> list[Sentence]:
        """The sentences of the page, and at the end those of the primary button."""
        shown = self._shown()
        parts = [part for part in (shown.page, shown.primary) if part is not None]
        return [line for part in parts if not part.isHidden() for line in self._said_by(part)]

    def _bring_into_view(self, widget: QWidget, part: float) -> None:
        scroll = self._shown().scroll
        if scroll is not None and scroll.area.isAncestorOf(widget):
            scroll.reveal_part(widget, part)

    def _show_strip(self) -> None:
        if self._strip is not None or self.reader is None:
            return
        from pdkiosk.ui.reading.strip import ReadingStrip

        words = self._context().pair if self._shown().started else self._words_at_start
        self._strip = ReadingStrip(self._context(), self.reader, words)
        self._strip.stop.connect(self.turn_off)
        self._add_strip(self._strip)
        self._strip.setVisible(not self._room_wanted)

    def _hide_strip(self) -> None:
        strip, self._strip = self._strip, None
        if strip is None:
            return
        self._keep_focus(strip)
        strip.hide()  # it disappears with the page

    def _keep_focus(self, strip: ReadingStrip) -> None:
        """Qt would pass a vanishing button's focus to another one, which Enter would press."""
        focused, page = QApplication.focusWidget(), self._shown().page
        heading = page.findChild(HeadingLabel) if page is not None else None
        if focused is None or heading is None or not strip.isAncestorOf(focused):
            return
        ring = isinstance(focused, TapButton) and focused.ring_shown
        reason = Qt.FocusReason.TabFocusReason if ring else Qt.FocusReason.MouseFocusReason
        heading.setFocus(reason)

    def _words_at_start(self, message: Message) -> Pair:
        context = self._context()
        language = self._mode().language
        english = context.text(message, SOURCE_LANGUAGE)
        if language == SOURCE_LANGUAGE:
            return Pair(english)
        return Pair(context.text(message, language), english)

    def _watch_touches(self) -> None:
        """While something is being read, any touch elsewhere stops it."""
        from pdkiosk.ui.reading.reader import State

        application = QCoreApplication.instance()
        assert application is not None and self.reader is not None
        application.removeEventFilter(self)
        if self.reader.state is State.READING:
            # Only while needed: every event of the program passes through this filter in Python.
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() in _TOUCHES
            and isinstance(watched, QWidget)
            and watched.window() is self._window
            and not self._is_on_strip(event)
            and self.reader is not None
        ):
            self.reader.hush()
        return False

    def _is_on_strip(self, event: QEvent) -> bool:
        """Whether a touch is on the strip, or a key is pressed while the strip has the focus."""
        strip = self._strip
        if isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            on_strip = strip is not None and focused is not None and strip.isAncestorOf(focused)
            return on_strip or event.key() in _MOVING_KEYS
        if strip is None or not isinstance(event, QPointerEvent):
            return False
        places = [point.globalPosition().toPoint() for point in event.points()]
        return all(strip.rect().contains(strip.mapFromGlobal(place)) for place in places)
