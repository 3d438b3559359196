"""The list of papers still to be had, and the requests that go out for them."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.closing import signature
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.head import footer, name
from pdkiosk.documents.model import (
    Block,
    CheckRow,
    Document,
    Heading,
    Kind,
    Notice,
    Paragraph,
    Sentence,
    WriteIn,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import said
from pdkiosk.language.message import Arg, Blank, alone

READERS = ("family", "employer", "doctor", "teacher", "clergy")


def gathering_list(speaker: Speaker, shown: Exhibits) -> Document:
    """What is not in hand yet: what, who can send it, how to ask, by when."""
    title = speaker.sentence("gather.title")
    hearing = speaker.answers.date("next_hearing")
    deadline = "gather.by_hearing" if hearing else "gather.by"
    blocks: list[Block] = [
        Heading(title, level=1),
        Paragraph((Sentence(speaker.sentence("gather.intro")),)),
        Paragraph((Sentence(speaker.sentence(deadline)),)),
        Notice((Sentence(speaker.sentence("gather.mail")),)),
    ]
    wanted = [paper for paper in shown.papers if paper.id in shown.to_follow]
    for paper in wanted:
        letter = shown.letters[paper.id]
        item = speaker.sentence("gather.item", paper=said(paper.label), letter=letter)
        blocks += [
            CheckRow(Sentence(item)),
            Paragraph(
                (
                    Sentence(speaker.sentence("gather.from", source=said(paper.from_whom))),
                    Sentence(said(paper.how)),
                    Sentence(
                        speaker.sentence(
                            "gather.asked", asked=Blank(DATE_BLANK), came=Blank(DATE_BLANK)
                        )
                    ),
                )
            ),
        ]
    if not wanted:
        blocks.append(Paragraph((Sentence(speaker.sentence("gather.none")),)))
    return Document(Kind.GATHERING, title, tuple(blocks), footer=footer(speaker))


def support_request(speaker: Speaker, facility: Facility, readers: list[str]) -> Document:
    """A letter that asks for a letter of support and says what a good one holds.

    ``readers`` are those of READERS that it is for; none means all.
    """
    title = speaker.sentence("support.title")
    lines = ["who", "facts", *(r for r in READERS if not readers or r in readers)]
    lines += ["harm", "sign", "copy"]
    blocks: list[Block] = [
        Heading(title, level=1),
        Paragraph((Sentence(speaker.sentence("support.dear", reader=Blank(TEXT_BLANK))),)),
        Paragraph((Sentence(speaker.sentence("support.why")),)),
        Notice((Sentence(speaker.sentence("support.safe")),)),
        Heading(speaker.sentence("support.head")),
        *(CheckRow(Sentence(speaker.sentence(f"support.{line}"))) for line in lines),
        Paragraph((Sentence(speaker.sentence("support.true")),)),
        Paragraph((Sentence(speaker.sentence("support.send")),)),
        *own_address(speaker, facility),
        Paragraph((Sentence(speaker.sentence("support.thanks")),)),
        signature(speaker),
    ]
    return Document(Kind.SUPPORT_REQUEST, title, tuple(blocks), footer=footer(speaker))


def records_request(speaker: Speaker, facility: Facility) -> Document:
    """A blank request for medical records."""
    title = speaker.sentence("records.title")
    dates: dict[str, Arg] = {"from_date": Blank(DATE_BLANK), "to_date": Blank(DATE_BLANK)}
    blocks: list[Block] = [
        Heading(title, level=1),
        WriteIn(speaker.sentence("records.to")),
        WriteIn(speaker.sentence("records.name"), value=Sentence(alone(name(speaker)))),
        WriteIn(
            speaker.sentence("records.number"), value=Sentence(alone(speaker.value("a_number")))
        ),
        WriteIn(speaker.sentence("records.birth")),
        Paragraph((Sentence(speaker.sentence("records.body", **dates)),)),
        Paragraph((Sentence(speaker.sentence("records.send")),)),
        *own_address(speaker, facility),
        Paragraph((Sentence(speaker.sentence("records.fee")),)),
        signature(speaker),
    ]
    return Document(Kind.RECORDS_REQUEST, title, tuple(blocks), footer=footer(speaker))


def own_address(speaker: Speaker, facility: Facility) -> list[Block]:
    """The writer's address in detention, with lines where the facility file has none."""
    lines: list[Arg] = [facility.name or Blank(TEXT_BLANK), *facility.address]
    if not facility.address:
        lines += [Blank(TEXT_BLANK), Blank(TEXT_BLANK)]
    return [Paragraph((Sentence(alone(line)),)) for line in (name(speaker), *lines)]
