"""The paragraph about the criminal record: only what the person decided to keep."""

from __future__ import annotations

from typing import NamedTuple

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.contract import (
    ACQUITTED,
    CONVICTED,
    COURT_PAPER,
    DROPPED,
    DUI,
    FELONY,
    MISDEMEANOR,
    NO_OTHER_CONVICTION,
    PENDING,
    PLEADED,
    PROGRAM_DATE,
    PROGRAM_NAME,
    PROOF_OF_CHANGE,
    RECORD,
    RECORD_DATE,
    RECORD_DONE_ON,
    RECORD_KIND,
    RECORD_LEVEL,
    RECORD_PLACE,
    RECORD_RESULT,
    RECORD_SENTENCE,
    RECORD_WORDS,
    REHABILITATION,
    SENTENCE_DONE,
)
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.factors import (
    counting_as,
    has_record_sentence,
    is_kept,
    kept_entries,
)
from pdkiosk.interview.rules import may_be_conviction
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    DateRole,
    Listing,
    Message,
    Own,
    PartialDate,
)

# What the letter says about an entry, without and with its place.
_RESULTS: dict[str, tuple[SentenceId, SentenceId]] = {
    CONVICTED.option: ("record.convicted", "record.convicted_place"),
    PLEADED.option: ("record.pleaded", "record.pleaded_place"),
    DROPPED.option: ("record.dismissed", "record.dismissed_place"),
    ACQUITTED.option: ("record.acquitted", "record.acquitted_place"),
    PENDING.option: ("record.pending", "record.pending_place"),
}
_NOT_KNOWN: tuple[SentenceId, SentenceId] = ("record.arrested", "record.arrested_place")
_LEVELS: dict[str, SentenceId] = {
    MISDEMEANOR.option: "record.misdemeanor",
    FELONY.option: "record.felony",
}
# The date in its role "in 2016", for the start of a sentence.
_WHEN = "{record_date:in}"


def record_sentences(speaker: Speaker, exhibits: Exhibits) -> list[Sentence]:
    """The entries that are kept in the letter, the oldest first, and what changed since."""
    kept = kept_entries(speaker.answers)
    # What changed "since then" comes after the newest conviction, or possible conviction.
    proof = exhibits.of((COURT_PAPER,))
    told = [(entry, _entry(speaker, entry, proof)) for entry in sorted(kept, key=_date_order)]
    letters = exhibits.of((PROOF_OF_CHANGE,))
    changed = [
        *(Sentence(message, REHABILITATION, letters) for message in _rehabilitation(speaker)),
        *(Sentence(message, PROGRAM_NAME, letters) for message in _program(speaker)),
    ]
    # For a charge that is open or was dropped, it would read like an admission.
    before = max((n for n, (e, _said) in enumerate(told, 1) if may_be_conviction(e)), default=0)
    until = [sentence for _entry, some in told[:before] for sentence in some]
    after = [sentence for _entry, some in told[before:] for sentence in some]
    follows = before or has_record_sentence(speaker.guide, speaker.answers)
    return [*until, *(changed if follows else []), *after]


class Conviction(NamedTuple):
    """When it was, and whether the writer says only that they pleaded guilty."""

    when: PartialDate
    pleaded: bool


def only_conviction(speaker: Speaker) -> Conviction | None:
    """The only record entry, if it is a kept and completed conviction or plea of a known day."""
    entries = speaker.answers.members(RECORD)
    kept = kept_entries(speaker.answers)
    others = has_record_sentence(speaker.guide, speaker.answers) or speaker.situation.counts(
        "several"
    )
    if len(entries) != 1 or len(kept) != 1 or others:
        return None
    (entry,) = kept
    completed = _is_conviction(entry) and entry.says(SENTENCE_DONE)
    when = entry.date(RECORD_DATE)
    return Conviction(when, entry.says(PLEADED)) if completed and when is not None else None


def _date_order(entry: Answers) -> tuple[int, int, int]:
    when = entry.date(RECORD_DATE)
    if when is None:
        return (0, 0, 0)
    return (when.year, when.month or 0, when.day or 0)


def _latest(day: PartialDate) -> tuple[int, int, int]:
    """The last day that a date can mean, for comparing."""
    return (day.year, day.month or 12, day.day or 31)


def _entry(speaker: Speaker, entry: Answers, letters: tuple[str, ...]) -> list[Sentence]:
    when = entry.date(RECORD_DATE)
    date: Arg = DateArg(when, DateRole.IN) if when else Blank(DATE_BLANK)
    args: dict[str, Arg] = {
        "offense": _offense(speaker, entry),
        "when": Message(_WHEN)(record_date=date),
    }
    sentence, with_place = _RESULTS.get(entry.text(RECORD_RESULT), _NOT_KNOWN)
    place = entry.text(RECORD_PLACE).strip()
    if place:
        sentence = with_place
        args[RECORD_PLACE] = Own(place)
    said = [speaker.sentence(sentence, **args)]
    if _is_conviction(entry):
        if level := _LEVELS.get(entry.text(RECORD_LEVEL)):
            said.append(speaker.sentence(level))
        if imposed := entry.text(RECORD_SENTENCE).strip():
            words = speaker.sentence("quoted", words=Own(imposed))
            said.append(speaker.sentence("record.sentence", words=words))
        # A sentence that is not completed yet would count against the writer.
        if entry.says(SENTENCE_DONE):
            said.append(_completed(speaker, entry))
    return [Sentence(message, RECORD, letters) for message in said]


def _completed(speaker: Speaker, entry: Answers) -> Message:
    """That the sentence was completed, and when, unless that day is before the conviction."""
    when = entry.date(RECORD_DONE_ON)
    if when is None or _latest(when) < _date_order(entry):
        return speaker.sentence("record.done")
    day = Message(_WHEN)(record_date=DateArg(when, DateRole.IN))
    return speaker.sentence("record.done_on", when=day)


def _is_conviction(entry: Answers) -> bool:
    return entry.says(CONVICTED) or entry.says(PLEADED)


def _offense(speaker: Speaker, entry: Answers) -> Arg:
    """The crime in the court's own words, or a blank line to copy them onto.

    Our own categories may say more than the court did; only "driving under the influence" is
    equally exact (safety notes, section 9, rule 6).
    """
    copied = entry.text(RECORD_WORDS).strip()
    if copied:
        return speaker.sentence("quoted", words=Own(copied))
    if entry.says(DUI):
        return speaker.option(next(o for o in speaker.choices(RECORD_KIND) if o.id == DUI.option))
    return Blank(TEXT_BLANK)


def _rehabilitation(speaker: Speaker) -> list[Message]:
    options = {option.id: option for option in speaker.choices(REHABILITATION)}
    chosen = [i for i in speaker.answers.chosen(REHABILITATION) if i != NO_OTHER_CONVICTION.option]
    # Treatment for any kind of problem is told in the same words.
    things = Listing(
        tuple({m.text: m for m in (speaker.option(options[i]) for i in chosen)}.values())
    )
    # Someone arrested this year will not have ticked it: the card says so.
    said_no_more = speaker.answers.says(NO_OTHER_CONVICTION) and _tells_all(speaker)
    messages = [_no_more(speaker)] if said_no_more else []
    if things.items:
        told: SentenceId = "rehab.also" if messages else "rehab.since"
        messages.append(speaker.sentence(told, things=things))
    return messages


def _no_more(speaker: Speaker) -> Message:
    """The sentence "no other conviction since then".

    It counts from the newest conviction if all their days are known, because the others are
    mentioned separately.
    """
    convictions = filter(_is_conviction, kept_entries(speaker.answers))
    days = [entry.date(RECORD_DATE) for entry in sorted(convictions, key=_date_order)]
    if not days or None in days:
        return speaker.sentence("rehab.no_more")
    newest = days[-1]
    assert newest is not None
    return speaker.sentence("rehab.no_more_since", record_date=DateArg(newest, DateRole.SINCE))


def _program(speaker: Speaker) -> list[Message]:
    """The named program, with the day on which it was finished.

    The day is left out if it is before the newest conviction: it would say that the program did not
    help.
    """
    if not speaker.answers.text(PROGRAM_NAME).strip():
        return []
    day = speaker.answers.date(PROGRAM_DATE)
    convictions = filter(may_be_conviction, kept_entries(speaker.answers))
    newest = max(map(_date_order, convictions), default=(0, 0, 0))
    done = day is not None and _latest(day) >= newest
    return [speaker.sentence("rehab.program_done" if done else "rehab.program")]


def _tells_all(speaker: Speaker) -> bool:
    """Whether the letter names a conviction and leaves out nothing of the record.

    Otherwise "no other conviction since then" could be false: never say something false to ICE
    (guide HW-19).
    """
    answers = speaker.answers
    entries = answers.members(RECORD)
    if not any(map(_is_conviction, entries)) and not has_record_sentence(
        speaker.guide, speaker.answers
    ):
        return False
    arrests = counting_as(speaker.guide, answers, "arrest")
    all_entries = len(entries) == len(kept_entries(answers))
    # An entry whose outcome is unknown may be another conviction.
    known = all(_is_conviction(entry) or not may_be_conviction(entry) for entry in entries)
    several = speaker.situation.counts("several")
    return all_entries and known and not several and all(is_kept(f, answers) for f in arrests)
