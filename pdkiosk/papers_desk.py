"""Makes and prints a person's papers in memory: connects documents, pdf and printing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message, alone
from pdkiosk.session.papers import Part, Printing

if TYPE_CHECKING:
    from pdkiosk.documents.model import Document, Summary
    from pdkiosk.printing.printer import Job, Printer, Progress
    from pdkiosk.printing.state import State

# Documents and pdf are imported inside the functions: the first screen needs no papers and must not
# wait for them.

TITLES = {
    # Translators: a paper that can be printed.
    "letter": Message("Your letter in English, to sign", "part.letter"),
    # Translators: a paper that can be printed.
    "summary": Message("What to do next", "part.summary"),
    # Translators: a paper that can be printed.
    "reading-copy": Message("A copy in your language. Do not send it", "part.copy"),
    # Translators: a paper that can be printed: a form that an interpreter signs.
    "certificate-of-interpretation": Message(
        "Form for the person who reads it to you", "part.interpretation"
    ),
    # Translators: a paper that can be printed: a form that a translator signs.
    "certificate-of-translation": Message(
        "Form for the person who translates your words", "part.translation"
    ),
    # Translators: a paper that can be printed: a page under penalty of perjury; few should.
    "declaration": Message(
        "An oath that the letter is true. Ask a lawyer first", "part.declaration"
    ),
    # Translators: a paper that can be printed.
    "questions-for-a-lawyer": Message("Questions for a lawyer", "part.lawyer"),
    # Translators: a paper that can be printed.
    "papers-to-gather": Message("List of papers to gather", "part.gathering"),
    # Translators: a paper that can be printed.
    "request-for-a-letter-of-support": Message(
        "Page to send to those whom you ask for a letter", "part.support"
    ),
    # Translators: a paper that can be printed.
    "request-for-medical-records": Message("Request for medical records", "part.records"),
    # Translators: a paper that can be printed: a sheet before each exhibit.
    "exhibit-cover-sheets": Message("A cover sheet for each exhibit", "part.covers"),
    # Translators: a paper that can be printed.
    "for-the-envelope": Message("Addresses for the envelope", "part.envelope"),
    # Translators: a paper that can be printed: letter and summary in large print.
    "large-print-copy": Message("A large-print copy to read. Do not send it", "part.large"),
    # Translators: a paper that can be printed: all answers, to enter them again another day.
    "answer-sheet": Message("My answers, to go on another day. Only for you", "part.answers"),
    # Translators: a paper that can be printed: the picture and number of saved work.
    "slip-for-saved-work": Message("A small slip to find your saved work", "part.slip"),
    # Translators: a paper that can be printed: what to do first, before any letter.
    "what-to-do-first": Message("One page: what to do first", "part.first"),
}
"""Each paper's name on the screen, by the value of its kind."""

ICONS = {
    "letter": "file-pen-line",
    "summary": "list-checks",
    "reading-copy": "book-open",
    "certificate-of-interpretation": "languages",
    "certificate-of-translation": "file-text",
    "declaration": "signature",
    "questions-for-a-lawyer": "scale",
    "papers-to-gather": "folder-open",
    "request-for-a-letter-of-support": "hand-heart",
    "request-for-medical-records": "stethoscope",
    "exhibit-cover-sheets": "layers",
    "for-the-envelope": "mail",
    "large-print-copy": "a-large-small",
    "answer-sheet": "list-ordered",
    "slip-for-saved-work": "key-round",
    "what-to-do-first": "milestone",
}
"""Each paper's pictogram: the name of a file in ``resources/icons``."""


class Desk:
    """Papers of one interview. ``folder``: where PDFs are saved if there is no printer.

    ``note`` is called with the code of each outcome and the number of pages.
    """

    def __init__(
        self,
        guide: Guide,
        interview: Interview,
        facility: Facility,
        catalogs: Catalogs,
        languages: dict[str, Language],
        folder: Path | None = None,
        note: Callable[[str], None] = lambda code: None,
    ) -> None:
        self.guide = guide
        self.interview = interview
        self.facility = facility
        self.catalogs = catalogs
        self.languages = languages
        self.folder = folder
        self.note = note
        self._printings: list[Printing] = []
        self._made_of: object = None
        self._made: list[Part] = []
        self._known: dict[str, tuple[object, Part]] = {}
        self._rest: Iterator[Part] = iter(())

    @cached_property
    def _printer(self) -> Printer:
        from pdkiosk.printing.folder import FolderInstead
        from pdkiosk.printing.limits import Limits
        from pdkiosk.printing.system_printer import system_printer

        found = system_printer(self.facility.printer, self.facility.paper)
        printer = FolderInstead(found, self.folder) if self.folder else found
        return Limits(printer, self.facility.page_limit or None)

    def letter(self) -> Document:
        """The letter, composed from the current answers.

        Raises NoLetterError when the interview stopped before it.
        """
        from pdkiosk.documents.letter import compose_letter
        from pdkiosk.documents.packet import speaker_of

        return compose_letter(speaker_of(self.guide, self.interview), self.facility)

    def parts(self, language: str) -> list[Part]:
        """The rendered papers for a person who reads ``language``, the letter first.

        A paper is in English if a draft has translated less than half of its texts.
        Raises NoLetterError when the interview stopped before them.
        """
        from pdkiosk import pdf

        with pdf.each_word_once():
            while self.make_one(language):
                pass
        return list(self._made)

    def make_one(self, language: str) -> bool:
        """Makes the next of the papers that ``parts`` returns.

        Returns whether one was left to make.

        Finished papers are kept until an answer changes them. Raises as ``parts`` does.
        """
        interview = self.interview
        made_of = (
            language,
            interview.today,
            interview.confirmed,
            interview.answers,
            interview.answers.revision,
        )
        if self._made_of != made_of:
            self._made_of, self._made, self._rest = made_of, [], self._parts(language)
        try:
            part = next(self._rest, None)
        except BaseException:
            self._made_of = None  # so that it fails again next time, too
            raise
        if part is not None:
            self._made.append(part)
        return part is not None

    def _parts(self, language: str) -> Iterator[Part]:
        from pdkiosk.documents.model import Kind
        from pdkiosk.documents.packet import compose_packet

        drafted = language != SOURCE_LANGUAGE
        for part in compose_packet(
            self.guide, self.interview, self.facility, language, drafted=drafted
        ):
            shown = part.language if self._is_said(part.content, part.language) else SOURCE_LANGUAGE
            if part.kind is Kind.READING_COPY and shown == SOURCE_LANGUAGE:
                continue  # it would be a copy of the letter in the same language
            yield self._part(part.kind.value, part.content, shown, language, part.wanted)
        yield self.answer_sheet(language)

    def _part(
        self, name: str, content: Document | Summary, shown: str, reader: str, wanted: bool
    ) -> Part:
        """A paper in the language ``shown``.

        Reuses the one made before if it would say the same.
        """
        from pdkiosk import pdf
        from pdkiosk.documents.model import Summary

        known = self._known.get(name)
        if known is not None and known[0] == (content, shown, reader, wanted):
            return known[1]
        paper = pdf.Paper.A4 if self.facility.paper == "a4" else pdf.Paper.LETTER
        if isinstance(content, Summary):
            made = pdf.render_summary(content, (shown, SOURCE_LANGUAGE), self.catalogs, paper)
        else:
            made = pdf.render(content, shown, self.catalogs, paper, reader)
        part = Part(name, TITLES[name], made.pages, made.data, wanted, ICONS[name])
        self._known[name] = (content, shown, reader, wanted), part
        return part

    def answer_sheet(self, language: str) -> Part:
        from pdkiosk.documents.answer_sheet import answer_sheet

        return self.sheet(answer_sheet(self.guide, self.interview), language)

    def sheet(self, document: Document, language: str) -> Part:
        return self._part(document.kind.value, document, language, language, False)

    def _is_said(self, content: Document | Summary, language: str) -> bool:
        """Whether at least half of a paper's texts are translated into a language."""
        if not self.catalogs.lacks_texts(language):
            return True
        from pdkiosk.documents.messages_in import messages_in

        said = [
            self.catalogs.has(message, language)
            for message in messages_in(content)
            if message.text != alone("").text
        ]
        return 2 * sum(said) >= len(said)

    @property
    def printings(self) -> list[Printing]:
        return self._printings

    @property
    def printing(self) -> Printing | None:
        return self._printings[-1] if self._printings else None

    @property
    def pages_left(self) -> int | None:
        from pdkiosk.printing.limits import Limits

        return self._printer.left if isinstance(self._printer, Limits) else None

    @property
    def may_save(self) -> bool:
        return self.folder is not None

    def look(self) -> State:
        return self._printer.look()

    def start(self, parts: list[Part]) -> Printing:
        """Starts printing the parts. Raises ValueError if there are none."""
        if not parts:
            raise ValueError("nothing to print")
        job = self._printer.start(parts)
        last = self.printing
        if last is not None and getattr(last.job, "job", None) is job:
            return last  # it is still under way
        noted = Noted(job, parts, self.note)
        self._printings.append(Printing(noted, parts, noted.poll()))
        return self._printings[-1]

    def clear(self) -> bool:
        self._made_of, self._made, self._rest, self._known = None, [], iter(()), {}
        if self.printing is not None and self.printing.progress.outcome is None:
            self.note("print-left")
        self._printings = []
        # The printer is not even created in a session that never printed.
        return "_printer" not in vars(self) or self._printer.clear()

    def warm(self) -> None:
        from pdkiosk import pdf
        from pdkiosk.documents import packet

        del packet  # importing it is the point
        pdf.warm()


class Noted:
    """A job whose outcome and pages are noted exactly once."""

    def __init__(self, job: Job, parts: list[Part], note: Callable[[str], None]) -> None:
        self.job = job
        self._pages = [part.pages for part in parts]
        self._note = note
        self._done = False

    def poll(self) -> Progress:
        progress = self.job.poll()
        if progress.outcome is not None and not self._done:
            self._done = True
            outcome = progress.outcome
            self._note(f"print-{outcome.code.lower()}")
            out = sum(self._pages if outcome.unsure else self._pages[: progress.finished])
            if out and outcome.code != "P01":  # pages saved as files are not printed
                self._note(f"pages-{out}")
        return progress

    def cancel(self) -> None:
        self.job.cancel()
