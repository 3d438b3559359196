"""A sheet for the envelope: both addresses, and the words that mark it as legal mail."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import envelopes, footer, sender_lines
from pdkiosk.documents.model import Aside, Block, Document, Envelope, Heading, Kind, Sentence
from pdkiosk.documents.wishes import asks_its_officers
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.sentence_ids import SentenceId


def envelope_sheet(speaker: Speaker, facility: Facility) -> Document:
    """The sheet for the envelope.

    ICE treats mail to government attorneys as legal mail; for ERO it is less clear: safety
    notes, section 3, 11 (ice.gov/detain/attorney-information-resources).
    """
    title = speaker.sentence("envelope.title")
    addressees = envelopes(speaker, facility)
    notes: list[SentenceId] = ["envelope.intro", "envelope.note", "envelope.proof"]
    if len(addressees) > 1:
        both = asks_its_officers(speaker)
        notes.insert(1, "envelope.both" if both else "envelope.which")
    blocks: list[Block] = [
        Heading(title, level=1),
        Envelope(
            speaker.sentence("envelope.from"),
            sender_lines(speaker, facility),
            speaker.sentence("envelope.to"),
            tuple(addressees),
            speaker.sentence("envelope.mark"),
        ),
        Aside(speaker.sentence("aside"), tuple(Sentence(speaker.sentence(i)) for i in notes)),
    ]
    return Document(Kind.ENVELOPE, title, tuple(blocks), footer=footer(speaker))
