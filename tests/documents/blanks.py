"""Finds the blanks of a letter to fill in by hand, and the question each belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from pdkiosk.documents.model import (
    Addressee,
    Aside,
    Block,
    CheckRow,
    Cover,
    Document,
    Envelope,
    ExhibitTable,
    Lines,
    ListRow,
    Notice,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
    Signature,
    WriteIn,
)
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Guide
from pdkiosk.language.message import Arg, Blank, Listing, Message


def blanks(document: Document, guide: Guide) -> tuple[str, ...]:
    """The questions whose answers are missing in a letter, each once, in its order.

    What is always written by hand (the unit, the date, the signature, the address of the
    office) belongs to no question and is not among them.
    """
    questions = {question.id for question in all_questions(guide)}
    found = (
        name
        for block in document.blocks
        for sentence in sentences(block)
        for name in _missing(sentence, questions)
    )
    return tuple(dict.fromkeys(found))


def sentences(block: Block) -> Iterator[Sentence]:
    """Every sentence of a block, in the order of reading."""
    match block:
        case SenderAndDate():
            yield from block.lines
        case Addressee():
            for _checked, lines in block.boxes:
                yield from lines
        case Reference():
            yield block.title
            yield from block.lines
        case Paragraph() | Notice() | Aside():
            yield from block.sentences
        case WriteIn():
            if block.value is not None:
                yield block.value
        case Signature():
            yield block.name
        case CheckRow():
            yield block.sentence
            yield from block.details
        case ListRow():
            yield block.sentence
        case Lines():
            yield from block.lines
        case Envelope():
            yield from block.sender
            for lines in block.addressees:
                yield from lines
        case Cover():
            yield block.description
            yield from (row.sentence for row in block.rows)
        case ExhibitTable():
            yield from (row.description for row in block.rows)
        case _:
            pass


def _missing(sentence: Sentence, questions: set[str]) -> Iterator[str]:
    """The argument's own question where it is one ("sponsor_city"), else the sentence's."""
    if not sentence.origin:
        return
    cards = sentence.origin in ("people", "record")
    for name in _blank_args(sentence.message):
        yield sentence.origin if cards or name not in questions else name


def _blank_args(message: Message) -> Iterator[str]:
    for name, arg in message.args.items():
        if _holds_blank(arg):
            yield name


def _holds_blank(arg: Arg) -> bool:
    if isinstance(arg, Listing):
        return any(map(_holds_blank, arg.items))
    if isinstance(arg, Message):
        return any(map(_holds_blank, arg.args.values()))
    return isinstance(arg, Blank)
