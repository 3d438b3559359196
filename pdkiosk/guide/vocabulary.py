"""The closed vocabularies of the guide: what a condition, a text or a factor can name."""

from __future__ import annotations

from typing import Literal

Rule = Literal[
    "age_at_arrival_may_be_said",
    "arrival_about",
    "arrival_by_hand",
    "arrival_month_known",
    "arrival_year_known",
    "asks_for_support_letters",
    "came_back",
    "came_of_age",
    "check_overdue",
    "dismissal_needs_lawyer",
    "grew_up_here",
    "has_citizen_family",
    "has_resident_family",
    "has_spouse",
    "hearing_may_have_passed",
    "hearing_missed",
    "home_of_unsaid",
    "is_minor",
    "keeps_anything",
    "keeps_record",
    "may_be_citizen",
    "may_tell_change",
    "no_danger_fits",
    "no_paper",
    "no_reason",
    "not_deported_fits",
    "one_card_is_cared_for",
    "perhaps_citizen",
    "residence_said",
    "went_to_hearings",
    "work_since_may_be_said",
]
"""The rules that a condition can name: functions in ``interview.rules``."""

Derived = Literal["years_here", "years_here_at_least"]
"""The numbers that a sentence of the letter can name beside answers: ``interview.derived``."""

ScreenName = Literal[
    "check_by", "checked", "court_line", "ice_line", "law_checked", "numbers_checked"
]
"""What a text on a screen can name: ``interview.screen_arguments``."""

KEEP, LEAVE, ASK_LAWYER = WAYS = ("keep", "leave", "lawyer")
"""What can be done with a thing on record: the options of the question about it."""

Group = Literal["life", "family", "medical", "high"]
"""Of what kind a factor is: a reason, a severe illness, or what weighs against the person."""

Block = Literal["life", "family", "health", "other", "record", "hardship", "danger"]
"""A part of the letter that holds sentences of fact."""

GENERAL = "general"
"""In the paragraphs of a part, stands for its sentences that belong to no factor."""

CountsAs = Literal["danger", "record", "arrest", "several", "deported", "returned"]
"""What a factor is that weighs against the person, for the rules of ``interview``.

"danger": it speaks against "no violent crime, no felony, no danger to national security".
"record": an arrest, a conviction or a crime: where the letter speaks of it, it can say what
has changed since. "arrest": where it is left out, "not arrested again since then" may be false.
"several": more than the entries that were named: none of them is the only one.
"deported": it speaks against "never deported". "returned": came back after a deportation: no
date may tell since when the person is here.
"""
