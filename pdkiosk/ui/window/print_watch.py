"""Keeps a print job going, whatever the window shows meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from pdkiosk.ui.context import Context

_POLL_MS = 250


class PrintWatch(QObject):
    """Lives as long as the window, because a page does not.

    Help, another language or the hidden screen remove it, and a job that nobody polls sends no
    further parts and leaves its jobs in the queue.

    ``going``: pages are being printed, so the person is at the printer.
    """

    going = Signal()

    def __init__(self, parent: QObject, context: Callable[[], Context]) -> None:
        super().__init__(parent)
        self._context = context
        # Restarted after each poll: a failing one is reported once, not four times a second on
        # pages that have nothing to do with it.
        self._timer = QTimer(self, singleShot=True, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """Starts watching: something is being printed."""
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        # The end of the session may delete this, together with the job.
        printing = self._context().papers.printing
        if printing is None or printing.progress.outcome is not None:
            return
        printing.progress = printing.job.poll()
        self.going.emit()
        if printing.progress.outcome is None:
            self._timer.start()
