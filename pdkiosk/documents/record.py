"""The paragraphs about what is on record: only what the person decided to keep."""

from __future__ import annotations

from pdkiosk.documents.arguments import DATE_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.model import Cards, said
from pdkiosk.interview.answers import Card
from pdkiosk.language.message import Arg, Blank, DateArg, Own, PartialDate


def record_sentences(speaker: Speaker) -> list[list[Sentence]]:
    """A list of sentences for each entry that is kept in the letter."""
    return [
        _entry(speaker, card)
        for card in speaker.answers.cards("record")
        if card.get("record_way") == "keep"
    ]


def _entry(speaker: Speaker, card: Card) -> list[Sentence]:
    question = speaker.questions["record"]
    assert isinstance(question, Cards)
    kind = next(o for o in question.lead.options if o.id == card.get("record_kind"))
    when = card.get("record_date")
    args: dict[str, Arg] = {
        "offense": said(kind.letter or kind.label) if kind.id != "other" else Blank(TEXT_BLANK),
        "record_date": DateArg(when) if isinstance(when, PartialDate) else Blank(DATE_BLANK),
    }
    result = card.get("record_result")
    place = card.get("record_place")
    if result == "convicted" and isinstance(place, str) and place:
        ids = ["record.convicted_place"]
        args["record_place"] = Own(place)
    elif result in ("convicted", "dismissed", "pending"):
        ids = [f"record.{result}"]
    else:
        ids = ["record.arrested"]
    if result == "convicted" and card.get("record_done") == "yes":
        ids.append("record.done")
    if result == "convicted" and card.get("record_done") == "no":
        ids.append("record.not_done")
    return [Sentence(speaker.sentence(i, **args), origin="record") for i in ids]


def rehabilitation_sentences(speaker: Speaker) -> list[Sentence]:
    """What has changed since, a sentence each."""
    return [
        Sentence(speaker.sentence(f"rehab.{chosen}"), origin="rehabilitation")
        for chosen in speaker.answers.chosen("rehabilitation")
    ]
