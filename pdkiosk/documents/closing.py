"""The end of the letter: signature, list of exhibits, proof of service.

Nothing of it is sworn (safety notes, section 9, rule 3).
"""

from __future__ import annotations

from pdkiosk.documents.arguments import TEXT_BLANK, Speaker
from pdkiosk.documents.exhibits import Exhibits, described
from pdkiosk.documents.letter_head import printed_name
from pdkiosk.documents.model import (
    Block,
    CheckRow,
    ExhibitRow,
    ExhibitTable,
    Heading,
    OwnWords,
    PageBreak,
    Paragraph,
    Sentence,
    Signature,
    SignatureLine,
    WriteIn,
)
from pdkiosk.guide.contract import PAPERS
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.language.message import Blank

_ADDRESS_LINES = 2


def closing(speaker: Speaker, exhibits: Exhibits, annex: list[OwnWords]) -> list[Block]:
    """The blocks that follow the numbered paragraphs of the letter."""
    return [
        Paragraph((Sentence(speaker.sentence("respectfully")),)),
        signature(speaker),
        *_exhibit_list(speaker, exhibits),
        *_proof_of_service(speaker, exhibits),
        *_annex(speaker, annex),
    ]


def signature(speaker: Speaker) -> Signature:
    """Where the writer signs, with the date; the words do not sound like an oath."""
    signs, dated = speaker.sentence("signature"), speaker.sentence("signed_date")
    return Signature(signs, printed_name(speaker), dated)


def _exhibit_list(speaker: Speaker, exhibits: Exhibits) -> list[Block]:
    if not exhibits.papers:
        return []
    rows = tuple(
        ExhibitRow(
            exhibits.letters[paper.id],
            Sentence(described(speaker, paper), PAPERS),
            paper.id in exhibits.to_follow,
        )
        for paper in exhibits.papers
    )
    return [
        ExhibitTable(
            speaker.sentence("exhibits.title"),
            speaker.sentence("exhibits.pages"),
            speaker.sentence("exhibits.follow"),
            rows,
        ),
    ]


def _annex(speaker: Speaker, annex: list[OwnWords]) -> list[Block]:
    """Own words in another language, on a separate sheet with room for their translation.

    This keeps the letter itself entirely in English (safety notes, section 9, rule 14).
    """
    if not annex:
        return []
    return [PageBreak(), Heading(speaker.sentence("annex.title"), level=1), *annex]


def _proof_of_service(speaker: Speaker, exhibits: Exhibits) -> list[Block]:
    what: SentenceId = "service.what" if exhibits.papers else "service.what.plain"
    other = speaker.sentence("service.other", by_hand=Blank(TEXT_BLANK))
    return [
        PageBreak(if_needed=True),
        Heading(speaker.sentence("service.title")),
        WriteIn(speaker.sentence(what), lines=_ADDRESS_LINES),
        CheckRow(Sentence(speaker.sentence("service.mail"))),
        CheckRow(Sentence(speaker.sentence("service.staff"))),
        CheckRow(Sentence(other)),
        SignatureLine(speaker.sentence("signature"), speaker.sentence("service.when")),
    ]
