"""Darkens the screen during the facility's night hours while nobody uses it.

It uses a black page instead of turning the screen off: this works the same on X11, Wayland and
Windows, needs no permission, and can never interrupt a person who is still writing.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_LOOK_MS = 60_000
# Consecutive checks that find nobody: the start screen stays lit for at least a minute.
_LOOKS = 2
_WAKING = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.KeyRelease})
_SWALLOWED = _WAKING | {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.KeyPress,
}


def is_night(now: datetime.time, start: str, end: str) -> bool:
    """Whether it is night; "22:00" to "06:00" spans midnight. Never if one of them is empty."""
    if not start or not end or start == end:
        return False
    first, last = datetime.time.fromisoformat(start), datetime.time.fromisoformat(end)
    if first < last:
        return first <= now < last
    return now >= first or now < last


class Night(QObject):
    """Covers a window at night. ``alone`` tells whether nobody uses it (start screen shown)."""

    def __init__(
        self,
        window: QWidget,
        start: str,
        end: str,
        alone: Callable[[], bool],
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._hours = (start, end)
        self._alone = alone
        self._now = now
        self._found_nobody = 0
        self.cover: _Dark | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        if start and end:
            self._timer.start()
            window.installEventFilter(self)

    def look(self) -> None:
        """Covers the window at night, uncovers it in the morning."""
        night = is_night(self._now().time(), *self._hours)
        if not (night and self._alone() and self._window.isVisible()):
            self.wake()
            return
        self._found_nobody += 1
        if self._found_nobody >= _LOOKS and self.cover is None:
            self.cover = _Dark(self._window, self.wake)

    def wake(self) -> None:
        """Uncovers the window: someone is there, or the night is over."""
        self._found_nobody = 0
        if self.cover is not None:
            self.cover.hide()
            self.cover.deleteLater()
            self.cover = None
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.cover is not None:
            self.cover.setGeometry(self._window.rect())
        return False


class _Dark(QWidget):
    """A black cover over the whole window; the touch that wakes it does nothing else."""

    def __init__(self, window: QWidget, wake: Callable[[], None]) -> None:
        super().__init__(window)
        self._wake = wake
        self.setObjectName("night")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in _SWALLOWED:
            event.accept()
            if event.type() in _WAKING:
                # After the event: it must not reach what is underneath.
                QTimer.singleShot(0, self, self._wake)
            return True
        return super().event(event)
