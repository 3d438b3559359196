"""Interprets what the Windows spooler reports about a printer and its jobs.

The numbers are from winspool.h. Each bit has a row here; the tests cover all of them.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.command import Result, Run, Running
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.queues import JobNow, Queue, QueuedJob
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts

_PAINTING_PAGE = 20.0  # seconds that a page may take to paint, in a slow driver


class PrinterBit(enum.IntFlag):
    """PRINTER_STATUS_…"""

    PAUSED = 0x1
    ERROR = 0x2
    PENDING_DELETION = 0x4
    PAPER_JAM = 0x8
    PAPER_OUT = 0x10
    MANUAL_FEED = 0x20
    PAPER_PROBLEM = 0x40
    OFFLINE = 0x80
    IO_ACTIVE = 0x100
    BUSY = 0x200
    PRINTING = 0x400
    OUTPUT_BIN_FULL = 0x800
    NOT_AVAILABLE = 0x1000
    WAITING = 0x2000
    PROCESSING = 0x4000
    INITIALIZING = 0x8000
    WARMING_UP = 0x10000
    TONER_LOW = 0x20000
    NO_TONER = 0x40000
    PAGE_PUNT = 0x80000
    USER_INTERVENTION = 0x100000
    OUT_OF_MEMORY = 0x200000
    DOOR_OPEN = 0x400000
    SERVER_UNKNOWN = 0x800000
    POWER_SAVE = 0x1000000
    SERVER_OFFLINE = 0x2000000
    DRIVER_UPDATE_NEEDED = 0x4000000


class JobBit(enum.IntFlag):
    """JOB_STATUS_…"""

    PAUSED = 0x1
    ERROR = 0x2
    DELETING = 0x4
    SPOOLING = 0x8
    PRINTING = 0x10
    OFFLINE = 0x20
    PAPEROUT = 0x40
    PRINTED = 0x80
    DELETED = 0x100
    BLOCKED_DEVQ = 0x200
    USER_INTERVENTION = 0x400
    RESTART = 0x800
    COMPLETE = 0x1000
    RETAINED = 0x2000
    RENDERING_LOCALLY = 0x4000


WORK_OFFLINE = 0x400  # PRINTER_ATTRIBUTE_WORK_OFFLINE: what "Use printer offline" sets

# The first matching row is reported: things that someone can fix at the printer come before their
# consequences.
PRINTER_STATES: tuple[tuple[PrinterBit, State], ...] = (
    (PrinterBit.PENDING_DELETION, State.NO_PRINTER),
    (PrinterBit.PAUSED, State.STOPPED),
    (PrinterBit.DOOR_OPEN, State.DOOR_OPEN),
    (PrinterBit.PAPER_JAM, State.JAM),
    (PrinterBit.PAPER_OUT, State.OUT_OF_PAPER),
    (PrinterBit.NO_TONER, State.NO_TONER),
    (PrinterBit.OFFLINE, State.OFFLINE),
    (PrinterBit.NOT_AVAILABLE, State.OFFLINE),
    (PrinterBit.SERVER_OFFLINE, State.OFFLINE),
    (PrinterBit.SERVER_UNKNOWN, State.OFFLINE),
    (PrinterBit.PAPER_PROBLEM, State.NEEDS_HELP),
    (PrinterBit.MANUAL_FEED, State.NEEDS_HELP),
    (PrinterBit.OUTPUT_BIN_FULL, State.NEEDS_HELP),
    (PrinterBit.PAGE_PUNT, State.NEEDS_HELP),
    (PrinterBit.OUT_OF_MEMORY, State.NEEDS_HELP),
    (PrinterBit.USER_INTERVENTION, State.NEEDS_HELP),
    (PrinterBit.DRIVER_UPDATE_NEEDED, State.NEEDS_HELP),
    (PrinterBit.ERROR, State.NEEDS_HELP),
    (PrinterBit.TONER_LOW, State.LOW_TONER),
    (PrinterBit.BUSY, State.BUSY),
    (PrinterBit.PRINTING, State.BUSY),
    (PrinterBit.PROCESSING, State.BUSY),
    (PrinterBit.IO_ACTIVE, State.READY),
    (PrinterBit.WAITING, State.READY),
    (PrinterBit.INITIALIZING, State.READY),
    (PrinterBit.WARMING_UP, State.READY),
    (PrinterBit.POWER_SAVE, State.READY),
)


JOB_ENDS: tuple[tuple[JobBit, JobNow], ...] = (
    (JobBit.DELETED, JobNow.TAKEN),
    (JobBit.DELETING, JobNow.TAKEN),
    (JobBit.BLOCKED_DEVQ, JobNow.IMPOSSIBLE),
    # Check before PRINTED: a job that is being reprinted, or failed at its end, is not finished.
    (JobBit.ERROR, JobNow.WAITS),
    (JobBit.RESTART, JobNow.WAITS),
    (JobBit.PRINTED, JobNow.PRINTED),
    (JobBit.COMPLETE, JobNow.PERHAPS),
    (JobBit.RETAINED, JobNow.PERHAPS),
)

# None: the state of the printer applies.
JOB_STATES: tuple[tuple[JobBit, State | None], ...] = (
    (JobBit.PAUSED, State.HELD),
    (JobBit.PAPEROUT, State.OUT_OF_PAPER),
    (JobBit.OFFLINE, State.OFFLINE),
    (JobBit.USER_INTERVENTION, State.NEEDS_HELP),
    (JobBit.ERROR, State.NEEDS_HELP),
    (JobBit.SPOOLING, None),
    (JobBit.PRINTING, None),
    (JobBit.RESTART, None),
    (JobBit.RENDERING_LOCALLY, None),
)


# Fields of a DEVMODE (wingdi.h): the dmFields bit that says whether the driver has it, its name,
# and its neutral value. Everything else that changes the paper is set with each job (paint.py).
_OF_DRIVERS = ((0x40, "Nup", 1), (0x10, "Scale", 100))


class Devmode(Protocol):
    """A user's settings for a printer, under the names used by pywin32."""

    Fields: int
    Nup: int
    Scale: int


def added(devmode: Devmode) -> tuple[str, ...]:
    """What these settings do to each job and our jobs cannot override: see ``Abilities.adds``."""
    found = [
        (name, usual, getattr(devmode, name))
        for bit, name, usual in _OF_DRIVERS
        if devmode.Fields & bit
    ]
    return tuple(f"{name}={value}" for name, usual, value in found if value not in (0, usual))


class SpoolJob(Struct, frozen=True):
    """See ``queues.QueuedJob``. ``status`` is a combination of JobBit values."""

    id: int
    title: str
    status: int = 0
    pages_out: int = 0
    queue: str = ""

    # Windows keeps no record of a job that has left the queue.
    over = False
    stuck = False

    @property
    def held(self) -> bool:
        return bool(self.status & JobBit.PAUSED)

    @property
    def progress(self) -> object:
        return self.status, self.pages_out

    @property
    def now(self) -> JobNow:
        return next((now for bit, now in JOB_ENDS if self.status & bit), JobNow.WAITS)


class Snapshot(Struct, frozen=True):
    """See ``queues.Queue``.

    ``jobs``: oldest first; ``status`` is a combination of PrinterBit values.
    """

    name: str
    status: int = 0
    attributes: int = 0
    jobs: Sequence[SpoolJob] = ()

    @property
    def address(self) -> str:
        return self.name

    @property
    def printer(self) -> State:
        if self.attributes & WORK_OFFLINE:
            return State.OFFLINE
        return next((state for bit, state in PRINTER_STATES if self.status & bit), State.READY)

    def state_for(self, number: int | None) -> State:
        found = self.printer
        job = next((job for job in self.jobs if job.id == number), None)
        if job is not None:
            for bit, state in JOB_STATES:
                if job.status & bit and state is not None:
                    # The printer's own state is more precise than "error" or "needs help".
                    return found if state is State.NEEDS_HELP and found.trouble else state
        if found in (State.READY, State.BUSY):
            before = [each for each in self.jobs if each.now is JobNow.WAITS]
            if job is not None and job in before:
                before = before[: before.index(job)]
            return State.BUSY if before else State.READY
        return found


class Spooler(Protocol):
    """The spooler. Each method may be slow and raises PrintServiceGoneError."""

    def look(self, name: str) -> Snapshot | None:
        """See ``queues.Queues``.

        A printer that makes files would open a dialog: a way out of the kiosk.
        """

    def delete(self, name: str, jobs: Sequence[int]) -> None:
        """Removes jobs from the queue; no error if they are gone already or cannot be removed."""

    def abilities(self) -> Sequence[Abilities]: ...


class WindowsQueues:
    """See ``queues.Queues``. ``program`` is the command of this program, for painting."""

    def __init__(
        self, spooler: Spooler, program: Sequence[str], timeouts: Timeouts, run: Run
    ) -> None:
        self._spooler = spooler
        self._program = program
        self._timeouts = timeouts
        self._run = run

    def look(self, name: str) -> Snapshot | None:
        return self._spooler.look(name)

    def ours(self, tags: JobTags) -> Sequence[SpoolJob]:
        names = [each.name for each in self._spooler.abilities() if not each.makes_files]
        seen = [self._spooler.look(name) for name in names]
        return [
            job for each in seen if each is not None for job in each.jobs if tags.match(job.title)
        ]

    def delete(self, jobs: Sequence[QueuedJob]) -> None:
        for name in {job.queue for job in jobs}:
            self._spooler.delete(name, [job.id for job in jobs if job.queue == name])

    def send(self, queue: Queue, title: str, part: Printable) -> Running:
        # As --option=value: a name may begin with a dash.
        arguments = (*self._program, f"--to-paper={queue.name}", f"--title={title}")
        seconds = self._timeouts.sending + _PAINTING_PAGE * part.pages
        return self._run(arguments, part.data, seconds)

    def number(self, sent: Result) -> int | None:
        return None

    def abilities(self) -> Sequence[Abilities]:
        return self._spooler.abilities()
