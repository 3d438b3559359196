"""The session's end of the line to the supervisor: says what happens, waits to be shown."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal

from pdkiosk.lines import Lines
from pdkiosk.system import portable

_ALIVE_MS = 4000


def note(code: str) -> None:
    """Asks the supervisor to write a code into its log. Never what a person said."""
    with contextlib.suppress(OSError):
        os.write(1, f"note {code}\n".encode("ascii", "replace"))


class SessionLink(QObject):
    """Speaks on standard output and listens on standard input; the supervisor is at the other end.

    ``show`` is called when this session's turn has come, with the code and the language of
    the session before when that one failed ("e-4f2a es", else ""). Any other line is passed over.
    When the supervisor is gone (its end of the line is closed) ``lost`` is called: a session never
    outlives it.
    """

    _heard = Signal(bytes)  # where a thread has to wait for it; b"" at its end

    def __init__(
        self, show: Callable[[str], None], lost: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._lost = lost
        self._lines = Lines()
        self._notifier: QSocketNotifier | None = None
        if portable():
            self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
            threading.Thread(target=self._listen, daemon=True).start()
        else:
            self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(lambda: self._take(_read()))
        # From the thread of the window: it stops when the window hangs.
        self._pulse = QTimer(self, interval=_ALIVE_MS)
        self._pulse.timeout.connect(lambda: self.say("alive"))

    def say(self, word: str) -> None:
        """Tells the supervisor one of the words that it knows."""
        try:
            os.write(1, f"{word}\n".encode("ascii"))
        except OSError:
            self._lost()

    def _listen(self) -> None:
        """In a thread of its own: Qt on Windows tells of sockets, not of pipes."""
        data = b"."
        while data:
            data = _read()
            with contextlib.suppress(RuntimeError):  # the window is gone
                self._heard.emit(data)

    def _take(self, data: bytes) -> None:
        if not data:
            if self._notifier is not None:
                self._notifier.setEnabled(False)
            self._lost()
        for line in self._lines.feed(data):
            order, _, failure = line.decode("ascii", "replace").partition(" ")
            if order == "show" and not self._pulse.isActive():
                self._show(failure)
                self._pulse.start()
                self.say("shown")


def _read() -> bytes:
    try:
        return os.read(0, 256)
    except OSError:
        return b""
