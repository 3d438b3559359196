"""Notices that nobody is there.

A countdown after the facility's time, then everything is erased.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from pdkiosk.ui.context import Context
from pdkiosk.ui.widgets.cover import Level, arrange, cover, uncover
from pdkiosk.ui.widgets.touch_watch import TouchWatch
from pdkiosk.ui.window.countdown import Countdown


class IdleGuard(QObject):
    """Watches one window: if nobody touches it, a countdown covers it, then ``expired`` is emitted.

    ``erased``: someone wants everything erased before that.

    ``warn`` is emitted after ``seconds`` without a touch; a touch restarts the count.
    ``covered`` carries the countdown that has appeared. Sleep of the machine counts as time without
    a touch, and what is due after it happens before the window paints or accepts a touch.
    """

    warn = Signal()
    covered = Signal(QWidget)
    expired = Signal()
    erased = Signal()

    def __init__(self, seconds: float, window: QWidget, context: Callable[[], Context]) -> None:
        """``context`` returns the session whose languages and look the countdown uses."""
        super().__init__(window)
        self._seconds = seconds
        self._window = window
        self._context = context
        self._countdown: Countdown | None = None
        self._focus_before: QWidget | None = None
        self.watch = TouchWatch(self._act, window)
        self.warn.connect(self._cover)

    def restart(self) -> None:
        """Someone is there: restarts the time, without a countdown."""
        self._uncover()
        self.watch.restart()

    def attend(self) -> None:
        """Someone is listening: counts as a touch, unless the countdown is already shown."""
        if self.watch.running and not self.watch.look() and not self.covering:
            self.watch.restart()

    def stay(self) -> None:
        """The person's pages are being printed: counts as a touch, even during the countdown."""
        if self.watch.running and self._left(self.watch.seconds) > 0:
            self.restart()

    def stop(self) -> None:
        """Stops watching: the start screen is shown, and there is nothing to erase."""
        self.watch.stop()
        self._uncover()
        self._focus_before = None

    def _left(self, seconds: float) -> float:
        """Seconds until everything is erased, including those of the countdown."""
        return self._seconds + self._context().facility.countdown_seconds - seconds

    def _act(self, seconds: float) -> bool:
        left = self._left(seconds)
        if left <= 0:
            self.expired.emit()
            return True
        if self._countdown is not None:
            self._countdown.show_left(left)
            return False
        if left <= self._context().facility.countdown_seconds:
            self.warn.emit()
            return True
        return False

    @property
    def covering(self) -> bool:
        """Whether the countdown covers the page."""
        return self._countdown is not None

    def fit(self) -> None:
        """Adapts to a new size of the window."""
        if self._countdown is not None:
            self._countdown.setGeometry(self._window.rect())

    def _cover(self) -> None:
        if self._countdown is not None or not self.watch.running:
            return
        self.watch.at_least(self._seconds)
        self._focus_before = QApplication.focusWidget()
        self.watch.held = True
        self.covered.emit(self._lay_countdown())

    def _lay_countdown(self) -> Countdown:
        countdown = Countdown(self._context(), self._window, self._left(self.watch.seconds))
        self._countdown = countdown
        countdown.here.connect(self._still_here)
        countdown.erase.connect(self.erased)
        self.fit()
        countdown.show()
        cover(self._window, countdown, Level.COUNTDOWN)
        return countdown

    def stay_over(self) -> None:
        """Keeps a countdown on top of a new page.

        One that was made for another screen is replaced: its buttons could overlap.
        """
        before = self._countdown
        if before is None:
            return
        self._focus_before = None  # deleted with the old page
        if before.made_for is self._context().look:
            arrange(self._window)
        else:
            self._lay_countdown()
            uncover(self._window, before)

    def _still_here(self) -> None:
        self.restart()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    def _uncover(self) -> None:
        self.watch.held = False
        if self._countdown is None:
            return
        gone, self._countdown = self._countdown, None
        uncover(self._window, gone)
