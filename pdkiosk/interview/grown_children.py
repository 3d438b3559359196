"""Whether the person's children have grown up: then no school has a letter to write."""

from __future__ import annotations

from pdkiosk.guide.contract import DAUGHTER, PEOPLE, PERSON_AGE, SON
from pdkiosk.interview.citizenship import OF_AGE
from pdkiosk.interview.situation import Situation


def children_are_grown(situation: Situation) -> bool:
    """All children who have a card are certainly of age; false without any such card."""
    cards = situation.answers.members(PEOPLE)
    ages = [card.number(PERSON_AGE) for card in cards if card.says(DAUGHTER) or card.says(SON)]
    return bool(ages) and all(age is not None and age >= OF_AGE for age in ages)
