"""What a person typed is on paper: all of it, once, and only if it counts."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk import pdf
from pdkiosk.guide.model import ANumber, Cards, LongText, TextQuestion
from pdkiosk.pdf.wording import NOT_BY
from tests.documents import people
from tests.documents.people import MARIA, entry, person, squeezed

# Said more than once: in the sender's lines, in the RE block, at the foot, under signatures.
REPEATED = {"full_name", "a_number"}
# Once more in short, at the top.
IN_SHORT = {"illness", "care_illness"}
# Once more in the list of exhibits.
IN_EXHIBITS = {"person_name"}
TYPED = sorted(
    q.id for q in people.questions().values() if isinstance(q, TextQuestion | LongText | ANumber)
)
LEFT: dict[str, dict[str, Any]] = {
    "lived_where": {"reasons_life": []},
    "high_school": {"reasons_life": []},
    "college": {"reasons_life": []},
    "community_words": {"reasons_life": []},
    "work_kind": {"reasons_life": []},
    "military_branch": {"reasons_life": []},
    "illness": {"reasons_family": []},
    "care_illness": {"reasons_family": []},
    "clinic": {"reasons_family": []},
    "medicine": {"reasons_family": []},
    "care_clinic": {"reasons_family": []},
    "court": {"in_proceedings": "order"},
    "judge": {"in_proceedings": "order"},
    "record_place": {
        "record": [{"record_kind": "dui", "record_way": "leave", "record_place": "Zyxwv"}]
    },
    "record_words": {
        "record": [{"record_kind": "theft", "record_way": "lawyer", "record_words": "Zyxwv"}]
    },
    "record_sentence": {
        "record": [{**entry("theft", result="dismissed"), "record_sentence": "Zyxwv"}]
    },
    "program_name": {"rehabilitation": ["work"]},
    "country": {"country_told": "no"},
    "sponsor_city": {"sponsor": ""},
    "rehabilitation_words": {"record": [], "weighs": []},
}
LEFT |= {
    f"{factor.id}_words": {"weighs": [], "record": []}
    for factor in people.guide().factor
    if factor.group == "high"
}


def answers_with(question_id: str, text: str) -> dict[str, Any]:
    answers = people.everything(2, 1)
    for factor in people.guide().factor:
        if factor.group == "high":
            answers[f"{factor.id}_words"] = "x"
    inside = {
        field.id: question.id
        for question in people.questions().values()
        if isinstance(question, Cards)
        for field in question.fields
    }
    if question_id == "person_name":
        answers["people"] = [person("son", status="citizen", name=text)]
    elif question_id == "record_place":
        answers["record"] = [entry("dui", result="pending", place=text)]
    elif question_id == "record_words":
        answers["record"] = [{**entry("theft", result="pleaded"), "record_words": text}]
    elif question_id == "record_sentence":
        answers["record"] = [{**entry("theft", result="pleaded"), "record_sentence": text}]
    else:
        assert question_id not in inside
        answers[question_id] = text
        if question_id == "care_clinic":
            answers["people"] = [person("son", status="citizen", cared_for="yes")]
    return answers


def printed(answers: dict[str, Any]) -> str:
    document = people.letter(**answers)
    rendered = pdf.render(document, "en", people.CATALOGS, pdf.Paper.LETTER)
    return squeezed("".join(people.pages(rendered)))


@pytest.mark.parametrize("question_id", TYPED)
@pytest.mark.parametrize("text", ["Zyx <b>&amp; ñandú</b> K’iche’ 7", "Zyx. “Qué?”"])
def test_what_was_typed_is_in_the_letter_once(question_id: str, text: str) -> None:
    found = printed(answers_with(question_id, text)).count(squeezed(text))
    assert found == 1 or (found > 1 and question_id in REPEATED | IN_SHORT | IN_EXHIBITS)


@pytest.mark.parametrize("question_id", TYPED)
def test_a_suggestion_is_no_code_on_paper(question_id: str) -> None:
    question = people.questions()[question_id]
    for option in getattr(question, "suggestions", ()):
        text = printed(answers_with(question_id, f"@{option.id}"))
        assert "@" not in text


def test_every_question_of_a_branch_is_tried() -> None:
    branches = {q for q in TYPED if q not in {"person_name", *REPEATED}}
    always = {
        *("best_language", "facility_name", "sponsor"),
        *("hardship_words", "story"),
    }
    assert branches - always == set(LEFT)


@pytest.mark.parametrize("question_id", sorted(LEFT))
def test_what_was_typed_on_a_branch_that_was_left_is_not(question_id: str) -> None:
    # That it is there else: test_what_was_typed_is_in_the_letter_once.
    answers = answers_with(question_id, "Zyxwv")
    assert "Zyxwv" not in printed(answers | LEFT[question_id])


def test_the_name_of_a_relative_is_only_where_it_belongs() -> None:
    answers = MARIA | {"people": [person("son", status="citizen", name="Zyxwv", age=3)]}
    assert printed(answers).count("Zyxwv") == 1
    assert "Zyxwv" not in printed(MARIA)


@pytest.mark.parametrize("place", ["dismissed", "convicted", "pending", None])
def test_a_place_is_printed_however_it_ended(place: str | None) -> None:
    assert "Zyxwv" in printed({"record": [entry("dui", result=place, place="Zyxwv")]})


def test_what_only_a_lawyer_should_word_is_left_out_without_one() -> None:
    """Safety notes, section 9, rule 5."""
    for factor in ("security", "gang", "returned", "false_claim"):
        answers = answers_with(f"{factor}_words", "Zyxwv")
        assert "Zyxwv" in printed(answers)
        assert "Zyxwv" not in printed(answers | {"lawyer_helped": "no"})
        assert "Zyxwv" not in printed({k: v for k, v in answers.items() if k != "lawyer_helped"})


def test_long_words_stay_whole_with_a_place_for_the_translation() -> None:
    story = " ".join(f"palabra{n}" for n in range(5_000))
    document = people.letter(story=story)
    pages = people.pages(pdf.render(document, "en", people.CATALOGS, pdf.Paper.LETTER))
    text = "".join(
        page.replace("Request for prosecutorial discretion", "")
        .replace(f"Page {number} of {len(pages)}", "")
        .replace(people.say(NOT_BY, "en"), "")
        for number, page in enumerate(pages, 1)
    )
    assert squeezed(story) in squeezed(text)
    assert "English translation (by hand):" in text
    english = people.letter(story=story, best_language="@english")
    assert "English translation" not in "".join(
        people.pages(pdf.render(english, "en", people.CATALOGS, pdf.Paper.LETTER))
    )


@pytest.mark.parametrize("language", ["@english", "@spanish"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_a_key_that_was_leaned_on_makes_no_empty_pages(language: str, end: str) -> None:
    """Enter held down for a minute made a letter of 38 pages."""
    told = MARIA | {"best_language": language}
    few = people.letter(**told | {"story": "Uno.\n\nDos."})
    many = people.letter(**told | {"story": f"{end * 400}Uno.{end * 1500}Dos.{end * 400}"})
    assert many == few
    rendered = pdf.render(many, "en", people.CATALOGS, pdf.Paper.LETTER)
    assert rendered.pages <= 4 and "Uno.Dos." in squeezed("".join(people.pages(rendered)))
