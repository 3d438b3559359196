"""Gives each paper its exhibit letter and tells which letters prove a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.related_people import RelatedPeople, children_form
from pdkiosk.guide.contract import (
    CHECK_IN_PROOF,
    CHECK_INS_ALL,
    CHILD_LETTERS,
    DOCTOR_LETTER,
    FAMILY_STATUS,
    MEDICAL_RECORDS,
    MILITARY_PAPERS,
    OWN_HEALTH,
    PAPERS,
    PREGNANT,
    RESIDENT,
    SERVED_MYSELF,
)
from pdkiosk.guide.model import Paper, said
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import ASK, HAVE
from pdkiosk.interview.citizenship import OF_AGE
from pdkiosk.interview.deadlines import went_to_hearings
from pdkiosk.interview.flow import papers
from pdkiosk.interview.unsaid import may_show_ill_person
from pdkiosk.language.message import Arg, Blank, Message

# What is said of a paper about the writer, and of one about someone else.
_OWNED: dict[str, tuple[SentenceId, SentenceId]] = {
    MEDICAL_RECORDS: ("exhibit.records.mine", "exhibit.records.theirs"),
    DOCTOR_LETTER: ("exhibit.doctor.mine", "exhibit.doctor.theirs"),
    MILITARY_PAPERS: ("exhibit.service.mine", "exhibit.service.theirs"),
}


class Exhibits(Struct, frozen=True):
    """The papers that go with the letter, in order, with their exhibit letters."""

    letters: dict[str, str]
    papers: tuple[Paper, ...]
    to_follow: frozenset[str]

    def of(self, paper_ids: Iterable[str]) -> tuple[str, ...]:
        """The exhibit letters of those of the papers that the person has now, in order.

        The reader would look in vain for the others; the list at the end says that they will
        follow.
        """
        wanted = set(paper_ids) - self.to_follow
        return tuple(letter for paper, letter in self.letters.items() if paper in wanted)


def collect_exhibits(speaker: Speaker) -> Exhibits:
    """Makes exhibits of the papers the person has or can ask for, not of those they cannot get."""
    statuses = speaker.answers.statuses(PAPERS)
    chosen = [
        paper
        for paper in papers(speaker.guide, speaker.situation)
        if statuses.get(paper.id) in (HAVE, ASK)
    ]
    return Exhibits(
        {paper.id: exhibit_letter(index) for index, paper in enumerate(chosen)},
        tuple(chosen),
        frozenset(paper.id for paper in chosen if statuses[paper.id] == ASK),
    )


def described(speaker: Speaker, paper: Paper) -> Message:
    """A paper in the list of exhibits, naming its owner if only one person can be meant.

    With two ill people it is not known whose records they are, so the list does not say.
    """
    if paper.id == FAMILY_STATUS:
        related = RelatedPeople(speaker)
        residents = related.with_status(RESIDENT.option)
        if len(residents) == 1:
            return speaker.sentence("exhibit.card", who=related.named(residents[0]))
    if check_ins := _of_check_ins(speaker, paper):
        return check_ins
    if paper.id == CHILD_LETTERS and (children := _of_school_age(speaker)):
        return speaker.sentence("exhibit.child", who=children)
    if paper.id not in _OWNED:
        return said(paper.exhibit)
    mine, theirs = _OWNED[paper.id]
    if paper.id == MILITARY_PAPERS:
        own, others = speaker.answers.says(SERVED_MYSELF), _who_served(speaker)
    else:
        own = any(map(speaker.answers.says, (OWN_HEALTH, PREGNANT)))
        others = _who_is_ill(speaker)
    if own and others is None:
        return speaker.sentence(mine)
    if own or others is None or isinstance(others, Blank):
        return said(paper.exhibit)
    return speaker.sentence(theirs, who=others)


def _of_school_age(speaker: Speaker) -> Message | None:
    """The children with papers who may not be of age; None if there are none."""
    related = RelatedPeople(speaker)
    every = [person for person in related.everyone if person.is_child]
    young = [child for child in every if child.age is None or child.age < OF_AGE]
    if len(young) == 1:
        return related.named(young[0])
    if not young:
        return None
    if len(young) < len(every):
        return speaker.forms("family.some_children", children_form(young), n=len(young))
    return speaker.forms("family.all_children", children_form(young))


def label_of(speaker: Speaker, paper: Paper) -> Message:
    """The short name of a paper, for lists that the person keeps."""
    return _of_check_ins(speaker, paper) or said(paper.label)


def _of_check_ins(speaker: Speaker, paper: Paper) -> Message | None:
    """Proof of check-ins or of hearings, if the letter mentions only one of them; else None."""
    if paper.id != CHECK_IN_PROOF:
        return None
    check_ins = speaker.answers.says(CHECK_INS_ALL)
    if check_ins == went_to_hearings(speaker.situation):
        return None
    return speaker.sentence("exhibit.check_ins" if check_ins else "exhibit.hearings")


def _who_served(speaker: Speaker) -> Arg | None:
    """The relative who served; None if it was the writer."""
    if speaker.answers.says(SERVED_MYSELF):
        return None
    return RelatedPeople(speaker).served()


def _who_is_ill(speaker: Speaker) -> Arg | None:
    """The ill person whom the writer cares for; None if there is none, or it may not be said."""
    return RelatedPeople(speaker).cared_for() if may_show_ill_person(speaker.situation) else None


def cited_once(sentences: list[Sentence]) -> list[Sentence]:
    """A paragraph in which adjacent sentences do not name the same exhibit twice.

    An exhibit that proves several sentences in a row is named after the last of them.
    """
    followers = [*sentences[1:], Sentence(sentences[0].message)] if sentences else []
    return [
        replace(
            sentence,
            exhibits=tuple(e for e in sentence.exhibits if e not in follower.exhibits),
        )
        for sentence, follower in zip(sentences, followers, strict=True)
    ]


def exhibit_letter(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
