"""The few lines about the case that a lawyer asks for first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pdkiosk.documents.arguments import DATE_BLANK, NUMBER_BLANK, TEXT_BLANK, Speaker
from pdkiosk.documents.letter_head import has_order, hearing_expected
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.summary import short_date
from pdkiosk.guide.contract import (
    AGAINST_ME,
    APPEALED,
    APPLICATIONS,
    ARRIVAL,
    CITIZEN,
    DECISION_DATE,
    HELD,
    NEXT_HEARING,
    ORDER_DATE,
    PEOPLE,
    PERSON_AGE,
    PERSON_STATUS,
    RELATION,
    RESIDENT,
    STAGE,
)
from pdkiosk.guide.model import said
from pdkiosk.guide.named import OptionsAnswer
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.answers import years_between
from pdkiosk.interview.deadlines import last_day_to_appeal
from pdkiosk.interview.rules import came_back, under_two_years_here, years_here
from pdkiosk.language.message import Arg, Blank, Listing, Message, PartialDate


def case_block(speaker: Speaker) -> tuple[Sentence, ...]:
    """Stage, next date, last day of the appeal, years here, family, what is held and was asked."""
    lines = [_stage(speaker), *_hearing(speaker), *_appeal(speaker), _years(speaker)]
    if family := _family(speaker):
        lines.append(speaker.sentence("lawyer.family", people=Listing(tuple(family))))
    lines += _chosen(speaker, "lawyer.held", HELD)
    lines += _chosen(speaker, "lawyer.applied", APPLICATIONS)
    return tuple(map(Sentence, lines))


def _stage(speaker: Speaker) -> Message:
    if has_order(speaker):
        ordered = speaker.answers.date(ORDER_DATE)
        if ordered is not None:
            return speaker.sentence("lawyer.stage.order.date", date=_date(speaker, ordered))
        return speaker.sentence("lawyer.stage.order")
    if speaker.answers.says(APPEALED):
        return speaker.sentence("lawyer.stage.appealed")
    stage = speaker.answers.text(STAGE)
    labels = [said(option.label) for option in speaker.choices(STAGE) if option.id == stage]
    known: Arg = labels[0] if labels else Blank(TEXT_BLANK)
    return speaker.sentence("lawyer.stage", stage=known)


def _hearing(speaker: Speaker) -> list[Message]:
    given = speaker.answers.date(NEXT_HEARING)
    if given is None and not hearing_expected(speaker):
        return []
    return [speaker.sentence("lawyer.hearing", date=_date(speaker, given))]


def _appeal(speaker: Speaker) -> list[Message]:
    if not speaker.answers.says(AGAINST_ME) or speaker.answers.says(APPEALED):
        return []
    decided = speaker.answers.date(DECISION_DATE)
    due = None if decided is None else last_day_to_appeal(decided)
    dates = {"decided": _date(speaker, decided), "due": _date(speaker, due)}
    return [speaker.sentence("lawyer.due", **dates), speaker.sentence("lawyer.ten_days")]


def _date(speaker: Speaker, date: PartialDate | None) -> Arg:
    return Blank(DATE_BLANK) if date is None else short_date(speaker, date)


def _years(speaker: Speaker) -> Message:
    """The years here that are certain; a blank line if the number could be used against the person.

    That is so under two years, or after a return from deportation: safety notes, section 2 and
    section 3, 4.
    """
    situation = speaker.situation
    arrived = speaker.answers.date(ARRIVAL)
    hidden = under_two_years_here(situation) or came_back(situation)
    if arrived is None or hidden:
        return speaker.sentence("lawyer.years", years=Blank(NUMBER_BLANK))
    exact = years_here(situation)
    if exact is not None:
        return speaker.sentence("lawyer.years", years=exact)
    certain = years_between(arrived, situation.day.certain) - arrived.about
    return speaker.sentence("lawyer.years.least", years=certain)


def _family(speaker: Speaker) -> list[Message]:
    """Relation, ages and papers.

    Leaves out relatives whose papers were not stated (safety notes, 3, 12).
    """
    relations = {option.id: said(option.label) for option in speaker.choices(RELATION)}
    ages: dict[tuple[str, str], list[int | None]] = defaultdict(list)
    for card in speaker.answers.members(PEOPLE):
        relation, status = card.text(RELATION), card.text(PERSON_STATUS)
        if relation in relations and status in (CITIZEN.option, RESIDENT.option):
            ages[relation, status].append(card.number(PERSON_AGE))
    statuses = {option.id: said(option.label) for option in speaker.choices(PERSON_STATUS)}
    return [
        speaker.sentence(
            "lawyer.person", who=_who(speaker, relations[relation], known), status=statuses[status]
        )
        for (relation, status), known in ages.items()
    ]


def _who(speaker: Speaker, relation: Message, ages: list[int | None]) -> Message:
    known = [age for age in ages if age is not None]
    if len(known) == len(ages):
        listed = ", ".join(map(str, known))
        return speaker.sentence("lawyer.relation.aged", relation=relation, ages=listed)
    if len(ages) > 1:
        return speaker.sentence("lawyer.relation.count", relation=relation, count=len(ages))
    return relation


def _chosen(speaker: Speaker, sentence: SentenceId, question: OptionsAnswer) -> Iterator[Message]:
    """A line that lists the chosen answers to a question; none if there are none."""
    chosen = speaker.answers.chosen(question)
    things = tuple(said(o.label) for o in speaker.choices(question) if o.id in chosen)
    if things:
        yield speaker.sentence(sentence, things=Listing(things, clauses=True))
