"""The paper as data: its content in order, without fonts or measures.

A ``Document`` is made of messages, so the English letter and the reading copy are the same value
rendered twice. ``origin`` names the question that a sentence came from; the review screen links
back to it.
"""

from __future__ import annotations

import enum
from typing import ClassVar

from msgspec import Struct, field

from pdkiosk.language.message import Message


class Kind(enum.Enum):
    """The documents that can be printed; the value is the file name without its ending."""

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
"""What is sent to ICE in the writer's own name; nothing on it mentions this program."""


class Sentence(Struct, frozen=True):
    """A sentence, the question it came from, and the exhibits that prove it.

    ``origin`` is empty if the sentence does not come from an answer. ``exhibits`` are exhibit
    letters; they are printed before the period as "(Exhibit A)". ``by_hand`` labels a line to fill
    in under the paragraph.
    """

    message: Message
    origin: str = ""
    exhibits: tuple[str, ...] = ()
    by_hand: Message | None = None


class SenderAndDate(Struct, frozen=True):
    """Top of the letter: the writer's lines on the left, a line for the date on the right."""

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

    Level 3 is printed in bold at the beginning of the paragraph that follows it.
    """

    IN_THE_LINE: ClassVar[int] = 3

    message: Message
    level: int = 2


class Paragraph(Struct, frozen=True):
    """Consecutive sentences; ``number`` is printed in the margin and the same in all languages."""

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
    """A boxed remark to the reader of the page; ``strong``: in bold, so nobody overlooks it."""

    sentences: tuple[Sentence, ...]
    strong: bool = False


class WriteIn(Struct, frozen=True):
    """A label and a line to write on (``width`` in millimeters; 0: the rest of the line).

    If ``lines`` is more than one, they run across the page below the label. ``inset``: it is
    indented under the text of a numbered paragraph.
    """

    label: Message
    width: float = 0.0
    value: Sentence | None = None
    lines: int = 1
    inset: bool = False


class Signature(Struct, frozen=True):
    """The unmistakable place to sign: a long line with a mark at its start and labels under it."""

    signature_label: Message
    name: Sentence
    date_label: Message
    place_label: Message | None = None

    @property
    def labels(self) -> list[Message]:
        """The labels under the lines, in reading order."""
        labels = (self.signature_label, self.date_label, self.place_label)
        return [label for label in labels if label is not None]


class SignatureLine(Struct, frozen=True):
    """Where someone else signs; the form asks for their name and address separately."""

    signature_label: Message
    date_label: Message


class CheckRow(Struct, frozen=True):
    """A 5 mm tick box and its text; ``details`` are printed under it, each on its own line."""

    sentence: Sentence
    checked: bool = False
    details: tuple[Sentence, ...] = ()


class ListRow(Struct, frozen=True):
    """A list item with a bullet before it."""

    sentence: Sentence


class Lines(Struct, frozen=True):
    """Lines that belong together, one below the other, such as an address."""

    lines: tuple[Sentence, ...]


class CodedRow(Struct, frozen=True):
    """A row of the answer sheet: the code of the screen, its question, and the answers.

    In the person's language and, smaller, in English. ``answers`` are listed one below the other.
    ``inner``: it belongs to the row before it and is indented.
    """

    code: str
    asked: Message
    answers: tuple[Message, ...]
    inner: bool = False


class Envelope(Struct, frozen=True):
    """The face of an envelope with its labels, to cut out or to copy.

    The sender at the top left, the addressee in the middle, the mark in bold below. If there are
    several ``addressees``, the person chooses one.
    """

    sender_label: Message
    sender: tuple[Sentence, ...]
    addressee_label: Message
    addressees: tuple[tuple[Sentence, ...], ...]
    mark: Message


class ExhibitRow(Struct, frozen=True):
    """A row of the exhibit list.

    Letter, description, pages (by hand), whether it will follow later.
    """

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

    ``rows`` are to be ticked by hand; a line to write on follows ``pages_label``.
    """

    letter: Message
    description: Sentence
    rows: tuple[CheckRow, ...]
    pages_label: Message


class PageBreak(Struct, frozen=True):
    """What follows begins on a new page.

    ``if_needed``: only if what follows, up to the next break, does not fit on this page.
    """

    if_needed: bool = False


class Aside(Struct, frozen=True):
    """A note for the person only, in their language, at the foot of a form in English.

    A dashed line and ``label`` separate it from the form.
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

    ``footer`` is printed at the foot of each page beside "page x of y"; ``credit`` once, small, at
    the end; ``banner`` at the top of each page, in its language and in English (the mark of a
    reading copy). ``large``: in large print, for people with low vision.
    """

    kind: Kind
    title: Message
    blocks: tuple[Block, ...]
    footer: Message
    credit: tuple[Message, ...] = ()
    banner: Message | None = None
    large: bool = False


class OneLanguage(Struct, frozen=True):
    """The facility's own words, which are not translated, with a label, which is."""

    words: Message
    label: Message | None = None


class SummaryRow(Struct, frozen=True):
    """A line of the summary, shown in both languages.

    ``tick``: with a tick box before it. ``keep``: its rank if space runs out; rows with the highest
    rank are left out first, rank 0 never. ``silent``: if it is left out, that is not mentioned.
    ``once``: the same line for use across the whole width, printed only once.
    """

    message: Message
    tick: bool = False
    keep: int = 0
    silent: bool = False
    once: OneLanguage | None = None


class SummarySection(Struct, frozen=True):
    """A titled group of rows of the summary.

    ``left_out`` says where to find the ``n`` rows that did not fit; None: the summary's own words.
    """

    title: Message
    rows: tuple[SummaryRow, ...]
    write_ins: tuple[Message, ...] = ()
    left_out: Message | None = None


class Summary(Struct, frozen=True):
    """The one-page summary, in two languages side by side.

    ``left_out`` takes the argument ``n``, the number of rows that did not fit. ``edition`` is
    printed at the top in the person's language only; ``credit`` says it in both.
    """

    title: Message
    who: Message
    date: Message
    edition: Message
    warnings: tuple[Message, ...]
    sections: tuple[SummarySection, ...]
    left_out: Message
    credit: tuple[Message, ...] = field(default=())
