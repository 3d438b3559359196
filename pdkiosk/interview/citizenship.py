"""Detects people who may be U.S. citizens without knowing it (safety notes, section 9, rule 7)."""

from __future__ import annotations

from pdkiosk.guide.contract import (
    AGE,
    AGE_AT_ARRIVAL,
    ARRIVAL,
    CITIZEN,
    FATHER,
    GRANDFATHER,
    GRANDMOTHER,
    MAYBE_CITIZEN,
    MOTHER,
    NO_CITIZEN,
    PEOPLE,
)
from pdkiosk.interview.answers import years_between
from pdkiosk.interview.situation import Situation

OF_AGE = 18
_GROWN = 16
_YEARS_TO_GROW = 5
_FOREBEARS = (MOTHER, FATHER, GRANDMOTHER, GRANDFATHER)


def may_be_citizen(situation: Situation) -> bool:
    """Whether to ask for a citizen among parents and grandparents: not of who came of age.

    Who came under 18 and has such a relative may be a citizen without knowing it (safety notes,
    section 9, rule 7). What is not known may be so.
    """
    answers = situation.answers
    then = answers.number(AGE_AT_ARRIVAL)
    if then is not None:
        return then < OF_AGE
    age, arrived = answers.number(AGE), answers.date(ARRIVAL)
    if age is None or arrived is None:
        return True
    # One year too many, since neither the birthday nor the day of arrival may be known.
    return age - years_between(arrived, situation.day.certain) - 2 - arrived.about < OF_AGE


def _has_citizen_forebear(situation: Situation) -> bool:
    people = situation.answers.members(PEOPLE)
    return any(person.says(CITIZEN) and any(map(person.says, _FOREBEARS)) for person in people)


def says_no_citizen_wrongly(situation: Situation) -> bool:
    """The person says no, but came under 18 and named a citizen parent or grandparent."""
    answers = situation.answers
    then = answers.number(AGE_AT_ARRIVAL)
    came_as_child = then is not None and then < OF_AGE
    return answers.says(NO_CITIZEN) and came_as_child and _has_citizen_forebear(situation)


def perhaps_citizen(situation: Situation) -> bool:
    """The person may be a U.S. citizen: by their own word, or by what they said of their family.

    A parent or grandparent who is a citizen is a sign as long as it is not certain that the
    person came of age, also where the question was skipped: ICE has to look into such signs, and
    the letter must not give proof against them (safety notes, section 9, rules 4 and 7).
    """
    answers = situation.answers
    if answers.says(MAYBE_CITIZEN):
        return True
    signs = may_be_citizen(situation) and _has_citizen_forebear(situation)
    return signs and not answers.says(NO_CITIZEN)


def came_of_age(situation: Situation) -> bool:
    """The person says that they came as a child, and at an age at which nobody is one."""
    then = situation.answers.number(AGE_AT_ARRIVAL)
    return then is not None and then >= OF_AGE


def grew_up_here(situation: Situation) -> bool:
    """Whether "I grew up here" can be true of somebody who says that they came as a child.

    Not of who came at 16 or later, nor of who came lately: by what is known of the two ages and
    of the day, and never say something false to ICE (guide HW-19).
    """
    answers = situation.answers
    now, then, arrived = answers.number(AGE), answers.number(AGE_AT_ARRIVAL), answers.date(ARRIVAL)
    if arrived is not None:
        if years_between(arrived, situation.day.certain) - arrived.about < _YEARS_TO_GROW:
            return False
        if now is not None and then is None:
            # The least age that the year of arrival allows: the birthday may be still to come.
            then = now - (situation.day.certain.year - arrived.year) - 1 - arrived.about
    if now is not None and then is not None and now - then <= _YEARS_TO_GROW:
        return False
    return then is None or then < _GROWN
