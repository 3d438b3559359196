"""All papers of one person, composed from the answers that count."""

from __future__ import annotations

from dataclasses import dataclass

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter import compose_letter, reading_copy
from pdkiosk.documents.model import Document, Summary
from pdkiosk.documents.summary import compose_summary
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview


class NoLetterError(Exception):
    """The interview stopped before the letter; ``page_id`` is where."""

    def __init__(self, page_id: str) -> None:
        super().__init__(page_id)
        self.page_id = page_id


@dataclass(frozen=True)
class Packet:
    """The papers: the letter, its reading copy, and the summary."""

    letter: Document
    reading_copy: Document
    summary: Summary


def compose_packet(
    guide: Guide, interview: Interview, facility: Facility, *, drafted: bool
) -> Packet:
    """The papers of this person. ``drafted``: the translation was not reviewed by a person.

    Raises NoLetterError when the interview does not reach the letter: nobody without a
    case in immigration court gets one (guide OV-10, OV-11).
    """
    course = interview.course()
    if not any(step.page.kind == "letter" for step in course.steps):
        raise NoLetterError(course.steps[-1].page.id)
    speaker = Speaker.of(guide, interview.situation())
    letter = compose_letter(speaker, facility)
    return Packet(
        letter,
        reading_copy(letter, speaker.sentence("banner")),
        compose_summary(speaker, facility, drafted),
    )
