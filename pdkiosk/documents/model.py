"""The paper as data: what stands on it, in which order, without fonts or millimetres.

A ``Document`` is made of messages, so the English letter and the reading copy are the same
value rendered twice. ``origin`` names the question that a sentence came from; the review
screen leads back to it.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from pdkiosk.language.message import Message


class Kind(enum.Enum):
    """The documents that can be printed; the value is the file name."""

    LETTER = "letter"
    READING_COPY = "reading-copy"
    SUMMARY = "summary"
    INTERPRETATION = "certificate-of-interpretation"
    TRANSLATION = "certificate-of-translation"
    COVERS = "exhibit-cover-sheets"
    GATHERING = "papers-to-gather"
    SUPPORT_REQUEST = "request-for-a-letter-of-support"
    RECORDS_REQUEST = "request-for-medical-records"
    ENVELOPE = "for-the-envelope"
    LAWYER = "questions-for-a-lawyer"
    ANSWERS = "answer-sheet"
    SLIP = "slip-for-saved-work"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, the question it came from, and the exhibits that prove it.

    ``origin`` is empty where no answer stands behind it. ``exhibits`` are exhibit letters;
    they are printed before its full stop as "(Exhibit A)".
    """

    message: Message
    origin: str = ""
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SenderAndDate:
    """Top of the letter: the writer's lines at the left, a line for the date at the right."""

    lines: tuple[Sentence, ...]
    date_label: Message


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who the letter goes to: one tick box and its address lines for each possible office."""

    boxes: tuple[tuple[bool, tuple[Sentence, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The RE block between two rules: a bold first line, then plain ones."""

    label: Message
    title: Sentence
    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a page, level 2 of a group of paragraphs."""

    message: Message
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row; ``number`` is printed in the margin and equal in all languages."""

    sentences: tuple[Sentence, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Text that the person typed, exactly as typed, marked as theirs.

    ``label`` introduces it. ``translation_label``, if given, is followed by empty lines for
    an English translation by hand.
    """

    text: str
    label: Message
    origin: str = ""
    number: int | None = None
    translation_label: Message | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed remark to the reader of the page; ``strong``: in bold, nobody overlooks it."""

    sentences: tuple[Sentence, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class WriteIn:
    """A label and a line to write on (``width`` in millimetres, 0 for the rest of the line).

    With more than one of ``lines``, they are as long as the page is wide and stand below
    the label. ``inset``: it stands under the text of a numbered paragraph.
    """

    label: Message
    width: float = 0.0
    value: Sentence | None = None
    lines: int = 1
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """The unmistakable place to sign: long line, mark at its start, labels under it."""

    signature_label: Message
    name: Sentence
    date_label: Message
    place_label: Message


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Where somebody else signs, whose name and address the form asks for by itself."""

    signature_label: Message
    date_label: Message


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A tick box of 5 mm and its text; ``details`` stand under it, each on lines of its own."""

    sentence: Sentence
    checked: bool = False
    details: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of a list, with a dot before it."""

    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that belong together, one under the other: an address."""

    lines: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A line of the answer sheet: the code of the screen, what it asks, what was answered.

    In the person's language and, smaller, in English. ``answers`` stand one under the other.
    ``inner``: it belongs to the row before it and is set in.
    """

    code: str
    asked: Message
    answers: tuple[Message, ...]
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """The face of an envelope with its labels, to cut out or to copy.

    The sender at the top left, the addressee in the middle, the mark in bold below. With
    several ``addressees``, one of them is to be chosen.
    """

    sender_label: Message
    sender: tuple[Sentence, ...]
    addressee_label: Message
    addressees: tuple[tuple[Sentence, ...], ...]
    mark: Message


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """A line of the exhibit list: letter, what it is, pages (by hand), whether it follows."""

    letter: str
    description: Sentence
    to_follow: bool = False


@dataclass(frozen=True, slots=True)
class ExhibitTable:
    """The list of exhibits with the headings of its columns."""

    letter_label: Message
    description_label: Message
    pages_label: Message
    to_follow_label: Message
    rows: tuple[ExhibitRow, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover sheet of an exhibit: its letter in large print, what it is, its pages.

    ``rows`` are ticked by hand; ``pages_label`` is followed by a line to write on.
    """

    letter: Message
    description: Sentence
    rows: tuple[CheckRow, ...]
    pages_label: Message


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What only the person reads, in their language, at the foot of a form in English.

    A dashed line and ``label`` part it from the form.
    """

    label: Message
    sentences: tuple[Sentence, ...]


Block = (
    SenderAndDate
    | Addressee
    | Reference
    | Heading
    | Paragraph
    | OwnWords
    | Notice
    | WriteIn
    | Signature
    | SignatureLine
    | CheckRow
    | ListRow
    | Lines
    | CodedRow
    | Envelope
    | ExhibitTable
    | Cover
    | Aside
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper to be rendered in one language.

    ``footer`` stands at the foot of each page beside "page x of y"; ``credit`` is printed
    once, small, at the end; ``banner`` at the head of each page, in its language and in
    English (the reading copy's mark).
    """

    kind: Kind
    title: Message
    blocks: tuple[Block, ...]
    footer: Message
    credit: tuple[Message, ...] = ()
    banner: Message | None = None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A line of the summary, shown in both languages.

    ``tick``: with a tick box before it. ``keep``: rank when space runs out; rows with the
    highest rank are left out first, rank 0 never.
    """

    message: Message
    tick: bool = False
    keep: int = 0


@dataclass(frozen=True, slots=True)
class SummarySection:
    """A titled group of rows of the summary."""

    title: Message
    rows: tuple[SummaryRow, ...]
    write_ins: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The one-page summary, shown in two languages side by side.

    ``left_out`` takes the argument ``n``, the number of rows that found no room. ``edition``
    stands at the head in the person's language only; ``credit`` says it in both.
    """

    title: Message
    who: Message
    date: Message
    edition: Message
    warnings: tuple[Message, ...]
    sections: tuple[SummarySection, ...]
    left_out: Message
    credit: tuple[Message, ...] = field(default=())
