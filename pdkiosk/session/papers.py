"""What the window asks of the papers: compose, render, print. The composition root provides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from pdkiosk.language.message import Message

if TYPE_CHECKING:
    from pdkiosk.documents.model import Document
    from pdkiosk.printing.printer import Job, Progress
    from pdkiosk.printing.state import State


class Part(Struct, frozen=True):
    """A paper that can be printed: its name on the screen, its number of pages, the PDF.

    ``wanted``: it is printed unless the person takes it out. ``icon`` names its pictogram.
    """

    id: str
    title: Message
    pages: int
    data: bytes
    wanted: bool = True
    icon: str = ""


class Printing(Struct):
    """Pages on their way: the job, what it prints, and how far it was when last asked."""

    job: Job
    parts: list[Part]
    progress: Progress

    @property
    def pages(self) -> int:
        """All pages of the job."""
        return sum(part.pages for part in self.parts)


class Papers(Protocol):
    """Makes and prints the papers of one person, in memory."""

    def letter(self) -> Document:
        """The letter as composed from the answers now."""

    def parts(self, language: str) -> list[Part]:
        """The rendered papers for a person who reads ``language``, the letter first."""

    def make_one(self, language: str) -> bool:
        """Makes the next of these papers ahead of time; whether there was one to make."""

    def answer_sheet(self, language: str) -> Part:
        """All answers so far on paper, at any point of the interview."""

    def sheet(self, document: Document, language: str) -> Part:
        """A document for the person alone, in their language."""

    @property
    def printing(self) -> Printing | None:
        """What was printed last or is being printed; it outlives the screen that began it."""

    @property
    def pages_left(self) -> int | None:
        """Pages that this person may still print; None: as many as they want."""

    @property
    def may_save(self) -> bool:
        """Whether pages go into a folder where there is no printer."""

    def look(self) -> State:
        """How the printer is; never waits."""

    def start(self, parts: list[Part]) -> Printing:
        """Begins to print the parts, or saves them where there is no printer."""

    def clear(self) -> bool:
        """Takes back what is not printed yet, at the end of a session."""

    def warm(self) -> None:
        """Loads what rendering needs, so that the first paper is not slow."""
