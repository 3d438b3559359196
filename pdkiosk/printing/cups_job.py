"""A job in a queue of CUPS: a chain of client programs, none of which is waited for.

Look at the queue, ``lp``, ``lpstat`` until the job is over, then ``ipptool`` for the job's
state, which lpstat does not say (see ``lpstat.py``), and to purge it. Parts are printed one
after the other, so that what the queue says belongs to one of them and never more than one
lies in the spool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto

from msgspec.structs import replace

from pdkiosk.printing import lpstat
from pdkiosk.printing.command import Result, Running
from pdkiosk.printing.cups_client import OWNER, Client, state_of
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import ENDS, Printable, Progress
from pdkiosk.printing.state import State

_EVICTIONS = 2  # how often jobs left by an earlier session are canceled before ours is sent
_MISSED = 2  # so many looks without the job, and it is gone

_REQUEST_ID = re.compile(r"request id is (\S+)-(\d+)")
_JOB_STATE = re.compile(r"^\s+job-state \(enum\) = (\S+)", re.MULTILINE)
_IMPRESSIONS = re.compile(r"^\s+job-impressions-completed \(integer\) = (\d+)", re.MULTILINE)


class _Step(Enum):
    LOOK = auto()  # before each part: may it be sent?
    EVICT = auto()  # cancel what an earlier session left
    SEND = auto()
    WATCH = auto()
    CONFIRM = auto()  # the job is over: how?
    PURGE = auto()  # the file and history of a job that is over go
    CLEAN = auto()  # look what of ours is still in the queue, to end
    TAKE_BACK = auto()  # cancel it


_AT_THE_END = (_Step.CLEAN, _Step.TAKE_BACK)


class CupsJob:
    """Parts on their way through a queue; see ``printer.Job``."""

    def __init__(
        self,
        client: Client,
        queue: str,
        parts: Sequence[Printable],
        clock: Callable[[], float],
        evictions: int = _EVICTIONS,
    ) -> None:
        if not parts:
            raise ValueError("nothing to print")
        self._client = client
        self._patience = client.patience
        self._clock = clock
        self._parts = list(parts)
        self._queue = queue
        self._progress = Progress(1, len(parts), parts[0].pages)
        self._unsure: Outcome | None = None  # the worst of the parts so far
        self._step = _Step.LOOK
        self._running: Running | None = None
        self._next = 0.0  # when to look again
        self._number: int | None = None  # the job of this part
        self._touched = False  # whether the queue may hold something of ours
        self._evictions = evictions  # left
        self._seen: object = None  # what the last look saw, and since when
        self._since = 0.0
        self._away: float | None = None  # since when the service is gone
        self._missed = 0  # looks that did not find the job
        self._ending = Outcome.CANCELED
        self._deadline = 0.0  # of the cleaning
        self._traces: list[tuple[str, int]] = []  # jobs to purge
        self._final: Outcome | None = None  # how the job ends once its last trace is gone

    @property
    def sent(self) -> bool:
        """Whether the queue has taken the last part."""
        return self._number is not None and self._progress.part == len(self._parts)

    def poll(self) -> Progress:
        """Goes on; see ``printer.Job``."""
        if self._progress.outcome is None:
            if self._running is None and self._clock() >= self._next:
                self._running = self._client.ask()  # LOOK, WATCH and CLEAN begin with it
            result = self._running.poll() if self._running else None
            if result is not None:
                self._running = None
                self._next = 0.0
                self._go_on(result)
        return self._progress

    def cancel(self) -> None:
        """Begins to take back what is not printed."""
        if self._progress.outcome is None and self._step not in _AT_THE_END and not self._final:
            self._fail(Outcome.CANCELED)

    def abandon(self) -> None:
        """Stops at once; what is in the queue stays there."""
        self._kill()
        if self._progress.outcome is None:
            self._finish(Outcome.CANCELED)

    def _go_on(self, result: Result) -> None:
        match self._step:
            case _Step.LOOK:
                self._looked(result)
            case _Step.EVICT:
                self._step = _Step.LOOK
            case _Step.SEND:
                self._sent(result)
            case _Step.WATCH:
                self._watched(result)
            case _Step.CONFIRM:
                self._confirmed(result)
            case _Step.PURGE:
                self._purge()
            case _Step.CLEAN:
                self._cleaned(result)
            case _Step.TAKE_BACK:
                self._step = _Step.CLEAN
                # A printing job takes its time to leave; do not run after it.
                self._next = self._clock() + self._patience.between / 2

    def _run(self, step: _Step, running: Running) -> None:
        self._step, self._running = step, running

    def _looked(self, result: Result) -> None:
        state = state_of(result, self._queue)
        self._progress = replace(self._progress, state=state)
        if state is State.NO_PRINTER:
            self._fail(Outcome.NO_PRINTER)
        elif state is State.NO_SERVICE:
            first = self._progress.part == 1
            self._fail(Outcome.NO_SERVICE if first else Outcome.SERVICE_LOST)
        elif state is State.STOPPED:
            self._fail(Outcome.PRINTER_STOPPED)
        else:
            self._look_around(lpstat.read(result.text))

    def _look_around(self, report: lpstat.Report) -> None:
        queue = report.queue(self._queue)
        if queue is None:
            raise AssertionError("a state without a queue")
        self._queue = queue.name
        # The papers of whoever sat here before, after a crash: they must not come out now.
        left = [job.name for job in report.waiting(OWNER) if job.queue == queue.name]
        if left and self._evictions:
            self._evictions -= 1
            self._run(_Step.EVICT, self._client.cancel(left))
            return
        data = self._parts[self._progress.part - 1].data
        self._touched = True
        self._run(_Step.SEND, self._client.send(self._queue, data))

    def _sent(self, result: Result) -> None:
        found = _REQUEST_ID.search(result.text)
        if result.code is None:
            self._fail(Outcome.TIMED_OUT)
        elif not result.ok or not found:
            self._fail(Outcome.REFUSED)
        else:
            self._number = int(found[2])
            self._seen, self._away, self._missed = None, None, 0
            self._step = _Step.WATCH

    def _watched(self, result: Result) -> None:
        report = lpstat.read(result.text)
        self._next = self._clock() + self._patience.between
        queue = report.queue(self._queue)
        if self._number is None:
            raise AssertionError("watching without a job")
        job = report.job(self._queue, self._number)
        if not report.running or queue is None:
            # Without the queue: the service went away while it answered.
            self._without_service()
        elif job is None:
            self._gone()
        elif job.over:
            self._over(job, queue)
        else:
            self._waiting(job, queue)

    def _gone(self) -> None:
        """The job is in no list any more."""
        self._missed += 1
        if self._missed < _MISSED:
            return  # perhaps the service went away while it answered
        # A queue that keeps no history does that to printed jobs; a service that stopped
        # does it to those that were not.
        if self._away is not None:
            self._fail(Outcome.SERVICE_LOST)
        else:
            self._part_over(Outcome.SENT)

    def _without_service(self) -> None:
        now = self._clock()
        if self._away is None:
            self._away = now
        self._progress = replace(self._progress, state=State.NO_SERVICE)
        if now - self._away >= self._patience.service:
            self._finish(Outcome.SERVICE_LOST)

    def _over(self, job: lpstat.QueuedJob, queue: lpstat.Queue) -> None:
        if job.says("canceled"):
            self._fail(Outcome.CANCELED_BY_STAFF)
        elif job.says("aborted", "completed-with-errors", "stopped"):
            self._fail(Outcome.ABORTED)
        else:
            self._progress = replace(self._progress, state=queue.state)
            self._run(_Step.CONFIRM, self._client.job_state(job.queue, job.id))

    def _waiting(self, job: lpstat.QueuedJob, queue: lpstat.Queue) -> None:
        now, patience = self._clock(), self._patience
        state = _state_of_job(job, queue)
        seen = (state, job.page, job.reasons)
        if seen != self._seen:
            self._seen, self._since = seen, now
        lasted = now - self._since
        if state.trouble and lasted < patience.settle:
            shown = State.CHECKING
        elif state is State.HELD and not job.says("hold") and lasted < patience.held:
            shown = State.CHECKING  # it only has not begun
        else:
            shown = state
        self._progress = replace(self._progress, state=shown, page=job.page)
        if lasted >= patience.limit(state, self._progress.pages):
            self._fail(ENDS.get(state, Outcome.TIMED_OUT))

    def _confirmed(self, result: Result) -> None:
        state = _JOB_STATE.search(result.text)
        pages = _IMPRESSIONS.search(result.text)
        if state is None:
            self._part_over(Outcome.SENT)  # no ipptool, or no answer
        elif state[1] != "completed":
            # Also when canceled: by CUPS itself for an error, or by staff before it began.
            self._fail(Outcome.ABORTED)
        elif self._progress.state.trouble:
            self._part_over(Outcome.DOUBTFUL)
        elif pages is not None and int(pages[1]) == 0:
            # So CUPS "completes" a document that the printer would not take.
            self._part_over(Outcome.SENT)
        else:
            self._part_over(Outcome.PRINTED)

    def _part_over(self, outcome: Outcome) -> None:
        if outcome is Outcome.PRINTED:
            done = self._progress.finished + 1
            self._progress = replace(self._progress, finished=done)
        elif self._unsure is not Outcome.DOUBTFUL:
            self._unsure = outcome
        self._traces = [(self._queue, self._number)] if self._number is not None else []
        self._purge()

    def _purge(self) -> None:
        """Lets nothing of our jobs remain: by default CUPS keeps documents for a day."""
        if self._traces:
            self._run(_Step.PURGE, self._client.purge(*self._traces.pop()))
        else:
            self._purged()

    def _purged(self) -> None:
        if self._final is None:
            self._next_part()
        else:
            self._finish(self._final)

    def _next_part(self) -> None:
        part = self._progress.part
        if part == len(self._parts):
            self._finish(self._unsure or Outcome.PRINTED)
            return
        pages = self._parts[part].pages
        self._progress = replace(self._progress, part=part + 1, pages=pages, page=None)
        self._number = None
        self._step = _Step.LOOK

    def _fail(self, outcome: Outcome) -> None:
        """Ends with this, after what is in the queue has been taken back."""
        self._kill()
        if not self._touched:
            self._finish(outcome)
            return
        self._ending = outcome
        self._deadline = self._clock() + self._patience.cleaning
        self._next = 0.0
        self._step = _Step.CLEAN

    def _cleaned(self, result: Result) -> None:
        report = lpstat.read(result.text)
        names = [job.name for job in report.waiting(OWNER) if job.queue == self._queue]
        # By owner: when lp was killed, nobody knows the number of the job that it began.
        self._traces = [(job.queue, job.id) for job in report.over(OWNER)]
        if report.running and not names:
            # "Unable to cancel print job.": gone here, but not from a printer out of reach.
            mine = report.job(self._queue, self._number) if self._number is not None else None
            self._end(sure=mine is None or "unable to cancel" not in mine.words.lower())
        elif self._clock() >= self._deadline:
            self._end(sure=False)
        elif names:
            self._run(_Step.TAKE_BACK, self._client.cancel(names))
        else:
            self._next = self._clock() + self._patience.between

    def _end(self, sure: bool) -> None:
        canceled = self._ending is Outcome.CANCELED
        self._final = Outcome.NOT_CANCELED if canceled and not sure else self._ending
        self._purge()

    def _finish(self, outcome: Outcome) -> None:
        self._progress = replace(self._progress, outcome=outcome)

    def _kill(self) -> None:
        if self._running is not None:
            self._running.kill()
            self._running = None


def _state_of_job(job: lpstat.QueuedJob, queue: lpstat.Queue) -> State:
    if job.says("job-hold"):
        return State.HELD
    if queue.state.trouble:
        return queue.state
    if queue.job not in (None, job.id):
        return State.BUSY
    if queue.job is None and not job.says("printing", "processing"):
        return State.HELD  # it waits though the printer is free
    return queue.state
