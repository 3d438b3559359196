"""The paragraphs about health: the writer's own, and that of a person they care for."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.documents.arguments import Speaker
from pdkiosk.documents.exhibits import Exhibits
from pdkiosk.documents.facts import factor_sentences
from pdkiosk.documents.model import Sentence
from pdkiosk.documents.related_people import RelatedPeople, care_origin
from pdkiosk.guide.contract import (
    CARE_ILLNESS,
    CARE_WHO,
    CARES_FOR_ANOTHER,
    CARETAKER,
    ILLNESS,
    MEDICAL,
    OWN_HEALTH,
    SEVERE_MINE,
    SEVERE_THEIRS,
)
from pdkiosk.guide.model import Factor
from pdkiosk.guide.named import TextAnswer
from pdkiosk.guide.sentence_ids import SentenceId
from pdkiosk.interview.factors import chosen_factors, is_kept
from pdkiosk.language.message import Arg, Blank, Listing, Message

# The question that names the illness, and the sentence about a severe condition.
_WHOSE: dict[str, tuple[TextAnswer, SentenceId]] = {
    OWN_HEALTH.option: (ILLNESS, "medical.mine"),
    CARETAKER.option: (CARE_ILLNESS, "medical.theirs"),
}


def health_paragraphs(speaker: Speaker, exhibits: Exhibits) -> list[list[Sentence]]:
    """A paragraph for each of the two people, each with that person's very severe conditions.

    The facts of severe conditions are names to be used inside a sentence. With two ill people, the
    person says who has the condition. Without that answer the letter leaves it out, because it
    never says "one or the other".
    """
    factors = {factor.id: factor for factor in chosen_factors(speaker.guide, speaker.answers)}
    severe = [factor for factor in factors.values() if factor.group == "medical"]
    people = [name for name in _WHOSE if name in factors]
    paragraphs = []
    for name in people:
        has_it = _has_severe(speaker, name, people)
        paragraphs.append(_person(speaker, factors[name], severe if has_it else [], exhibits))
    if severe and not people:
        paragraphs.append([_severe(speaker, "medical.mine", severe, exhibits)])
    for factor in factors.values():
        others = factor not in severe and factor.id not in _WHOSE
        if others and is_kept(factor, speaker.answers):
            paragraphs.append(factor_sentences(speaker, factor, "health", exhibits))
    return paragraphs


def conditions_of(speaker: Speaker, name: str) -> Arg | None:
    """The conditions that one of the two people has, as far as known, for use inside a sentence."""
    factors = {factor.id: factor for factor in chosen_factors(speaker.guide, speaker.answers)}
    question, _frame = _WHOSE[name]
    named: tuple[Arg, ...] = (speaker.value(question),) if speaker.answers.get(question) else ()
    if _has_severe(speaker, name, [other for other in _WHOSE if other in factors]):
        severe = [factor for factor in factors.values() if factor.group == "medical"]
        more = _conditions(speaker, severe, named).items
        named += tuple(condition for condition in more if not _is_open(condition))
    return Listing(named) if named else None


def _has_severe(speaker: Speaker, name: str, people: list[str]) -> bool:
    """Whether a very severe condition is this person's."""
    if len(people) == 1:
        return name in people
    whose = OWN_HEALTH.option if speaker.answers.says(SEVERE_MINE) else ""
    whose = CARETAKER.option if speaker.answers.says(SEVERE_THEIRS) else whose
    return name == whose


def _person(
    speaker: Speaker, factor: Factor, severe: list[Factor], exhibits: Exhibits
) -> list[Sentence]:
    args: dict[str, Arg] = {CARE_WHO: RelatedPeople(speaker).cared_for()}
    return _traced(speaker, _told(speaker, factor, severe, exhibits, args))


def _traced(speaker: Speaker, sentences: list[Sentence]) -> list[Sentence]:
    """Makes a sentence about the person cared for lead to the question that says who that is."""
    origin = care_origin(speaker.answers)
    return [replace(s, origin=origin) if s.origin == CARE_WHO else s for s in sentences]


def _told(
    speaker: Speaker,
    factor: Factor,
    severe: list[Factor],
    exhibits: Exhibits,
    args: dict[str, Arg],
) -> list[Sentence]:
    question, frame = _WHOSE[factor.id]
    is_the_illness = bool(severe) and not speaker.answers.get(question)
    if is_the_illness:
        # The severe condition takes the place of the blank.
        args[question] = _conditions(speaker, severe)
    sentences = factor_sentences(speaker, factor, "health", exhibits, **args)
    place = next((i for i, s in enumerate(sentences, 1) if question in s.message.args), 0)
    if place and is_the_illness:
        return sentences
    named = (speaker.value(question),) if place else ()
    if _conditions(speaker, severe, named).items:
        sentences.insert(place, _severe(speaker, frame, severe, exhibits, named))
    return sentences


def _severe(
    speaker: Speaker,
    frame: SentenceId,
    severe: list[Factor],
    exhibits: Exhibits,
    named: tuple[Arg, ...] = (),
) -> Sentence:
    args: dict[str, Arg] = {"conditions": _conditions(speaker, severe, named)}
    if frame == "medical.theirs":
        who = RelatedPeople(speaker).cared_for()
        if isinstance(who, Blank) or speaker.answers.says(CARES_FOR_ANOTHER):
            frame = "medical.theirs.person"
        else:
            args[CARE_WHO] = who
    message = speaker.sentence(frame, **args)
    papers = [paper for factor in severe for paper in factor.papers]
    return Sentence(message, MEDICAL, exhibits.of(papers))


def _conditions(speaker: Speaker, severe: list[Factor], named: tuple[Arg, ...] = ()) -> Listing:
    """The severe conditions, without those already ``named`` and without blanks beside others."""
    before = {arg.text for arg in named if isinstance(arg, Message)}
    found: list[Arg] = []
    for fact in (fact for factor in severe for fact in factor.facts):
        condition = speaker.fact(fact)
        # "Cancer", a choice of the question, is the whole text of its sentence.
        whole = [arg for arg in condition.args.values() if isinstance(arg, Message)]
        if not before & {message.text for message in (condition, *whole)}:
            found.append(condition)
    known = [condition for condition in found if not _is_open(condition)]
    return Listing(tuple(known if known or named else found))


def _is_open(condition: Arg) -> bool:
    """Whether it is a line to be filled in by hand."""
    return isinstance(condition, Message) and any(
        isinstance(arg, Blank) for arg in condition.args.values()
    )
