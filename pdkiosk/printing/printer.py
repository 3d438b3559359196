"""The printer interface: look, start, poll, cancel, clear, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.state import State

# Translators: there is no printer; the pages were saved as files. {name} is the name of their
# folder, such as papers-DELTA-473.
_SAVED_AS = Message(
    "There is no printer here. Your pages were saved as files, in a folder named {name}. Write "
    "the name down and ask the library for your pages.",
    "print.saved_as",
)

# The outcome of a job that waited too long because of each printer state.
ENDS = {
    State.OUT_OF_PAPER: Outcome.OUT_OF_PAPER,
    State.JAM: Outcome.JAM,
    State.DOOR_OPEN: Outcome.DOOR_OPEN,
    State.NO_TONER: Outcome.NO_TONER,
    State.NEEDS_HELP: Outcome.NEEDS_HELP,
    State.OFFLINE: Outcome.OFFLINE,
    State.STOPPED: Outcome.PRINTER_STOPPED,
    State.HELD: Outcome.HELD,
    State.BUSY: Outcome.BUSY,
}


class Printable(Protocol):
    """A paper to print: a PDF in memory."""

    @property
    def id(self) -> str:
        """Its name among the papers, without personal data; also its file name in a folder."""

    @property
    def pages(self) -> int:
        """The number of pages."""

    @property
    def data(self) -> bytes:
        """The PDF."""


class Progress(Struct, frozen=True):
    """The progress of a job. It is over once ``outcome`` is set."""

    part: int  # the part being printed, from 1
    parts: int
    pages: int  # pages of this part
    page: int | None = None  # the page being printed, from 1, where the printer says it
    state: State = State.CHECKING  # state of the printer; while it has trouble, the job waits
    finished: int = 0  # parts that the queue says are complete
    outcome: Outcome | None = None
    saved_as: str = ""  # the folder that the pages were saved in

    @property
    def says(self) -> Message:
        """The message for the person about how it ended; raises ValueError if it has not ended."""
        if self.outcome is None:
            raise ValueError("not over")
        return _SAVED_AS(name=self.saved_as) if self.saved_as else self.outcome.message


class Job(Protocol):
    """Pages being printed. No method waits, and none raises because of a printer's faults."""

    def poll(self) -> Progress:
        """Continues the work and returns the progress. Must be called every 100-500 ms."""

    def cancel(self) -> None:
        """Starts canceling what is not printed yet; later polls report the outcome."""


class Printer(Protocol):
    """A printer."""

    def look(self) -> State:
        """The state of the printer; never waits. CHECKING until it has answered: ask again."""

    def start(self, parts: Sequence[Printable]) -> Job:
        """Starts printing the parts, one after the other, under an anonymous title."""

    def clear(self) -> bool:
        """Removes everything sent but not printed yet, at the end of a session.

        Waits 1.5 seconds at most. Returns whether nothing of ours is left.
        """


class FinishedJob(Struct, frozen=True):
    """A job that was over before it began."""

    progress: Progress

    def poll(self) -> Progress:
        return self.progress

    def cancel(self) -> None:
        """Does nothing: there is nothing to cancel."""


def finished(parts: Sequence[Printable], state: State, outcome: Outcome) -> FinishedJob:
    """A job for these parts that is over already."""
    done = len(parts) if outcome is Outcome.SAVED else 0
    pages = parts[0].pages if parts else 0
    return FinishedJob(Progress(1, len(parts), pages, None, state, done, outcome))
