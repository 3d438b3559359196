"""Limits how many pages one person can print, and keeps a double tap from printing twice."""

from __future__ import annotations

from collections.abc import Sequence

from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job, Printable, Printer, Progress, finished
from pdkiosk.printing.state import State


class Limits:
    """A printer for one session: one job at a time, and a page limit for the whole session.

    Only parts that came out, or may have, count: a jam uses up nothing of the limit.
    ``pages`` is the limit; None: no limit.
    """

    def __init__(self, printer: Printer, pages: int | None = None) -> None:
        self._printer = printer
        self._limit = pages
        self._job: _Counted | None = None
        self._earlier = 0  # pages of earlier jobs

    @property
    def printed(self) -> int:
        """Pages that came out, or may have, in this session."""
        return self._earlier + (self._job.printed if self._job else 0)

    @property
    def left(self) -> int | None:
        return None if self._limit is None else max(0, self._limit - self.printed)

    def look(self) -> State:
        return self._printer.look()

    def start(self, parts: Sequence[Printable]) -> Job:
        """Starts a new job, or returns the one that is still under way."""
        if self._job is not None and not self._job.over:
            return self._job
        wanted = sum(part.pages for part in parts)
        if self._limit is not None and self.printed + wanted > self._limit:
            return finished(parts, State.READY, Outcome.LIMIT)
        self._earlier = self.printed
        self._job = _Counted(self._printer.start(parts), parts)
        return self._job

    def clear(self) -> bool:
        return self._printer.clear()


class _Counted:
    def __init__(self, job: Job, parts: Sequence[Printable]) -> None:
        self._job = job
        self._pages = [part.pages for part in parts]
        self.printed = 0
        self.over = False

    def poll(self) -> Progress:
        progress = self._job.poll()
        unsure = progress.outcome is not None and progress.outcome.unsure
        done = len(self._pages) if unsure else progress.finished
        self.printed = sum(self._pages[:done])
        self.over = progress.outcome is not None
        return progress

    def cancel(self) -> None:
        self._job.cancel()
