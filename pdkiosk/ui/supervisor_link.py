"""The session's connection to the supervisor: reports events, waits to be shown."""

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
    """Asks the supervisor to write a code into its log; never what a person said."""
    with contextlib.suppress(OSError):
        os.write(1, f"note {code}\n".encode("ascii", "replace"))


class SessionLink(QObject):
    """Writes to standard output and reads standard input; the supervisor is at the other end.

    ``show`` is called when this session's turn has come, with the code and the language of the
    session before if that one failed ("e-4f2a es", else ""). Any other line is ignored. If the
    supervisor is gone (its end of the pipe is closed), ``lost`` is called: a session never outlives
    it.
    """

    _heard = Signal(bytes)  # used where a thread has to wait for input; b"" at the end

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
        # Sent by the window's thread, so it stops if the window hangs.
        self._pulse = QTimer(self, interval=_ALIVE_MS)
        self._pulse.timeout.connect(lambda: self.say("alive"))

    def say(self, word: str) -> None:
        """Sends the supervisor one of the words that it knows."""
        try:
            os.write(1, f"{word}\n".encode("ascii"))
        except OSError:
            self._lost()

    def _listen(self) -> None:
        """Listens in a separate thread: on Windows, Qt can watch sockets but not pipes."""
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
