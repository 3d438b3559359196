"""Goes on with the pages on their way, for the window, whatever it shows meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from pdkiosk.ui.context import Context

_POLL_MS = 250


class PrintWatch(QObject):
    """Lives as long as the window, because a page does not: help, another language or the
    hidden screen take it away, and a job that nobody asks sends no further part, and leaves what
    is printed in the queue.

    ``going``: pages are on their way, so the person is at the printer.
    """

    going = Signal()

    def __init__(self, parent: QObject, context: Callable[[], Context]) -> None:
        super().__init__(parent)
        self._context = context
        # Started again after each look: one that fails is told once, and not four times a second
        # on pages that have nothing to do with it.
        self._timer = QTimer(self, singleShot=True, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)

    def watch(self) -> None:
        """Something is being printed."""
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        # The session's end takes this away, and with it what there is to watch.
        printing = self._context().papers.printing
        if printing is None or printing.progress.outcome is not None:
            return
        printing.progress = printing.job.poll()
        self.going.emit()
        if printing.progress.outcome is None:
            self._timer.start()
