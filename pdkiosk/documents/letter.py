"""The letter to ICE, from the answers: the same document for ICE and for the reading copy."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pdkiosk.documents.arguments import (
    NAME_BLANK,
    TEXT_BLANK,
    Speaker,
    masked_a_number,
)
from pdkiosk.documents.exhibits import Exhibits, exhibits
from pdkiosk.documents.family import family_sentences
from pdkiosk.documents.model import (
    Addressee,
    Block,
    Document,
    ExhibitRow,
    ExhibitTable,
    Heading,
    Kind,
    OwnWords,
    PageBreak,
    Paragraph,
    Reference,
    SenderAndDate,
    Sentence,
    Signature,
    WriteIn,
)
from pdkiosk.documents.record import record_sentences, rehabilitation_sentences
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import placeholders
from pdkiosk.guide.model import Choices, Fact, said
from pdkiosk.interview.flow import chosen_factors
from pdkiosk.interview.rules import holds
from pdkiosk.language.message import Arg, Blank, Listing, Message, Own, alone

# The parts of the letter in their order, each with its heading and the question of free
# text that belongs to it.
_PARTS = (
    ("life", "community_words"),
    ("family", ""),
    ("health", ""),
    ("other", ""),
    ("record", "rehabilitation_words"),
    ("hardship", "hardship_words"),
    ("words", "story"),
    ("danger", ""),
)


@dataclass
class _Numbered:
    """Collects blocks and numbers the paragraphs through."""

    blocks: list[Block] = field(default_factory=list)
    number: int = 0

    def paragraph(self, sentences: list[Sentence]) -> None:
        if sentences:
            self.number += 1
            self.blocks.append(Paragraph(tuple(sentences), self.number))

    def own_words(self, speaker: Speaker, question_id: str) -> None:
        text = speaker.answers.text(question_id)
        if text.strip():
            self.number += 1
            needs_translation = speaker.answers.text("best_language") != "@english"
            self.blocks.append(
                OwnWords(
                    text,
                    speaker.sentence("own_words"),
                    question_id,
                    self.number,
                    speaker.sentence("translation") if needs_translation else None,
                )
            )


def compose_letter(speaker: Speaker, facility: Facility) -> Document:
    """The letter in its whole: from the sender's block to the proof of service."""
    shown = exhibits(speaker)
    body = _Numbered()
    _opening(body, speaker)
    for part, words in _PARTS:
        before = body.number
        head = len(body.blocks)
        for sentences in _part(part, speaker, shown):
            body.paragraph(sentences)
        for factor in chosen_factors(speaker.guide, speaker.answers):
            if part == "record" and factor.group == "high":
                body.own_words(speaker, f"{factor.id}_words")
        if words:
            body.own_words(speaker, words)
        if body.number > before:
            body.blocks.insert(head, Heading(speaker.sentence(f"heading.{part}")))
    _closing(body, speaker, shown)
    return Document(
        kind=Kind.LETTER,
        title=speaker.sentence("re.title"),
        blocks=(
            *_head(speaker, facility),
            *body.blocks,
            *_declaration(speaker),
            *_exhibit_list(speaker, shown),
            *_proof_of_service(speaker),
        ),
        footer=speaker.sentence("footer", name=_name(speaker), a_number=_masked(speaker)),
        credit=(speaker.sentence("prepared_by"),),
    )


def reading_copy(letter: Document, banner: Message) -> Document:
    """The same letter marked as a copy that must not be sent."""
    return replace(letter, kind=Kind.READING_COPY, banner=banner)


def _name(speaker: Speaker) -> Arg:
    name = speaker.answers.text("full_name").strip()
    return Own(name) if name else Blank(NAME_BLANK)


def _a_number(speaker: Speaker) -> Arg:
    return speaker.value("a_number")


def _masked(speaker: Speaker) -> Arg:
    return masked_a_number(speaker.answers.text("a_number"))


def _facility_name(speaker: Speaker, facility: Facility) -> Arg:
    typed = speaker.answers.text("facility_name").strip()
    if typed:
        return Own(typed)
    return facility.name or Blank(TEXT_BLANK)


def _line(arg: Arg, origin: str = "") -> Sentence:
    return Sentence(alone(arg), origin)


def _head(speaker: Speaker, facility: Facility) -> list[Block]:
    sender = [
        _line(_name(speaker), "full_name"),
        _line(_a_number(speaker), "a_number"),
        _line(_facility_name(speaker, facility), "facility_name"),
        *(_line(text) for text in facility.address),
        Sentence(speaker.sentence("unit", unit=Blank(25))),
    ]
    order = speaker.answers.text("in_proceedings") == "order"
    reference = [
        Sentence(
            speaker.sentence("re.who", name=_name(speaker), a_number=_a_number(speaker)),
            "full_name",
        )
    ]
    if order:
        reference.append(Sentence(speaker.sentence("re.order"), "in_proceedings"))
    else:
        reference.append(Sentence(speaker.sentence("re.hearing"), "next_hearing"))
        reference.append(Sentence(speaker.sentence("re.court"), "court"))
        reference.append(Sentence(speaker.sentence("re.stage"), "stage"))
    return [
        SenderAndDate(tuple(sender), speaker.sentence("date")),
        Addressee(
            (
                (not order, _office(speaker, "address.opla", facility.opla_address)),
                (order, _office(speaker, "address.ero", facility.ero_address)),
            )
        ),
        Reference(
            speaker.sentence("re.label"),
            Sentence(speaker.sentence("re.title")),
            tuple(reference),
        ),
        Paragraph((Sentence(speaker.sentence("salutation")),)),
    ]


def _office(speaker: Speaker, sentence_id: str, address: list[str]) -> tuple[Sentence, ...]:
    lines: list[Arg] = list(address) or [Blank(TEXT_BLANK), Blank(TEXT_BLANK)]
    return (
        Sentence(speaker.sentence(sentence_id)),
        Sentence(speaker.sentence("address.ice")),
        *(_line(line) for line in lines),
    )


def _opening(body: _Numbered, speaker: Speaker) -> None:
    answers = speaker.answers
    order = answers.text("in_proceedings") == "order"
    first = [
        Sentence(speaker.sentence("open.name", name=_name(speaker)), "full_name"),
        Sentence(
            speaker.sentence("open.order" if order else "open.proceedings"), "in_proceedings"
        ),
    ]
    if answers.date("detained_since"):
        first.append(Sentence(speaker.sentence("open.since"), "detained_since"))
    body.paragraph(first)
    question = speaker.questions["requests"]
    assert isinstance(question, Choices)
    wanted = [o for o in question.options if o.id in requested(speaker)]
    if wanted:
        asked = speaker.sentence(
            "ask", requests=Listing(tuple(said(o.letter or o.label) for o in wanted))
        )
    else:
        asked = speaker.sentence("ask.any")
    body.paragraph([Sentence(asked, "requests")])


def requested(speaker: Speaker) -> list[str]:
    """What the letter asks for. Dismissal only if a lawyer advised it (safety notes, 2)."""
    return [
        wish
        for wish in speaker.answers.chosen("requests")
        if wish != "dismiss" or speaker.answers.get("dismiss_sure") == "yes"
    ]


def _part(part: str, speaker: Speaker, shown: Exhibits) -> list[list[Sentence]]:
    """The paragraphs of a part: general facts, then those of each factor."""
    paragraphs = []
    if part == "family":
        cited = shown.of(("birth_certificates", "family_status", "marriage_license"))
        paragraphs.append(_citing(family_sentences(speaker), cited))
    if part == "record":
        entries = [*record_sentences(speaker), rehabilitation_sentences(speaker)]
        entries = [entry for entry in entries if entry]
        if entries:
            entries[-1] = _citing(entries[-1], shown.of(("rehabilitation",)))
        paragraphs.extend(entries)
    general = _facts(speaker, speaker.guide.facts, part, shown)
    if part == "life":
        paragraphs.append(_citing(general, shown.of(("residence_proof",))))
    else:
        paragraphs.append(general)
    for factor in chosen_factors(speaker.guide, speaker.answers):
        sentences = _facts(speaker, factor.facts, part, shown)
        paragraphs.append(_citing(sentences, shown.of(factor.papers)))
    return [paragraph for paragraph in paragraphs if paragraph]


def _facts(speaker: Speaker, facts: list[Fact], part: str, shown: Exhibits) -> list[Sentence]:
    return [
        Sentence(speaker.fact(fact), fact.origin or _origin(speaker, fact), shown.of(fact.papers))
        for fact in facts
        if fact.block == part and holds(fact.when, speaker.situation)
    ]


def _origin(speaker: Speaker, fact: Fact) -> str:
    """The question that a sentence comes from: its first argument, or its condition."""
    for name in sorted(placeholders(fact.text), key=fact.text.index):
        if name in speaker.questions:
            return name
    return fact.when.question if fact.when and fact.when.question else ""


def _citing(sentences: list[Sentence], letters: tuple[str, ...]) -> list[Sentence]:
    """The paragraph with its exhibits named after its last sentence."""
    if not sentences or not letters or any(s.exhibits for s in sentences):
        return sentences
    return [*sentences[:-1], replace(sentences[-1], exhibits=letters)]


def _closing(body: _Numbered, speaker: Speaker, shown: Exhibits) -> None:
    cited = {
        letter
        for block in body.blocks
        if isinstance(block, Paragraph)
        for sentence in block.sentences
        for letter in sentence.exhibits
    }
    rest = tuple(letter for letter in shown.letters.values() if letter not in cited)
    if rest:
        body.paragraph([Sentence(speaker.sentence("close.exhibits"), "papers", rest)])
    body.paragraph([Sentence(speaker.sentence("close"))])


def _declaration(speaker: Speaker) -> list[Block]:
    return [
        Heading(speaker.sentence("declaration.title")),
        Paragraph((Sentence(speaker.sentence("declaration")),)),
        Signature(
            speaker.sentence("signature"),
            Sentence(speaker.sentence("printed_name", name=_name(speaker)), "full_name"),
            speaker.sentence("executed_date"),
            speaker.sentence("executed_place"),
        ),
    ]


def _exhibit_list(speaker: Speaker, shown: Exhibits) -> list[Block]:
    if not shown.papers:
        return []
    return [
        PageBreak(),
        Heading(speaker.sentence("exhibits.title"), level=1),
        ExhibitTable(
            speaker.sentence("exhibits.letter"),
            speaker.sentence("exhibits.what"),
            speaker.sentence("exhibits.pages"),
            speaker.sentence("exhibits.follow"),
            tuple(
                ExhibitRow(
                    shown.letters[paper.id],
                    Sentence(said(paper.exhibit), "papers"),
                    paper.id in shown.to_follow,
                )
                for paper in shown.papers
            ),
        ),
    ]


def _proof_of_service(speaker: Speaker) -> list[Block]:
    return [
        PageBreak(),
        Heading(speaker.sentence("service.title"), level=1),
        Paragraph((Sentence(speaker.sentence("service.intro")),)),
        Paragraph((Sentence(speaker.sentence("service.what")),)),
        *(WriteIn(speaker.sentence(i)) for i in ("service.to", "service.how", "service.when")),
        Signature(
            speaker.sentence("signature"),
            Sentence(speaker.sentence("printed_name", name=_name(speaker)), "full_name"),
            speaker.sentence("executed_date"),
            speaker.sentence("executed_place"),
        ),
    ]
