"""The consultation sheet: what a lawyer needs to know first, then the questions to ask."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.case_block import case_block
from pdkiosk.documents.letter_head import footer
from pdkiosk.documents.model import (
    Block,
    CheckRow,
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
from pdkiosk.documents.wishes import wish_labels
from pdkiosk.guide.contract import (
    AFRAID,
    AGAINST_ME,
    APPEALED,
    APPLIED_FOR_BOND,
    FINAL_ORDER,
    FOR_ME,
    HARD_TO_FOLLOW,
    MAYBE_CITIZEN,
    MISSED_HEARING,
    NO_NOTICE,
    NOT_AT_HEARING,
    RECORD,
    RECORD_KIND,
    STRONG_CASE,
    UNSURE_IF_CITIZEN,
    UNSURE_OF_FEAR,
    VICTIM,
    VICTIM_AT_HOME,
    WANTS_BOND,
    WANTS_CANCELLATION,
    WANTS_DISMISSAL,
)
from pdkiosk.guide.model import said
from pdkiosk.guide.named import Answer
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.citizenship import perhaps_citizen
from pdkiosk.interview.deadlines import appeal_is_late, hearing_missed
from pdkiosk.interview.factors import (
    chosen_factors,
    for_lawyer,
    for_lawyer_entries,
    is_told,
    kept_entries,
)
from pdkiosk.interview.rules import is_minor
from pdkiosk.language.message import Message

_NOTE_LINES = 2


def left_out(speaker: Speaker) -> list[Message]:
    """The items of the record that the person made a question for a lawyer."""
    answers = speaker.answers
    things = [said(factor.title) for factor in for_lawyer(speaker.guide, answers)]
    kinds = {option.id: option for option in speaker.choices(RECORD_KIND)}
    left = for_lawyer_entries(answers)
    return [*things, *(said(kinds[entry.text(RECORD_KIND)].label) for entry in left)]


def kept_in(speaker: Speaker) -> list[Message]:
    """The items of the record that the letter mentions."""
    answers = speaker.answers
    chosen = chosen_factors(speaker.guide, answers)
    things = [said(f.title) for f in chosen if f.way and is_told(f, answers)]
    kinds = {option.id: option for option in speaker.choices(RECORD_KIND)}
    kept = kept_entries(answers)
    return [*things, *(said(kinds[entry.text(RECORD_KIND)].label) for entry in kept)]


def only_left_out(speaker: Speaker) -> int:
    """How many ticked items of the record no paper mentions, as the person decided."""
    answers = speaker.answers
    ticked = [f for f in chosen_factors(speaker.guide, answers) if f.way]
    named = len(left_out(speaker)) + len(kept_in(speaker))
    return len(ticked) + len(answers.members(RECORD)) - named


def _asked(speaker: Speaker) -> list[SentenceId]:
    """The questions that these answers call for; the one about citizenship comes first."""
    questions: list[tuple[SentenceId, tuple[Answer, ...]]] = [
        ("lawyer.fear", (AFRAID, UNSURE_OF_FEAR)),
        ("lawyer.order", (FINAL_ORDER,)),
        ("lawyer.habeas", (FINAL_ORDER,)),
        ("lawyer.appeal", (AGAINST_ME,)),
        ("lawyer.won", (FOR_ME,)),
        ("lawyer.strong", (STRONG_CASE,)),
        ("lawyer.dismiss", (WANTS_DISMISSAL, WANTS_CANCELLATION)),
        ("lawyer.hard_to_follow", (HARD_TO_FOLLOW,)),
        ("lawyer.victim", (VICTIM,)),
        ("lawyer.bond", (WANTS_BOND, APPLIED_FOR_BOND)),
    ]
    asked = [question for question, fitting in questions if any(map(speaker.answers.says, fitting))]
    if speaker.answers.says(APPEALED):
        asked[asked.index("lawyer.appeal")] = "lawyer.appealed"
    elif "lawyer.appeal" in asked and appeal_is_late(speaker.situation):
        asked[asked.index("lawyer.appeal")] = "lawyer.appeal_late"
    if "lawyer.victim" in asked and speaker.answers.says(VICTIM_AT_HOME):
        asked[asked.index("lawyer.victim")] = "lawyer.victim.home"
    missed = any(map(speaker.answers.says, (MISSED_HEARING, NOT_AT_HEARING)))
    if speaker.answers.says(NO_NOTICE):
        asked.insert(0, "lawyer.no_notice")
    elif missed or hearing_missed(speaker.situation):
        asked.insert(0, "lawyer.missed")
    if is_minor(speaker.situation):
        asked.insert(0, "lawyer.minor")
    return asked


def has_questions(speaker: Speaker) -> bool:
    """Whether anything was ticked that weighs against the person, or calls for a question.

    Safety notes, section 9, rule 5.
    """
    on_record = left_out(speaker) or kept_in(speaker) or only_left_out(speaker)
    return bool(on_record or _asked(speaker) or _of_citizenship(speaker))


def _of_citizenship(speaker: Speaker) -> Sentence | None:
    """The question whether the person is a citizen, with what they know about it."""
    if speaker.answers.says(MAYBE_CITIZEN):
        return Sentence(speaker.sentence("lawyer.citizen"))
    if speaker.answers.says(UNSURE_IF_CITIZEN) or perhaps_citizen(speaker.situation):
        return Sentence(speaker.sentence("lawyer.citizen.unsure"))
    return None


def lawyer_questions(speaker: Speaker) -> Document:
    """The page of questions for a lawyer only; it must never go to ICE.

    Its first line is whatever may make the person a citizen (safety notes, section 9, rule 7).
    """
    title = speaker.sentence("lawyer.title")
    things = left_out(speaker)
    intro: list[SentenceId] = ["lawyer.intro", "lawyer.full"] if things else ["lawyer.intro"]
    blocks: list[Block] = [Heading(title, level=1)]
    if citizen := _of_citizenship(speaker):
        blocks.append(Notice((citizen,), strong=True))
    blocks += [
        Paragraph(tuple(Sentence(speaker.sentence(i)) for i in ("lawyer.warn", *intro))),
        Lines(case_block(speaker)),
        *_wanted(speaker),
    ]
    if kept := kept_in(speaker):
        blocks.append(Heading(speaker.sentence("lawyer.kept")))
        blocks += [ListRow(Sentence(thing)) for thing in kept]
    if things:
        blocks.append(Heading(speaker.sentence("lawyer.left")))
        blocks += [ListRow(Sentence(thing)) for thing in things]
    questions = [speaker.sentence(question) for question in _asked(speaker)]
    if only := only_left_out(speaker):
        # As the person decided, no paper names it, since others may read this page.
        questions.append(speaker.sentence("lawyer.only_left", n=only))
    if questions:
        blocks.append(Heading(speaker.sentence("lawyer.ask")))
        blocks += [CheckRow(Sentence(question)) for question in questions]
    blocks.append(WriteIn(speaker.sentence("lawyer.notes"), lines=_NOTE_LINES))
    banner = speaker.sentence("lawyer.banner")
    return Document(Kind.LAWYER, title, tuple(blocks), footer=footer(speaker), banner=banner)


def _wanted(speaker: Speaker) -> list[Block]:
    """What the letter asks ICE to do."""
    rows = wish_labels(speaker)
    heading = Heading(speaker.sentence("lawyer.wanted"))
    return [heading, *(ListRow(Sentence(row)) for row in rows)] if rows else []
