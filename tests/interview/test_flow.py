"""Which steps come, which answers count, and that undoing and returning lose nothing."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.guide.lookup import top_questions
from pdkiosk.guide.model import Choices
from pdkiosk.interview.answers import Answers, Card
from pdkiosk.interview.flow import Interview, options, papers
from pdkiosk.language.message import PartialDate
from tests.interview.people import TODAY, answers, guide, interview, kept, pages, situation

CASE = {"in_proceedings": "yes", "way": "full"}


def asked(person: Interview) -> list[str]:
    """The questions that a person comes to."""
    return [question.id for step in person.course().steps for question in step.questions]


def test_answers_on_a_branch_that_was_left_do_not_count_and_come_back() -> None:
    person = interview(
        **CASE,
        reasons_family=["health", "pregnant"],
        illness="@diabetes",
        medical=["blind"],
        pregnant_or_nursing="pregnant",
        due_date=PartialDate(2027, 3),
    )
    assert {"illness", "medical", "due_date"} <= set(kept(person))
    person.answers.set("reasons_family", ["pregnant"])
    assert not {"illness", "medical"} & set(kept(person))
    person.answers.set("pregnant_or_nursing", "nursing")
    assert "due_date" not in kept(person)
    person.answers.set("reasons_family", ["health"])
    assert kept(person)["illness"] == "@diabetes"
    assert kept(person)["medical"] == ["blind"]
    assert "pregnant_or_nursing" not in kept(person)


def test_branches_deep_below_the_one_that_was_left_do_not_count() -> None:
    person = interview(**CASE, weighs=["gang"], gang_way="keep", gang_words="It is not true.")
    assert "gang_words" in kept(person)
    person.answers.set("gang_way", "leave")
    assert "gang_words" not in kept(person)
    person.answers.set("weighs", [])
    assert "gang_way" not in kept(person)


def test_an_option_that_is_no_longer_offered_does_not_count() -> None:
    person = interview(**CASE, stage="for_me", requests=["no_appeal", "release_won"])
    assert kept(person)["requests"] == ["no_appeal", "release_won"]
    person.answers.set("stage", "court")
    assert kept(person)["requests"] == []
    person.answers.set("in_proceedings", "order")
    person.answers.set("requests", ["close", "not_now"])
    assert kept(person)["requests"] == ["not_now"]


def test_a_member_of_a_group_keeps_only_what_is_asked_about_it() -> None:
    entry: Card = {
        "record_kind": "dui",
        "record_way": "keep",
        "record_result": "convicted",
        "record_done": "yes",
        "record_place": "Arizona",
    }
    person = interview(**CASE, record=[entry])
    assert kept(person)["record"] == [entry]
    dismissed: Card = {**entry, "record_result": "dismissed"}
    person.answers.set("record", [dismissed])
    assert "record_done" not in kept(person)["record"][0]  # type: ignore[index]
    for_lawyer: Card = {**entry, "record_way": "lawyer"}
    person.answers.set("record", [for_lawyer])
    assert kept(person)["record"] == [{"record_kind": "dui", "record_way": "lawyer"}]
    assert for_lawyer["record_place"] == "Arizona"


@pytest.mark.parametrize("card", [{}, {"relation": "cousin"}, {"person_name": "Ana"}])
def test_a_member_of_whom_nothing_is_known_does_not_count(card: Card) -> None:
    assert kept(interview(**CASE, people=[card]))["people"] == []


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_blank_text_is_no_answer(blank: str) -> None:
    assert "lived_where" not in kept(
        interview(**CASE, reasons_life=["long_residence"], lived_where=blank)
    )


def test_do_not_know_counts_only_where_it_is_offered() -> None:
    values = kept(interview(**CASE, fear=None, age=None, next_hearing=None))
    assert values["fear"] is None
    assert values["next_hearing"] is None
    assert "age" not in values


def test_the_short_way_asks_less_and_loses_nothing() -> None:
    short = interview(in_proceedings="yes", way="short")
    full = interview(in_proceedings="yes", way="full")
    assert set(pages(short)) < set(pages(full))
    for page in ("overview", "who", "how", "story"):
        assert page not in pages(short)
    full.answers.set("story", "I want to go home.")
    full.answers.set("full_name", "María")
    full.answers.set("way", "short")
    assert "story" in pages(full)
    assert kept(full)["story"] == "I want to go home."
    assert "full_name" in asked(full)
    assert "age" in asked(full)
    assert "full_name" not in asked(short)
    assert "age" in asked(short)


def test_one_question_stands_on_a_screen_with_what_belongs_to_it() -> None:
    person = interview(**CASE, reasons_life=["work"])
    steps = person.course().steps
    assert not any(step.questions[0].same_page for step in steps if step.questions)
    assert all(question.same_page for step in steps for question in step.questions[1:])
    assert max(len(step.questions) for step in steps) == 3
    firsts = [step.page.id for step in steps if step.first and step.page.kind != "follow"]
    assert len(firsts) == len(set(firsts))
    by_id = {step.id: step for step in steps}
    assert [q.id for q in by_id["hearing"].questions] == ["next_hearing", "court", "judge"]
    assert by_id["ask:work_since"].page is by_id["ask:work_kind"].page
    assert not by_id["ask:work_since"].first


def test_a_page_of_the_short_way_asks_what_its_title_asks() -> None:
    """A title that names what only the full way asks for would be over another question."""
    for step in interview(**{**CASE, "way": "short"}).course().steps:
        if step.first and step.page.kind == "questions":
            assert step.questions[0] == step.page.questions[0], step.id


def test_defaults_stand_until_the_person_touches_them() -> None:
    assert kept(interview(**CASE))["requests"] == ["release"]
    assert kept(interview(**CASE, stage="for_me"))["requests"] == ["no_appeal", "release_won"]
    order = interview(in_proceedings="order", way="full")
    assert kept(order)["requests"] == ["supervision", "not_now"]
    order.answers.set("requests", [])
    assert kept(order)["requests"] == []
    order.answers.clear("requests")
    assert kept(order)["requests"] == ["supervision", "not_now"]


def test_release_fits_a_case_and_supervision_a_final_order() -> None:
    person = interview(**CASE, requests=["release", "supervision"])
    assert kept(person)["requests"] == ["release"]
    person.answers.set("in_proceedings", "order")
    assert kept(person)["requests"] == ["supervision"]
    person.answers.set("in_proceedings", "yes")
    assert kept(person)["requests"] == ["release"]


def test_everybody_is_asked_about_a_lawyer() -> None:
    for case in ("yes", "order"):
        for way in ("short", "full"):
            assert "has_lawyer" in asked(interview(in_proceedings=case, way=way))


def test_who_speaks_of_what_weighs_against_them_is_asked_whether_a_lawyer_helped() -> None:
    person = interview(**CASE, weighs=["returned"], returned_way="keep", lawyer_helped="no")
    assert "lawyer_helped" in pages(person)
    assert kept(person)["lawyer_helped"] == "no"
    for way in ("lawyer", "leave"):
        person.answers.set("returned_way", way)
        assert "lawyer_helped" not in pages(person)
        assert "lawyer_helped" not in kept(person)
    entry: Card = {"record_kind": "dui", "record_way": "keep"}
    person.answers.set("record", [entry])
    assert "lawyer_helped" in pages(person)


def test_only_who_will_ask_for_letters_says_whom() -> None:
    person = interview(**CASE, papers={"support_letters": "ask"}, support_readers=["family"])
    assert kept(person)["support_readers"] == ["family"]
    assert "support_readers" in asked(person)
    person.answers.set("papers", {"support_letters": "have"})
    assert "support_readers" not in asked(person)
    assert "support_readers" not in kept(person)


@given(answers(in_proceedings=st.just("yes"), way=st.just("full")))
def test_dismissal_is_never_ticked_by_default(given_answers: dict[str, Any]) -> None:
    given_answers.pop("requests", None)
    values = kept(Interview(guide(), TODAY, Answers(given_answers)))
    assert "dismiss" not in values["requests"]  # type: ignore[operator]


@given(answers())
def test_looking_changes_nothing(given_answers: dict[str, Any]) -> None:
    before = copy.deepcopy(given_answers)
    person = Interview(guide(), TODAY, Answers(given_answers))
    first = person.course()
    assert person.course() == first
    assert given_answers == before


@given(answers())
def test_what_counts_counts_again(given_answers: dict[str, Any]) -> None:
    course = Interview(guide(), TODAY, Answers(given_answers)).course()
    again = Interview(guide(), TODAY, Answers(copy.deepcopy(dict(course.kept.values)))).course()
    assert again.kept.values == course.kept.values
    # A text that was emptied again is still asked on the short way; its answer is nothing.
    assert {step.page.id for step in again.steps} <= {step.page.id for step in course.steps}


@given(answers())
def test_only_what_is_asked_counts(given_answers: dict[str, Any]) -> None:
    course = Interview(guide(), TODAY, Answers(given_answers)).course()
    steps = [step for step in course.steps if not step.part]
    questions = [question.id for step in steps for question in step.questions]
    assert len(questions) == len(set(questions))
    assert set(course.kept.values) <= set(questions)
    names = [step.id for step in course.steps]
    assert len(names) == len(set(names))


@given(answers(in_proceedings=st.just("yes"), way=st.just("full")))
def test_chosen_options_are_offered_options(given_answers: dict[str, Any]) -> None:
    person = Interview(guide(), TODAY, Answers(given_answers))
    now = person.situation()
    for question in top_questions(guide()):
        if isinstance(question, Choices):
            offered = {option.id for option in options(guide(), question, now)}
            assert set(now.answers.chosen(question)) <= offered


def test_papers_follow_the_reasons() -> None:
    def offered(**given_answers: Any) -> set[str]:
        return {
            paper.id for paper in papers(guide(), interview(**CASE, **given_answers).situation())
        }

    assert offered() == {"support_letters"}
    assert "medical_records" in offered(reasons_family=["health"])
    assert "birth_certificates" in offered(people=[{"relation": "son", "person_status": "citizen"}])
    assert "marriage_license" in offered(people=[{"relation": "wife", "person_status": "citizen"}])
    assert "sponsor_letter" in offered(sponsor="@mother")


@pytest.mark.parametrize("status", [{}, {"person_status": "unsaid"}])
@pytest.mark.parametrize("relation", ["wife", "son", "mother"])
def test_papers_name_nobody_whose_papers_were_not_said(
    relation: str, status: dict[str, str]
) -> None:
    card: Card = {"relation": relation, **status}
    person = interview(**CASE, people=[card])
    found = {paper.id for paper in papers(guide(), person.situation())}
    assert not found & {"birth_certificates", "family_status", "marriage_license"}


def test_papers_do_not_give_away_what_was_left_out() -> None:
    def offered(way: str, **answers: Any) -> set[str]:
        person = interview(**CASE, weighs=["felony"], felony_way=way, **answers)
        return {paper.id for paper in papers(guide(), person.situation())}

    of_crime = {"rehabilitation", "court_paper"}
    named = {"record": [{"record_kind": "drugs", "record_way": "keep"}], "felony_words": "I work."}
    assert offered("keep", **named) >= of_crime
    assert not offered("leave") & of_crime and not offered("lawyer") & of_crime
    # Words about a crime that the letter does not name would have nothing to belong to.
    silent = interview(**CASE, weighs=["felony"], felony_way="keep", felony_words="I work.")
    assert not offered("keep", felony_words="I work.") & of_crime
    assert "felony_words" not in silent.course().kept.values
    assert "rehabilitation" not in pages(silent)


@pytest.mark.parametrize(
    ("result", "asked"),
    [
        *(("pleaded", True), ("convicted", True), (None, True)),
        *(("pending", False), ("dismissed", False), ("acquitted", False)),
    ],
)
def test_what_changed_is_asked_after_a_conviction_alone(result: str | None, asked: bool) -> None:
    entry: Card = {"record_kind": "dui", "record_way": "keep", "record_result": result}
    person = interview(**CASE, record=[entry])
    offered = {paper.id for paper in papers(guide(), person.situation())}
    assert ("rehabilitation" in pages(person), "rehabilitation" in offered) == (asked, asked)


def test_follow_up_steps_stand_in_the_order_of_the_guide() -> None:
    person = interview(**CASE, reasons_life=["work", "child_arrival"])
    factors = [step.factor.id for step in person.course().steps if step.factor]
    assert list(dict.fromkeys(factors)) == ["child_arrival", "work"]
    assert [step.first for step in person.course().steps if step.factor] == [
        True,
        True,
        False,
    ]


def test_fields_of_a_card_follow_its_own_answers() -> None:
    person = interview(**CASE)
    question = next(q for q in top_questions(guide()) if q.id == "record")
    fields = person.card_fields(question, {"record_kind": "dui"})  # type: ignore[arg-type]
    assert [field.id for field in fields] == ["record_way"]
    card: Any = {"record_kind": "dui", "record_way": "keep", "record_result": "convicted"}
    ids = [field.id for field in person.card_fields(question, card)]  # type: ignore[arg-type]
    assert ids[1:] == [
        *("record_result", "record_words", "record_level", "record_sentence", "record_date"),
        *("record_place", "record_done"),
    ]
    person.answers.set("way", "short")
    ids = [field.id for field in person.card_fields(question, card)]  # type: ignore[arg-type]
    assert "record_place" not in ids


def test_a_situation_is_what_counts() -> None:
    person = interview(**CASE, stage="court")
    assert person.situation().answers == person.course().kept
    assert situation().answers.values == {}
