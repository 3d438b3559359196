"""What Windows' spooler says of a printer and its jobs, and what that means for a person.

The numbers are those of winspool.h. Each bit has its row here; the tests go through all.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from pdkiosk.printing.state import State

OWN = "pdkiosk-"  # how our titles begin; behind it stands a number that means nothing


class SpoolerGoneError(Exception):
    """The service that prints is not running, or does not talk to us."""


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

# The first row that fits is told: what somebody can fix at the printer before what is only
# a consequence of it.
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


class JobNow(enum.Enum):
    """What has become of a job."""

    WAITS = enum.auto()  # spooled, printed, or kept from it by a trouble
    PRINTED = enum.auto()
    PERHAPS = enum.auto()  # out of the spooler, and nobody says that it came out
    TAKEN = enum.auto()  # somebody deleted it
    IMPOSSIBLE = enum.auto()


JOB_ENDS: tuple[tuple[JobBit, JobNow], ...] = (
    (JobBit.DELETED, JobNow.TAKEN),
    (JobBit.DELETING, JobNow.TAKEN),
    (JobBit.BLOCKED_DEVQ, JobNow.IMPOSSIBLE),
    # Before PRINTED: a job that is printed once more, or failed at its end, is not out.
    (JobBit.ERROR, JobNow.WAITS),
    (JobBit.RESTART, JobNow.WAITS),
    (JobBit.PRINTED, JobNow.PRINTED),
    (JobBit.COMPLETE, JobNow.PERHAPS),
    (JobBit.RETAINED, JobNow.PERHAPS),
)

# None: what the printer says counts.
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


class SpoolJob(Struct, frozen=True):
    """A job in the queue; ``status`` of JobBit, ``page``: pages that are printed."""

    id: int
    title: str
    status: int = 0
    page: int = 0

    @property
    def ours(self) -> bool:
        """Whether this program sent it."""
        return self.title.startswith(OWN)

    @property
    def now(self) -> JobNow:
        """What has become of it."""
        return next((now for bit, now in JOB_ENDS if self.status & bit), JobNow.WAITS)


class Snapshot(Struct, frozen=True):
    """A printer with its jobs, the oldest first; ``status`` of PrinterBit."""

    name: str
    status: int = 0
    attributes: int = 0
    jobs: Sequence[SpoolJob] = ()

    @property
    def printer(self) -> State:
        """How the printer is, whoever's jobs it has."""
        if self.attributes & WORK_OFFLINE:
            return State.OFFLINE
        return next((state for bit, state in PRINTER_STATES if self.status & bit), State.READY)

    def job(self, title: str) -> SpoolJob | None:
        """The job with this title."""
        return next((job for job in self.jobs if job.title == title), None)

    def state_for(self, job: SpoolJob | None) -> State:
        """How the printer is for this job, or for one that comes."""
        if job is not None:
            for bit, state in JOB_STATES:
                if job.status & bit and state is not None:
                    found = self.printer
                    # The printer knows better what it needs than "error" and "needs help".
                    return found if state is State.NEEDS_HELP and found.trouble else state
        found = self.printer
        if found in (State.READY, State.BUSY):
            before = [each for each in self.jobs if each.now is JobNow.WAITS]
            if job is not None and job in before:
                before = before[: before.index(job)]
            return State.BUSY if before else State.READY
        return found


class Spooler(Protocol):
    """The spooler. Each method may take its time and raises SpoolerGoneError."""

    def look(self, name: str) -> Snapshot | None:
        """This printer, or for "" the system's default, or the only one; None for none.

        Never one that asks for the name of a file: its dialog would be a way out.
        """
        ...

    def delete(self, name: str, jobs: Sequence[int]) -> None:
        """Takes jobs out of the queue; no trouble when they are gone or do not go."""
        ...

    def printers(self) -> list[str]:
        """The names of all that could be printed to."""
        ...
