"""Answers of invented people, and ways to read what is composed from them."""

from __future__ import annotations

import datetime
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import msgspec
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from pdkiosk import resources
from pdkiosk.documents.model import (
    Aside,
    Block,
    Cover,
    Document,
    Envelope,
    ExhibitTable,
    Heading,
    Kind,
    OwnWords,
    Paragraph,
    SenderAndDate,
    Sentence,
    Signature,
    SignatureLine,
    Summary,
    WriteIn,
)
from pdkiosk.documents.packet import PacketPart, compose_packet
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Guide, Question
from pdkiosk.interview.answers import Answers, parse_date
from pdkiosk.interview.flow import Interview, papers
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.identifiers import NO_BREAK_SPACE
from pdkiosk.language.message import Message
from pdkiosk.pdf import Paper, Pdf, render, render_summary
from pdkiosk.pdf.text import Words
from pdkiosk.pdf.wording import Wording
from tests.documents.blanks import sentences

TODAY = datetime.date(2026, 11, 24)
CATALOGS = Catalogs(resources.folder("translations"))
LANGUAGES = ("en", "es")
GATES: dict[str, Any] = {"in_proceedings": "yes", "way": "full"}
D = parse_date


@cache
def guide() -> Guide:
    return load_guide(resources.path("guide"))


@cache
def questions() -> dict[str, Question]:
    return {question.id: question for question in all_questions(guide())}


def interview(**answers: Any) -> Interview:
    return Interview(guide(), TODAY, Answers({**GATES, **answers}))


@dataclass(frozen=True)
class Packet:
    """All papers of a person, by their kinds."""

    parts: tuple[PacketPart, ...]

    @property
    def kinds(self) -> list[Kind]:
        return [part.kind for part in self.parts]

    def document(self, kind: Kind) -> Document:
        (content,) = (part.content for part in self.parts if part.kind is kind)
        assert isinstance(content, Document)
        return content

    @property
    def letter(self) -> Document:
        return self.document(Kind.LETTER)

    @property
    def reading_copy(self) -> Document:
        return self.document(Kind.READING_COPY)

    @property
    def summary(self) -> Summary:
        (content,) = (part.content for part in self.parts if part.kind is Kind.SUMMARY)
        assert isinstance(content, Summary)
        return content


def packet(facility: Facility | None = None, reader: str = "es", **answers: Any) -> Packet:
    where = facility or Facility()
    return Packet(compose_packet(guide(), interview(**answers), where, reader, drafted=True))


def many_papers(count: int, **answers: Any) -> Packet:
    """The packet of a person with so many exhibits, every other one still to come."""
    first = guide().paper[0]
    fakes = [
        msgspec.structs.replace(
            first, id=f"fake{n}", always=True, when=None, exhibit=f"Paper number {n} of many"
        )
        for n in range(count)
    ]
    larger = msgspec.structs.replace(guide(), paper=fakes)
    status = {paper.id: ("have", "ask")[n % 2] for n, paper in enumerate(fakes)}
    person = Interview(larger, TODAY, Answers({**GATES, **answers, "papers": status}))
    return Packet(compose_packet(larger, person, Facility(), "es", drafted=True))


def compose(person: Interview, reader: str = "es") -> tuple[PacketPart, ...]:
    """All papers of a person who has answered already."""
    return compose_packet(guide(), person, Facility(), reader, drafted=True)


def rendered(part: PacketPart, reader: str = "es", paper: Paper = Paper.LETTER) -> Pdf:
    """The part as the program prints it for somebody who reads ``reader``."""
    if isinstance(part.content, Summary):
        return render_summary(part.content, (part.language, "en"), CATALOGS, paper)
    return render(part.content, part.language, CATALOGS, paper, reader)


def letter(facility: Facility | None = None, **answers: Any) -> Document:
    return packet(facility, **answers).letter


def with_papers(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with every paper that fits: every other one in hand, the others to ask for."""
    offered = papers(guide(), interview(**answers).situation())
    return {**answers, "papers": {p.id: ("have", "ask")[n % 2] for n, p in enumerate(offered)}}


def say(message: Message, language: str) -> str:
    """The message as on paper, every blank equally long, each space a plain one."""
    spans = Wording(CATALOGS, language).spans(message)
    said = "".join(span.text if isinstance(span, Words) else "____" for span in spans)
    return said.replace(NO_BREAK_SPACE, " ")


def part(document: Document, heading: str) -> list[Block]:
    """The blocks under a heading (English)."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = say(block.message, "en") == heading
        elif inside:
            found.append(block)
    return found


def headings(document: Document) -> list[str]:
    return [say(b.message, "en") for b in document.blocks if isinstance(b, Heading)]


def numbered(document: Document) -> list[Paragraph | OwnWords]:
    return [
        block
        for block in document.blocks
        if isinstance(block, Paragraph | OwnWords) and block.number is not None
    ]


def every_sentence(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        yield from sentences(block)


def every_message(document: Document) -> Iterator[Message]:
    """All that is printed of a document, but for what was typed."""
    for sentence in every_sentence(document):
        yield sentence.message
    for block in document.blocks:
        match block:
            case Heading():
                yield block.message
            case WriteIn() | OwnWords():
                yield block.label
            case SenderAndDate():
                yield block.date_label
            case Signature():
                yield from block.labels
            case SignatureLine():
                yield from (block.signature_label, block.date_label)
            case ExhibitTable():
                yield from (block.title, block.pages_label, block.to_follow_label)
            case Cover():
                yield from (block.letter, block.pages_label)
            case Envelope():
                yield from (block.sender_label, block.addressee_label, block.mark)
            case Aside():
                yield block.label
    yield from (document.title, document.footer, *document.credit)


def said_everywhere(content: Document | Summary) -> Iterator[str]:
    """All that is printed of a paper, in English, but for what was typed."""
    messages = summary_messages(content) if isinstance(content, Summary) else every_message(content)
    for message in messages:
        yield say(message, "en")


def summary_messages(summary: Summary) -> list[Message]:
    rows = [
        message
        for section in summary.sections
        for message in (section.title, *(r.message for r in section.rows), *section.write_ins)
    ]
    return [
        summary.title,
        summary.who,
        summary.date,
        summary.edition,
        *summary.warnings,
        *rows,
        *summary.credit,
    ]


def pages(pdf: Pdf) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf.data))
    return [re.sub(r"\s+", " ", _text_of(page)) for page in reader.pages]


_TEXTS: dict[bytes, str] = {}
"""Pages that were read, by what is drawn on them: most of a letter is as in the one before."""


def _text_of(page: PageObject) -> str:
    """What is on a page. Its own marks and the letters of its fonts say it, and nothing else."""
    content, resources = page.get_contents(), page["/Resources"]
    assert content is not None and isinstance(resources, DictionaryObject)
    if "/XObject" in resources:
        return page.extract_text()  # a picture, or a form with words of its own
    fonts = cast(dict[str, dict[str, StreamObject]], resources["/Font"].get_object())
    known = hashlib.sha256(content.get_data())
    for name in sorted(fonts):
        font = fonts[name].get_object()  # type: ignore[attr-defined]
        known.update(
            f"{name} {font['/BaseFont']} {font.get('/Encoding')} {font.get('/Widths')}".encode()
        )
        known.update(font["/ToUnicode"].get_data() if "/ToUnicode" in font else b"")
    if known.digest() not in _TEXTS:
        _TEXTS[known.digest()] = page.extract_text()
    return _TEXTS[known.digest()]


def sizes(pdf: Pdf, words: str) -> set[float]:
    """The font sizes of the pieces of text that hold these words."""
    found: set[float] = set()

    def visit(text: str, _cm: Any, _tm: Any, _font: Any, size: float) -> None:
        if words in text:
            found.add(round(size, 2))

    for page in PdfReader(io.BytesIO(pdf.data)).pages:
        page.extract_text(visitor_text=visit)
    return found


def squeezed(text: str) -> str:
    """Text without spaces, to compare across line breaks."""
    return re.sub(r"\s+", "", text)


def person(relation: str, **fields: Any) -> dict[str, Any]:
    """A card of the family: ``status``, ``age``, ``name``, ``depends``, ``lived``."""
    return {"relation": relation, **{f"person_{name}": value for name, value in fields.items()}}


def entry(kind: str, **fields: Any) -> dict[str, Any]:
    """An entry of the record that is kept: ``result``, ``date``, ``place``, ``done``."""
    return {
        "record_kind": kind,
        "record_way": "keep",
        **{f"record_{name}": value for name, value in fields.items()},
    }


MARIA: dict[str, Any] = {
    "strong_case": "weak",
    "has_lawyer": "no",
    "fear": "no",
    "full_name": "María López Ruiz",
    "age": 34,
    "a_number": "012345678",
    "country_told": "yes",
    "country": "@honduras",
    "best_language": "@spanish",
    "detained_since": D("2026-08"),
    "stage": "court",
    "next_hearing": None,
    "arrival": D("2012-03"),
    "reasons_life": ["long_residence", "community", "work", "no_danger", "not_deported"],
    "reasons_family": ["citizen_family", "caretaker"],
    "people": [
        person("daughter", status="citizen", age=9, name="Ana", depends="yes", lived="yes"),
        person("son", status="citizen", age=6, name="Luis", depends="yes"),
        person("husband", status="resident", name="Inés", age=40, lived="yes"),
    ],
    "lived_where": "Phoenix, Arizona",
    "community_kinds": ["faith", "school"],
    "community_words": "Desde 2016 cocino cada domingo.",
    "work_kind": "@cook",
    "work_since": D("2015"),
    "taxes": "yes",
    "care_who": "mother",
    "care_illness": "@diabetes",
    "care_since": D("2019"),
    "care_alone": "nobody",
    "record": [
        entry("driving", result="convicted", date=D("2016"), place="Arizona", done="yes"),
    ],
    "rehabilitation": ["no_more"],
    "weighs": ["prior_order"],
    "prior_order_way": "lawyer",
    "sponsor": "@brother",
    "sponsor_city": "Tucson, Arizona",
    "hearings_attended": "yes",
    "hardship": ["children", "income", "home"],
    "papers": {
        "birth_certificates": "have",
        "medical_records": "ask",
        "residence_proof": "ask",
        "support_letters": "ask",
        "marriage_license": "cannot",
    },
    "story": "Mi hija pregunta cada noche cuándo vuelvo a casa.",
}


def everything(members: int = 30, words: int = 40) -> dict[str, Any]:
    """A person to whom every reason applies, with a large family and long texts."""
    groups = {
        group: [factor.id for factor in guide().factor if factor.group == group]
        for group in ("life", "family", "medical", "high")
    }
    relations = ("daughter", "son", "sister", "wife")
    statuses = ("citizen", "resident", "unsaid")
    answers: dict[str, Any] = {
        **MARIA,
        "reasons_life": groups["life"],
        "reasons_family": groups["family"],
        "medical": groups["medical"],
        "weighs": groups["high"],
        "next_hearing": D("2026-12-15"),
        "illness": "@heart",
        "illness_since": D("2001"),
        "treatment": "no",
        "hiv_or_cancer": "hiv",
        "pregnant_or_nursing": "both",
        "due_date": D("2027-03"),
        "victim_kinds": ["domestic", "trafficking", "other"],
        "victim_reported": "yes",
        "high_school": "Central High School",
        "graduated": D("2019-05"),
        "college": "nursing, Pima College",
        "age_at_arrival": 9,
        "military_who": "self",
        "military_branch": "@army",
        "military_since": D("2008"),
        "hardship": ["children", "income", "home", "health", "care", "school", "nobody"],
        "hardship_words": "La renta es de 900 dólares. " * words,
        "rehabilitation": ["classes", "treatment", "counseling", "no_more", "work", "faith"],
        "rehabilitation_words": "Aprendí mucho. " * words,
        "requests": ["release", "bond", "close", "time", "dismiss"],
        "dismiss_sure": "yes",
        "story": "Esta es mi historia. " * words,
        "people": [
            person(
                relations[n % 4],
                status=statuses[n % 3],
                age=n % 15,
                name=f"Nombre{n}",
                depends="yes" if n % 2 else "no",
                lived="yes" if n % 5 else "no",
            )
            for n in range(members)
        ],
    }
    answers["lawyer_helped"] = "yes"
    for factor_id in groups["high"]:
        answers[f"{factor_id}_way"] = "keep"
        answers[f"{factor_id}_words"] = f"Palabras sobre {factor_id}. " * words
    return with_papers(answers)
