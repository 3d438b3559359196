"""Counts the seconds without a touch, including those during which the machine sleeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from pdkiosk.clock import boot_seconds
from pdkiosk.ui.widgets.due import BEFORE_PAINTING

_LOOK_MS = 500
_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.Wheel,
    }
)


class TouchWatch(QObject):
    """Calls ``act`` twice a second, and before the window paints or accepts a touch.

    ``act`` gets the number of seconds without a touch and returns whether the window shows
    something else now: then a touch that was meant for the old content is dropped. ``held``:
    touches do not count.
    """

    def __init__(
        self,
        act: Callable[[float], bool],
        inside: QWidget,
        clock: Callable[[], float] = boot_seconds,
    ) -> None:
        """``inside``: the window, or any widget in it."""
        super().__init__(inside)
        self._act = act
        self._inside = inside
        self.clock = clock
        self.held = False
        self._acting = False
        self._touched: float | None = None
        self._heard: tuple[QObject, ...] = ()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timer)

    @property
    def running(self) -> bool:
        return self._touched is not None

    @property
    def seconds(self) -> float:
        """Seconds since the last touch; 0 while none are counted."""
        return 0.0 if self._touched is None else self.clock() - self._touched

    def restart(self) -> None:
        """Someone is there: restarts the count."""
        self._listen()
        self._touched = self.clock()
        self._timer.start()

    def at_least(self, seconds: float) -> None:
        """Assumes that nobody has touched for at least this long."""
        if self._touched is not None:
            self._touched = min(self._touched, self.clock() - seconds)

    def stop(self) -> None:
        self._touched = None
        self._timer.stop()
        self._listen_to()

    def _listen(self) -> None:
        """Starts listening to the window: all touches and painting begin there.

        Not to the application: passing each of its events to Python took a fifth of the time for a
        page.
        """
        window = self._inside.window()
        window.winId()  # so that it has a handle even before it is shown
        handle = window.windowHandle()
        assert handle is not None
        if self._heard != (window, handle):
            self._listen_to(window, handle)

    def _listen_to(self, *heard: QObject) -> None:
        for before in self._heard:
            if isValid(before):
                before.removeEventFilter(self)
        for now in heard:
            now.installEventFilter(self)
        self._heard = heard

    def _on_timer(self) -> None:
        self._listen()  # Qt may have replaced the window's handle
        self.look()

    def look(self) -> bool:
        """Does what is due; returns whether the window shows something else now."""
        if self._touched is None or self._acting:
            return False
        self._acting = True  # this may trigger painting
        try:
            return self._act(self.seconds)
        finally:
            self._acting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in BEFORE_PAINTING:
            self.look()
        elif kind in _TOUCHES:
            if self.look():
                return True
            # Something may be lying on the keyboard: auto-repeat does not count as a person.
            repeated = isinstance(event, QKeyEvent) and event.isAutoRepeat()
            if self._touched is not None and not self.held and not repeated:
                self._touched = self.clock()
        return False
