"""Conditions of the guide: the closed vocabulary, and the named rules it cannot express."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from pdkiosk.characters import has_words
from pdkiosk.guide.contract import (
    ACQUITTED,
    AGE,
    AGE_AT_ARRIVAL,
    APPLIED_FOR_ASYLUM,
    ARRIVAL,
    CITIZEN,
    DRIVING,
    DROPPED,
    FELONY,
    HUSBAND,
    LONG_RESIDENCE,
    NOT_AFRAID,
    ORDER_DATE,
    PAPERS,
    PENDING,
    PEOPLE,
    RECORD,
    RESIDENT,
    SUPPORT_LETTERS,
    WIFE,
    WORK_SINCE,
)
from pdkiosk.guide.law import overdue
from pdkiosk.guide.lookup import parts
from pdkiosk.guide.model import UNKNOWN, When
from pdkiosk.guide.named import Answer, CardsAnswer
from pdkiosk.guide.vocabulary import Rule
from pdkiosk.interview.answers import ASK, HAVE, Answers, certainly_before, years_between
from pdkiosk.interview.citizenship import (
    OF_AGE,
    came_of_age,
    grew_up_here,
    may_be_citizen,
    perhaps_citizen,
)
from pdkiosk.interview.deadlines import hearing_may_have_passed, hearing_missed, went_to_hearings
from pdkiosk.interview.factors import (
    chosen_factors,
    has_record_sentence,
    kept_entries,
    wants_kept,
)
from pdkiosk.interview.grown_children import children_are_grown
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.unsaid import (
    cards_cared_for,
    home_of_unsaid,
    ill_person_has_papers,
    only_ill_is_unsaid,
)


def holds(when: When | None, situation: Situation) -> bool:
    """Whether a condition is true; no condition is always true."""
    if when is None:
        return True
    if when.rule:
        return RULES[when.rule](situation)
    if when.all:
        return all(holds(inner, situation) for inner in when.all)
    if when.any:
        return any(holds(inner, situation) for inner in when.any)
    if when.none:
        return not any(holds(inner, situation) for inner in when.none)
    answers = situation.answers
    if when.answered is not None:
        value = answers.values.get(when.question)
        known = has_words(value) if isinstance(value, str) else value not in (None, [], {})
        return known == when.answered
    if when.equals is not None:
        if when.question not in answers:
            return False
        value = answers.values.get(when.question)
        actual = UNKNOWN if value is None else value
        return actual in _as_list(when.equals)
    wanted = _as_list(when.has or [])
    chosen = answers.values.get(when.question)
    return isinstance(chosen, list) and any(item in wanted for item in chosen)


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def years_here(situation: Situation) -> int | None:
    """Whole years in the United States; only where the month of arrival is known, and sure."""
    arrived = situation.answers.date(ARRIVAL)
    if arrived is None or arrived.month is None or arrived.about or not situation.day.known:
        return None
    return years_between(arrived, situation.today)


def years_here_at_least(situation: Situation) -> int | None:
    """The whole years in the United States that are certain when only the year is known."""
    arrived = situation.answers.date(ARRIVAL)
    if arrived is None or arrived.month is not None or arrived.about or not situation.day.known:
        return None
    return years_between(arrived, situation.today)


def under_two_years_here(situation: Situation) -> bool:
    """In the United States for less than two years, or it is not known since when.

    Expedited removal reaches people who cannot show two years of continuous presence:
    8 U.S.C. 1225(b)(1)(A)(iii)(II); safety notes, section 2 (dismissal). When only the
    year or month is known, the shortest stay that it allows counts; a date that the person
    is not sure of may be off by a year.
    """
    arrived = situation.answers.date(ARRIVAL)
    if arrived is None:
        return True
    return years_between(arrived, situation.day.certain) - arrived.about < 2


def asylum_or_fear(situation: Situation) -> bool:
    """An asylum application or fear of going back: dismissal endangers both.

    Safety notes, section 2 (dismissal). Fear that is not known or not answered counts.
    """
    answers = situation.answers
    return not answers.says(NOT_AFRAID) or answers.says(APPLIED_FOR_ASYLUM)


def dismissal_needs_lawyer(situation: Situation) -> bool:
    """Under two years here, an asylum case or fear: never dismissal without a lawyer.

    Safety notes, section 2. Everybody is warned; these people are told that it is they.
    """
    return under_two_years_here(situation) or asylum_or_fear(situation)


def _somebody(says: str, question: CardsAnswer, answer: Answer) -> Callable[[Situation], bool]:
    """Makes a rule, explained by ``says``: this answer was given about some member of a group."""

    def rule(situation: Situation) -> bool:
        return any(member.says(answer) for member in situation.answers.members(question))

    rule.__doc__ = says
    return rule


has_citizen_family = _somebody("Somebody in the family is a U.S. citizen.", PEOPLE, CITIZEN)
has_resident_family = _somebody(
    "Somebody in the family is a lawful permanent resident.", PEOPLE, RESIDENT
)


def one_card_is_cared_for(situation: Situation) -> bool:
    """Exactly one card of the family is the ill person whom the writer cares for.

    Then nobody has to say again who it is, and the letter can name that person (safety notes,
    section 9, rule 13).
    """
    return len(cards_cared_for(situation.answers)) == 1


def has_spouse(situation: Situation) -> bool:
    """The letter names a wife or husband: one whose papers were said.

    Nobody else is named (safety notes, section 3, 12): a marriage license would name them.
    """
    return any(
        (person.says(WIFE) or person.says(HUSBAND))
        and (person.says(CITIZEN) or person.says(RESIDENT))
        for person in situation.answers.members(PEOPLE)
    )


def keeps_record(situation: Situation) -> bool:
    """The letter speaks of an arrest or a conviction, as the person decided.

    Then it can say what is different now, and proof of it is an exhibit (guide HW-18, HW-21).
    Where the record is left out, rehabilitation would give it away.
    """
    answers = situation.answers
    return bool(kept_entries(answers)) or has_record_sentence(situation.guide, answers)


def may_be_conviction(entry: Answers) -> bool:
    """Whether an entry of the record is a conviction, or it is not known how it ended."""
    return not any(map(entry.says, (ACQUITTED, DROPPED, PENDING)))


def may_tell_change(situation: Situation) -> bool:
    """The letter tells of what is, or may be, a conviction: then of what changed since, too.

    Of a charge that is still open, or that came to nothing, "since then I have been in a
    treatment program" would read as an admission (safety notes, section 3, 4).
    """
    answers = situation.answers
    perhaps = any(map(may_be_conviction, kept_entries(answers)))
    return perhaps or has_record_sentence(situation.guide, answers)


def came_back(situation: Situation) -> bool:
    """The person came back after a deportation: no date may tell since when they are here.

    By their own word, or because the order is older than the day since which they live here.
    """
    ordered, arrived = situation.answers.date(ORDER_DATE), situation.answers.date(ARRIVAL)
    return situation.counts("returned") or certainly_before(ordered, arrived)


def _never_told(situation: Situation) -> bool:
    """Since when: neither after a deportation nor for someone who may be a citizen."""
    return came_back(situation) or perhaps_citizen(situation)


def arrival_may_be_said(situation: Situation) -> bool:
    """Whether the letter may say since when the person lives here.

    Only as a reason that they chose, only when two years or more are certain, and never
    after a deportation: what is said about arrival can put a person into expedited removal
    or name a reentry (safety notes, section 2 and section 3, 4).
    """
    answers = situation.answers
    return (
        answers.says(LONG_RESIDENCE)
        and not _never_told(situation)
        and answers.date(ARRIVAL) is not None
        and not under_two_years_here(situation)
    )


def arrival_month_known(situation: Situation) -> bool:
    """The date may be said, and its month is known and sure: years can be counted."""
    return arrival_may_be_said(situation) and years_here(situation) is not None


def arrival_year_known(situation: Situation) -> bool:
    """The date may be said, but only its year is known: so many years at least."""
    return arrival_may_be_said(situation) and years_here_at_least(situation) is not None


def arrival_about(situation: Situation) -> bool:
    """The date may be said, but the person is not sure of it: no number of years."""
    return arrival_may_be_said(situation) and not (
        arrival_month_known(situation) or arrival_year_known(situation)
    )


def arrival_by_hand(situation: Situation) -> bool:
    """Long residence is a reason, but no date was given: a line to fill in by hand.

    Never after a deportation, for the same reason as a date that was given.
    """
    answers = situation.answers
    return (
        answers.says(LONG_RESIDENCE)
        and not _never_told(situation)
        and answers.date(ARRIVAL) is None
    )


def residence_said(situation: Situation) -> bool:
    """The letter tells since when the person lives here, or has a line for it."""
    return arrival_may_be_said(situation) or arrival_by_hand(situation)


def _dates_give_away(situation: Situation) -> bool:
    """Dates may be used against the person: arrival under two years ago, or after a deportation."""
    answers = situation.answers
    recent = answers.date(ARRIVAL) is not None and under_two_years_here(situation)
    return recent or _never_told(situation)


def age_at_arrival_may_be_said(situation: Situation) -> bool:
    """With the age, it tells since when the person is here: for the same reason as the date.

    Where no date was given, the two ages must be three years apart: then two are certain.
    """
    answers = situation.answers
    if _dates_give_away(situation):
        return False
    if answers.date(ARRIVAL) is not None:
        return True
    now, then = answers.number(AGE), answers.number(AGE_AT_ARRIVAL)
    return now is not None and then is not None and now - then >= 3


def work_since_may_be_said(situation: Situation) -> bool:
    """Since when the person works here may be said: never of less than two certain years."""
    since = situation.answers.date(WORK_SINCE)
    if since is None or _dates_give_away(situation):
        return False
    return years_between(since, situation.day.certain) - since.about >= 2


def no_danger_fits(situation: Situation) -> bool:
    """Nothing the person said speaks against "no violent crime, no felony, no danger".

    Never say something false to ICE (guide HW-19): the sentence is left out when the
    person ticked what speaks against it (security, felony, repeated offenses, gang), or named
    anything on record but a driving offense that is no felony: of others they may not know.
    """
    entries = situation.answers.members(RECORD)
    harmless = all(entry.says(DRIVING) and not entry.says(FELONY) for entry in entries)
    return harmless and not situation.counts("danger")


def not_deported_fits(situation: Situation) -> bool:
    """Nothing the person said speaks against "never deported" (guide HW-19)."""
    return not situation.counts("deported")


def keeps_anything(situation: Situation) -> bool:
    """The person wants the letter to speak of something that weighs against them."""
    chosen = chosen_factors(situation.guide, situation.answers)
    kept = (wants_kept(factor, situation.answers) for factor in chosen if factor.way)
    return keeps_record(situation) or any(kept)


def is_minor(situation: Situation) -> bool:
    """The person says that they are under 18: children have rules and lawyers of their own."""
    age = situation.answers.number(AGE)
    return age is not None and age < OF_AGE


def law_overdue(situation: Situation, named: Collection[str]) -> bool:
    """Whether one of these entries of the law was to be checked again before today."""
    return any(entry.id in named for entry in overdue(situation.guide.law, situation.today))


def check_overdue(situation: Situation) -> bool:
    """The day by which the guide was to be checked again has passed (safety notes)."""
    return situation.today > date.fromisoformat(situation.guide.about.check_by)


def asks_for_support_letters(situation: Situation) -> bool:
    """The person will ask somebody for a letter of support."""
    return situation.answers.statuses(PAPERS).get(SUPPORT_LETTERS) == ASK


def no_reason(situation: Situation) -> bool:
    """Nothing was ticked that speaks for the person (guide SH-05: ask if a reason fits)."""
    chosen = chosen_factors(situation.guide, situation.answers)
    return not any(factor.group in ("life", "family") for factor in chosen)


def no_paper(situation: Situation) -> bool:
    """The person has no paper to send with the letter (safety notes, section 9, rule 16)."""
    return HAVE not in situation.answers.statuses(PAPERS).values()


RULES: dict[Rule, Callable[[Situation], bool]] = {
    "dismissal_needs_lawyer": dismissal_needs_lawyer,
    "has_citizen_family": has_citizen_family,
    "has_resident_family": has_resident_family,
    "has_spouse": has_spouse,
    "children_are_grown": children_are_grown,
    "one_card_is_cared_for": one_card_is_cared_for,
    "came_back": came_back,
    "came_of_age": came_of_age,
    "grew_up_here": grew_up_here,
    "keeps_record": keeps_record,
    "keeps_anything": keeps_anything,
    "may_tell_change": may_tell_change,
    "may_be_citizen": may_be_citizen,
    "perhaps_citizen": perhaps_citizen,
    "check_overdue": check_overdue,
    "arrival_month_known": arrival_month_known,
    "arrival_year_known": arrival_year_known,
    "arrival_about": arrival_about,
    "arrival_by_hand": arrival_by_hand,
    "residence_said": residence_said,
    "age_at_arrival_may_be_said": age_at_arrival_may_be_said,
    "work_since_may_be_said": work_since_may_be_said,
    "no_danger_fits": no_danger_fits,
    "no_paper": no_paper,
    "no_reason": no_reason,
    "not_deported_fits": not_deported_fits,
    "asks_for_support_letters": asks_for_support_letters,
    "home_of_unsaid": home_of_unsaid,
    "ill_person_has_papers": ill_person_has_papers,
    "only_ill_is_unsaid": only_ill_is_unsaid,
    "hearing_may_have_passed": hearing_may_have_passed,
    "hearing_missed": hearing_missed,
    "went_to_hearings": went_to_hearings,
    "is_minor": is_minor,
}

# Rules that depend only on the day, not on answers.
_OF_THE_DAY: frozenset[Rule] = frozenset({"check_overdue"})


def on_answers(when: When | None) -> bool:
    """Whether a condition depends on answers, so that what it shows reveals the answer."""
    return when is not None and any(
        part.question or (part.rule and part.rule not in _OF_THE_DAY) for part in parts(when)
    )
