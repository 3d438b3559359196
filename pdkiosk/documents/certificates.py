"""Certificates that somebody else signs: that the letter was read to the writer, or translated."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, NAME_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.head import footer, name
from pdkiosk.documents.model import (
    Block,
    Document,
    Heading,
    Kind,
    Notice,
    Paragraph,
    Sentence,
    Signature,
    WriteIn,
)
from pdkiosk.guide.model import LongText
from pdkiosk.language.message import Arg, Blank


def needs_interpretation(speaker: Speaker) -> bool:
    """Whether the certificate of interpretation joins the letter.

    An English declaration by somebody who does not understand English carries a certificate
    that it was read to them and understood: EOIR practice manual 3.3(a).
    """
    return speaker.answers.text("best_language") != "@english"


def needs_translation(speaker: Speaker) -> bool:
    """Whether text that the person typed is probably not in English.

    Each paper not in English carries a translator's certificate: 8 CFR 1003.33, EOIR practice
    manual 3.3(a); for a letter to ICE it is custom rather than rule.
    """
    typed = any(
        isinstance(question, LongText) and speaker.answers.text(question.id).strip()
        for question in speaker.questions.values()
    )
    return typed and needs_interpretation(speaker)


def interpretation(speaker: Speaker) -> Document:
    """The certificate of interpretation, to be filled in by the interpreter."""
    return _certificate(
        speaker,
        Kind.INTERPRETATION,
        "cert.i",
        interpreter=Blank(NAME_BLANK),
        language=_language(speaker),
        date=Blank(DATE_BLANK),
        name=name(speaker),
    )


def translation(speaker: Speaker) -> Document:
    """The certificate of translation, to be filled in by the translator."""
    return _certificate(
        speaker,
        Kind.TRANSLATION,
        "cert.t",
        translator=Blank(NAME_BLANK),
        language=_language(speaker),
        document=Blank(TEXT_BLANK),
    )


def _language(speaker: Speaker) -> Arg:
    return speaker.value("best_language")


def _certificate(speaker: Speaker, kind: Kind, prefix: str, **args: Arg) -> Document:
    title = speaker.sentence(f"{prefix}.title")
    blocks: list[Block] = [
        Heading(title, level=1),
        Notice((Sentence(speaker.sentence(f"{prefix}.note")),)),
        Paragraph((Sentence(speaker.sentence(f"{prefix}.body", **args)),)),
        Signature(
            speaker.sentence("cert.signature"),
            Sentence(speaker.sentence("printed_name", name=Blank(NAME_BLANK))),
            speaker.sentence("executed_date"),
            speaker.sentence("executed_place"),
        ),
        *(WriteIn(speaker.sentence(f"cert.{name}")) for name in ("name", "address", "phone")),
    ]
    return Document(kind, title, tuple(blocks), footer=footer(speaker))
