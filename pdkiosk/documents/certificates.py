"""Certificates that someone else signs: that the letter was read to the writer, or translated.

The form is in English, for ICE, and fills half a page. Below it is an explanation, in the person's
language, of what the form says and how to use it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pdkiosk.documents.arguments import TEXT_BLANK, Speaker
from pdkiosk.documents.letter_head import footer, name
from pdkiosk.documents.model import (
    Aside,
    Block,
    CheckRow,
    Document,
    Heading,
    Kind,
    OwnWords,
    Paragraph,
    Sentence,
    SignatureLine,
    WriteIn,
)
from pdkiosk.documents.opening import spoken_language
from pdkiosk.guide.contract import BEST_LANGUAGE, SPEAKS_ENGLISH
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Blank, Listing, Message

# Nobody would read a longer list of paragraphs: then it says "the paragraphs in my own words".
_MOST_NUMBERS = 6
_SIGNER: tuple[SentenceId, ...] = ("cert.name", "cert.address", "cert.phone")


class _Form(NamedTuple):
    kind: Kind
    title: SentenceId
    note: SentenceId
    signature: SentenceId


_INTERPRETATION = _Form(Kind.INTERPRETATION, "cert.i.title", "cert.i.note", "cert.i.signature")
_TRANSLATION = _Form(Kind.TRANSLATION, "cert.t.title", "cert.t.note", "cert.t.signature")


def needs_interpretation(speaker: Speaker, language: str) -> bool:
    """Whether the certificate of interpretation is added to the letter.

    An English declaration by someone who does not understand English carries a certificate that it
    was read to them and understood: EOIR practice manual 3.3(a). A person who did not say which
    language they speak best is assumed to speak the one they chose to read here.
    """
    if speaker.answers.text(BEST_LANGUAGE).strip():
        return not speaker.answers.says(SPEAKS_ENGLISH)
    return language != SOURCE_LANGUAGE


def needs_translation(speaker: Speaker, letter: Document, language: str) -> bool:
    """Whether the person's own words in the letter are probably not in English.

    Each paper not in English carries a translator's certificate: 8 CFR 1003.33, EOIR practice
    manual 3.3(a); for a letter to ICE this is a custom rather than a rule.
    """
    return bool(_own_words(letter)) and needs_interpretation(speaker, language)


def interpretation(speaker: Speaker, language: str) -> Document:
    """The certificate of interpretation, to be filled in by the interpreter."""
    body = speaker.sentence("cert.i.body", language=spoken_language(speaker), name=name(speaker))
    return _certificate(speaker, _INTERPRETATION, language, [body], [])


def translation(speaker: Speaker, letter: Document, language: str) -> Document:
    """The certificate of translation, to be filled in by the translator."""
    body = speaker.sentence("cert.t.body", language=spoken_language(speaker))
    numbers = tuple(words.number for words in _own_words(letter) if words.number)
    if len(numbers) > _MOST_NUMBERS:
        words = speaker.sentence("cert.t.words", name=name(speaker))
    else:
        words = speaker.sentence(
            "cert.t.paragraphs" if len(numbers) > 1 else "cert.t.paragraph",
            numbers=Listing(tuple(map(str, numbers))),
            name=name(speaker),
        )
    other = speaker.sentence("cert.t.other", document=Blank(TEXT_BLANK))
    return _certificate(speaker, _TRANSLATION, language, [body], [words, other])


def _own_words(letter: Document) -> list[OwnWords]:
    return [
        block
        for block in letter.blocks
        if isinstance(block, OwnWords) and block.translation_label is not None
    ]


def _certificate(
    speaker: Speaker,
    form: _Form,
    language: str,
    body: Iterable[Message],
    choices: Iterable[Message],
) -> Document:
    title = speaker.sentence(form.title)
    said = [Sentence(message) for message in body]
    rows = [Sentence(message) for message in choices]
    keep = [Sentence(speaker.sentence(form.note))]
    if language != SOURCE_LANGUAGE:
        keep += [Sentence(speaker.sentence("cert.reading")), *said]
    blocks: list[Block] = [
        Heading(title, level=1),
        Paragraph(tuple(said)),
        *(CheckRow(row) for row in rows),
        *(WriteIn(speaker.sentence(line)) for line in _SIGNER),
        SignatureLine(speaker.sentence(form.signature), speaker.sentence("executed_date")),
        Aside(speaker.sentence("aside"), tuple(keep)),
    ]
    return Document(form.kind, title, tuple(blocks), footer=footer(speaker, for_ice=True))
