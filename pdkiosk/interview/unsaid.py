"""Relatives about whose papers the person does not want to say anything."""

from __future__ import annotations

from pdkiosk.guide.contract import (
    CITIZEN,
    PEOPLE,
    RELATION,
    RESIDENT,
    SPONSOR,
    SPONSOR_CITIZEN,
    SPONSOR_RESIDENT,
    SPONSOR_UNSAID,
)
from pdkiosk.interview.situation import Situation


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
    relation = answers.text(SPONSOR).removeprefix("@")
    cards = [card for card in answers.members(PEOPLE) if card.text(RELATION) == relation]
    return bool(cards) and not any(card.says(CITIZEN) or card.says(RESIDENT) for card in cards)
