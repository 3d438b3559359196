"""A job at a printer of Windows.

A process of its own paints a part; meanwhile and then the spooler is asked for the job, found
by its title, until it is over. It is kept in the queue after printing only to be asked how it
ended, then it is deleted. Parts are printed one after the other, as with CUPS.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from enum import Enum, auto

from msgspec.structs import replace

from pdkiosk.printing.asking import Asking
from pdkiosk.printing.command import Result, Run, Running
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.patience import Patience
from pdkiosk.printing.printer import ENDS, Printable, Progress
from pdkiosk.printing.spooler import (
    OWN,
    JobNow,
    Snapshot,
    Spooler,
    SpoolerGoneError,
    SpoolJob,
)
from pdkiosk.printing.state import State

_EVICTIONS = 2  # how often jobs left by an earlier session are deleted before ours is sent
_MISSED = 2  # so many looks without the job, and it is gone
_PAINTING_PAGE = 20.0  # seconds that a page may take to paint, in a slow driver


class _Step(Enum):
    LOOK = auto()
    WATCH = auto()  # from the moment that the part is being painted
    LEAVE = auto()  # the part is over: its job goes from the queue
    CLEAN = auto()  # all is over: whatever of ours is in the queue goes


class WindowsJob:
    """Parts on their way; see ``printer.Job``."""

    def __init__(
        self,
        name: str,
        spooler: Spooler,
        program: Sequence[str],
        parts: Sequence[Printable],
        patience: Patience,
        run: Run,
        clock: Callable[[], float],
    ) -> None:
        if not parts:
            raise ValueError("nothing to print")
        self._name = name
        self._spooler = spooler
        self._program = program
        self._parts = list(parts)
        self._patience = patience
        self._run = run
        self._clock = clock
        self._progress = Progress(1, len(parts), parts[0].pages)
        self._step = _Step.LOOK
        self._title = ""
        self._asking: Asking[Snapshot | None] | None = None
        self._next = 0.0
        self._painting: Running | None = None
        self._evictions = _EVICTIONS
        self._unsure: Outcome | None = None  # the worst of the parts so far
        self._touched = False  # whether the queue may hold something of ours
        self._seen: object = None  # what the last look saw, and since when
        self._since = 0.0
        self._perhaps: float | None = None  # since when the job may be out
        self._away: float | None = None
        self._missed = 0
        self._ending = Outcome.CANCELED
        self._deadline = 0.0

    def poll(self) -> Progress:
        """Goes on; see ``printer.Job``."""
        if self._progress.outcome is None:
            if self._asking is None and self._clock() >= self._next:
                self._asking = Asking(lambda: self._spooler.look(self._name))
            if self._asking is not None and self._asking.over:
                asked, self._asking = self._asking, None
                self._next = self._clock() + self._patience.between
                self._heard(asked)
            elif self._asking is not None and self._asking.lasted > self._patience.program:
                self._silent()
        return self._progress

    def cancel(self) -> None:
        """Begins to take back what is not printed."""
        if self._progress.outcome is None and self._step is not _Step.CLEAN:
            self._fail(Outcome.CANCELED)

    def abandon(self) -> None:
        """Stops at once; what is in the queue stays there."""
        self._stop_painting()
        if self._progress.outcome is None:
            self._finish(Outcome.CANCELED)

    def _heard(self, asked: Asking[Snapshot | None]) -> None:
        try:
            seen = asked.answer()
        except SpoolerGoneError:
            self._without_service()
            return
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
        """The spooler does not answer at all: that thread is given up."""
        self._stop_painting()
        self._finish(Outcome.SERVICE_LOST if self._touched else Outcome.NO_SERVICE)

    def _without_service(self) -> None:
        if not self._touched:
            self._finish(Outcome.NO_SERVICE)
            return
        now = self._clock()
        self._away = now if self._away is None else self._away
        self._progress = replace(self._progress, state=State.NO_SERVICE)
        if now - self._away >= self._patience.service:
            self._stop_painting()
            self._finish(Outcome.SERVICE_LOST)

    def _looked(self, seen: Snapshot | None) -> None:
        state = State.NO_PRINTER if seen is None else seen.state_for(None)
        self._progress = replace(self._progress, state=state)
        if seen is None or state is State.NO_PRINTER:
            self._fail(Outcome.NO_PRINTER)
            return
        if state is State.STOPPED:
            self._fail(Outcome.PRINTER_STOPPED)
            return
        self._name = seen.name
        # The papers of whoever sat here before, after a crash: they must not come out now.
        left = [job.id for job in seen.jobs if job.ours]
        if left and self._evictions:
            self._evictions -= 1
            self._delete(left)
            return
        part = self._parts[self._progress.part - 1]
        self._title = f"{OWN}{secrets.token_hex(4)}"
        self._touched = True
        self._seen, self._perhaps, self._missed = None, None, 0
        arguments = (*self._program, "--to-paper", self._name, "--title", self._title)
        seconds = self._patience.sending + _PAINTING_PAGE * part.pages
        self._painting = self._run(arguments, part.data, seconds)
        self._step = _Step.WATCH

    def _watched(self, seen: Snapshot | None) -> None:
        painted = self._painting.poll() if self._painting is not None else Result(0)
        if painted is not None and not painted.ok:
            self._painting = None
            self._fail(Outcome.TIMED_OUT if painted.code is None else Outcome.REFUSED)
            return
        if painted is not None:
            self._painting = None
        if seen is None:
            self._fail(Outcome.NO_PRINTER)
            return
        job = seen.job(self._title)
        if job is None:
            self._gone(painted is not None)
            return
        self._missed = 0
        match job.now:
            case JobNow.TAKEN:
                self._fail(Outcome.CANCELED_BY_STAFF)
            case JobNow.IMPOSSIBLE:
                self._fail(Outcome.ABORTED)
            case JobNow.PRINTED if painted is not None:
                doubtful = seen.printer.trouble
                self._part_over(Outcome.DOUBTFUL if doubtful else Outcome.PRINTED)
            case JobNow.PERHAPS if painted is not None:
                now = self._clock()
                self._perhaps = now if self._perhaps is None else self._perhaps
                if now - self._perhaps >= self._patience.settle:
                    self._part_over(Outcome.SENT)
            case _:
                self._waiting(job, seen)

    def _gone(self, painted: bool) -> None:
        """The job is not in the queue: not yet, or printed before anybody could look."""
        if painted:
            self._missed += 1
            if self._missed >= _MISSED:
                self._part_over(Outcome.SENT)

    def _waiting(self, job: SpoolJob, seen: Snapshot) -> None:
        now, patience = self._clock(), self._patience
        state = seen.state_for(job)
        noticed = (state, job.page, job.status, seen.status)
        if noticed != self._seen:
            self._seen, self._since = noticed, now
        lasted = now - self._since
        settling = state.trouble and lasted < patience.settle
        page = job.page + 1 if 0 < job.page < self._progress.pages else None
        shown = State.CHECKING if settling else state
        self._progress = replace(self._progress, state=shown, page=page)
        if lasted >= patience.limit(state, self._progress.pages):
            self._fail(ENDS.get(state, Outcome.TIMED_OUT))

    def _part_over(self, outcome: Outcome) -> None:
        if outcome is Outcome.PRINTED:
            self._progress = replace(self._progress, finished=self._progress.finished + 1)
        elif self._unsure is not Outcome.DOUBTFUL:
            self._unsure = outcome
        self._step = _Step.LEAVE
        self._deadline = self._clock() + self._patience.cleaning
        self._next = 0.0

    def _left(self, seen: Snapshot | None) -> None:
        job = seen.job(self._title) if seen is not None else None
        if job is not None and self._clock() < self._deadline:
            self._delete([job.id])
            return
        part = self._progress.part
        if part == len(self._parts):
            self._finish(self._unsure or Outcome.PRINTED)
            return
        pages = self._parts[part].pages
        self._progress = replace(self._progress, part=part + 1, pages=pages, page=None)
        self._step, self._next = _Step.LOOK, 0.0

    def _fail(self, outcome: Outcome) -> None:
        """Ends with this, after what is in the queue has been taken back."""
        self._stop_painting()
        if not self._touched:
            self._finish(outcome)
            return
        self._ending = outcome
        self._deadline = self._clock() + self._patience.cleaning
        self._step, self._next = _Step.CLEAN, 0.0

    def _cleaned(self, seen: Snapshot | None) -> None:
        ours = [job.id for job in seen.jobs if job.ours] if seen is not None else []
        if not ours:
            self._finish(self._ending)
        elif self._clock() >= self._deadline:
            canceled = self._ending is Outcome.CANCELED
            self._finish(Outcome.NOT_CANCELED if canceled else self._ending)
        else:
            self._delete(ours)

    def _delete(self, jobs: list[int]) -> None:
        """Deletes, then looks again, in the thread of the next question."""
        name = self._name

        def delete_and_look() -> Snapshot | None:
            self._spooler.delete(name, jobs)
            return self._spooler.look(name)

        self._asking = Asking(delete_and_look)

    def _finish(self, outcome: Outcome) -> None:
        self._progress = replace(self._progress, outcome=outcome)

    def _stop_painting(self) -> None:
        if self._painting is not None:
            self._painting.kill()
            self._painting = None
