"""What the letter says only if it is true and cannot hurt the person."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Choices
from tests.documents import people
from tests.documents.people import D, entry, person, say


def test_dismissal_only_with_a_lawyers_advice() -> None:
    def asks(**answers: Any) -> bool:
        document = people.letter(requests=["dismiss"], **answers)
        texts = [say(m, "en") for m in people.every_message(document)]
        refused = (
            "I do not ask for, and I do not agree to, dismissal of my case or cancellation of the "
            "Notice to Appear."
        )
        asked = any("agree to dismiss my case" in text for text in texts)
        assert asked != (refused in texts)
        return asked

    assert asks(dismiss_sure="yes")
    assert not asks(dismiss_sure="no")
    assert not asks()


def test_what_others_say_is_left_out_when_the_person_said_otherwise() -> None:
    document = people.letter(
        reasons_life=["no_danger", "not_deported"],
        weighs=["returned"],
        record=[{"record_kind": "fight", "record_way": "leave"}],
    )
    text = " ".join(say(m, "en") for m in people.every_message(document))
    assert "conviction for a violent" not in text
    assert "never been deported" not in text
    assert "assault" not in text


def letter_text(**answers: Any) -> str:
    document = people.letter(**answers)
    return " ".join(say(m, "en") for m in people.every_message(document))


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, False),
        ({"arrival": D("2013-03")}, False),
        ({"reasons_life": ["long_residence"], "arrival": D("2013-03")}, True),
        ({"reasons_life": ["long_residence"], "arrival": D("2013~")}, True),
        ({"reasons_life": ["long_residence"]}, True),
        # Less than two years certain; after a deportation.
        ({"reasons_life": ["long_residence"], "arrival": D("2025-10")}, False),
        ({"reasons_life": ["long_residence"], "arrival": D("2024")}, False),
        ({"reasons_life": ["long_residence"], "weighs": ["returned"]}, False),
        (
            {
                "reasons_life": ["long_residence"],
                "weighs": ["returned"],
                "returned_way": "keep",
                "arrival": D("2013"),
            },
            False,
        ),
    ],
)
def test_since_when_only_as_a_reason_and_when_it_cannot_hurt(
    answers: dict[str, Any], says: bool
) -> None:
    text = letter_text(**answers, lived_where="Phoenix, Arizona")
    assert ("I have lived in the United States" in text) == says
    assert ("Most of that time" in text) == says
    # What was typed is there, without a time.
    chosen = "long_residence" in answers.get("reasons_life", [])
    assert (" I have lived in Phoenix, Arizona." in text) == chosen
    for year in ("2013", "2024", "2025"):
        assert says or year not in text


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, False),
        ({"has_lawyer": "no"}, True),
        ({"has_lawyer": "yes"}, False),
        ({"has_lawyer": "no", "in_proceedings": "order"}, True),
        ({"has_lawyer": "yes", "in_proceedings": "order"}, False),
        ({"has_lawyer": "no", "stage": "not_filed"}, True),
    ],
)
def test_no_lawyer_is_said_only_by_who_has_none(answers: dict[str, Any], says: bool) -> None:
    assert letter_text(**answers).count("I do not have a lawyer.") == says


@pytest.mark.parametrize("status", [{}, {"status": "unsaid"}])
def test_nobody_is_named_whose_papers_were_not_said(status: dict[str, str]) -> None:
    hidden = person("wife", name="Zyxwv", age=33, lived="yes", depends="yes", **status)
    known = person("daughter", name="Ana", status="citizen", lived="yes", depends="yes")
    alone = letter_text(people=[hidden])
    assert "My family" not in alone
    both = letter_text(people=[hidden, known])
    for text in (alone, both):
        for word in ("Zyxwv", "wife", "33"):
            assert word not in text
    assert "My daughter Ana lived with me before I was detained and depends on me." in both
    assert both == letter_text(people=[known])


@pytest.mark.parametrize("order", [{}, {"in_proceedings": "order"}])
def test_what_is_said_of_hearings_is_what_was_said(order: dict[str, str]) -> None:
    went = {
        answer: letter_text(**order, hearings_attended=answer) for answer in ("yes", "first", "no")
    }
    went["nothing"] = letter_text(**order)
    said = {
        answer: (" of my hearings" in text, "I will go to every" in text)
        for answer, text in went.items()
    }
    assert said == {
        "yes": (True, True),
        "first": (False, True),
        "no": (False, False),
        "nothing": (False, False),
    }


def test_a_hearing_that_has_passed_is_not_said_to_have_been_attended() -> None:
    passed = letter_text(hearings_attended="yes", next_hearing=D("2026-11-23"))
    assert "of my hearings" not in passed
    assert "of my hearings" in letter_text(hearings_attended="yes", next_hearing=D("2026-11-24"))


def test_care_is_told_in_the_past_for_the_writer_is_detained() -> None:
    for since in ({}, {"care_since": D("2019")}):
        text = letter_text(reasons_family=["caretaker"], care_who="mother", **since)
        assert "I was detained, I " in text
        assert "I am the main caretaker" not in text
        assert "I have been the main caretaker" not in text


@pytest.mark.parametrize(
    ("record", "weighs", "says"),
    [
        (["keep"], {}, True),
        (["keep", "keep"], {}, True),
        (["keep", "leave"], {}, False),
        (["keep", "lawyer"], {}, False),
        (["keep"], {"felony": "keep"}, True),
        (["keep"], {"felony": "lawyer"}, False),
        (["keep"], {"gang": "leave"}, False),
        # No matter of the police.
        (["keep"], {"prior_order": "lawyer"}, True),
    ],
)
def test_no_other_conviction_is_said_only_when_nothing_is_left_out(
    record: list[str], weighs: dict[str, str], says: bool
) -> None:
    text = letter_text(
        record=[
            {"record_kind": "dui", "record_way": way, "record_result": "convicted"}
            for way in record
        ],
        weighs=list(weighs),
        rehabilitation=["no_more", "work"],
        **{f"{factor}_way": way for factor, way in weighs.items()},
    )
    assert ("I have had no other conviction since" in text) == says
    assert "worked" in text


def test_release_or_supervision_by_the_stage() -> None:
    wishes = ["release", "supervision"]
    assert "order of supervision" not in letter_text(requests=wishes)
    assert "to release me while my case goes on" in letter_text(requests=wishes)
    order = letter_text(in_proceedings="order", requests=wishes)
    assert "to release me under an order of supervision" in order
    assert "while my case goes on" not in order


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ([], True),
        (["driving"], True),
        (["driving", "dui"], False),
        *(([kind], False) for kind in ("dui", "drugs", "theft", "fight", "home", "other")),
    ],
)
def test_no_violent_crime_only_with_no_record_but_driving(record: list[str], says: bool) -> None:
    text = letter_text(
        reasons_life=["no_danger"],
        record=[{"record_kind": kind, "record_way": "leave"} for kind in record],
    )
    assert ("I have no conviction for a violent crime" in text) == says
    assert ("No violent crimes" in text) == says


@pytest.mark.parametrize(
    ("answer", "heading"),
    [
        ("yes", "I will come to court"),
        ("first", "I will come to court"),
        ("no", "Where I can live"),
        ("", "Where I can live"),
    ],
)
def test_nobody_promises_to_come_who_did_not_say_so(answer: str, heading: str) -> None:
    given: dict[str, Any] = {"hearings_attended": answer} if answer else {}
    assert heading in people.headings(people.letter(sponsor="@brother", **given))


@pytest.mark.parametrize(
    ("more", "english", "spanish"),
    [
        (
            ["no_more"],
            "I have had no other conviction since then. In that time I have finished classes.",
            "Desde entonces no he tenido otra condena. En ese tiempo he terminado clases.",
        ),
        (
            [],
            "Since then I have finished classes.",
            "Desde entonces he terminado clases.",
        ),
    ],
)
def test_of_no_other_conviction_speaks_who_was_not_arrested_this_year(
    more: list[str], english: str, spanish: str
) -> None:
    document = people.letter(
        record=[entry("dui", result="convicted", done="yes")], rehabilitation=[*more, "classes"]
    )
    told = [s for s in people.every_sentence(document) if s.origin in ("record", "rehabilitation")]
    for language, words in (("en", english), ("es", spanish)):
        said = " ".join(say(sentence.message, language) for sentence in told)
        assert said.endswith(words)
    (card,) = [
        option
        for question in all_questions(people.guide())
        if isinstance(question, Choices) and question.id == "rehabilitation"
        for option in question.options
        if option.id == "no_more"
    ]
    assert card.label == "No other conviction"
    assert card.note == "And no police arrest this year, even for driving."
