"""“In short”: the strongest facts of the letter, for a reader who has two minutes.

Each of them is told in full further down, in other words; only a green card is mentioned nowhere
else.
"""

from __future__ import annotations

from collections.abc import Iterator

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.health import conditions_of
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.record import only_conviction
from pdkiosk.documents.related_people import (
    RelatedPeople,
    RelatedPerson,
    care_origin,
    children_form,
)
from pdkiosk.guide.contract import (
    AGE,
    AGE_IS_REASON,
    ARRIVAL,
    ARRIVED_AS_CHILD,
    CARETAKER,
    CITIZEN,
    CITIZEN_FAMILY,
    EXPECTING,
    EXPECTING_AND_NURSING,
    FOR_ME,
    HEARINGS_ALL,
    HOLDS_GREEN_CARD,
    MILITARY_WHO,
    NURSING,
    OWN_HEALTH,
    PEOPLE,
    RECORD,
    RESIDENT,
    RESIDENT_FAMILY,
    SERVED_MYSELF,
    STAGE,
    STUDENT,
    VICTIM,
)
from pdkiosk.guide.sentence_ids import FormsId, SentenceId
from pdkiosk.interview.citizenship import grew_up_here, perhaps_citizen
from pdkiosk.interview.deadlines import went_to_hearings
from pdkiosk.interview.rules import (
    arrival_may_be_said,
    years_here,
    years_here_at_least,
)
from pdkiosk.interview.untold import age_speaks
from pdkiosk.language.message import Arg, Blank, DateArg, DateRole, Listing

# Three lines of the letter hold about this many sentences.
_MOST = 5
# More names would be a list, not a sentence.
_MOST_RELATIVES = 3
_SPOUSE = "spouse"

# Of children; of one relative; of several.
_RELATIVES: dict[str, tuple[FormsId, FormsId, SentenceId]] = {
    CITIZEN.option: ("short.children.citizen", "family.citizen", "short.close.citizen"),
    RESIDENT.option: ("short.children.resident", "family.resident", "short.close.resident"),
}


def in_short(speaker: Speaker) -> list[Sentence]:
    """The strongest facts, in the order of reading; none when there is nothing to say."""
    told = [
        *_standing(speaker),
        *_life(speaker),
        *_family(speaker),
        *_health(speaker),
        *_spouse(speaker),
        *_more(speaker),
    ]
    ending = [*_record(speaker), *_hearings(speaker)]
    return [*told[: _MOST - len(ending)], *ending]


def _say(speaker: Speaker, sentence: SentenceId, origin: str, **args: Arg) -> Sentence:
    return Sentence(speaker.sentence(sentence, **args), origin)


def _standing(speaker: Speaker) -> Iterator[Sentence]:
    if speaker.answers.says(FOR_ME):
        yield _say(speaker, "short.won", STAGE)
    if speaker.answers.says(HOLDS_GREEN_CARD):
        # Someone who may be a citizen says what card they hold, not what their status is.
        held = perhaps_citizen(speaker.situation)
        sentence: SentenceId = "short.green_card.held" if held else "short.green_card"
        yield _say(speaker, sentence, HOLDS_GREEN_CARD.question)


def _life(speaker: Speaker) -> Iterator[Sentence]:
    """How long the writer has lived here, if that may be said at all."""
    situation = speaker.situation
    if arrival_may_be_said(situation):
        if years := years_here(situation):
            yield _say(speaker, "short.years", ARRIVAL, n=years)
        elif years := years_here_at_least(situation):
            yield _say(speaker, "short.years_at_least", ARRIVAL, n=years)
    if speaker.answers.says(ARRIVED_AS_CHILD) and grew_up_here(situation):
        yield _say(speaker, "short.child", ARRIVED_AS_CHILD.question)


def _family(speaker: Speaker) -> Iterator[Sentence]:
    """The children with papers; without any, the closest relatives with papers."""
    related = RelatedPeople(speaker)
    with_papers = {status: related.with_status(status) for status in _RELATIVES}
    for status, (children, _alone, _others) in _RELATIVES.items():
        if count := sum(person.is_child for person in with_papers[status]):
            message = speaker.forms(children, children_form(with_papers[status]), n=count)
            yield Sentence(message, PEOPLE)
            return
    # A person who ticked such family but added no card did not say who they are.
    if speaker.answers.says(CITIZEN_FAMILY) and not with_papers[CITIZEN.option]:
        yield _say(speaker, "short.family.citizen", CITIZEN_FAMILY.question)
        return
    if not related.everyone:
        if speaker.answers.says(RESIDENT_FAMILY):
            yield _say(speaker, "short.family.resident", RESIDENT_FAMILY.question)
        return
    # A citizen sister must not hide a wife who is a resident.
    closest = min(person.distance for person in related.everyone)
    for status, (_children, _alone, others) in _RELATIVES.items():
        found = with_papers[status]
        if not any(person.distance == closest for person in found):
            continue
        if len(found) == 1:
            yield _alone_with_papers(speaker, related, found[0])
        else:
            some = tuple(related.together(found))[:_MOST_RELATIVES]
            yield _say(speaker, others, PEOPLE, people=Listing(some))
        return


def _alone_with_papers(speaker: Speaker, related: RelatedPeople, person: RelatedPerson) -> Sentence:
    _children, alone, _others = _RELATIVES[person.status]
    form = person.option.form or "m"
    return Sentence(speaker.forms(alone, form, who=related.named(person)), PEOPLE)


def _spouse(speaker: Speaker) -> Iterator[Sentence]:
    """The wife or husband with papers, if the sentence before was about the children."""
    related = RelatedPeople(speaker)
    if any(person.is_child for person in related.everyone):
        spouses = [person for person in related.everyone if person.option.group == _SPOUSE]
        citizens_first = sorted(spouses, key=lambda person: person.status != CITIZEN.option)
        for person in citizens_first[:1]:
            yield _alone_with_papers(speaker, related, person)


def _health(speaker: Speaker) -> Iterator[Sentence]:
    answers = speaker.answers
    if answers.says(OWN_HEALTH):
        conditions = conditions_of(speaker, OWN_HEALTH.option)
        if conditions is None:
            yield _say(speaker, "short.health.plain", OWN_HEALTH.question)
        else:
            yield _say(speaker, "short.health", OWN_HEALTH.question, condition=conditions)
    who = RelatedPeople(speaker).cared_for(with_age=True)
    if answers.says(CARETAKER) and not isinstance(who, Blank):
        conditions, origin = conditions_of(speaker, CARETAKER.option), care_origin(answers)
        if conditions is None:
            yield _say(speaker, "short.care.plain", origin, who=who)
        else:
            yield _say(speaker, "short.care", origin, who=who, condition=conditions)


def _more(speaker: Speaker) -> Iterator[Sentence]:
    answers = speaker.answers
    age = answers.number(AGE)
    if answers.says(AGE_IS_REASON) and age is not None and age_speaks(age):
        yield _say(speaker, "short.age", AGE)
    if answers.says(EXPECTING) or answers.says(EXPECTING_AND_NURSING):
        yield _say(speaker, "short.baby", EXPECTING.question)
    elif answers.says(NURSING):
        yield _say(speaker, "short.nursing", NURSING.question)
    if answers.says(SERVED_MYSELF):
        yield _say(speaker, "short.served", MILITARY_WHO)
    elif answers.text(MILITARY_WHO):
        who = RelatedPeople(speaker).served()
        yield _say(speaker, "short.family_served", MILITARY_WHO, who=who)
    if answers.says(STUDENT):
        yield _say(speaker, "short.studies", STUDENT.question)
    if answers.says(VICTIM):
        yield _say(speaker, "short.victim", VICTIM.question)


def _record(speaker: Speaker) -> Iterator[Sentence]:
    """The one conviction, if it is kept and its sentence completed.

    Any other record is told further down.
    """
    found = only_conviction(speaker)
    if found is not None:
        sentence: SentenceId = "short.pleaded" if found.pleaded else "short.conviction"
        yield _say(speaker, sentence, RECORD, record_date=DateArg(found.when, DateRole.IN))


def _hearings(speaker: Speaker) -> Iterator[Sentence]:
    if went_to_hearings(speaker.situation):
        yield _say(speaker, "short.hearings", HEARINGS_ALL.question)
