"""A print job with several parts in a print queue of any system.

Parts are printed one after the other, so that it is clear which one the queue's reports are about,
and never more than one is in the spool. A part is found in the queue by its title or number. When
its job is over, we ask how it ended and then delete what is left: by default CUPS keeps documents
for a day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from msgspec.structs import replace

from pdkiosk.background import Job
from pdkiosk.printing.command import Result, Running
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import ENDS, Printable, Progress
from pdkiosk.printing.queues import JobNow, Queue, QueuedJob, Queues
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts

_EVICTIONS = 2  # how often jobs left by an earlier session are deleted before ours is sent
_MISSED = 2  # after this many looks without the job, it counts as gone


class _Step(Enum):
    LOOK = auto()  # before each part: waiting until it may be sent
    WATCH = auto()  # from the moment the part is being sent
    LEAVE = auto()  # the part is over: the rest of its job is deleted
    CLEAN = auto()  # everything is over: all our jobs in the queue are deleted


class QueueJob:
    """Parts being printed; see ``printer.Job``."""

    def __init__(
        self,
        name: str,
        queues: Queues,
        parts: Sequence[Printable],
        tags: JobTags,
        timeouts: Timeouts,
        clock: Callable[[], float],
    ) -> None:
        if not parts:
            raise ValueError("nothing to print")
        self._name = name
        self._queues = queues
        self._parts = list(parts)
        self._tags = tags
        self._timeouts = timeouts
        self._clock = clock
        self._progress = Progress(1, len(parts), parts[0].pages)
        self._step = _Step.LOOK
        self._title = ""  # of this part's job
        self._number: int | None = None
        self._asking: Job[Queue | None] | None = None
        self._next = 0.0  # time of the next look
        self._sending: Running | None = None
        self._evictions = _EVICTIONS  # how many are left
        self._unsure: Outcome | None = None  # the worst of the parts so far
        self._touched = False  # whether the queue may contain a job of ours
        self._seen: object = None  # what the last look saw, and since when
        self._since = 0.0
        self._out, self._moved = 0, 0.0  # pages of this part that came out, and when the last did
        self._perhaps: float | None = None  # since when the job may be out
        self._away: float | None = None  # since when the service is gone
        self._was_away = False  # whether it was gone while this part was in the queue
        self._missed = 0  # looks that did not find the job
        self._ending = Outcome.CANCELED
        self._deadline = 0.0  # for the cleanup
        self._deleted = False  # whether finished jobs were deleted once
        self._pausing = False  # whether the next look deletes nothing
        self._stuck = False  # whether a job was canceled, but not at the printer

    def poll(self) -> Progress:
        if self._progress.outcome is None:
            if self._asking is None and self._clock() >= self._next:
                self._asking = Job(lambda: self._queues.look(self._name))
            if self._asking is not None and self._asking.done:
                asked, self._asking = self._asking, None
                self._next = self._clock() + self._timeouts.between
                self._heard(asked)
            elif self._asking is not None and self._asking.lasted > self._timeouts.program:
                self._silent()
        return self._progress

    def cancel(self) -> None:
        if self._progress.outcome is None and self._step is not _Step.CLEAN:
            self._fail(Outcome.CANCELED)

    def abandon(self) -> None:
        """Stops at once; jobs in the queue stay there."""
        self._stop_sending()
        if self._progress.outcome is None:
            self._finish(Outcome.CANCELED)

    def _heard(self, asked: Job[Queue | None]) -> None:
        try:
            seen = asked.result()
        except Exception:  # PrintServiceGoneError, or an unexpected answer of the client
            self._without_service()
            return
        if seen is not None:
            self._away = None
        match self._step:
            case _Step.LOOK:
                self._looked(seen)
            case _Step.WATCH:
                self._watched(seen)
            case _Step.LEAVE:
                self._left(seen)
            case _Step.CLEAN:
                self._cleaned(seen)

    def _silent(self) -> None:
        """The service does not answer at all: abandons that thread."""
        self._stop_sending()
        self._finish(Outcome.SERVICE_LOST if self._touched else Outcome.NO_SERVICE)

    def _without_service(self) -> None:
        if not self._touched:
            self._finish(Outcome.NO_SERVICE)
            return
        now = self._clock()
        self._away = now if self._away is None else self._away
        self._was_away = True
        self._progress = replace(self._progress, state=State.NO_SERVICE)
        if self._step is _Step.CLEAN and now >= self._deadline:
            self._end(sure=False)
        elif now - self._away >= self._timeouts.service:
            self._stop_sending()
            self._finish(Outcome.SERVICE_LOST)

    def _looked(self, seen: Queue | None) -> None:
        state = State.NO_PRINTER if seen is None else seen.state_for(None)
        self._progress = replace(self._progress, state=state)
        if seen is None or state is State.NO_PRINTER:
            self._fail(Outcome.NO_PRINTER)
            return
        if state is State.STOPPED:
            self._fail(Outcome.PRINTER_STOPPED)
            return
        self._name = seen.name
        # The papers of an earlier person, after a crash: they must not come out now.
        left = [job for job in self._ours(seen) if not job.over]
        if left and self._evictions:
            self._evictions -= 1
            self._delete(left)
            return
        self._touched, self._was_away = True, False
        self._seen, self._perhaps, self._missed, self._number = None, None, 0, None
        self._out, self._moved = 0, self._clock()
        self._title = self._tags.title()
        part = self._parts[self._progress.part - 1]
        self._sending = self._queues.send(seen, self._title, part)
        self._step = _Step.WATCH

    def _watched(self, seen: Queue | None) -> None:
        sent = self._sending.poll() if self._sending is not None else Result(0)
        if sent is not None:
            if not sent.ok:
                self._fail(Outcome.TIMED_OUT if sent.code is None else Outcome.REFUSED)
                return
            if self._sending is not None:
                self._number = self._queues.number(sent)
            self._sending = None
        if seen is None:
            self._without_service()  # the service may show no queue while it stops or starts
            return
        job = self._mine(seen)
        if job is None:
            self._gone(sent is not None)
            return
        self._missed = 0
        match job.now:
            case JobNow.TAKEN:
                self._fail(Outcome.CANCELED_BY_STAFF)
            case JobNow.IMPOSSIBLE:
                self._fail(Outcome.ABORTED)
            case JobNow.PRINTED if sent is not None:
                self._progress = replace(self._progress, state=seen.printer)
                doubtful = seen.printer.trouble
                self._part_over(Outcome.DOUBTFUL if doubtful else Outcome.PRINTED, job)
            case JobNow.PERHAPS if sent is not None:
                now = self._clock()
                self._perhaps = now if self._perhaps is None else self._perhaps
                if now - self._perhaps >= self._timeouts.settle:
                    self._part_over(Outcome.SENT, job)
            case _:
                self._waiting(job, seen)

    def _gone(self, sent: bool) -> None:
        """The job is not in the queue: not yet, or it was over before we could look."""
        self._missed += sent
        if self._missed < _MISSED:
            return
        # Printed jobs vanish from a queue that keeps no history; unprinted ones, if the service
        # stopped.
        if self._was_away:
            self._fail(Outcome.SERVICE_LOST)
        else:
            self._part_over(Outcome.SENT)

    def _waiting(self, job: QueuedJob, seen: Queue) -> None:
        now, timeouts = self._clock(), self._timeouts
        state = seen.state_for(job.id)
        noticed = (state, job.progress, seen.printer)
        if noticed != self._seen:
            self._seen, self._since = noticed, now
        if job.pages_out > self._out:
            self._out, self._moved = job.pages_out, now
        lasted = now - self._since
        # A job that merely has not begun must not be reported as held.
        settle = timeouts.held if state is State.HELD and not job.held else timeouts.settle
        shown = State.CHECKING if state.trouble and lasted < settle else state
        page = job.pages_out + 1 if 0 < job.pages_out < self._progress.pages else None
        self._progress = replace(self._progress, state=shown, page=page)
        # Pages being printed count as a sign of a person, so a printer that changes its message
        # every few seconds must not keep an abandoned session alive forever.
        unmoved = now - self._moved >= timeouts.unmoved + timeouts.page * self._progress.pages
        if unmoved or lasted >= timeouts.limit(state, self._progress.pages):
            self._fail(ENDS.get(state, Outcome.TIMED_OUT))

    def _part_over(self, outcome: Outcome, job: QueuedJob | None = None) -> None:
        if outcome is Outcome.PRINTED:
            self._progress = replace(self._progress, finished=self._progress.finished + 1)
        elif self._unsure is not Outcome.DOUBTFUL:
            self._unsure = outcome
        self._step, self._next = _Step.LEAVE, 0.0
        self._deadline = self._clock() + self._timeouts.cleaning
        if job is not None:
            self._delete([job])

    def _left(self, seen: Queue | None) -> None:
        job = self._mine(seen) if seen is not None else None
        if job is not None and not job.over and self._clock() < self._deadline:
            self._delete([job])
            return  # the record of a finished job may stay
        part = self._progress.part
        if part == len(self._parts):
            self._finish(self._unsure or Outcome.PRINTED)
            return
        pages = self._parts[part].pages
        self._progress = replace(self._progress, part=part + 1, pages=pages, page=None)
        self._step, self._next = _Step.LOOK, 0.0

    def _fail(self, outcome: Outcome) -> None:
        """Ends with this outcome, after removing what is in the queue."""
        self._stop_sending()
        if not self._touched:
            self._finish(outcome)
            return
        self._ending = outcome
        self._deadline, self._deleted = self._clock() + self._timeouts.cleaning, False
        self._step, self._next = _Step.CLEAN, 0.0

    def _cleaned(self, seen: Queue | None) -> None:
        if seen is None:
            self._end(sure=False)
            return
        ours = self._ours(seen)
        self._stuck = self._stuck or any(job.stuck for job in ours)
        waiting = [job for job in ours if not job.over]
        if not ours or (not waiting and self._deleted):
            self._end(sure=not self._stuck)
        elif self._clock() >= self._deadline:
            self._end(sure=False)
        elif self._pausing:
            self._pausing = False
        else:
            # A job that is being printed takes a while to leave; do not delete it at every look.
            self._deleted, self._pausing = not waiting, bool(waiting)
            self._delete(ours)

    def _end(self, *, sure: bool) -> None:
        canceled = self._ending is Outcome.CANCELED
        self._finish(Outcome.NOT_CANCELED if canceled and not sure else self._ending)

    def _ours(self, seen: Queue) -> list[QueuedJob]:
        return [job for job in seen.jobs if self._tags.match(job.title) or job.id == self._number]

    def _mine(self, seen: Queue) -> QueuedJob | None:
        return next(
            (job for job in seen.jobs if job.title == self._title or job.id == self._number), None
        )

    def _delete(self, jobs: Sequence[QueuedJob]) -> None:
        """Deletes the jobs, then looks again, in the same background thread."""

        def delete_and_look() -> Queue | None:
            self._queues.delete(jobs)
            return self._queues.look(self._name)

        self._asking = Job(delete_and_look)

    def _finish(self, outcome: Outcome) -> None:
        self._progress = replace(self._progress, outcome=outcome)

    def _stop_sending(self) -> None:
        if self._sending is not None:
            self._sending.kill()
            self._sending = None
