"""The paragraph about the family: one sentence for one child or ten, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.model import Sentence
from pdkiosk.guide.contract import (
    BIRTH_CERTIFICATES,
    CITIZEN,
    DEPENDS,
    FAMILY_STATUS,
    LIVED_TOGETHER,
    MARRIAGE_LICENSE,
    PEOPLE,
    PERSON_AGE,
    PERSON_NAME,
    PERSON_STATUS,
    RELATION,
    RESIDENT,
    Answer,
)
from pdkiosk.guide.model import Option
from pdkiosk.guide.sentence_ids import FormsId, SentenceId
from pdkiosk.interview.answers import Answers
from pdkiosk.language.message import Arg, Blank, Listing, Message, Own


class _Papers(NamedTuple):
    """What the letter says about those who have such papers, and what proves it."""

    proof: str
    one: FormsId
    children: FormsId
    aged: FormsId
    counted: FormsId


_STATUSES = {
    CITIZEN.option: _Papers(
        BIRTH_CERTIFICATES,
        "family.citizen",
        "family.children.citizen",
        "family.aged.citizen",
        "family.counted.citizen",
    ),
    RESIDENT.option: _Papers(
        FAMILY_STATUS,
        "family.resident",
        "family.children.resident",
        "family.aged.resident",
        "family.counted.resident",
    ),
}
_FIRST_NAME_BLANK = 40.0


def family_sentences(speaker: Speaker, exhibits: Exhibits) -> list[Sentence]:
    """Who the family is, what their papers are, who lived together and who depends."""
    family = _Family(speaker, exhibits)
    return [*family.papers(), *family.life()]


class _Family:
    def __init__(self, speaker: Speaker, exhibits: Exhibits) -> None:
        options = {option.id: option for option in speaker.choices(RELATION)}
        self._speaker = speaker
        self._exhibits = exhibits
        self._people = [
            _Person(speaker, answers, options[answers.text(RELATION)])
            for answers in speaker.answers.members(PEOPLE)
            # Nobody is named whose papers were not said (safety notes, section 3, 12).
            if answers.text(RELATION) in options and answers.text(PERSON_STATUS) in _STATUSES
        ]
        unnamed = Counter(person.option.id for person in self._people if not person.name)
        # Two sisters without names need something that tells them apart.
        self._repeated = {relation for relation, count in unnamed.items() if count > 1}

    def papers(self) -> list[Sentence]:
        """Who they are, by the papers they have."""
        return [
            sentence
            for status, papers in _STATUSES.items()
            for sentence in self._with_status(status, papers)
        ]

    def life(self) -> list[Sentence]:
        """Who lived with the writer, and who depends on the writer."""
        sentences = []
        told: list[tuple[Answer, SentenceId]] = [
            (LIVED_TOGETHER, "family.lived"),
            (DEPENDS, "family.depend"),
        ]
        for answer, sentence_id in told:
            found = [person for person in self._people if person.answers.says(answer)]
            if found:
                everyone = Listing(tuple(self._together(found)))
                message = self._speaker.sentence(sentence_id, people=everyone, n=len(found))
                sentences.append(Sentence(message, PEOPLE))
        return sentences

    def _with_status(self, status: str, papers: _Papers) -> list[Sentence]:
        members = [person for person in self._people if person.status == status]
        named = [person for person in members if person.is_child and person.name]
        unnamed = [person for person in members if person.is_child and not person.name]
        sentences = []
        if len(named) > 1:
            people = Listing(tuple(self._listed(child) for child in named))
            message = self._speaker.forms(papers.children, _form(named), people=people)
            sentences.append(self._said(message, papers.proof))
        if len(unnamed) > 1:
            sentences.append(self._said(self._unnamed(papers, unnamed), papers.proof))
        for person in members:
            if person.is_child and len(named if person.name else unnamed) > 1:
                continue
            message = self._speaker.forms(
                papers.one, person.option.form or "m", who=self._introduced(person)
            )
            spouse = MARRIAGE_LICENSE if person.option.group == "spouse" else ""
            sentences.append(self._said(message, papers.proof, spouse))
        return sentences

    def _said(self, message: Message, *papers: str) -> Sentence:
        return Sentence(message, PEOPLE, self._exhibits.of(papers))

    def _unnamed(self, papers: _Papers, children: list[_Person]) -> Message:
        """Children without names: "My 2 children, aged 9 and 6,"."""
        speaker, form, count = self._speaker, _form(children), len(children)
        ages = [child.age for child in children if child.age is not None]
        if len(ages) < count:
            return speaker.forms(papers.counted, form, n=count)
        years = tuple(
            speaker.sentence("person.years", n=age)
            if age
            else speaker.sentence("person.years_baby")
            for age in ages
        )
        return speaker.forms(papers.aged, form, n=count, ages=Listing(years))

    def _introduced(self, person: _Person) -> Message:
        """The person at the start of a sentence: "My daughter Ana, who is 9 years old,"."""
        args: dict[str, Arg] = {"relation": person.relation}
        if person.age is None:
            return self._named(person)
        if person.name:
            args["name"] = Own(person.name)
        sentence: SentenceId
        if person.age == 0:
            sentence = "person.name_baby" if person.name else "person.baby"
            return self._speaker.sentence(sentence, **args)
        sentence = "person.name_age" if person.name else "person.age"
        return self._speaker.sentence(sentence, n=person.age, **args)

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

    def __init__(self, speaker: Speaker, answers: Answers, option: Option) -> None:
        self.answers = answers
        self.option = option
        self.name = answers.text(PERSON_NAME).strip()
        self.age = answers.number(PERSON_AGE)
        self.status = answers.text(PERSON_STATUS)
        self.relation = speaker.option(option)

    @property
    def is_child(self) -> bool:
        return self.option.group == "child"


def _form(children: list[_Person]) -> str:
    return "f" if all(child.option.form == "f" for child in children) else "m"
