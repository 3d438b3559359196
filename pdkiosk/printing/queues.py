"""The interface to a system's print queues, implemented for CUPS and the Windows spooler."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Protocol

from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.command import Result, Running
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.state import State


class PrintServiceGoneError(Exception):
    """The print service is not running, does not answer, or answers nonsense."""


class JobNow(enum.Enum):
    """What has become of a job."""

    WAITS = enum.auto()  # waiting, being printed, or held up by a problem
    PRINTED = enum.auto()
    PERHAPS = enum.auto()  # over, without confirmation that it came out
    TAKEN = enum.auto()  # somebody canceled it
    IMPOSSIBLE = enum.auto()


class QueuedJob(Protocol):
    """A job as its queue shows it."""

    @property
    def id(self) -> int:
        """Its number, unique at this service."""

    @property
    def queue(self) -> str:
        """Its queue, as the service identifies it."""

    @property
    def title(self) -> str:
        """Its title; "" if the service does not tell."""

    @property
    def now(self) -> JobNow:
        """What has become of it."""

    @property
    def over(self) -> bool:
        """Whether only its record is left, which need not be deleted."""

    @property
    def stuck(self) -> bool:
        """Whether it was canceled, but not at the printer."""

    @property
    def held(self) -> bool:
        """Whether somebody set it to wait."""

    @property
    def pages_out(self) -> int:
        """The number of printed pages; 0 also if unknown."""

    @property
    def progress(self) -> object:
        """A value that changes whenever the job makes progress."""


class Queue(Protocol):
    """A printer with its jobs."""

    @property
    def name(self) -> str:
        """The printer's name, as the system writes it."""

    @property
    def address(self) -> str:
        """How the service identifies this queue."""

    @property
    def printer(self) -> State:
        """The state of the printer, whoever's jobs it has."""

    @property
    def jobs(self) -> Sequence[QueuedJob]:
        """At least all our jobs, including finished ones."""

    def state_for(self, number: int | None) -> State:
        """The state of the printer for one of the jobs, or for a future job (None)."""


class Queues(Protocol):
    """The queues of a system. Methods that may wait say so, and raise PrintServiceGoneError."""

    def look(self, name: str) -> Queue | None:
        """The named printer; for "" the default or the only one; None if there is none. Waits.

        Never a printer that makes files, since these would stay on a disk.
        """

    def ours(self, tags: JobTags) -> Sequence[QueuedJob]:
        """All our jobs, at any printer. Waits."""

    def delete(self, jobs: Sequence[QueuedJob]) -> None:
        """Removes jobs, or what is left of them, from their queues. Waits.

        It is no error if they are gone already or cannot be removed.
        """

    def send(self, queue: Queue, title: str, part: Printable) -> Running:
        """Starts sending a paper to the queue; never waits."""

    def number(self, sent: Result) -> int | None:
        """The number of the sent job, if the service tells it."""

    def abilities(self) -> Sequence[Abilities]:
        """All existing printers, including those that make files. Waits."""
