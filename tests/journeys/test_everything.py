"""A curious person touches every answer of every question; nothing in the guide is out of reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    Guide,
    LongText,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.interview.flow import Step
from pdkiosk.interview.values import PAPER_STATUSES
from tests.journeys.kiosk import Kiosk, the_guide
from tests.journeys.person import Person

# What a question must be left at for all that depends on it to be asked too.
LAST = {
    "in_proceedings": "yes",
    "way": "full",
    "stage": "not_filed",
    "order_by": "judge",
    "hearings_attended": "yes",
    "check_ins": "yes",
    "applications_said": "yes",
    "order_hearing": "no",
    "country_told": "yes",
    "dismiss_sure": "no",
    "pregnant_or_nursing": "both",
    "record_way": "keep",
    "record_result": "convicted",
    "record_done": "yes",
    # Of somebody who may have no papers, no paper is asked, nor where they are treated.
    "sponsor_status": "citizen",
    "person_status": "citizen",
    "person_cared_for": "yes",
    **{f"{factor.id}_way": "keep" for factor in the_guide().factor if factor.group == "high"},
}


@dataclass
class Seen:
    """What was asked, and which answers were touched, as "question.option"."""

    asked: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


def _touch(person: Person, seen: Seen, name: str) -> None:
    person.tap(name)
    seen.touched.add(name)


def _answer_in_every_way(person: Person, seen: Seen, question: Question) -> None:
    seen.asked.add(question.id)
    if question.unknown and person.sees(f"{question.id}.unknown"):
        _touch(person, seen, f"{question.id}.unknown")
    match question:
        case Choice():
            offered = [o.id for o in question.options if person.sees(f"{question.id}.{o.id}")]
            last = LAST.get(question.id)
            for option in sorted(offered, key=lambda name: name == last):
                _touch(person, seen, f"{question.id}.{option}")
                assert person.is_chosen(f"{question.id}.{option}")
        case Choices():
            ids = [option.id for option in question.options]
            ids += [f.id for f in the_guide().factor if f.group == question.group]
            for option in ids:
                if person.sees(f"{question.id}.{option}"):
                    was = person.is_chosen(f"{question.id}.{option}")
                    _touch(person, seen, f"{question.id}.{option}")
                    assert person.is_chosen(f"{question.id}.{option}") is not was
                    # Who has a green card is not offered to tell of a crime.
                    if was or option == "green_card":
                        _touch(person, seen, f"{question.id}.{option}")
        case TextQuestion():
            for suggestion in question.suggestions:
                _touch(person, seen, f"{question.id}.{suggestion.id}")
                assert person.is_chosen(f"{question.id}.{suggestion.id}")
            person.types(f"{question.id}.text", "x")
        case LongText():
            person.types(f"{question.id}.text", "xy\nz")
        case ANumber():
            person.types(f"{question.id}.text", "12345678")
        case Number():
            for number in (max(question.least, 3), min(question.most, 21)):
                person.steps_to(question.id, number)
        case DateQuestion(future=True):
            person.picks_date(question.id, 2027, 2, 28)
        case DateQuestion():
            person.picks_date(question.id, 2019, 2, 28)
        case Papers():
            for paper in the_guide().paper:
                if person.sees(f"papers.{paper.id}.have"):
                    # "Can ask" last: then it is asked whom to ask for a letter of support.
                    for status in sorted(PAPER_STATUSES, key="ask".__eq__):
                        _touch(person, seen, f"papers.{paper.id}.{status}")
                        assert person.is_chosen(f"papers.{paper.id}.{status}")


def _add_everybody(person: Person, seen: Seen, question: Cards) -> None:
    seen.asked.add(question.id)
    for option in question.lead.options:
        seen.touched.add(f"{question.lead.id}.{option.id}")
        with person.adding(question.id, option.id):
            # The court's words are asked of what is not driving: of the last kind.
            if option in (question.lead.options[0], question.lead.options[-1]):
                for asked in question.fields:
                    if not person.sees(asked.id) and person.leads_on():
                        person.next()  # its place in the letter is decided: the rest is asked
                    if person.sees(asked.id):
                        _answer_in_every_way(person, seen, asked)
            elif option.id == "wife":  # then papers of the marriage are offered
                person.tap("person_status.citizen")


def _is_new(step: Step, seen: Seen, until: str) -> bool:
    """Whether a step shows a page that nobody saw, or asks what nobody was asked."""
    pages = {step.id, step.page.id}
    return (
        step.id == until
        or not pages & seen.places
        or any(q.id not in seen.asked for q in step.questions)
    )


def _walk(person: Person, seen: Seen, until: str = "end") -> None:
    """From the gate on, every question that nobody was asked yet, in every way.

    Who comes after the first hurries over pages that were seen, to the one before what is new.
    """
    hurries = bool(seen.asked)
    for _ in range(300):
        seen.places.add(person.place)
        for question in person.step.questions:
            if isinstance(question, Cards):
                if question.id in seen.asked:
                    continue
                _add_everybody(person, seen, question)
            elif question.id not in seen.asked or isinstance(question, Papers):
                _answer_in_every_way(person, seen, question)
            elif question.gate and question.id not in person.answers:
                person.tap(f"{question.id}.{LAST[question.id]}")
        if person.place == until:
            return
        person.next()
        if hurries and not _is_new(person.step, seen, until):
            person.leaps(lambda step: _is_new(step, seen, until))
    raise AssertionError("the way has no end")


def _everything(guide: Guide) -> tuple[set[str], set[str]]:
    """Every question, and every answer that can be touched."""
    asked, touched = set(), set()
    for question in top_questions(guide):
        asked.add(question.id)
        inner = [question.lead, *question.fields] if isinstance(question, Cards) else [question]
        for each in inner:
            if each is not getattr(question, "lead", None):
                asked.add(each.id)
            for option in getattr(each, "options", []) + getattr(each, "suggestions", []):
                touched.add(f"{each.id}.{option.id}")
            if isinstance(each, Choices) and each.group:
                group = [f.id for f in guide.factor if f.group == each.group]
                touched |= {f"{each.id}.{name}" for name in group}
            if each.unknown:
                touched.add(f"{each.id}.unknown")
            if isinstance(each, Papers):
                touched |= {f"papers.{p.id}.{s}" for p in guide.paper for s in PAPER_STATUSES}
    return asked, touched


def test_every_page_question_and_answer_of_the_guide_can_be_reached(
    kiosk: Kiosk, guide: Guide
) -> None:
    seen = Seen()
    person = kiosk.person(walks=True)

    def begins(case: str, way: str) -> None:
        person.erases()
        person.start("en")
        person.touches("in_proceedings", case)
        person.touches("way", way)

    person.start("es")
    _walk(person, seen)
    for answer, stage, requests, last in (
        ("order", "", ("not_now", "supervision"), "end"),
        ("yes", "for_me", ("no_appeal", "release_won", "another_country"), "requests"),
        ("yes", "court", ("close", "time", "dismiss"), "longer"),
        ("yes", "against_me", (), "requests"),
        ("no", "", (), "stop_no_case"),
        ("unknown", "", (), "stop_find_out"),
    ):
        person.erases()
        person.start("en")
        person.touches("in_proceedings", answer)
        if requests or stage:  # offered at another stage of the case only
            person.touches("way", "full")
            if stage:
                person.touches("stage", stage)
            if stage == "court":
                person.touches("applications", "asylum")
            _walk(person, seen, "requests")
            for request in requests:
                _touch(person, seen, f"requests.{request}")
        person.go_on_to(last)
        seen.places |= set(person.places)
    begins("order", "short")
    person.touches("order_by", "officer")
    person.go_on_to("stop_order_officer")
    seen.places |= set(person.places)
    begins("yes", "short")
    person.counts("age", 20)
    person.touches("reasons_family", "citizen_family")
    with person.adding("people", "son"):
        person.tap("person_status.citizen")
        person.steps_to("person_age", 30)
    person.go_on_to("see_if_right")
    seen.places |= set(person.places)
    # Nobody is offered papers for an age that is no reason, or after a return.
    begins("yes", "full")
    person.counts("age", 71)
    person.touches("reasons_life", "work")
    person.touches("reasons_family", "age_reason")
    person.go_on_to("papers")
    _answer_in_every_way(person, seen, person.step.questions[0])
    asked, touched = _everything(guide)
    # A follow-up page has no first screen of its own: its questions are its screens.
    pages = {page.id for page in guide.page if page.ways and page.kind != "follow"}
    assert sorted(pages - seen.places) == []
    assert sorted(asked - seen.asked) == []
    assert " ".join(sorted(touched - seen.touched)) == ""


def test_every_page_of_the_guide_and_every_word_can_be_read_again_in_help(
    kiosk: Kiosk, guide: Guide
) -> None:
    person = kiosk.person()
    person.start("en")
    with person.opening("tool.help"):
        for chapter in guide.chapter:
            told = [p for p in guide.page if p.chapter == chapter.id and p.kind == "info"]
            with person.opening(f"chapter:{chapter.id}"):
                for page in told:
                    assert person.reads(page.title)
        for term in guide.term:
            with person.opening(f"term:{term.id}"):
                assert person.reads(term.meaning)
