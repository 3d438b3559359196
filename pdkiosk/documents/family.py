"""The paragraph about the family: one sentence for one child or ten, in both languages."""

from __future__ import annotations

from collections import Counter

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.model import Cards, Option, said
from pdkiosk.interview.answers import Card
from pdkiosk.language.message import Arg, Blank, Listing, Message, Own

# What proves the papers of a relative.
_STATUSES = {"citizen": "birth_certificates", "resident": "family_status"}
_SPOUSE_PAPER = "marriage_license"
_FIRST_NAME_BLANK = 40.0


def family_sentences(speaker: Speaker, shown: Exhibits) -> list[Sentence]:
    """Who the family is, what their papers are, who lived together and who depends."""
    family = _Family(speaker, shown)
    return [*family.papers(), *family.life()]


class _Family:
    def __init__(self, speaker: Speaker, shown: Exhibits) -> None:
        question = speaker.questions["people"]
        assert isinstance(question, Cards)
        options = {option.id: option for option in question.lead.options}
        self._speaker = speaker
        self._shown = shown
        self._people = [
            _Person(card, options[str(card.get("relation"))])
            for card in speaker.answers.cards("people")
            # Nobody is named whose papers were not said (safety notes, section 3, 12).
            if card.get("relation") in options and card.get("person_status") in _STATUSES
        ]
        unnamed = Counter(person.option.id for person in self._people if not person.name)
        # Two sisters without names need something that tells them apart.
        self._repeated = {relation for relation, count in unnamed.items() if count > 1}

    def papers(self) -> list[Sentence]:
        """Who they are, by the papers they have."""
        return [
            sentence
            for status, paper in _STATUSES.items()
            for sentence in self._with_status(status, paper)
        ]

    def life(self) -> list[Sentence]:
        """Who lived with the writer, and who depends on the writer."""
        sentences = []
        for field, sentence_id in (
            ("person_lived", "family.lived"),
            ("person_depends", "family.depend"),
        ):
            found = [person for person in self._people if person.card.get(field) == "yes"]
            if found:
                everyone = Listing(tuple(self._together(found)))
                message = self._speaker.sentence(sentence_id, people=everyone, n=len(found))
                sentences.append(Sentence(message, "people"))
        return sentences

    def _with_status(self, status: str, paper: str) -> list[Sentence]:
        members = [person for person in self._people if person.status == status]
        named = [person for person in members if person.is_child and person.name]
        unnamed = [person for person in members if person.is_child and not person.name]
        sentences = []
        if len(named) > 1:
            people = Listing(tuple(self._listed(child) for child in named))
            message = self._speaker.forms(f"family.children.{status}", _form(named), people=people)
            sentences.append(self._said(message, paper))
        if len(unnamed) > 1:
            sentences.append(self._said(self._unnamed(status, unnamed), paper))
        for person in members:
            if person.is_child and len(named if person.name else unnamed) > 1:
                continue
            message = self._speaker.forms(
                f"family.{status}", person.option.form or "m", who=self._introduced(person)
            )
            spouse = _SPOUSE_PAPER if person.option.group == "spouse" else ""
            sentences.append(self._said(message, paper, spouse))
        return sentences

    def _said(self, message: Message, *papers: str) -> Sentence:
        return Sentence(message, "people", self._shown.of(papers))

    def _unnamed(self, status: str, children: list[_Person]) -> Message:
        """Children without names: "My 2 children, aged 9 and 6,"."""
        speaker, form, count = self._speaker, _form(children), len(children)
        ages = [child.age for child in children if child.age is not None]
        if len(ages) < count:
            return speaker.forms(f"family.counted.{status}", form, n=count)
        years = tuple(
            speaker.sentence("person.years", n=age)
            if age
            else speaker.sentence("person.years_baby")
            for age in ages
        )
        return speaker.forms(f"family.aged.{status}", form, n=count, ages=Listing(years))

    def _introduced(self, person: _Person) -> Message:
        """The person at the start of a sentence: "My daughter Ana, who is 9 years old,"."""
        args: dict[str, Arg] = {"relation": person.relation}
        if person.age is None:
            return self._named(person)
        if person.name:
            args["name"] = Own(person.name)
        known = "name_" if person.name else ""
        if person.age == 0:
            return self._speaker.sentence(f"person.{known}baby", **args)
        return self._speaker.sentence(f"person.{known}age", n=person.age, **args)

    def _together(self, people: list[_Person]) -> list[Message]:
        """Several people in a list; the children in one word where it can be."""
        children = [person for person in people if person.is_child]
        every = [person for person in self._people if person.is_child]
        if len(children) < 2:
            return [self._named(person) for person in people]
        if len(children) == len(every):
            as_one = self._speaker.forms("family.all_children", _form(every))
        elif all(child.name for child in children):
            names = Listing(tuple(Own(child.name) for child in children))
            as_one = self._speaker.forms("family.named_children", _form(children), people=names)
        else:
            as_one = self._speaker.forms("family.some_children", _form(every), n=len(children))
        return [*(self._named(p) for p in people if not p.is_child), as_one]

    def _named(self, person: _Person) -> Message:
        """The person inside a sentence: "my daughter Ana" or "my daughter"."""
        speaker = self._speaker
        if person.name:
            return speaker.sentence("person.name", relation=person.relation, name=Own(person.name))
        if person.option.id not in self._repeated or person.is_child:
            return person.relation
        if person.age is None:
            return speaker.sentence(
                "person.name", relation=person.relation, name=Blank(_FIRST_NAME_BLANK)
            )
        if person.age == 0:
            return speaker.sentence("person.relation_baby", relation=person.relation)
        return speaker.sentence("person.relation_age", relation=person.relation, n=person.age)

    def _listed(self, person: _Person) -> Arg:
        """The person in a list of names: "Ana (9)" or "Ana"."""
        if person.age is None:
            return Own(person.name)
        if person.age == 0:
            return self._speaker.sentence("person.listed_baby", name=Own(person.name))
        return self._speaker.sentence("person.listed", name=Own(person.name), n=person.age)


class _Person:
    """A card of the family, read once."""

    def __init__(self, card: Card, option: Option) -> None:
        name, age = card.get("person_name"), card.get("person_age")
        self.card = card
        self.option = option
        self.name = name.strip() if isinstance(name, str) else ""
        self.age = age if isinstance(age, int) else None
        self.status = str(card.get("person_status"))
        self.relation = said(option.letter or option.label)

    @property
    def is_child(self) -> bool:
        return self.option.group == "child"


def _form(children: list[_Person]) -> str:
    return "f" if all(child.option.form == "f" for child in children) else "m"
