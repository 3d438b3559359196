"""A timer that counts time during which the machine sleeps, too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from pdkiosk.clock import boot_seconds

_LOOK_MS = 500
BEFORE_PAINTING = frozenset({QEvent.Type.Expose, QEvent.Type.UpdateRequest})


class Due(QObject):
    """Calls ``act`` once when due, even before the application paints after a sleep.

    A Qt timer stops while the machine sleeps: what it should have removed would be painted again
    hours later.
    """

    def __init__(
        self,
        act: Callable[[], object],
        parent: QObject,
        clock: Callable[[], float] = boot_seconds,
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.clock = clock
        self._at: float | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def waiting(self) -> bool:
        return self._at is not None

    def start(self, seconds: float) -> None:
        """Starts or restarts it: due this many seconds from now."""
        application = QCoreApplication.instance()
        if application is not None and self._at is None:
            application.installEventFilter(self)
        self._at = self.clock() + seconds
        self._wait()

    def stop(self) -> None:
        self._at = None
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def look(self) -> None:
        """Calls ``act`` if it is due."""
        if self._at is None:
            return
        if self.clock() < self._at:
            self._wait()
            return
        self.stop()
        self._act()

    def _wait(self) -> None:
        if self._at is not None:
            self._timer.start(max(0, min(_LOOK_MS, round((self._at - self.clock()) * 1000) + 1)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in BEFORE_PAINTING:
            self.look()
        return False
