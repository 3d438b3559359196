"""Letters that the person sends out: for a letter of support, for medical records."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.closing import signature
from pdkiosk.documents.letter_head import footer, name, place_lines, sender_lines
from pdkiosk.documents.model import (
    Aside,
    Block,
    Document,
    Heading,
    Kind,
    Lines,
    ListRow,
    Notice,
    Paragraph,
    Sentence,
    WriteIn,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.contract import A_NUMBER, NO_LAWYER, SUPPORT_READERS
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Arg, Blank, alone

# In a copy to read, where the form has a line to write on.
_OPEN = "…"


def support_request(speaker: Speaker, facility: Facility, readers: list[str]) -> Document:
    """A letter that asks for a letter of support and says what a good one holds.

    ``readers`` are the options of SUPPORT_READERS that it is for; none means all. Only citizens
    and residents may write: safety notes, section 3, 12.
    """
    title = speaker.sentence("support.title")
    lines = [
        speaker.sentence("support.who"),
        speaker.sentence("support.facts"),
        *(
            speaker.option(option)
            for option in speaker.choices(SUPPORT_READERS)
            if not readers or option.id in readers
        ),
        speaker.sentence("support.harm"),
        speaker.sentence("support.true"),
        speaker.sentence("support.sign"),
    ]
    why: list[SentenceId] = ["support.detained", "support.why", "support.help"]
    if speaker.answers.says(NO_LAWYER):
        why.insert(1, "open.no_lawyer")
    blocks: list[Block] = [
        Heading(title, level=1),
        _paragraph(speaker, "support.dear", reader=Blank(TEXT_BLANK)),
        Paragraph(tuple(Sentence(speaker.sentence(i)) for i in why)),
        Notice((Sentence(speaker.sentence("support.safe")),), strong=True),
        Heading(speaker.sentence("support.head")),
        *(ListRow(Sentence(line)) for line in lines),
        _paragraph(speaker, "support.language"),
        WriteIn(speaker.sentence("support.signed")),
        _paragraph(speaker, "support.send"),
        Lines(sender_lines(speaker, facility)),
    ]
    return Document(Kind.SUPPORT_REQUEST, title, tuple(blocks), footer=footer(speaker))


def records_request(speaker: Speaker, facility: Facility, language: str) -> Document:
    """A blank request for medical records."""
    title = speaker.sentence("records.title")
    dates: dict[str, Arg] = {"from_date": Blank(DATE_BLANK), "to_date": Blank(DATE_BLANK)}
    asked: tuple[SentenceId, ...] = ("records.body", "records.send", "records.fee")
    number = speaker.value(A_NUMBER)
    keep: list[SentenceId] = ["records.note"]
    if language != SOURCE_LANGUAGE:
        keep += ["cert.reading", "records.lines", *asked]
    spaces: dict[str, Arg] = {"from_date": _OPEN, "to_date": _OPEN}
    read = [speaker.sentence(i, **(spaces if i == asked[0] else {})) for i in keep]
    blocks: list[Block] = [
        Heading(title, level=1),
        WriteIn(speaker.sentence("records.to")),
        WriteIn(speaker.sentence("records.name"), value=_known(name(speaker))),
        WriteIn(speaker.sentence("records.number"), value=_known(number)),
        WriteIn(speaker.sentence("records.birth")),
        _paragraph(speaker, asked[0], **dates),
        _paragraph(speaker, asked[1]),
        Lines(place_lines(speaker, facility)),
        _paragraph(speaker, asked[2]),
        signature(speaker),
        Aside(speaker.sentence("aside"), tuple(map(Sentence, read))),
    ]
    return Document(Kind.RECORDS_REQUEST, title, tuple(blocks), footer=footer(speaker))


def _known(arg: Arg) -> Sentence | None:
    return None if isinstance(arg, Blank) else Sentence(alone(arg))


def _paragraph(speaker: Speaker, sentence_id: SentenceId, **args: Arg) -> Paragraph:
    return Paragraph((Sentence(speaker.sentence(sentence_id, **args)),))
