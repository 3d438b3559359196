"""What the window asks of the papers: compose, render, print. The composition root provides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pdkiosk.documents.model import Document
from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome


@dataclass(frozen=True)
class Part:
    """A paper that can be printed: its name on the screen, its number of pages, the PDF.

    ``wanted``: it is printed unless the person takes it out.
    """

    id: str
    title: Message
    pages: int
    data: bytes
    wanted: bool = True


class Papers(Protocol):
    """Makes and prints the papers of one person, in memory."""

    def letter(self) -> Document:
        """The letter as composed from the answers now."""
        ...

    def parts(self, language: str) -> list[Part]:
        """The rendered papers for a person who reads ``language``, the letter first."""
        ...

    def print(self, parts: list[Part]) -> Outcome:
        """Prints the parts, or saves them where there is no printer; never raises."""
        ...

    def warm(self) -> None:
        """Loads what rendering needs, so that the first paper is not slow."""
        ...
