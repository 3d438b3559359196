"""Questions for a lawyer: what the person chose to keep out of the letter."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.letter_head import footer
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
from pdkiosk.guide.contract import (
    AFRAID,
    AGAINST_ME,
    APPLIED_FOR_BOND,
    FINAL_ORDER,
    HARD_TO_FOLLOW,
    KEPT,
    LEFT_TO_LAWYER,
    MAYBE_CITIZEN,
    RECORD,
    RECORD_KIND,
    STRONG_CASE,
    UNSURE_OF_FEAR,
    VICTIM,
    WANTS_BOND,
    WANTS_CANCELLATION,
    WANTS_DISMISSAL,
    Answer,
)
from pdkiosk.guide.model import said
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.factors import chosen_factors, for_lawyer, is_kept
from pdkiosk.language.message import Message

_NOTE_LINES = 5


def left_out(speaker: Speaker) -> list[Message]:
    """The things on record that the person made a question for a lawyer."""
    answers = speaker.answers
    things = [said(factor.title) for factor in for_lawyer(speaker.guide, answers)]
    kinds = {option.id: option for option in speaker.choices(RECORD_KIND)}
    left = (entry for entry in answers.members(RECORD) if entry.says(LEFT_TO_LAWYER))
    return [*things, *(said(kinds[entry.text(RECORD_KIND)].label) for entry in left)]


def kept_in(speaker: Speaker) -> list[Message]:
    """The things on record that the letter speaks of."""
    answers = speaker.answers
    chosen = chosen_factors(speaker.guide, answers)
    things = [said(f.title) for f in chosen if f.way and is_kept(f, answers)]
    kinds = {option.id: option for option in speaker.choices(RECORD_KIND)}
    kept = (entry for entry in answers.members(RECORD) if entry.says(KEPT))
    return [*things, *(said(kinds[entry.text(RECORD_KIND)].label) for entry in kept)]


def _asked(speaker: Speaker) -> list[SentenceId]:
    """The questions that these answers call for."""
    questions: list[tuple[SentenceId, tuple[Answer, ...]]] = [
        ("lawyer.citizen", (MAYBE_CITIZEN,)),
        ("lawyer.fear", (AFRAID, UNSURE_OF_FEAR)),
        ("lawyer.order", (FINAL_ORDER,)),
        ("lawyer.appeal", (AGAINST_ME,)),
        ("lawyer.strong", (STRONG_CASE,)),
        ("lawyer.dismiss", (WANTS_DISMISSAL, WANTS_CANCELLATION)),
        ("lawyer.hard_to_follow", (HARD_TO_FOLLOW,)),
        ("lawyer.victim", (VICTIM,)),
        ("lawyer.bond", (WANTS_BOND, APPLIED_FOR_BOND)),
    ]
    return [question for question, fitting in questions if any(map(speaker.answers.says, fitting))]


def has_questions(speaker: Speaker) -> bool:
    """Whether there is anything of this person's own to ask a lawyer."""
    return bool(_asked(speaker) or left_out(speaker) or kept_in(speaker))


def lawyer_questions(speaker: Speaker) -> Document:
    """A page for a lawyer only; it must never go to ICE."""
    title = speaker.sentence("lawyer.title")
    things = left_out(speaker)
    intro: list[SentenceId] = ["lawyer.intro", "lawyer.full"] if things else ["lawyer.intro"]
    blocks: list[Block] = [
        Heading(title, level=1),
        Notice((Sentence(speaker.sentence("lawyer.warn")),), strong=True),
        Paragraph(tuple(Sentence(speaker.sentence(i)) for i in intro)),
    ]
    if things:
        blocks.append(Heading(speaker.sentence("lawyer.left")))
        blocks += [CheckRow(Sentence(thing)) for thing in things]
    if kept := kept_in(speaker):
        blocks.append(Heading(speaker.sentence("lawyer.kept")))
        blocks += [CheckRow(Sentence(thing)) for thing in kept]
    blocks.append(Heading(speaker.sentence("lawyer.ask")))
    asked: list[SentenceId] = [*_asked(speaker), "lawyer.always"]
    blocks += [CheckRow(Sentence(speaker.sentence(question))) for question in asked]
    blocks.append(WriteIn(speaker.sentence("lawyer.notes"), lines=_NOTE_LINES))
    banner = speaker.sentence("lawyer.banner")
    return Document(Kind.LAWYER, title, tuple(blocks), footer=footer(speaker), banner=banner)
