"""Papers to render in the tests, and ways to read a PDF back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from pdkiosk.documents.model import (
    Addressee,
    Block,
    CheckRow,
    Document,
    ExhibitRow,
    ExhibitTable,
    Heading,
    Kind,
    Notice,
    OwnWords,
    PageBreak,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
    Signature,
    Summary,
    SummaryRow,
    SummarySection,
    WriteIn,
)
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Blank, Message, Own
from pdkiosk.pdf import Pdf

CATALOGS = Catalogs(Path("/nonexistent"))
NAME = Own("María López Ruiz")
HOSTILE = (
    '<img src="/etc/passwd"/>',
    "</para>",
    "&#99999999;",
    "<b>unclosed",
    "&amp; &lt;",
    "{name} {0} %s",
    "(a) \\ (b) \\n",
    "<!-- --> <![CDATA[ ]]>",
)


def said(text: str, **args: Any) -> Sentence:
    return Sentence(Message(text)(**args))


def signature() -> Signature:
    return Signature(
        Message("Sign here"), said("{n}", n=NAME), Message("Date signed"), Message("City and state")
    )


def document(*blocks: Block, **more: Any) -> Document:
    return Document(
        Kind.LETTER, Message("Request for discretion"), blocks, Message("Footer words"), **more
    )


def own_words(text: str, **more: Any) -> OwnWords:
    return OwnWords(text, Message("As I typed it:"), **more)


def paragraphs(count: int, sentences: int = 2) -> list[Paragraph]:
    sentence = said("I have gone to every hearing, and I will go to all that are still to come.")
    return [Paragraph((sentence,) * sentences, number) for number in range(1, count + 1)]


def letter(count: int = 20) -> Document:
    """A letter with every kind of block, some three pages and two forms."""
    blocks: list[Block] = [
        SenderAndDate((said("{n}", n=NAME), said("Unit {u}", u=Blank(20))), Message("Date:")),
        Addressee(
            (
                (True, (said("Office of the Principal Legal Advisor"), said("{b}", b=Blank(60)))),
                (False, (said("Field Office Director"),)),
            )
        ),
        Reference(
            Message("RE:"),
            said("Request for prosecutorial discretion"),
            (said("Next hearing: {h}  Judge: {j}", h=Blank(45), j=Blank(45)),),
        ),
        Heading(Message("My life")),
        *paragraphs(count),
        own_words("I ask <b>you & yours</b>.", number=count + 1, translation_label=Message("In E")),
        Notice((said("Read each line."),)),
        Heading(Message("Declaration")),
        Paragraph((said("I declare under penalty of perjury."),)),
        signature(),
        PageBreak(),
        Heading(Message("Exhibits"), 1),
        ExhibitTable(
            Message("Exhibit list"),
            Message("Pages"),
            Message("To follow"),
            (ExhibitRow("A", said("Birth certificate")), ExhibitRow("B", said("Pay"), True)),
        ),
        PageBreak(),
        Heading(Message("Proof of service"), 1),
        CheckRow(said("By mail"), True),
        WriteIn(Message("To whom:")),
        WriteIn(Message("Address:"), 80, said("{a}", a=Own("12 Road"))),
        signature(),
    ]
    return document(*blocks, credit=(Message("Adapted from the guide."),))


def row(text: str, **more: Any) -> SummaryRow:
    return SummaryRow(Message("{t}")(t=Own(text)), **more)


def summary(*sections: Iterable[SummaryRow], **more: Any) -> Summary:
    fields: dict[str, Any] = {
        "title": Message("My summary"),
        "who": Message("M. L. R."),
        "date": Message("Nov 24, 2026"),
        "edition": Message("Guide of 2011"),
        "warnings": (Message("Not legal advice."), Message("Never lie.")),
        "sections": tuple(
            SummarySection(Message(f"Section {number}"), tuple(rows), (Message("Legal help:"),))
            for number, rows in enumerate(sections)
        ),
        "left_out": Message("{n} line left out", plural="{n} lines left out"),
        "credit": (Message("Adapted from the guide."),),
    }
    return Summary(**(fields | more))


def reader(pdf: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.data))


def page_texts(pdf: Pdf) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader(pdf).pages]


def full_text(pdf: Pdf) -> str:
    return " ".join(page_texts(pdf))


def positions(pdf: Pdf) -> list[tuple[int, float, float, float, str]]:
    """Each piece of text: page, x, y, font size, text."""
    found: list[tuple[int, float, float, float, str]] = []
    for number, page in enumerate(reader(pdf).pages):

        def visit(
            text: str, _cm: Any, tm: Any, _font: Any, size: float, page: int = number
        ) -> None:
            if text.strip():
                found.append((page, float(tm[4]), float(tm[5]), size, text))

        page.extract_text(visitor_text=visit)
    return found
