"""Questions for a lawyer: what the person chose to keep out of the letter."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.head import footer
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
from pdkiosk.guide.model import Cards, said
from pdkiosk.interview.factors import for_lawyer
from pdkiosk.language.message import Message

_NOTE_LINES = 5


def left_out(speaker: Speaker) -> list[Message]:
    """The things on record that the person made a question for a lawyer."""
    answers = speaker.answers
    things = [said(factor.title) for factor in for_lawyer(speaker.guide, answers)]
    question = speaker.questions["record"]
    assert isinstance(question, Cards)
    for card in answers.cards("record"):
        if card.get("record_way") == "lawyer":
            kind = next(o for o in question.lead.options if o.id == card.get("record_kind"))
            things.append(said(kind.label))
    return things


def _asked(speaker: Speaker) -> list[str]:
    """The questions that these answers call for."""
    answers = speaker.answers
    unsure = "fear" in answers and answers.get("fear") is None
    fits = {
        "fear": answers.get("fear") == "yes" or unsure,
        "order": answers.text("in_proceedings") == "order",
        "appeal": answers.text("stage") == "against_me",
        "strong": answers.text("strong_case") == "yes",
        "dismiss": "dismiss" in answers.chosen("requests"),
        "victim": "victim" in answers.chosen("reasons_family"),
        "bond": "bond" in (*answers.chosen("requests"), *answers.chosen("applications")),
    }
    return [name for name, fitting in fits.items() if fitting]


def has_questions(speaker: Speaker) -> bool:
    """Whether there is anything of this person's own to ask a lawyer."""
    return bool(_asked(speaker) or left_out(speaker))


def lawyer_questions(speaker: Speaker) -> Document:
    """A page for a lawyer only; it must never go to ICE."""
    title = speaker.sentence("lawyer.title")
    things = left_out(speaker)
    intro = ("lawyer.intro", "lawyer.full") if things else ("lawyer.intro",)
    blocks: list[Block] = [
        Heading(title, level=1),
        Notice((Sentence(speaker.sentence("lawyer.warn")),), strong=True),
        Paragraph(tuple(Sentence(speaker.sentence(i)) for i in intro)),
    ]
    if things:
        blocks.append(Heading(speaker.sentence("lawyer.left")))
        blocks += [CheckRow(Sentence(thing)) for thing in things]
    blocks.append(Heading(speaker.sentence("lawyer.ask")))
    blocks += [
        CheckRow(Sentence(speaker.sentence(f"lawyer.{name}")))
        for name in (*_asked(speaker), "always")
    ]
    blocks.append(WriteIn(speaker.sentence("lawyer.notes"), lines=_NOTE_LINES))
    banner = speaker.sentence("lawyer.banner")
    return Document(Kind.LAWYER, title, tuple(blocks), footer=footer(speaker), banner=banner)
