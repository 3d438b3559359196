"""What printing asks of a system's print queues; CUPS and Windows' spooler are behind it."""

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
    """The service that prints is not running, or does not talk to us, or not sense."""


class JobNow(enum.Enum):
    """What has become of a job."""

    WAITS = enum.auto()  # waits, is printed, or is kept from it by a trouble
    PRINTED = enum.auto()
    PERHAPS = enum.auto()  # over, and nobody says that it came out
    TAKEN = enum.auto()  # somebody canceled it
    IMPOSSIBLE = enum.auto()


class QueuedJob(Protocol):
    """A job as its queue shows it."""

    @property
    def id(self) -> int:
        """Its number, one job's alone at this service."""

    @property
    def queue(self) -> str:
        """The queue that has it, as the service is told."""

    @property
    def title(self) -> str:
        """Its title; "" where the service does not tell."""

    @property
    def now(self) -> JobNow:
        """What has become of it."""

    @property
    def over(self) -> bool:
        """Whether only its record is left, which may stay."""

    @property
    def stuck(self) -> bool:
        """Whether it was canceled, but not at the printer."""

    @property
    def held(self) -> bool:
        """Whether somebody set it to wait."""

    @property
    def pages_out(self) -> int:
        """Pages that are printed; 0 also where nobody says."""

    @property
    def progress(self) -> object:
        """Another value whenever the job moves."""


class Queue(Protocol):
    """A printer with its jobs."""

    @property
    def name(self) -> str:
        """The printer's name, as the system writes it."""

    @property
    def address(self) -> str:
        """How the service is told which queue is meant."""

    @property
    def printer(self) -> State:
        """How the printer is, whoever's jobs it has."""

    @property
    def jobs(self) -> Sequence[QueuedJob]:
        """At least all of ours, those that are over with them."""

    def state_for(self, number: int | None) -> State:
        """How the printer is for one of the jobs; for None, for one that comes."""


class Queues(Protocol):
    """The queues of a system. What may wait says so, and raises PrintServiceGoneError."""

    def look(self, name: str) -> Queue | None:
        """This printer, or for "" the system's default, or the only one; None for none. Waits.

        Never one that makes files: what is printed there stays on a disk.
        """

    def ours(self, tags: JobTags) -> Sequence[QueuedJob]:
        """All jobs of ours, at any printer. Waits."""

    def delete(self, jobs: Sequence[QueuedJob]) -> None:
        """Takes jobs out of their queues, or what is left of them. Waits.

        No trouble when they are gone, or do not go.
        """

    def send(self, queue: Queue, title: str, part: Printable) -> Running:
        """Begins to send a paper to the queue; never waits."""

    def number(self, sent: Result) -> int | None:
        """The number of the job that was sent, where the service says it."""

    def abilities(self) -> Sequence[Abilities]:
        """All printers that there are, those that make files with them. Waits."""
