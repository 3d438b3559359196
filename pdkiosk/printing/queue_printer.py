"""A printer that the system has a queue for."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from pdkiosk.background import Job
from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.job_tags import JobTags, job_tags
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.queue_job import QueueJob
from pdkiosk.printing.queues import Queue, Queues
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts

_LOOK_AGAIN = 2.0  # seconds
_CLEAR_SECONDS = 1.5
_CLEAR_PAUSE = 0.05


class QueuePrinter:
    """The named queue, or the system's default, or the only one. See ``printer.Printer``."""

    def __init__(
        self,
        name: str,
        queues: Queues,
        *,
        tags: JobTags | None = None,
        timeouts: Timeouts | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._queues = queues
        self._tags = tags or job_tags()
        self._timeouts = timeouts or Timeouts()
        self._clock = clock
        self._state = State.CHECKING
        self._job: QueueJob | None = None
        self._looking: Job[Queue | None] | None = None
        self._look_at = 0.0

    def look(self) -> State:
        """The state of the printer; when called repeatedly, asks again every two seconds."""
        if self._looking is None and self._clock() >= self._look_at:
            self._looking = Job(lambda: self._queues.look(self._name))
        if self._looking is not None and self._looking.done:
            self._state = _state_of(self._looking)
            self._looking = None
            self._look_at = self._clock() + _LOOK_AGAIN
        elif self._looking is not None and self._looking.lasted > self._timeouts.program:
            self._state = State.NO_SERVICE
        return self._state

    def start(self, parts: Sequence[Printable]) -> QueueJob:
        """Starts printing; raises ValueError if there is nothing to print."""
        if self._job is not None:
            self._job.abandon()
        self._job = QueueJob(
            self._name, self._queues, parts, self._tags, self._timeouts, self._clock
        )
        return self._job

    def clear(self) -> bool:
        """Deletes all our jobs at every printer; returns whether that was confirmed."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        clearing = Job(self._clear)
        try:
            return clearing.wait(_CLEAR_SECONDS) and clearing.result()
        except Exception:  # also if the client answers something unexpected
            return False

    def abilities(self) -> Sequence[Abilities]:
        return self._queues.abilities()

    def _clear(self) -> bool:
        end = time.monotonic() + _CLEAR_SECONDS
        while ours := self._queues.ours(self._tags):
            # A job that is being printed stays until its printer has released it.
            waiting = [job for job in ours if not job.over]
            self._queues.delete(ours)
            if not waiting:
                return True  # records of finished jobs may stay
            if time.monotonic() >= end:
                return False
            time.sleep(_CLEAR_PAUSE)
        return True


def _state_of(looking: Job[Queue | None]) -> State:
    try:
        seen = looking.result()
    except Exception:  # also if the client answers something unexpected
        return State.NO_SERVICE
    return State.NO_PRINTER if seen is None else seen.state_for(None)
