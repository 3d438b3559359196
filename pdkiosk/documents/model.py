"""The paper as data: what stands on it, in which order, without fonts or millimeters.

A ``Document`` is made of messages, so the English letter and the reading copy are the same
value rendered twice. ``origin`` names the question that a sentence came from; the review
screen leads back to it.
"""

from __future__ import annotations

import enum
from typing import ClassVar

from msgspec import Struct, field

from pdkiosk.language.message import Message


class Kind(enum.Enum):
    """The documents that can be printed; the value is the file name."""

    LETTER = "letter"
    READING_COPY = "reading-copy"
    SUMMARY = "summary"
    LARGE_PRINT = "large-print-copy"
    INTERPRETATION = "certificate-of-interpretation"
    TRANSLATION = "certificate-of-translation"
    DECLARATION = "declaration"
    COVERS = "exhibit-cover-sheets"
    GATHERING = "papers-to-gather"
    SUPPORT_REQUEST = "request-for-a-letter-of-support"
    RECORDS_REQUEST = "request-for-medical-records"
    ENVELOPE = "for-the-envelope"
    LAWYER = "questions-for-a-lawyer"
    ANSWERS = "answer-sheet"
    SLIP = "slip-for-saved-work"
    STOP = "what-to-do-first"


TO_ICE = frozenset(
    {Kind.LETTER, Kind.INTERPRETATION, Kind.TRANSLATION, Kind.DECLARATION, Kind.COVERS}
)
"""What is sent to ICE: the writer's own, with nothing on it that speaks of this program."""


class Sentence(Struct, frozen=True):
    """One sentence, the question it came from, and the exhibits that prove it.

    ``origin`` is empty where no answer stands behind it. ``exhibits`` are exhibit letters;
    they are printed before its full stop as "(Exhibit A)". ``by_hand`` stands before a line
    under its paragraph.
    """

    message: Message
    origin: str = ""
    exhibits: tuple[str, ...] = ()
    by_hand: Message | None = None


class SenderAndDate(Struct, frozen=True):
    """Top of the letter: the writer's lines at the left, a line for the date at the right."""

    lines: tuple[Sentence, ...]
    date_label: Message


class Addressee(Struct, frozen=True):
    """Who the letter goes to: one tick box and its address lines for each possible office."""

    boxes: tuple[tuple[bool, tuple[Sentence, ...]], ...]


class Reference(Struct, frozen=True):
    """The RE block between two rules: a bold first line, then plain ones."""

    label: Message
    title: Sentence
    lines: tuple[Sentence, ...]


class Heading(Struct, frozen=True):
    """A heading; level 1 is the title of a page, level 2 of a group of paragraphs.

    Level 3 is said in bold at the beginning of the paragraph that follows it.
    """

    IN_THE_LINE: ClassVar[int] = 3

    message: Message
    level: int = 2


class Paragraph(Struct, frozen=True):
    """Sentences in a row; ``number`` is printed in the margin and equal in all languages."""

    sentences: tuple[Sentence, ...]
    number: int | None = None


class OwnWords(Struct, frozen=True):
    """Text that the person typed, exactly as typed, marked as theirs.

    ``label`` introduces it. ``translation_label``, if given, is followed by empty lines for
    an English translation by hand.
    """

    text: str
    label: Message
    origin: str = ""
    number: int | None = None
    translation_label: Message | None = None


class Notice(Struct, frozen=True):
    """A boxed remark to the reader of the page; ``strong``: in bold, nobody overlooks it."""

    sentences: tuple[Sentence, ...]
    strong: bool = False


class WriteIn(Struct, frozen=True):
    """A label and a line to write on (``width`` in millimeters, 0 for the rest of the line).

    With more than one of ``lines``, they are as long as the page is wide and stand below
    the label. ``inset``: it stands under the text of a numbered paragraph.
    """

    label: Message
    width: float = 0.0
    value: Sentence | None = None
    lines: int = 1
    inset: bool = False


class Signature(Struct, frozen=True):
    """The unmistakable place to sign: long line, mark at its start, labels under it."""

    signature_label: Message
    name: Sentence
    date_label: Message
    place_label: Message | None = None

    @property
    def labels(self) -> list[Message]:
        """What is under the lines, in the order of reading."""
        labels = (self.signature_label, self.date_label, self.place_label)
        return [label for label in labels if label is not None]


class SignatureLine(Struct, frozen=True):
    """Where somebody else signs, whose name and address the form asks for by itself."""

    signature_label: Message
    date_label: Message


class CheckRow(Struct, frozen=True):
    """A tick box of 5 mm and its text; ``details`` stand under it, each on lines of its own."""

    sentence: Sentence
    checked: bool = False
    details: tuple[Sentence, ...] = ()


class ListRow(Struct, frozen=True):
    """A line of a list, with a dot before it."""

    sentence: Sentence


class Lines(Struct, frozen=True):
    """Lines that belong together, one under the other: an address."""

    lines: tuple[Sentence, ...]


class CodedRow(Struct, frozen=True):
    """A line of the answer sheet: the code of the screen, what it asks, what was answered.

    In the person's language and, smaller, in English. ``answers`` stand one under the other.
    ``inner``: it belongs to the row before it and is set in.
    """

    code: str
    asked: Message
    answers: tuple[Message, ...]
    inner: bool = False


class Envelope(Struct, frozen=True):
    """The face of an envelope with its labels, to cut out or to copy.

    The sender at the top left, the addressee in the middle, the mark in bold below. With
    several ``addressees``, one of them is to be chosen.
    """

    sender_label: Message
    sender: tuple[Sentence, ...]
    addressee_label: Message
    addressees: tuple[tuple[Sentence, ...], ...]
    mark: Message


class ExhibitRow(Struct, frozen=True):
    """A line of the exhibit list: letter, what it is, pages (by hand), whether it follows."""

    letter: str
    description: Sentence
    to_follow: bool = False


class ExhibitTable(Struct, frozen=True):
    """The list of exhibits under its title, and the heading of the column for their pages."""

    title: Message
    pages_label: Message
    to_follow_label: Message
    rows: tuple[ExhibitRow, ...]


class Cover(Struct, frozen=True):
    """The cover sheet of an exhibit: its letter in large print, what it is, its pages.

    ``rows`` are ticked by hand; ``pages_label`` is followed by a line to write on.
    """

    letter: Message
    description: Sentence
    rows: tuple[CheckRow, ...]
    pages_label: Message


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page.

    ``if_needed``: only if it, up to the next break, has no room on this one.
    """

    if_needed: bool = False


class Aside(Struct, frozen=True):
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


class Document(Struct, frozen=True):
    """A paper to be rendered in one language.

    ``footer`` stands at the foot of each page beside "page x of y"; ``credit`` is printed
    once, small, at the end; ``banner`` at the head of each page, in its language and in
    English (the reading copy's mark). ``large``: in large print, for those who see little.
    """

    kind: Kind
    title: Message
    blocks: tuple[Block, ...]
    footer: Message
    credit: tuple[Message, ...] = ()
    banner: Message | None = None
    large: bool = False


class OneLanguage(Struct, frozen=True):
    """Words of the facility, which nobody translates, and what they are, which is translated."""

    words: Message
    label: Message | None = None


class SummaryRow(Struct, frozen=True):
    """A line of the summary, shown in both languages.

    ``tick``: with a tick box before it. ``keep``: rank when space runs out; rows with the
    highest rank are left out first, rank 0 never. ``silent``: nothing is said of it where it is
    left out. ``once``: the same line where it is printed once, over the whole width.
    """

    message: Message
    tick: bool = False
    keep: int = 0
    silent: bool = False
    once: OneLanguage | None = None


class SummarySection(Struct, frozen=True):
    """A titled group of rows of the summary.

    ``left_out`` says of ``n`` rows that found no room where they are; None: as the summary does.
    """

    title: Message
    rows: tuple[SummaryRow, ...]
    write_ins: tuple[Message, ...] = ()
    left_out: Message | None = None


class Summary(Struct, frozen=True):
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
