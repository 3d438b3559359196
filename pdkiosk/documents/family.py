"""The paragraph about the family: one sentence for one child or ten, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.related_people import RelatedPeople, RelatedPerson, children_form
from pdkiosk.guide.contract import (
    BIRTH_CERTIFICATES,
    CITIZEN,
    DEPENDS,
    FAMILY_STATUS,
    LIVED_TOGETHER,
    MARRIAGE_LICENSE,
    PEOPLE,
    RESIDENT,
)
from pdkiosk.guide.sentence_ids import FormsId, SentenceId
from pdkiosk.language.message import Arg, Listing, Message, Own


class _Papers(NamedTuple):
    """What the letter says about relatives with one kind of papers, and what proves it."""

    proof: str
    one: FormsId
    children: FormsId
    aged: FormsId
    counted: FormsId
    many: FormsId
    others: SentenceId


_STATUSES = {
    CITIZEN.option: _Papers(
        BIRTH_CERTIFICATES,
        "family.citizen",
        "family.children.citizen",
        "family.aged.citizen",
        "family.counted.citizen",
        "family.many.citizen",
        "family.others.citizen",
    ),
    RESIDENT.option: _Papers(
        FAMILY_STATUS,
        "family.resident",
        "family.children.resident",
        "family.aged.resident",
        "family.counted.resident",
        "family.many.resident",
        "family.others.resident",
    ),
}

# Nobody reads a longer list: the closest are named, the others counted.
_MOST_RELATIVES = 5
_NAMED_RELATIVES = 3
_CLOSEST = ("spouse", "parent")


def family_sentences(speaker: Speaker, exhibits: Exhibits) -> list[Sentence]:
    """Who the family is, their papers, who lives with the writer and who depends on the writer."""
    family = _Family(speaker, exhibits)
    return [*family.papers(), *family.life()]


class _Family:
    def __init__(self, speaker: Speaker, exhibits: Exhibits) -> None:
        self._speaker = speaker
        self._exhibits = exhibits
        self._related = RelatedPeople(speaker)
        self._people = self._related.everyone

    def papers(self) -> list[Sentence]:
        """Who they are, grouped by the papers they have."""
        return [
            sentence
            for status, papers in _STATUSES.items()
            for sentence in self._with_status(status, papers)
        ]

    def life(self) -> list[Sentence]:
        """Who lived with the writer, and who depends on the writer."""
        sentences = []
        lived = [person for person in self._people if person.answers.says(LIVED_TOGETHER)]
        depend = [person for person in self._people if person.answers.says(DEPENDS)]
        told: list[tuple[list[RelatedPerson], SentenceId]] = [
            (lived, "family.lived"),
            (depend, "family.depend"),
        ]
        if lived == depend:
            told = [(lived, "family.lived_depend")]
        for found, sentence_id in told:
            if found:
                everyone = Listing(tuple(self._together(found)))
                message = self._speaker.sentence(sentence_id, people=everyone, n=len(found))
                sentences.append(Sentence(message, PEOPLE))
        return sentences

    def _with_status(self, status: str, papers: _Papers) -> list[Sentence]:
        members = self._related.with_status(status)
        named = [person for person in members if person.is_child and person.name]
        unnamed = [person for person in members if person.is_child and not person.name]
        sentences = []
        if len(named) > 1:
            people = Listing(tuple(self._related.listed(child) for child in named))
            message = self._speaker.forms(papers.children, children_form(named), people=people)
            sentences.append(self._said(message, papers.proof))
        if len(unnamed) > 1:
            sentences.append(self._said(self._unnamed(papers, unnamed), papers.proof))
        kept, others = _first_ones(members)
        for group in self._related.alike(kept):
            person = group[0]
            if person.is_child and len(named if person.name else unnamed) > 1:
                continue
            if len(group) > 1:
                all_of_them = self._related.several(group, with_ages=True)
                form = person.option.form
                message = self._speaker.forms(papers.many, form, people=all_of_them)
                sentences.append(self._said(message, papers.proof))
                continue
            message = self._speaker.forms(
                papers.one, person.option.form or "m", who=self._introduced(person)
            )
            spouse = MARRIAGE_LICENSE if person.option.group == "spouse" else ""
            sentences.append(self._said(message, papers.proof, spouse))
        if others:
            message = self._speaker.sentence(papers.others, n=len(others))
            sentences.append(self._said(message, papers.proof))
        return sentences

    def _said(self, message: Message, *papers: str) -> Sentence:
        return Sentence(message, PEOPLE, self._exhibits.of(papers))

    def _unnamed(self, papers: _Papers, children: list[RelatedPerson]) -> Message:
        """Children without names: "My 2 children, aged 9 and 6,", or two of more than two.

        Daughters beside a son are "two of my daughters", since the verb speaks of them alone.
        """
        speaker, form, count = self._speaker, children_form(children), len(children)
        every = [person for person in self._people if person.is_child]
        ages = [child.age for child in children if child.age is not None]
        if len(ages) < count:
            if count < len(every):
                some = speaker.forms("family.some_children", form, n=count)
                return speaker.forms(papers.many, form, people=some)
            return speaker.forms(papers.counted, form, n=count)
        years = tuple(
            speaker.sentence("person.years", n=age)
            if age
            else speaker.sentence("person.years_baby")
            for age in (ages[:1] if len(set(ages)) == 1 else ages)
        )
        if count < len(every):
            some = speaker.forms("family.some_aged", form, n=count, ages=Listing(years))
            return speaker.forms(papers.many, form, people=some)
        return speaker.forms(papers.aged, form, n=count, ages=Listing(years))

    def _introduced(self, person: RelatedPerson) -> Message:
        """The person at the start of a sentence: "My daughter Ana, who is 9 years old,"."""
        relation, name = self._related.known_as(person)
        args: dict[str, Arg] = {"relation": relation}
        if person.age is None:
            return self._related.named(person)
        if name:
            args["name"] = Own(name)
        sentence: SentenceId
        if person.age == 0:
            sentence = "person.name_baby" if name else "person.baby"
            return self._speaker.sentence(sentence, **args)
        sentence = "person.name_age" if name else "person.age"
        return self._speaker.sentence(sentence, n=person.age, **args)

    def _together(self, people: list[RelatedPerson]) -> list[Message]:
        """Several people in a list; the children as one item where possible."""
        people, others = _first_ones(people)
        children = [person for person in people if person.is_child]
        more = [self._speaker.sentence("family.others", n=len(others))] if others else []
        return [*self._named_together(people, children), *more]

    def _named_together(
        self, people: list[RelatedPerson], children: list[RelatedPerson]
    ) -> list[Message]:
        every = [person for person in self._people if person.is_child]
        relatives = [person for person in people if not person.is_child]
        if len(children) < 2:
            return self._related.together([*relatives, *children])
        if len(children) == len(every):
            as_one = self._speaker.forms("family.all_children", children_form(every))
        elif all(child.name for child in children):
            names = Listing(tuple(map(self._related.called, children)))
            as_one = self._speaker.forms(
                "family.named_children", children_form(children), people=names
            )
        else:
            as_one = self._speaker.forms(
                "family.some_children", children_form(children), n=len(children)
            )
        return [*self._related.together(relatives), as_one]


def _first_ones(
    people: list[RelatedPerson],
) -> tuple[list[RelatedPerson], list[RelatedPerson]]:
    """Those to name one by one, and the others, who are only counted if they are many."""
    relatives = [person for person in people if not person.is_child]
    if len(relatives) <= _MOST_RELATIVES:
        return people, []
    closest = sorted(relatives, key=lambda person: person.option.group not in _CLOSEST)
    others = closest[_NAMED_RELATIVES:]
    return [person for person in people if person not in others], others
