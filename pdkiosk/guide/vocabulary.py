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
    "children_are_grown",
    "dismissal_needs_lawyer",
    "grew_up_here",
    "has_citizen_family",
    "has_resident_family",
    "has_spouse",
    "hearing_may_have_passed",
    "hearing_missed",
    "home_of_unsaid",
    "ill_person_has_papers",
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
    "only_ill_is_unsaid",
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
"""What can be done with an item of the record: the options of the question about it."""

Group = Literal["life", "family", "medical", "high"]
"""The kind of a factor: a reason, a severe illness, or something that weighs against the person."""

Block = Literal["life", "family", "health", "other", "record", "hardship", "danger"]
"""A part of the letter that contains facts."""

GENERAL = "general"
"""In the paragraphs of a part: its sentences that belong to no factor."""

CountsAs = Literal["danger", "record", "arrest", "several", "deported", "returned"]
"""For the rules of ``interview``: what a factor that weighs against the person counts as.

"danger": it contradicts "no violent crime, no felony, no danger to national security". "record": an
arrest, a conviction or a crime; if the letter mentions it, it can say what has changed since.
"arrest": if it is left out, "not arrested again since then" may be false. "several": there is more
than the named entries, so none of them is the only one. "deported": it contradicts "never
deported". "returned": the person came back after a deportation, so no date may tell since when they
have been here.
"""
