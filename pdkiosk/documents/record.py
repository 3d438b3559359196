"""The paragraph about what is on record: only what the person decided to keep."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.model import Cards, said
from pdkiosk.interview.answers import Card
from pdkiosk.interview.factors import counting_as, is_kept
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

_RESULTS = ("convicted", "dismissed", "pending")
_NO_MORE = "no_more"
# The date in its role "in 2016", to stand at the start of a sentence.
_WHEN = "{record_date:in}"


def record_sentences(speaker: Speaker, shown: Exhibits) -> list[Sentence]:
    """The entries that are kept in the letter, the oldest first, and what changed since."""
    kept = [c for c in speaker.answers.cards("record") if c.get("record_way") == "keep"]
    # What changed "since then" follows the newest entry.
    sentences = [
        sentence for card in sorted(kept, key=_date_order) for sentence in _entry(speaker, card)
    ]
    letters = shown.of(("rehabilitation",))
    return [
        *sentences,
        *(Sentence(m, "rehabilitation", letters) for m in _rehabilitation(speaker)),
    ]


def _date_order(card: Card) -> tuple[int, int, int]:
    when = card.get("record_date")
    if not isinstance(when, PartialDate):
        return (0, 0, 0)
    return (when.year, when.month or 0, when.day or 0)


def _entry(speaker: Speaker, card: Card) -> list[Sentence]:
    question = speaker.questions["record"]
    assert isinstance(question, Cards)
    kind = next(o for o in question.lead.options if o.id == card.get("record_kind"))
    when = card.get("record_date")
    date: Arg = DateArg(when, DateRole.IN) if isinstance(when, PartialDate) else Blank(DATE_BLANK)
    args: dict[str, Arg] = {
        "offense": said(kind.letter or kind.label) if kind.id != "other" else Blank(TEXT_BLANK),
        "when": Message(_WHEN)(record_date=date),
    }
    result = card.get("record_result")
    sentence_id = f"record.{result if result in _RESULTS else 'arrested'}"
    place = card.get("record_place")
    if isinstance(place, str) and place.strip():
        sentence_id += "_place"
        args["record_place"] = Own(place.strip())
    ids = [sentence_id]
    if result == "convicted" and card.get("record_done") in ("yes", "no"):
        ids.append("record.done" if card.get("record_done") == "yes" else "record.not_done")
    return [Sentence(speaker.sentence(i, **args), "record") for i in ids]


def _rehabilitation(speaker: Speaker) -> list[Message]:
    chosen = speaker.answers.chosen("rehabilitation")
    things = Listing(tuple(speaker.sentence(f"rehab.{c}") for c in chosen if c != _NO_MORE))
    said_no_more = _NO_MORE in chosen and _tells_all(speaker)
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
    ways = [card.get("record_way") for card in answers.cards("record")]
    arrests = counting_as(speaker.guide, answers, "arrest")
    return all(way == "keep" for way in ways) and all(is_kept(f, answers) for f in arrests)
