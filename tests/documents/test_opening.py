"""How the letter begins at each stage of a case, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from pdkiosk.documents.model import Paragraph, Reference
from tests.documents import people
from tests.documents.people import D, say

APPEALED: dict[str, Any] = {"stage": "against_me", "appealed": "yes"}
DECIDED: dict[str, Any] = {"stage": "against_me", "appealed": "no"}
ORDER: dict[str, Any] = {"in_proceedings": "order"}


def opening(language: str = "en", **answers: Any) -> str:
    """The first numbered paragraph."""
    document = people.letter(**answers)
    first = next(b for b in people.numbered(document) if isinstance(b, Paragraph))
    return " ".join(say(sentence.message, language) for sentence in first.sentences)


def reference(**answers: Any) -> list[str]:
    (found,) = (b for b in people.letter(**answers).blocks if isinstance(b, Reference))
    return [say(found.title.message, "en"), *(say(line.message, "en") for line in found.lines)]


@pytest.mark.parametrize(
    ("answers", "language", "said"),
    [
        (APPEALED, "en", "My appeal is before the Board of Immigration Appeals, and I am in"),
        (APPEALED, "es", "Mi apelación está ante la Junta de Apelaciones de Inmigración, y"),
        (APPEALED, "en", "that leaves my appeal before the Board of Immigration Appeals."),
        (APPEALED, "es", "que deje mi apelación ante la Junta de Apelaciones de Inmigración."),
        (DECIDED, "en", "I am in removal proceedings and in immigration custody."),
        (DECIDED, "en", "or any other favorable decision that leaves my case open."),
        (DECIDED, "es", "o que tome otra decisión favorable que deje abierto mi caso."),
        ({"stage": "court"}, "en", "or any other favorable decision that leaves my case before"),
        ({"stage": "court"}, "es", "o que tome otra decisión favorable que deje mi caso ante"),
        (ORDER, "en", "I have a final order of removal, and I am in immigration custody."),
        (ORDER, "es", "Tengo una orden final de deportación"),
    ],
)
def test_it_says_where_the_case_stands_and_asks_within_it(
    answers: dict[str, Any], language: str, said: str
) -> None:
    assert said in opening(language, **answers)


def test_after_an_appeal_nothing_speaks_of_a_case_before_the_judge() -> None:
    for answers in (APPEALED, DECIDED):
        assert "before the judge" not in opening(**answers)
        assert "I do not ask for, and I do not agree to, dismissal" in opening(**answers)
    assert "Stage: Appeal before the Board of Immigration Appeals" in reference(**APPEALED)
    assert "Stage: After the decision of the immigration judge" in reference(**DECIDED)
    # That the judge decided against the writer is nothing that the letter has to say.
    assert "against me" not in " ".join(reference(**DECIDED)) + opening(**DECIDED)


def test_an_appeal_is_said_only_by_who_sent_one() -> None:
    assert "appeal" not in opening(**DECIDED)
    assert "appeal" not in opening(stage="against_me")
    assert "appeal" not in opening(stage="court", appealed="yes")


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        ({}, []),
        ({"order_date": D("2020-03-05")}, ["The order was made on March 5, 2020."]),
        (
            {"order_date": D("2020"), "order_hearing": "no", "order_notice": "no"},
            [
                "The order was made in 2020.",
                "I was not at the hearing where it was ordered: the notice of it never reached me.",
            ],
        ),
        # Who got the notice, or was there, says nothing of it.
        ({"order_hearing": "no", "order_notice": "yes"}, []),
        ({"order_hearing": "yes"}, []),
        (
            {"order_date": D("2026-01-05"), "detained_since": D("2026-08-01")},
            [
                "The order was made on January 5, 2026.",
                "I have been in custody under that order for more than 90 days. I ask ICE to "
                "review my custody.",
            ],
        ),
        (
            {"order_date": D("2026-01-05"), "detained_since": D("2025-01")},
            [
                "The order was made on January 5, 2026.",
                "I have been in custody under that order for more than 180 days. I ask ICE to "
                "review my custody.",
            ],
        ),
        # Ninety days are not over, or it is not sure that they are.
        (
            {"order_date": D("2026-01-05"), "detained_since": D("2026-08-26")},
            ["The order was made on January 5, 2026."],
        ),
        (
            {"order_date": D("2026-01-05"), "detained_since": D("2026~")},
            ["The order was made on January 5, 2026."],
        ),
    ],
)
def test_a_final_order_tells_its_date_its_notice_and_the_time_since(
    answers: dict[str, Any], sentences: list[str]
) -> None:
    said = opening(**ORDER, **answers)
    told = said.partition("I respectfully ask")[0]
    for sentence in sentences:
        assert sentence in told
    possible = ("The order was made", "I was not at the hearing", "under that order for")
    assert sum(words in told for words in possible) == len(sentences)


def test_a_letter_after_a_final_order_goes_to_the_deportation_office_alone() -> None:
    title, *lines = reference(**ORDER, order_date=D("2020-03-05"))
    assert title == "Request not to deport me now, and for release under supervision"
    assert lines[-1] == "Stage: Final order of removal (March 5, 2020)"
    assert not any("hearing" in line.lower() or "judge" in line.lower() for line in lines)


@pytest.mark.parametrize(("was_there", "all_of_them"), [("yes", True), ("no", False), ("", True)])
def test_who_was_not_at_the_hearing_of_the_order_did_not_go_to_all(
    was_there: str, all_of_them: bool
) -> None:
    given: dict[str, Any] = {"order_hearing": was_there} if was_there else {}
    document = people.letter(**ORDER, hearings_attended="yes", **given)
    said = " ".join(say(m, "en") for m in people.every_message(document))
    assert ("I went to all of my hearings" in said) == all_of_them
    assert ("I have come to every hearing." in said) == all_of_them
    assert "I will go to every appointment with ICE." in said
