"""The gesture that opens the staff page: touching four corners, or typing a word.

A shaking hand does not make it by accident, and it needs no drag and no long press. It is not a
secret: the PIN is what keeps people out.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWindow

SECONDS = 6.0
CORNER_MM = 20.0
WORD = "staff"


class GestureSteps:
    """The progress of the gesture: corners clockwise from the top left, letters of the word."""

    def __init__(self, corner_px: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._corner = corner_px
        self._clock = clock
        self._corners = 0
        self._letters = 0
        self._began = 0.0

    def touched(self, at: QPointF, size: QSize) -> bool:
        """A finger came down. Returns True if it was the last of the four corners, in time."""
        corner = self._corner_of(at, size)
        if corner is not None and corner == self._corners - 1:
            return False  # the same corner, or a mouse event made from a touch
        if self._corners and self._clock() - self._began > SECONDS:
            self._corners = 0
        if corner != self._corners:
            self._corners = 0
            if corner != 0:
                return False
        if self._corners == 0:
            self._began = self._clock()
        self._corners += 1
        return self._corners == 4

    def typed(self, text: str) -> bool:
        """A key was pressed. Returns True if it was the last letter of the word, in time."""
        if self._letters and self._clock() - self._began > SECONDS:
            self._letters = 0
        if text.lower() != WORD[self._letters]:
            self._letters = 0
            if text.lower() != WORD[0]:
                return False
        if self._letters == 0:
            self._began = self._clock()
        self._letters += 1
        if self._letters < len(WORD):
            return False
        self._letters = 0
        return True

    def _corner_of(self, at: QPointF, size: QSize) -> int | None:
        near, right, bottom = self._corner, size.width() - self._corner, size.height()
        left = at.x() < near
        top = at.y() < near
        if not left and at.x() < right:
            return None
        if not top and at.y() < bottom - near:
            return None
        return {(True, True): 0, (False, True): 1, (False, False): 2, (True, False): 3}[(left, top)]


class GestureWatch(QObject):
    """Watches a window; ``opened``: someone has asked for the staff page."""

    opened = Signal()

    def __init__(self, window: QWindow, steps: GestureSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._steps = steps
        # Filter the window, not the application: its few events do not slow down the start screen.
        window.installEventFilter(self)

    def shut(self) -> None:
        """Stops watching: someone has begun an interview."""
        self._window.removeEventFilter(self)
        self.opened.disconnect()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = False
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            done = self._steps.touched(event.position(), self._window.size())
        elif event.type() is QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            done = self._steps.touched(event.points()[0].position(), self._window.size())
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            done = bool(event.text()) and self._steps.typed(event.text())
        if done:
            self.opened.emit()
        return False
