"""The people of the family who may be named in the letter, and what they are called there."""

from __future__ import annotations

from collections import Counter

from pdkiosk.documents.arguments import Speaker
from pdkiosk.guide.contract import (
    CITIZEN,
    PEOPLE,
    PERSON_AGE,
    PERSON_NAME,
    PERSON_STATUS,
    RELATION,
    RESIDENT,
    OptionAnswer,
)
from pdkiosk.guide.model import Option
from pdkiosk.interview.answers import Answers
from pdkiosk.language.message import Arg, Blank, Message, Own

_STATUSES = (CITIZEN.option, RESIDENT.option)
_FIRST_NAME_BLANK = 40.0


class RelatedPerson:
    """A card of the family, read once."""

    def __init__(self, speaker: Speaker, answers: Answers, option: Option) -> None:
        self.answers = answers
        self.option = option
        self.name = answers.text(PERSON_NAME).strip()
        self.age = answers.number(PERSON_AGE)
        self.status = answers.text(PERSON_STATUS)
        self.relation = speaker.option(option)

    @property
    def is_child(self) -> bool:
        """Whether it is a child of the writer, of any age."""
        return self.option.group == "child"


class RelatedPeople:
    """Those whose papers were said: nobody else is named (safety notes, section 3, 12)."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        options = {option.id: option for option in speaker.choices(RELATION)}
        cards = speaker.answers.members(PEOPLE)
        self._cards = Counter(answers.text(RELATION) for answers in cards)
        self.everyone = [
            RelatedPerson(speaker, answers, options[answers.text(RELATION)])
            for answers in cards
            if answers.text(RELATION) in options and answers.text(PERSON_STATUS) in _STATUSES
        ]
        unnamed = Counter(person.option.id for person in self.everyone if not person.name)
        # Two sisters without names need something that tells them apart.
        self._repeated = {relation for relation, count in unnamed.items() if count > 1}

    def with_status(self, status: str) -> list[RelatedPerson]:
        """Those who have such papers."""
        return [person for person in self.everyone if person.status == status]

    def only_child(self) -> RelatedPerson | None:
        """The writer's child, where a single child has a card and may be named."""
        children = [person for person in self.everyone if person.is_child]
        cards = sum(self._cards[person.option.id] for person in children)
        return children[0] if len(children) == 1 and cards == 1 else None

    def joined(self, question: OptionAnswer, *, with_age: bool = False, least_age: int = 0) -> Arg:
        """Whoever a question names by relation: "my son Ángel (9)", "my son" or a line.

        By name only where a single card has that relation, for with two sons nobody knows
        which; and only somebody who is not younger than ``least_age``.
        """
        relation = self._speaker.answers.text(question)
        for person in self.everyone:
            if person.option.id != relation or self._cards[relation] > 1 or not person.name:
                continue
            if least_age and (person.age is None or person.age < least_age):
                continue
            if not with_age:
                return self.named(person)
            return self._speaker.sentence(
                "person.name", relation=person.relation, name=self.listed(person)
            )
        return self._speaker.value(question)

    def named(self, person: RelatedPerson) -> Message:
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

    def listed(self, person: RelatedPerson) -> Arg:
        """The person in a list of names: "Ana (9)" or "Ana"."""
        if person.age is None:
            return Own(person.name)
        if person.age == 0:
            return self._speaker.sentence("person.listed_baby", name=Own(person.name))
        return self._speaker.sentence("person.listed", name=Own(person.name), n=person.age)


def children_form(people: list[RelatedPerson]) -> str:
    """The form of words about the writer's children among them: "f" if all are daughters."""
    children = [person for person in people if person.is_child]
    return "f" if all(child.option.form == "f" for child in children) else "m"
