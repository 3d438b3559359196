"""Relatives who would give a home or are ill, and may have no papers: what ICE must not learn."""

from __future__ import annotations

from pdkiosk.guide.contract import (
    CARE_WHO,
    CARED_FOR,
    CARES_FOR_PARTNER,
    CARETAKER,
    CITIZEN,
    OWN_HEALTH,
    PARTNER_MAN,
    PARTNER_WOMAN,
    PEOPLE,
    PREGNANT,
    RELATION,
    RESIDENT,
    SPONSOR,
    SPONSOR_CITIZEN,
    SPONSOR_RESIDENT,
    SPONSOR_UNSAID,
    WITH_PARTNER,
)
from pdkiosk.interview.answers import Answers
from pdkiosk.interview.situation import Situation


def cards_of_home(answers: Answers) -> list[Answers]:
    """The cards of the relation that would give the home."""
    return _cards_of(answers, answers.text(SPONSOR), partner=answers.says(WITH_PARTNER))


def cards_cared_for(answers: Answers) -> list[Answers]:
    """The cards that are marked as the ill person whom the writer cares for."""
    return [card for card in answers.members(PEOPLE) if card.says(CARED_FOR)]


def _cards_of_ill(answers: Answers) -> list[Answers]:
    """The cards marked as the ill person; without any, those of the relation that was named."""
    of_relation = _cards_of(
        answers, answers.text(CARE_WHO), partner=answers.says(CARES_FOR_PARTNER)
    )
    return cards_cared_for(answers) or of_relation


def _cards_of(answers: Answers, relation: str, *, partner: bool) -> list[Answers]:
    """The cards of a relation; a partner's card says man or woman."""
    cards = answers.members(PEOPLE)
    if partner:
        return [card for card in cards if card.says(PARTNER_WOMAN) or card.says(PARTNER_MAN)]
    return [card for card in cards if card.text(RELATION) == relation.removeprefix("@")]


def _has_papers(card: Answers) -> bool:
    return card.says(CITIZEN) or card.says(RESIDENT)


def home_of_unsaid(situation: Situation) -> bool:
    """Whoever would give the home may have no papers: the person does not want to say.

    By the question about that person, or by the only cards of that relation. ICE must not learn
    name, address and telephone of anybody without papers (safety notes, section 3, 12).
    """
    answers = situation.answers
    if answers.says(SPONSOR_CITIZEN) or answers.says(SPONSOR_RESIDENT):
        return False
    if answers.says(SPONSOR_UNSAID):
        return True
    cards = cards_of_home(answers)
    return bool(cards) and not any(map(_has_papers, cards))


def ill_person_has_papers(situation: Situation) -> bool:
    """The ill person whom the writer cares for is a citizen or permanent resident, by their card.

    Only then does the letter say where and when they are treated: ICE could wait there for
    somebody without papers (safety notes, section 3, 12).
    """
    cards = _cards_of_ill(situation.answers)
    return bool(cards) and all(map(_has_papers, cards))


def may_show_ill_person(situation: Situation) -> bool:
    """Whether papers about an ill person whom the writer cares for may go with the letter.

    Not if that person has a card that does not say their papers: records show name and address.
    """
    answers = situation.answers
    return answers.says(CARETAKER) and all(map(_has_papers, _cards_of_ill(answers)))


def only_ill_is_unsaid(situation: Situation) -> bool:
    """Nobody is ill whose medical papers may go with the letter (safety notes, section 3, 12)."""
    answers = situation.answers
    own = answers.says(OWN_HEALTH) or answers.says(PREGNANT)
    return answers.says(CARETAKER) and not own and not may_show_ill_person(situation)
