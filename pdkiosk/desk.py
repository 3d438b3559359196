"""Makes and prints a person's papers in memory: joins documents, pdf and printing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.folder import save
from pdkiosk.printing.outcome import Outcome
from pdkiosk.ui.papers import Part

if TYPE_CHECKING:
    from pdkiosk.documents.model import Document
    from pdkiosk.documents.packet import Packet

# Documents and pdf are imported inside the functions: no paper is made before the first
# screen, and it must not wait for them.

# Translators: a paper that can be printed.
_LETTER = Message("The letter to ICE, in English, to sign", "part.letter")
# Translators: a paper that can be printed.
_COPY = Message("A copy of the letter to read in your language. Do not send it", "part.copy")
# Translators: a paper that can be printed.
_SUMMARY = Message("One page: what to do next", "part.summary")


@dataclass
class Desk:
    """Papers of one interview. ``folder``: where PDFs are saved when there is no printer."""

    guide: Guide
    interview: Interview
    facility: Facility
    catalogs: Catalogs
    languages: dict[str, Language]
    folder: Path | None = None

    def packet(self, language: str) -> Packet:
        """The papers as data. Raises NoLetterError when the interview stopped before them."""
        from pdkiosk.documents.packet import compose_packet

        drafted = self.languages[language].review == "drafted"
        return compose_packet(self.guide, self.interview, self.facility, drafted=drafted)

    def letter(self) -> Document:
        """The letter as composed from the answers now."""
        return self.packet(SOURCE_LANGUAGE).letter

    def parts(self, language: str) -> list[Part]:
        """The rendered papers for a person who reads ``language``, the letter first."""
        from pdkiosk import pdf

        packet = self.packet(language)
        paper = pdf.Paper.A4 if self.facility.paper == "a4" else pdf.Paper.LETTER
        letter = pdf.render(packet.letter, SOURCE_LANGUAGE, self.catalogs, paper)
        parts = [Part("letter", _LETTER, letter.pages, letter.data)]
        if language != SOURCE_LANGUAGE:
            copy = pdf.render(packet.reading_copy, language, self.catalogs, paper)
            parts.append(Part("reading-copy", _COPY, copy.pages, copy.data))
        summary = pdf.render_summary(
            packet.summary, (language, SOURCE_LANGUAGE), self.catalogs, paper
        )
        parts.append(Part("summary", _SUMMARY, summary.pages, summary.data))
        return parts

    def print(self, parts: list[Part]) -> Outcome:
        """Prints the parts one after the other, or saves them where there is no printer."""
        printer = CupsPrinter(self.facility.printer)
        if not printer.available():
            if self.folder is None:
                return Outcome.NO_PRINTER
            return save(self.folder, {part.id: part.data for part in parts})
        for part in parts:
            outcome = printer.print(part.data)
            if not outcome.ok:
                return outcome
        return Outcome.SENT

    def warm(self) -> None:
        """Loads what rendering needs, so that the first paper is not slow."""
        from pdkiosk import pdf
        from pdkiosk.documents import packet

        del packet  # importing it is the point
        pdf.warm()
