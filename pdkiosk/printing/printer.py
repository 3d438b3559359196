"""What the program asks of a printer: look, start, poll, cancel, clear; and no more."""

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

# How a job ends that waited for too long because the printer was so.
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
        """Its name among the papers, free of personal data; a file's name in a folder."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def data(self) -> bytes:
        """The PDF."""


class Progress(Struct, frozen=True):
    """How far a job is. It is over when ``outcome`` is set."""

    part: int  # the part being printed, from 1
    parts: int
    pages: int  # of this part
    page: int | None = None  # the page being printed, from 1, where the printer says it
    state: State = State.CHECKING  # of the printer; with trouble the job waits
    finished: int = 0  # parts that the queue says are complete
    outcome: Outcome | None = None
    saved_as: str = ""  # the folder that the pages were saved in

    @property
    def says(self) -> Message:
        """How it ended, for the person; raises ValueError while it has not."""
        if self.outcome is None:
            raise ValueError("not over")
        return _SAVED_AS(name=self.saved_as) if self.saved_as else self.outcome.message


class Job(Protocol):
    """Pages on their way. No method waits, and none raises for what a printer does wrong."""

    def poll(self) -> Progress:
        """Goes on with the work and says how far it is. To be called every 100-500 ms."""

    def cancel(self) -> None:
        """Begins to take back what is not printed; later polls end with how that went."""


class Printer(Protocol):
    """Where pages go."""

    def look(self) -> State:
        """How the printer is; never waits. CHECKING until it has answered: ask again."""

    def start(self, parts: Sequence[Printable]) -> Job:
        """Begins to print the parts, one after the other, under a title that says nothing."""

    def clear(self) -> bool:
        """Takes back all that was sent and is not printed, for the end of a session.

        Waits 1.5 seconds at most. Whether nothing of ours is left.
        """


class FinishedJob(Struct, frozen=True):
    """A job that was over before it began."""

    progress: Progress

    def poll(self) -> Progress:
        return self.progress

    def cancel(self) -> None:
        """There is nothing to take back."""


def finished(parts: Sequence[Printable], state: State, outcome: Outcome) -> FinishedJob:
    """A job over these parts that is over already."""
    done = len(parts) if outcome is Outcome.SAVED else 0
    pages = parts[0].pages if parts else 0
    return FinishedJob(Progress(1, len(parts), pages, None, state, done, outcome))
