from __future__ import annotations

from typing import Any

from tests.documents import people
from tests.documents.blanks import blanks
from tests.documents.people import entry, person


def missing(**answers: Any) -> tuple[str, ...]:
    return blanks(people.letter(**answers), people.guide())


def test_every_missing_fact_is_named_once_in_the_order_of_the_letter() -> None:
    assert missing() == (
        *("full_name", "a_number", "facility_name", "next_hearing", "court", "judge"),
    )


def test_what_is_always_written_by_hand_is_not_among_them() -> None:
    known: dict[str, Any] = {
        "full_name": "María",
        "a_number": "012345678",
        "facility_name": "Eloy",
        "next_hearing": people.D("2026-12-15"),
        "court": "Eloy",
        "judge": "Ana",
    }
    assert missing(**known) == ()
    for question in known:
        others = {name: value for name, value in known.items() if name != question}
        assert missing(**others) == (question,)


def test_a_blank_belongs_to_its_own_question_not_to_the_sentence_s() -> None:
    known = missing(reasons_life=["military"], military_who="self")
    assert "military_branch" not in known  # no half sentence
    assert "military_who" not in known
    named = missing(reasons_life=["student"], high_school="Central High")
    assert "graduated" not in named
    assert "high_school" not in named


def test_blanks_in_cards_lead_to_the_cards() -> None:
    assert "record" in missing(record=[entry("other", result="convicted", place="Idaho")])
    assert "people" not in missing(reasons_family=["citizen_family"])  # no half sentence
    assert "people" in missing(people=[person("partner_f", status="citizen")] * 2)
    # Nobody is named whose papers were not said, so nothing about them is missing.
    assert "people" not in missing(people=[person("sister"), person("sister")])


def test_what_is_known_takes_the_place_of_a_blank() -> None:
    assert "illness" in missing(reasons_family=["health"])
    assert "illness" not in missing(reasons_family=["health"], medical=["blind"])
    assert "hiv_or_cancer" not in missing(reasons_family=["health"], medical=["blind"])


def test_every_blank_is_a_question_of_the_guide() -> None:
    ticked = {
        group: [factor.id for factor in people.guide().factor if factor.group == group]
        for group in ("life", "family", "medical")
    }
    found = missing(
        reasons_life=ticked["life"], reasons_family=ticked["family"], medical=ticked["medical"]
    )
    assert len(found) > 10
    assert set(found) <= set(people.questions())
