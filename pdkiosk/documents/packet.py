"""All papers of one person, composed from the answers that count."""

from __future__ import annotations

from msgspec import Struct

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.certificates import (
    interpretation,
    needs_interpretation,
    needs_translation,
    translation,
)
from pdkiosk.documents.covers import cover_sheets
from pdkiosk.documents.declaration import declaration, may_declare
from pdkiosk.documents.envelope import envelope_sheet
from pdkiosk.documents.exhibits import collect_exhibits
from pdkiosk.documents.gathering import gathering_list
from pdkiosk.documents.large_print import large_print_copy
from pdkiosk.documents.lawyer import has_questions, lawyer_questions
from pdkiosk.documents.letter import compose_letter, reading_copy
from pdkiosk.documents.model import Document, Kind, Summary
from pdkiosk.documents.requests import (
    asks_for_records,
    records_request,
    support_request,
)
from pdkiosk.documents.summary import compose_summary
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import (
    DOCTOR_LETTER,
    FROM_DOCTORS,
    PAPERS,
    SUPPORT_LANGUAGE,
    SUPPORT_LETTERS,
    SUPPORT_READERS,
)
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers import ASK
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import SOURCE_LANGUAGE


class NoLetterError(Exception):
    """The interview stopped before the letter, on the page ``page_id``."""

    def __init__(self, page_id: str) -> None:
        super().__init__(page_id)
        self.page_id = page_id


class PacketPart(Struct, frozen=True):
    """A paper and the language in which it is printed.

    ``wanted``: it is printed unless the person deselects it.
    """

    kind: Kind
    content: Document | Summary
    language: str
    wanted: bool = True


def compose_packet(
    guide: Guide, interview: Interview, facility: Facility, language: str, *, drafted: bool
) -> tuple[PacketPart, ...]:
    """The papers of a person who reads ``language``, the letter first.

    Papers for ICE or another office are in English; papers for the person's own use are in their
    language, and so are the parts of an English form that are for the person (``Aside``).
    ``drafted``: the language's texts are a translation. Raises NoLetterError when the interview
    does not reach the letter: nobody without a case in immigration court gets one (guide OV-10,
    OV-11).
    """
    speaker = speaker_of(guide, interview)
    answers = speaker.answers
    letter = compose_letter(speaker, facility)
    exhibits = collect_exhibits(speaker)
    statuses = answers.statuses(PAPERS)
    parts = [PacketPart(Kind.LETTER, letter, SOURCE_LANGUAGE)]

    def add(content: Document | Summary, kind: Kind, in_language: str, wanted: bool = True) -> None:
        parts.append(PacketPart(kind, content, in_language, wanted))

    summary = compose_summary(speaker, facility, language if drafted else "")
    copy = reading_copy(speaker, letter)
    add(summary, Kind.SUMMARY, language)
    if language != SOURCE_LANGUAGE:
        add(copy, Kind.READING_COPY, language)
    if needs_interpretation(speaker, language):
        add(interpretation(speaker, language), Kind.INTERPRETATION, SOURCE_LANGUAGE)
    if needs_translation(speaker, letter, language):
        add(translation(speaker, letter, language), Kind.TRANSLATION, SOURCE_LANGUAGE)
    if may_declare(speaker):
        add(declaration(speaker), Kind.DECLARATION, SOURCE_LANGUAGE, False)
    if has_questions(speaker):
        add(lawyer_questions(speaker), Kind.LAWYER, language)
    if exhibits.to_follow:
        add(gathering_list(speaker, exhibits), Kind.GATHERING, language, False)
    of_doctor = statuses.get(DOCTOR_LETTER) == ASK
    if statuses.get(SUPPORT_LETTERS) == ASK:
        readers = answers.chosen(SUPPORT_READERS)
        # People who ask a doctor are told to use this page.
        readers = [*readers, FROM_DOCTORS.option] if readers and of_doctor else readers
        request = support_request(speaker, facility, readers)
        asked_in = answers.text(SUPPORT_LANGUAGE) or language
        add(request, Kind.SUPPORT_REQUEST, asked_in, False)
    elif of_doctor:
        request = support_request(speaker, facility, [FROM_DOCTORS.option])
        add(request, Kind.SUPPORT_REQUEST, SOURCE_LANGUAGE, False)
    if asks_for_records(speaker):
        add(
            records_request(speaker, facility, language),
            Kind.RECORDS_REQUEST,
            SOURCE_LANGUAGE,
            False,
        )
    if exhibits.papers:
        add(cover_sheets(speaker, exhibits), Kind.COVERS, SOURCE_LANGUAGE, False)
    add(envelope_sheet(speaker, facility), Kind.ENVELOPE, SOURCE_LANGUAGE)
    add(large_print_copy(copy, summary), Kind.LARGE_PRINT, language, False)
    return tuple(parts)


def speaker_of(guide: Guide, interview: Interview) -> Speaker:
    """The ``Speaker`` for the answers that count.

    Raises NoLetterError when the interview does not reach the letter.
    """
    course = interview.course()
    if not any(step.page.kind == "letter" for step in course.steps):
        raise NoLetterError(course.steps[-1].page.id)
    return Speaker.of(guide, interview.situation())
