"""Reasons that were ticked but that the letter leaves out because of other answers.

Nor does it list papers for them: whoever reads the list would look for what they prove.
"""

from __future__ import annotations

from pdkiosk.guide.contract import (
    AGE,
    AGE_AT_ARRIVAL,
    AGE_IS_REASON,
    ARRIVED_AS_CHILD,
    CARETAKER,
    EXPECTING,
    LONG_RESIDENCE,
    MILITARY,
    MILITARY_WHO,
    OWN_HEALTH,
    PREGNANT,
    SEVERE_MINE,
    SEVERE_THEIRS,
)
from pdkiosk.guide.model import Factor
from pdkiosk.interview.citizenship import OF_AGE, came_of_age, grew_up_here
from pdkiosk.interview.rules import age_at_arrival_may_be_said, holds, residence_said
from pdkiosk.interview.situation import Situation

_OLDER = 60


def age_speaks(age: int) -> bool:
    """Whether an age is a reason: that of a child, or of an older person."""
    return not OF_AGE <= age < _OLDER


def severe_is_theirs(situation: Situation) -> bool:
    """Whether it is the person cared for who has the very severe conditions, not the writer."""
    answers = situation.answers
    if not answers.says(CARETAKER):
        return False
    return answers.says(SEVERE_THEIRS) or not answers.says(OWN_HEALTH)


def _is_of_nobody(situation: Situation) -> bool:
    """Whether two people are ill, and nobody said whose a severe condition is."""
    answers = situation.answers
    both = answers.says(OWN_HEALTH) and answers.says(CARETAKER)
    return both and not (answers.says(SEVERE_MINE) or answers.says(SEVERE_THEIRS))


def _came_as_child(situation: Situation) -> bool:
    """Whether the letter says that the person came as a child, or grew up here."""
    if came_of_age(situation):
        return False
    known = situation.answers.number(AGE_AT_ARRIVAL) is not None
    return grew_up_here(situation) or (known and age_at_arrival_may_be_said(situation))


def is_untold(situation: Situation, factor: Factor) -> bool:
    """Whether the letter has nothing on a reason ("never deported", an age of 34)."""
    answers = situation.answers
    if factor.id == LONG_RESIDENCE.option:
        return not residence_said(situation)
    if factor.id == ARRIVED_AS_CHILD.option:
        return not _came_as_child(situation)
    if factor.group == "medical":
        return _is_of_nobody(situation)
    if factor.id == PREGNANT.option:
        return not answers.values.get(EXPECTING.question)
    if factor.id == MILITARY.option:
        return not answers.text(MILITARY_WHO)
    if factor.id == AGE_IS_REASON.option:
        age = answers.number(AGE)
        return age is not None and not age_speaks(age)
    facts = factor.facts
    return (
        bool(facts)
        and all(fact.block == "danger" for fact in facts)
        and not any(holds(fact.when, situation) for fact in facts)
    )
