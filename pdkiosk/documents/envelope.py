"""A sheet for the envelope: both addresses and the words that mark it as legal mail."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.gathering import own_address
from pdkiosk.documents.head import footer, offices
from pdkiosk.documents.model import (
    Block,
    Document,
    Heading,
    Kind,
    Notice,
    Paragraph,
    Sentence,
)
from pdkiosk.facility.settings import Facility


def envelope_sheet(speaker: Speaker, facility: Facility) -> Document:
    """ICE counts mail to government attorneys as legal mail; for ERO it is less clear.

    Safety notes, section 3, 11 (ice.gov/detain/attorney-information-resources).
    """
    title = speaker.sentence("envelope.title")
    blocks: list[Block] = [
        Heading(title, level=1),
        Paragraph((Sentence(speaker.sentence("envelope.intro")),)),
        Notice((Sentence(speaker.sentence("envelope.mark")),)),
        Heading(speaker.sentence("envelope.from")),
        *own_address(speaker, facility),
        Heading(speaker.sentence("envelope.to")),
        offices(speaker, facility),
        Paragraph((Sentence(speaker.sentence("envelope.note")),)),
        Paragraph((Sentence(speaker.sentence("envelope.proof")),)),
    ]
    return Document(Kind.ENVELOPE, title, tuple(blocks), footer=footer(speaker))
