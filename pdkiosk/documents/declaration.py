"""The declaration under penalty of perjury: a separate page for those who want one."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import footer, printed_name
from pdkiosk.documents.model import Aside, Document, Heading, Kind, Paragraph, Sentence, Signature
from pdkiosk.guide.contract import HARD_TO_FOLLOW
from pdkiosk.interview.rules import is_minor


def may_declare(speaker: Speaker) -> bool:
    """Whether the page may be offered.

    Never to a minor, nor to someone who says that an illness makes it hard to follow their case
    (safety notes, section 9, rule 3).
    """
    return not is_minor(speaker.situation) and not speaker.answers.says(HARD_TO_FOLLOW)


def declaration(speaker: Speaker) -> Document:
    """The page, in the form of 28 U.S.C. 1746(2); the letter is complete without it."""
    title = speaker.sentence("declaration.title")
    return Document(
        Kind.DECLARATION,
        title,
        (
            Heading(title, level=1),
            Paragraph((Sentence(speaker.sentence("declaration")),)),
            Signature(
                speaker.sentence("signature"),
                printed_name(speaker),
                speaker.sentence("executed_date"),
                speaker.sentence("executed_place"),
            ),
            Aside(speaker.sentence("aside"), (Sentence(speaker.sentence("declaration.note")),)),
        ),
        footer=footer(speaker, for_ice=True),
    )
