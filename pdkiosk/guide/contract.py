"""What the program and the guide know each other by: the names that both sides use.

A guide is loaded only if it fits: a name that is misspelt here or there is an error when the
guide is loaded, not when somebody stands before the screen.
"""

from __future__ import annotations

from typing import Literal, get_args

Rule = Literal[
    "age_at_arrival_may_be_said",
    "arrival_about",
    "arrival_by_hand",
    "arrival_month_known",
    "arrival_year_known",
    "asks_for_support_letters",
    "check_overdue",
    "dismissal_needs_lawyer",
    "has_citizen_family",
    "has_drug_or_dui",
    "has_resident_family",
    "has_spouse",
    "hearing_may_have_passed",
    "hearing_missed",
    "keeps_anything",
    "keeps_record",
    "no_danger_fits",
    "not_deported_fits",
    "residence_said",
    "work_since_may_be_said",
]
"""The rules that a condition can name: functions in ``interview.rules``."""

Derived = Literal["years_here", "years_here_at_least"]
"""The numbers that a sentence of the letter can name beside answers: ``interview.derived``."""

ScreenName = Literal["check_by", "checked", "court_line", "ice_line", "numbers_checked"]
"""What a text on a screen can name: ``interview.screen_arguments``."""

CONTRACT = tuple(map(get_args, (Rule, Derived, ScreenName)))
"""All of it: a guide that was checked against another contract is checked again."""
