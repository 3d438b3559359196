"""The large-print copy: what the letter and the summary say, for people with low vision.

It is one document in the person's language for their own use; it is never sent as the letter.
"""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.documents.model import (
    Block,
    CheckRow,
    Document,
    Heading,
    Kind,
    Lines,
    ListRow,
    Notice,
    OwnWords,
    PageBreak,
    Paragraph,
    Sentence,
    Summary,
    SummarySection,
    WriteIn,
)
from pdkiosk.language.message import Message

# Translators: title of the copy of letter and summary in large print.
_TITLE = Message("Large-print copy to read", "large.title")
# Translators: in a box at the head of the copy in large print.
_ONLY_YOU = Message("This copy is only for you. Do not send it to ICE.", "large.only_you")
# Translators: in a box at the head of the copy in large print. The letter is printed smaller.
_SEND = Message(
    "The letter to sign and send is the one in English, in smaller print.", "large.send"
)
# Translators: in a box at the head of the copy in large print: what its pages hold.
_HOLDS = Message("First comes your letter. Then comes your summary.", "large.holds")


def large_print_copy(copy: Document, summary: Summary) -> Document:
    """The whole reading copy of the letter, then the whole summary."""
    return Document(
        kind=Kind.LARGE_PRINT,
        title=_TITLE,
        blocks=(
            Heading(_TITLE, level=1),
            Notice(tuple(Sentence(said) for said in (_ONLY_YOU, _SEND, _HOLDS)), strong=True),
            *(_to_read(block) for block in copy.blocks),
            # The credit is as large as the rest here, so it is an ordinary paragraph.
            _together(copy.credit),
            PageBreak(),
            *_summary(summary),
        ),
        footer=copy.footer,
        banner=copy.banner,
        large=True,
    )


def _to_read(block: Block) -> Block:
    """The block without the lines for a translation by hand, which belong on the letter."""
    return replace(block, translation_label=None) if isinstance(block, OwnWords) else block


def _summary(summary: Summary) -> list[Block]:
    """The whole summary in one column; nothing is left out."""
    identity = (summary.who, summary.date, summary.edition)
    blocks: list[Block] = [
        Heading(summary.title, level=1),
        Lines(tuple(Sentence(message) for message in identity)),
        *(Notice((Sentence(warning),), strong=True) for warning in summary.warnings),
    ]
    for section in summary.sections:
        blocks += _section(section)
    return [*blocks, _together(summary.credit)]


def _section(section: SummarySection) -> list[Block]:
    return [
        Heading(section.title),
        *(
            CheckRow(Sentence(row.message)) if row.tick else ListRow(Sentence(row.message))
            for row in section.rows
        ),
        *(WriteIn(label) for label in section.write_ins),
    ]


def _together(messages: tuple[Message, ...]) -> Paragraph:
    return Paragraph(tuple(Sentence(message) for message in messages))
