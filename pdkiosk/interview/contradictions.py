"""Finds answers that are possible alone but contradict each other, to ask before printing.

And answers that may well be true but that whoever reads the letter would doubt.

Nothing is refused: people remember ages and years as well as they can, and families differ. Only
certain contradictions are reported: a partial date stands for all days that it can mean, an
uncertain one for a year more on both sides. Checks that need today's date are skipped if it is not
known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from pdkiosk.guide.contract import (
    AGE,
    AGE_AT_ARRIVAL,
    ARRIVAL,
    CARE_NEXT,
    CARE_SINCE,
    CARE_WHO,
    CARES_FOR_PARTNER,
    CITIZEN,
    DECISION_DATE,
    DETAINED_SINCE,
    DUE_DATE,
    EARNED,
    GRADUATED,
    HOLDS_DACA,
    HOLDS_GREEN_CARD,
    HOLDS_TPS,
    ILLNESS_SINCE,
    LIVED_TOGETHER,
    MILITARY_SINCE,
    MILITARY_WHO,
    NEXT_TREATMENT,
    NO_CITIZEN,
    ORDER_DATE,
    PARTNER_MAN,
    PARTNER_WOMAN,
    PEOPLE,
    PERSON_AGE,
    PROGRAM_DATE,
    RECORD,
    RECORD_DATE,
    RECORD_DONE_ON,
    RELATION,
    RENT,
    RESIDENT,
    SERVED_MYSELF,
    SPONSOR,
    SPONSOR_CITIZEN,
    SPONSOR_RESIDENT,
    VICTIM_AT_HOME,
    WITH_PARTNER,
    WORK_SINCE,
)
from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Cards, Question, said
from pdkiosk.guide.named import DateAnswer
from pdkiosk.interview.answers import certainly_before, earliest, latest
from pdkiosk.interview.citizenship import OF_AGE, says_no_citizen_wrongly
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.unsaid import cards_cared_for, cards_of_home
from pdkiosk.language.message import Listing, Message, PartialDate

_PREGNANT = timedelta(days=310)
_OF_AGE_TO_SERVE = 17
_PARENT_OF_SOLDIER = 30
_AS_PARTNER = tuple(
    answer.option.removeprefix("@")
    for answer in (PARTNER_WOMAN, PARTNER_MAN, CARES_FOR_PARTNER, WITH_PARTNER)
)

# Translators: answers that contradict each other; {questions} lists what was asked.
_TOGETHER = Message("These do not fit together: {questions}.", "check.together")
# Translators: an answer that cannot be today; {questions} lists what was asked, one as a rule.
_TODAY = Message("This does not fit with today’s date: {questions}.", "check.today")


# Translators: on the check page, under "Is this right?": two cards say wife or husband.
_SPOUSES = Message("You named more than one wife or husband.", "check.spouses")
# Translators: on the check page, under "Is this right?": two cards say partner.
_PARTNERS = Message("You named more than one partner.", "check.partners")
# Translators: on the check page, under "Is this right?": both would be people of the same home.
_SPOUSE_AND_PARTNER = Message(
    "The letter says that you lived, or can live, with your wife or husband and also with a "
    "partner.",
    "check.spouse_and_partner",
)
# Translators: on the check page, under "Is this right?"
_CARD_AND_PERMIT = Message(
    "You said that you have a green card, and also TPS or DACA.", "check.card_and_permit"
)
# Translators: on the check page, under "Is this right?": the rent is higher than the income.
_RENT = Message("By your answers, you paid more rent each month than you earned.", "check.rent")
# Translators: on the check page, under "Is this right?", to a victim of violence at home. Kind.
_VIOLENCE = Message(
    "The letter tells of violence at home. It also says that you can live with, or care for, your "
    "wife, husband or partner.",
    "check.violence",
)
# Translators: follows the question above; the answers stand below, and can be changed.
_SOMEONE_ELSE = Message(
    "Was it someone else who hurt you? Then this can stay. If not, you can change it here.",
    "check.violence_who",
)
# Translators: follows the text above.
_SAFETY = Message(
    "Your safety comes first. You do not have to name this person, or ask them for papers.",
    "check.violence_safety",
)
# Translators: on the check page, under "Is this right?": two cards say that it is the ill person.
_CARED_FOR = Message(
    "You marked more than one person as the ill person you care for. The letter tells of one.",
    "check.cared_for",
)
# Translators: on the check page, under "Is this right?": of an entry of the record.
_DONE_FIRST = Message(
    "On your record: what the court ordered was finished before the day of the arrest or "
    "conviction.",
    "check.done_first",
)


class Contradiction(Struct, frozen=True):
    """Questions whose answers contradict each other, or one whose answer cannot be true.

    ``more``: what else the person is told about it.
    """

    questions: tuple[Question, ...]
    said: Message | None = None
    more: tuple[Message, ...] = ()

    @property
    def message(self) -> Message:
        """The contradiction in words for the person."""
        if self.said is not None:
            return self.said
        names = Listing(tuple(said(question.short) for question in self.questions))
        return (_TOGETHER if len(self.questions) > 1 else _TODAY)(questions=names)


def contradictions(situation: Situation) -> list[Contradiction]:
    """The contradictions among the answers that count, each once."""
    asked = {question.id: question for question in top_questions(situation.guide)}
    found = [*_ages(situation), *_dates(situation), *_family(situation, asked[PEOPLE])]
    found += _home(situation)
    if says_no_citizen_wrongly(situation):
        found.append((PEOPLE, NO_CITIZEN.question))
    odd = [Contradiction(tuple(asked[name] for name in names)) for names in dict.fromkeys(found)]
    if _spouses(situation, asked[PEOPLE]) > 1:
        odd.append(Contradiction((asked[PEOPLE],), _SPOUSES))
    if len(cards_cared_for(situation.answers)) > 1:
        odd.append(Contradiction((asked[PEOPLE],), _CARED_FOR))
    records = situation.answers.members(RECORD)
    if any(certainly_before(one.date(RECORD_DONE_ON), one.date(RECORD_DATE)) for one in records):
        odd.append(Contradiction((asked[RECORD],), _DONE_FIRST))
    for said_too, names, more in _also(situation, asked[PEOPLE]):
        odd.append(Contradiction(tuple(asked[name] for name in names), said_too, more))
    return odd


def _own_dates(situation: Situation) -> Iterator[tuple[str, PartialDate | None]]:
    """The dates in the person's own life."""
    answers = situation.answers
    own: list[DateAnswer] = [
        ARRIVAL, DETAINED_SINCE, WORK_SINCE, CARE_SINCE, ILLNESS_SINCE, GRADUATED
    ]  # fmt: skip
    if answers.says(SERVED_MYSELF):
        own.append(MILITARY_SINCE)
    for question in own:
        yield question, answers.date(question)
    for entry in answers.members(RECORD):
        yield RECORD, entry.date(RECORD_DATE)


def _ages(situation: Situation) -> Iterator[tuple[str, ...]]:
    answers = situation.answers
    age, then = answers.number(AGE), answers.number(AGE_AT_ARRIVAL)
    arrived = answers.date(ARRIVAL)
    if age is None:
        return
    if then is not None and then > age:
        yield AGE, AGE_AT_ARRIVAL
    if not situation.day.known:
        return
    born = situation.today.year - age  # or the year before
    for name, day in _own_dates(situation):
        if day is not None and latest(day).year < born - 1:
            yield AGE, name
    if then is None or then > age or arrived is None:
        return
    if latest(arrived).year < born - 1 + then or earliest(arrived).year > born + then + 1:
        yield AGE, AGE_AT_ARRIVAL, ARRIVAL


def _dates(situation: Situation) -> Iterator[tuple[str, ...]]:
    answers = situation.answers
    arrived = answers.date(ARRIVAL)
    for question in (DETAINED_SINCE, WORK_SINCE, GRADUATED, DECISION_DATE, ORDER_DATE):
        if certainly_before(answers.date(question), arrived):
            yield ARRIVAL, question
    # The date would refer to an earlier stay.
    if any(certainly_before(entry.date(RECORD_DATE), arrived) for entry in answers.members(RECORD)):
        yield ARRIVAL, RECORD
    days = [entry.date(RECORD_DATE) for entry in answers.members(RECORD)]
    if days and all(certainly_before(answers.date(PROGRAM_DATE), day) for day in days):
        yield RECORD, PROGRAM_DATE
    for question in (NEXT_TREATMENT, CARE_NEXT, DUE_DATE):
        day = answers.date(question)
        if day is not None and situation.day.known and latest(day) < situation.today:
            yield (question,)
    due = answers.date(DUE_DATE)
    if due is not None and situation.day.known and earliest(due) - _PREGNANT > situation.today:
        yield (DUE_DATE,)


def _groups(people: Question) -> dict[str, str]:
    """Maps each relation to its group: child, spouse, parent and so on."""
    assert isinstance(people, Cards)
    return {option.id: option.group for option in people.lead.options}


def _spouses(situation: Situation, people: Question) -> int:
    """The number of wives and husbands who were named."""
    groups = _groups(people)
    members = situation.answers.members(PEOPLE)
    return sum(groups.get(member.text(RELATION)) == "spouse" for member in members)


def _couple(relation: str, groups: dict[str, str]) -> str:
    """Whether a relation, as asked anywhere, is "spouse" or "partner"; "" if neither."""
    relation = relation.removeprefix("@")
    if groups.get(relation) == "spouse":
        return "spouse"
    return "partner" if relation in _AS_PARTNER else ""


def _also(
    situation: Situation, people: Question
) -> Iterator[tuple[Message, tuple[str, ...], tuple[Message, ...]]]:
    """Answers that may be true but that whoever reads the letter would doubt."""
    answers, groups = situation.answers, _groups(people)
    named = [c for c in answers.members(PEOPLE) if c.says(CITIZEN) or c.says(RESIDENT)]
    if sum(_couple(card.text(RELATION), groups) == "partner" for card in named) > 1:
        yield _PARTNERS, (PEOPLE,), ()
    home = _couple(answers.text(SPONSOR), groups)
    lived = {_couple(c.text(RELATION), groups) for c in named if c.says(LIVED_TOGETHER)}
    if {"spouse", "partner"} <= lived | {home}:
        yield _SPOUSE_AND_PARTNER, (PEOPLE, SPONSOR) if home else (PEOPLE,), ()
    if answers.says(HOLDS_GREEN_CARD) and (answers.says(HOLDS_TPS) or answers.says(HOLDS_DACA)):
        yield _CARD_AND_PERMIT, (HOLDS_GREEN_CARD.question,), ()
    earned, rent = answers.number(EARNED), answers.number(RENT)
    if earned is not None and rent is not None and rent > earned:
        yield _RENT, (EARNED, RENT), ()
    if answers.says(VICTIM_AT_HOME):
        marked = cards_cared_for(answers)
        ill = marked[0].text(RELATION) if len(marked) == 1 else answers.text(CARE_WHO)
        near: list[str] = [SPONSOR] if home else []
        if _couple(ill, groups):
            near.append(PEOPLE if len(marked) == 1 else CARE_WHO)
        if near:
            yield _VIOLENCE, (VICTIM_AT_HOME.question, *near), (_SOMEONE_ELSE, _SAFETY)


def _home(situation: Situation) -> Iterator[tuple[str, ...]]:
    """A home offered by a child, or by someone whose papers are not those on their card."""
    answers = situation.answers
    cards = cards_of_home(answers)
    ages = [card.number(PERSON_AGE) for card in cards]
    if ages and all(age is not None and age < OF_AGE for age in ages):
        yield SPONSOR, PEOPLE
    said_otherwise = (SPONSOR_CITIZEN, RESIDENT), (SPONSOR_RESIDENT, CITIZEN)
    for home, card in said_otherwise:
        if answers.says(home) and cards and all(one.says(card) for one in cards):
            yield home.question, PEOPLE


def _family(situation: Situation, people: Question) -> Iterator[tuple[str, ...]]:
    """Finds a child or parent of impossible age, or someone too young to have served."""
    age, groups = situation.answers.number(AGE), _groups(people)
    served = situation.answers.text(MILITARY_WHO)
    least = _OF_AGE_TO_SERVE if situation.answers.says(SERVED_MYSELF) else 0
    least = _PARENT_OF_SOLDIER if groups.get(served) == "child" else least
    if age is not None and age < least:
        yield AGE, MILITARY_WHO
    for member in situation.answers.members(PEOPLE):
        group, theirs = groups.get(member.text(RELATION)), member.number(PERSON_AGE)
        if age is None or theirs is None:
            continue
        if (group == "child" and theirs >= age) or (group == "parent" and theirs <= age):
            yield AGE, PEOPLE
