"""Finds reasons that were ticked but are not in the letter because other answers exclude them."""

from __future__ import annotations

from pdkiosk.documents.arguments import Speaker
from pdkiosk.guide.contract import (
    AGE,
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
from pdkiosk.interview.citizenship import OF_AGE, came_of_age
from pdkiosk.interview.rules import holds, residence_said

_OLDER = 60


def age_speaks(age: int) -> bool:
    """Whether an age is a reason in itself: that of a child or of an older person."""
    return not OF_AGE <= age < _OLDER


def _is_of_nobody(speaker: Speaker) -> bool:
    """Whether two people are ill and it was not said which one has a severe condition."""
    answers = speaker.answers
    both = answers.says(OWN_HEALTH) and answers.says(CARETAKER)
    return both and not (answers.says(SEVERE_MINE) or answers.says(SEVERE_THEIRS))


def is_untold(speaker: Speaker, factor: Factor) -> bool:
    """Whether the letter says nothing about a reason ("never deported", an age of 34)."""
    if factor.id == LONG_RESIDENCE.option:
        return not residence_said(speaker.situation)
    if factor.id == ARRIVED_AS_CHILD.option:
        return came_of_age(speaker.situation)
    if factor.group == "medical":
        return _is_of_nobody(speaker)
    if factor.id == PREGNANT.option:
        return not speaker.answers.values.get(EXPECTING.question)
    if factor.id == MILITARY.option:
        return not speaker.answers.text(MILITARY_WHO)
    if factor.id == AGE_IS_REASON.option:
        age = speaker.answers.number(AGE)
        return age is not None and not age_speaks(age)
    facts = factor.facts
    return (
        bool(facts)
        and all(fact.block == "danger" for fact in facts)
        and not any(holds(fact.when, speaker.situation) for fact in facts)
    )
