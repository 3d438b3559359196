"""The paragraph about what is on record: only what the person decided to keep."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.contract import (
    CONVICTED,
    DROPPED,
    KEPT,
    NOT_ARRESTED_AGAIN,
    OTHER_OFFENSE,
    PENDING,
    PROOF_OF_CHANGE,
    RECORD,
    RECORD_DATE,
    RECORD_KIND,
    RECORD_PLACE,
    RECORD_RESULT,
    REHABILITATION,
    SENTENCE_DONE,
    SENTENCE_NOT_DONE,
)
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.factors import counting_as, is_kept
from pdkiosk.language.message import (
    Arg,
    Blank,
    DateArg,
    DateRole,
    Listing,
    Message,
    Own,
)

# What the letter says of an entry, without and with its place.
_RESULTS: dict[str, tuple[SentenceId, SentenceId]] = {
    CONVICTED.option: ("record.convicted", "record.convicted_place"),
    DROPPED.option: ("record.dismissed", "record.dismissed_place"),
    PENDING.option: ("record.pending", "record.pending_place"),
}
_NOT_KNOWN: tuple[SentenceId, SentenceId] = ("record.arrested", "record.arrested_place")
# The date in its role "in 2016", to stand at the start of a sentence.
_WHEN = "{record_date:in}"


def record_sentences(speaker: Speaker, exhibits: Exhibits) -> list[Sentence]:
    """The entries that are kept in the letter, the oldest first, and what changed since."""
    kept = [entry for entry in speaker.answers.members(RECORD) if entry.says(KEPT)]
    # What changed "since then" follows the newest entry.
    sentences = [
        sentence for entry in sorted(kept, key=_date_order) for sentence in _entry(speaker, entry)
    ]
    letters = exhibits.of((PROOF_OF_CHANGE,))
    return [
        *sentences,
        *(Sentence(m, REHABILITATION, letters) for m in _rehabilitation(speaker)),
    ]


def _date_order(entry: Answers) -> tuple[int, int, int]:
    when = entry.date(RECORD_DATE)
    if when is None:
        return (0, 0, 0)
    return (when.year, when.month or 0, when.day or 0)


def _entry(speaker: Speaker, entry: Answers) -> list[Sentence]:
    kind = next(o for o in speaker.choices(RECORD_KIND) if o.id == entry.text(RECORD_KIND))
    when = entry.date(RECORD_DATE)
    date: Arg = DateArg(when, DateRole.IN) if when else Blank(DATE_BLANK)
    args: dict[str, Arg] = {
        "offense": Blank(TEXT_BLANK) if entry.says(OTHER_OFFENSE) else speaker.option(kind),
        "when": Message(_WHEN)(record_date=date),
    }
    sentence, with_place = _RESULTS.get(entry.text(RECORD_RESULT), _NOT_KNOWN)
    place = entry.text(RECORD_PLACE).strip()
    if place:
        sentence = with_place
        args[RECORD_PLACE] = Own(place)
    said = [speaker.sentence(sentence, **args)]
    if entry.says(CONVICTED) and entry.says(SENTENCE_DONE):
        said.append(speaker.sentence("record.done"))
    elif entry.says(CONVICTED) and entry.says(SENTENCE_NOT_DONE):
        said.append(speaker.sentence("record.not_done"))
    return [Sentence(message, RECORD) for message in said]


def _rehabilitation(speaker: Speaker) -> list[Message]:
    options = {option.id: option for option in speaker.choices(REHABILITATION)}
    chosen = [i for i in speaker.answers.chosen(REHABILITATION) if i != NOT_ARRESTED_AGAIN.option]
    things = Listing(tuple(speaker.option(options[i]) for i in chosen))
    said_no_more = speaker.answers.says(NOT_ARRESTED_AGAIN) and _tells_all(speaker)
    messages = [speaker.sentence("rehab.no_more")] if said_no_more else []
    if things.items:
        messages.append(
            speaker.sentence("rehab.also" if messages else "rehab.since", things=things)
        )
    return messages


def _tells_all(speaker: Speaker) -> bool:
    """Whether nothing on record is left out of the letter.

    "Not arrested again since then" would else be said of the wrong time: never say
    something false to ICE (guide HW-19).
    """
    answers = speaker.answers
    entries = answers.members(RECORD)
    arrests = counting_as(speaker.guide, answers, "arrest")
    return all(e.says(KEPT) for e in entries) and all(is_kept(f, answers) for f in arrests)
