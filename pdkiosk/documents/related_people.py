"""The relatives who may be named in the letter, and what they are called there."""

from __future__ import annotations

from collections import Counter

from pdkiosk.characters import has_words
from pdkiosk.documents.arguments import Speaker
from pdkiosk.guide.contract import (
    BROTHER,
    CARE_WHO,
    CITIZEN,
    DAUGHTER,
    FATHER,
    GRANDFATHER,
    GRANDMOTHER,
    MILITARY_WHO,
    MOTHER,
    PARTNER_MAN,
    PARTNER_WOMAN,
    PEOPLE,
    PERSON_AGE,
    PERSON_NAME,
    PERSON_STATUS,
    RELATION,
    RESIDENT,
    SISTER,
    SON,
    SPONSOR,
)
from pdkiosk.guide.model import Option, TextQuestion
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.citizenship import OF_AGE
from pdkiosk.interview.unsaid import cards_cared_for
from pdkiosk.language.message import Arg, Blank, Listing, Message, Own

ALWAYS_ADULT = ("spouse", "parent")
"""Groups of relations in which nobody needs to say an age to be taken for an adult."""

_STATUSES = (CITIZEN.option, RESIDENT.option)
_FIRST_NAME_BLANK = 40.0
_OF_AGE_TO_SERVE = 17
_CLOSEST_FIRST = ("child", "spouse", "parent", "partner", "sibling")
_PARTNERS = (PARTNER_WOMAN.option, PARTNER_MAN.option)
# How several of one relation are called: with names, without, and where there are more of them.
# Of children it is said otherwise.
_SEVERAL: dict[str, tuple[SentenceId, SentenceId, SentenceId]] = {
    SISTER.option: ("person.many.sister", "person.count.sister", "person.some.sister"),
    BROTHER.option: ("person.many.brother", "person.count.brother", "person.some.brother"),
    GRANDMOTHER.option: (
        "person.many.grandmother",
        "person.count.grandmother",
        "person.some.grandmother",
    ),
    GRANDFATHER.option: (
        "person.many.grandfather",
        "person.count.grandfather",
        "person.some.grandfather",
    ),
}
# How one of several is called whom neither name nor age tells apart from the others.
_ONE_OF: dict[str, SentenceId] = {
    DAUGHTER.option: "person.one.daughter",
    SON.option: "person.one.son",
    SISTER.option: "person.one.sister",
    BROTHER.option: "person.one.brother",
    MOTHER.option: "person.one.mother",
    FATHER.option: "person.one.father",
    GRANDMOTHER.option: "person.one.grandmother",
    GRANDFATHER.option: "person.one.grandfather",
}


class RelatedPerson:
    """A relative, read from a card of the interview."""

    def __init__(self, speaker: Speaker, answers: Answers, option: Option) -> None:
        self.answers = answers
        self.option = option
        typed = answers.text(PERSON_NAME).strip()
        self.name = typed if has_words(typed) else ""
        self.age = answers.number(PERSON_AGE)
        self.status = answers.text(PERSON_STATUS)
        self.relation = speaker.option(option)

    @property
    def distance(self) -> int:
        """How close the person is to the writer, 0 being closest: the order in the letter."""
        # After those who count as family on every form.
        group = "partner" if self.option.id in _PARTNERS else self.option.group
        return _CLOSEST_FIRST.index(group) if group in _CLOSEST_FIRST else len(_CLOSEST_FIRST)

    @property
    def is_child(self) -> bool:
        """Whether this is a child of the writer, of any age."""
        return self.option.group == "child"

    def has_name_of(self, other: RelatedPerson) -> bool:
        """Whether both have one name, however it is written: "J." and "j"."""
        return _letters(self.name) == _letters(other.name)


class RelatedPeople:
    """Relatives whose papers were stated: nobody else is named (safety notes, section 3, 12)."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        options = {option.id: option for option in speaker.choices(RELATION)}
        cards = speaker.answers.members(PEOPLE)
        self._cards = Counter(answers.text(RELATION) for answers in cards)
        self._all = [
            RelatedPerson(speaker, answers, options[answers.text(RELATION)])
            for answers in cards
            if answers.text(RELATION) in options
        ]
        # The reader of the letter looks for the closest; the others stay in the order they were
        # added.
        self._all.sort(key=lambda person: person.distance)
        self.everyone = [person for person in self._all if person.status in _STATUSES]
        # A relation that occurs twice needs something to tell the two apart.
        self._counts = Counter(person.option.id for person in self.everyone)

    def with_status(self, status: str) -> list[RelatedPerson]:
        """The relatives who have such papers."""
        return [person for person in self.everyone if person.status == status]

    def only_child(self) -> RelatedPerson | None:
        """The writer's child, if exactly one child has a card and may be named."""
        children = [person for person in self.everyone if person.is_child]
        cards = sum(self._cards[person.option.id] for person in children)
        return children[0] if len(children) == 1 and cards == 1 else None

    def form_of_children(self) -> str:
        """The grammatical form for all children of the writer: "f" if all are daughters.

        It also counts those who are not named, since their papers were not stated.
        """
        return children_form(self._all)

    def served(self) -> Arg:
        """Which relative served: "my son Ángel", "my son" or a blank line.

        By name only if a single card has that relation, since with two sons it is not known which
        one: then it is "one of my sons"; and only someone who is old enough.
        """
        served = self._speaker.answers.text(MILITARY_WHO)
        person = self._only(served, _OF_AGE_TO_SERVE)
        if person is None:
            return self._one_of(served) or self._speaker.value(MILITARY_WHO)
        return self.named(person)

    def home(self) -> Arg:
        """Who would give a home: "my wife Karen", "my wife", "one of my brothers" or a blank line.

        By name only if a single card has that relation; a child only if an adult.
        """
        asked = self._speaker.questions[SPONSOR]
        assert isinstance(asked, TextQuestion)
        given = self._speaker.answers.text(SPONSOR)
        touched = [self._speaker.option(o) for o in asked.suggestions if f"@{o.id}" == given]
        cards = [card for card in self._all if card.relation in touched]
        if len(cards) == 1 and cards[0] in self.everyone and cards[0].name:
            (person,) = cards
            if not person.is_child or (person.age is not None and person.age >= OF_AGE):
                return self.named(person)
        one_of = self._one_of(given.removeprefix("@")) if touched else None
        return one_of or self._speaker.value(SPONSOR)

    def cared_for(self, *, with_age: bool = False) -> Arg:
        """The ill person whom the writer cares for: "my son Ángel (9)", "my son" or a blank line.

        From the card that says so, if there is one; otherwise by the relation chosen in the
        question.
        """
        marked = cared_for_card(self._speaker.answers)
        if marked is None:
            person = self._only(self._speaker.answers.text(CARE_WHO), 0)
        else:
            card = marked.values
            person = next((p for p in self.everyone if p.answers.values == card), None)
        if person is None:
            if marked is None:
                one_of = self._one_of(self._speaker.answers.text(CARE_WHO))
                return one_of or self._speaker.value(CARE_WHO)
            relations = {option.id: option for option in self._speaker.choices(RELATION)}
            return self._speaker.option(relations[marked.text(RELATION)])
        relation, name = self.known_as(person)
        if not with_age or not name:
            return self.named(person)
        return self._speaker.sentence("person.name", relation=relation, name=self.listed(person))

    def _only(self, relation: str, least_age: int) -> RelatedPerson | None:
        """The person of a relation, by name, if a single card has that relation."""
        if self._cards[relation] > 1:
            return None
        for person in self.everyone:
            if person.age is None:
                old_enough = not least_age or person.option.group in ALWAYS_ADULT
            else:
                old_enough = person.age >= least_age
            if person.option.id == relation and person.name and old_enough:
                return person
        return None

    def _one_of(self, relation: str) -> Message | None:
        """ "one of my sons", if several sons are in the letter; else None."""
        if self._counts[relation] < 2 or relation not in _ONE_OF:
            return None
        return self._speaker.sentence(_ONE_OF[relation])

    def _is_told_apart(self, person: RelatedPerson) -> bool:
        """Whether name and age tell the person apart from the others of the relation."""
        others = [
            other
            for other in self.everyone
            if other is not person and other.option.id == person.option.id
        ]
        if not person.name and person.age is None:
            return not others
        return not any(other.has_name_of(person) and other.age == person.age for other in others)

    def known_as(self, person: RelatedPerson) -> tuple[Message, str]:
        """The relation, and the name if it says who is meant: "my son" and "Ángel".

        Without such a name, one of several is "one of my sons" unless the age tells.
        """
        one_of = None if self._is_told_apart(person) else self._one_of(person.option.id)
        return (person.relation, person.name) if one_of is None else (one_of, "")

    def named(self, person: RelatedPerson) -> Message:
        """The person inside a sentence: "my daughter Ana", "my daughter", "one of my daughters"."""
        speaker = self._speaker
        relation, name = self.known_as(person)
        if name:
            return speaker.sentence("person.name", relation=relation, name=self.called(person))
        if person.name or self._counts[person.option.id] < 2:
            return relation
        if person.age is None:
            if relation != person.relation:
                return relation
            blank = Blank(_FIRST_NAME_BLANK)
            return speaker.sentence("person.name", relation=relation, name=blank)
        if person.age == 0:
            return speaker.sentence("person.relation_baby", relation=relation)
        return speaker.sentence("person.relation_age", relation=relation, n=person.age)

    def alike(self, people: list[RelatedPerson]) -> list[list[RelatedPerson]]:
        """Groups those of one relation, all with names or all without; the others stay alone."""
        groups: dict[tuple[object, ...], list[RelatedPerson]] = {}
        for place, person in enumerate(people):
            several = person.option.id in _SEVERAL
            key = (person.option.id, bool(person.name)) if several else (place,)
            groups.setdefault(key, []).append(person)
        return list(groups.values())

    def several(self, people: list[RelatedPerson], *, with_ages: bool = False) -> Message:
        """Two or more of one relation: "my sisters Ana and Eva", "my two sisters", or of more."""
        many, count, some = _SEVERAL[people[0].option.id]
        if not people[0].name:
            every = len(people) == self._counts[people[0].option.id]
            return self._speaker.sentence(count if every else some, n=len(people))
        names = tuple(self.listed(p) if with_ages else self.called(p) for p in people)
        return self._speaker.sentence(many, people=Listing(names))

    def together(self, people: list[RelatedPerson]) -> list[Message]:
        """These people in a list, in which those of one relation form one item."""
        return [
            self.named(group[0]) if len(group) == 1 else self.several(group)
            for group in self.alike(people)
        ]

    def called(self, person: RelatedPerson) -> Arg:
        """The name, with the age if somebody of the relation, or another child, has it too."""
        for other in self.everyone:
            related = other.option.id == person.option.id or (other.is_child and person.is_child)
            if other is not person and related and other.has_name_of(person):
                return self.listed(person)
        return Own(person.name)

    def listed(self, person: RelatedPerson) -> Arg:
        """The person in a list of names: "Ana (9)" or "Ana"."""
        if person.age is None:
            return Own(person.name)
        if person.age == 0:
            return self._speaker.sentence("person.listed_baby", name=Own(person.name))
        return self._speaker.sentence("person.listed", name=Own(person.name), n=person.age)


def cared_for_card(answers: Answers) -> Answers | None:
    """The card of the ill person whom the writer cares for, if exactly one card says so.

    If several say so, the relation chosen in the question tells which.
    """
    marked = cards_cared_for(answers)
    if len(marked) > 1:
        marked = [card for card in marked if card.text(RELATION) == answers.text(CARE_WHO)]
    return marked[0] if len(marked) == 1 else None


def care_origin(answers: Answers) -> str:
    """The question that says whom the writer cares for."""
    return PEOPLE if len(cards_cared_for(answers)) == 1 else CARE_WHO


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def children_form(people: list[RelatedPerson]) -> str:
    """The grammatical form for the writer's children among them: "f" if all are daughters."""
    children = [person for person in people if person.is_child]
    return "f" if all(child.option.form == "f" for child in children) else "m"
