"""The interface between window and papers: compose, render, print. app.py provides it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from pdkiosk.language.message import Message

if TYPE_CHECKING:
    from pdkiosk.documents.model import Document
    from pdkiosk.printing.printer import Job, Progress
    from pdkiosk.printing.state import State


class Part(Struct, frozen=True):
    """A paper that can be printed: its name on the screen, its number of pages, the PDF.

    ``wanted``: it is printed unless the person deselects it. ``icon`` names its pictogram.
    """

    id: str
    title: Message
    pages: int
    data: bytes
    wanted: bool = True
    icon: str = ""


class Printing(Struct):
    """Pages being printed: the job, its parts, and its progress when last polled."""

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
        """The letter, composed from the current answers."""

    def parts(self, language: str) -> list[Part]:
        """The rendered papers for a person who reads ``language``, the letter first."""

    def make_one(self, language: str) -> bool:
        """Makes the next of these papers ahead of time; returns whether there was one to make."""

    def answer_sheet(self, language: str) -> Part:
        """All answers so far on paper, at any point of the interview."""

    def sheet(self, document: Document, language: str) -> Part:
        """A document for the person only, in their language."""

    @property
    def printings(self) -> Sequence[Printing]:
        """All printings of the session, the last or current one at the end."""

    @property
    def printing(self) -> Printing | None:
        """The last or current printing; it outlives the screen that began it."""

    @property
    def pages_left(self) -> int | None:
        """Pages that this person may still print; None: no limit."""

    @property
    def may_save(self) -> bool:
        """Whether pages are saved in a folder if there is no printer."""

    def look(self) -> State:
        """The state of the printer; never waits."""

    def start(self, parts: list[Part]) -> Printing:
        """Starts printing the parts, or saves them if there is no printer."""

    def clear(self) -> bool:
        """Cancels what is not printed yet, at the end of a session."""

    def warm(self) -> None:
        """Loads what rendering needs, so that the first paper is not slow."""
