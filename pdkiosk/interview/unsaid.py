"""Relatives who would give a home, and those whose papers are not to be mentioned."""

from __future__ import annotations

from pdkiosk.guide.contract import (
    CITIZEN,
    PARTNER_MAN,
    PARTNER_WOMAN,
    PEOPLE,
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
    """The cards of the relation that would give the home; a partner's card says man or woman."""
    cards = answers.members(PEOPLE)
    if answers.says(WITH_PARTNER):
        return [card for card in cards if card.says(PARTNER_WOMAN) or card.says(PARTNER_MAN)]
    relation = answers.text(SPONSOR).removeprefix("@")
    return [card for card in cards if card.text(RELATION) == relation]


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
    return bool(cards) and not any(card.says(CITIZEN) or card.says(RESIDENT) for card in cards)
