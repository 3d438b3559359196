"""The paragraphs about the family: one sentence for one child or ten, in both languages."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.model import Cards, Option, said
from pdkiosk.interview.answers import Card
from pdkiosk.language.message import Arg, Listing, Message, Own

_STATUSES = ("citizen", "resident", "unsaid")


def family_sentences(speaker: Speaker) -> list[Sentence]:
    """Who the family is, what their papers are, who lived together and who depends."""
    people = speaker.answers.cards("people")
    sentences = []
    for status in _STATUSES:
        members = [card for card in people if (card.get("person_status") or "unsaid") == status]
        children = [c for c in members if _group(speaker, c) == "child" and c.get("person_name")]
        together = len(children) > 1
        if together:
            all_girls = all(_relation(speaker, child).form == "f" for child in children)
            sentences.append(
                speaker.forms(
                    f"family.children.{status}",
                    "f" if all_girls else "m",
                    people=Listing(tuple(_listed(speaker, child) for child in children)),
                )
            )
        for card in members:
            if not (together and card in children):
                form = _relation(speaker, card).form or "m"
                sentences.append(
                    speaker.forms(f"family.{status}", form, who=_introduced(speaker, card))
                )
    for field, sentence_id in (("person_lived", "family.lived"), ("person_depends", "family.depend")):
        named = [card for card in people if card.get(field) == "yes"]
        if named:
            everyone = Listing(tuple(_named(speaker, card) for card in named))
            sentences.append(speaker.sentence(sentence_id, people=everyone, n=len(named)))
    return [Sentence(message, origin="people") for message in sentences]


def _relation(speaker: Speaker, card: Card) -> Option:
    question = speaker.questions["people"]
    assert isinstance(question, Cards)
    return next(o for o in question.lead.options if o.id == card.get("relation"))


def _group(speaker: Speaker, card: Card) -> str:
    return _relation(speaker, card).group


def _name(card: Card) -> str:
    name = card.get("person_name")
    return name if isinstance(name, str) else ""


def _age(card: Card) -> int | None:
    age = card.get("person_age")
    return age if isinstance(age, int) else None


def _introduced(speaker: Speaker, card: Card) -> Message:
    """The person at the start of a sentence: "My daughter Ana, who is 9 years old,"."""
    option = _relation(speaker, card)
    args: dict[str, Arg] = {"relation": said(option.letter or option.label)}
    age = _age(card)
    if _name(card):
        args["name"] = Own(_name(card))
    if age is None:
        return _named(speaker, card)
    known = "name_" if "name" in args else ""
    if age == 0:
        return speaker.sentence(f"person.{known}baby", **args)
    return speaker.sentence(f"person.{known}age", n=age, **args)


def _named(speaker: Speaker, card: Card) -> Message:
    """The person inside a sentence: "my daughter Ana" or "my daughter"."""
    option = _relation(speaker, card)
    relation = said(option.letter or option.label)
    if not _name(card):
        return relation
    return speaker.sentence("person.name", relation=relation, name=Own(_name(card)))


def _listed(speaker: Speaker, card: Card) -> Arg:
    """The person in a list of names: "Ana (9)" or "Ana"."""
    age = _age(card)
    if age is None:
        return Own(_name(card))
    return speaker.sentence("person.listed", name=Own(_name(card)), n=age)
