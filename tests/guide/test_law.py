"""Statements about the law rest on entries with a source and a day for the next check."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from pdkiosk.guide.checks import problems
from pdkiosk.guide.law import Law
from pdkiosk.guide.lookup import walk
from pdkiosk.guide.model import Guide, Option, Sentence, Text
from pdkiosk.interview.rules import law_overdue
from tests.interview.people import guide, situation

# What changes from month to month is looked up again within a season.
SOON = [
    *("appeal", "appeal_fee", "appeal_rule_now", "bond", "habeas", "parole", "another_country"),
    *("stay_form", "dismissal", "fast_deportation", "cancel_notice"),
]


def by_id() -> dict[str, Law]:
    return {entry.id: entry for entry in guide().law}


def resting(entry: str) -> list[str]:
    """The texts that rest on an entry."""
    return [
        (piece.note or piece.label) if isinstance(piece, Option) else piece.text
        for _, piece in walk(guide())
        if isinstance(piece, Text | Option | Sentence) and entry in piece.law
    ]


def said_of(problem: str, changed: Guide) -> bool:
    return any(problem in str(found) for found in problems(changed))


def test_every_text_of_the_law_names_what_it_rests_on() -> None:
    texts = [piece for _, piece in walk(guide()) if isinstance(piece, Text)]
    assert len([text for text in texts if text.source == "law"]) > 60
    assert all(bool(text.law) == (text.source == "law") for text in texts)
    page = next(page for page in guide().page if any(text.law for text in page.body))
    body = [msgspec.structs.replace(text, law=[]) for text in page.body]
    pages = [msgspec.structs.replace(p, body=body) if p is page else p for p in guide().page]
    changed = msgspec.structs.replace(guide(), page=pages)
    assert said_of(f"page {page.id}: the source law goes with entries of law", changed)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "bond_renamed"}, "there is no law bond"),
        ({"id": "bond_renamed"}, "law bond_renamed: nothing rests on it"),
        ({"check_by": "soon"}, "law bond: Invalid isoformat string"),
        ({"check_by": "2026-11-28"}, "law bond: it is to be checked again before it was seen"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(change: dict[str, str], says: str) -> None:
    entries = [
        msgspec.structs.replace(entry, **change) if entry.id == "bond" else entry
        for entry in guide().law
    ]
    assert said_of(says, msgspec.structs.replace(guide(), law=entries))


@pytest.mark.parametrize("entry", SOON)
def test_what_changes_often_is_looked_up_again_within_ninety_days(entry: str) -> None:
    law = by_id()[entry]
    days = date.fromisoformat(law.check_by) - date.fromisoformat(law.seen_on)
    assert timedelta(60) <= days <= timedelta(90)


def test_what_is_open_is_not_said_as_certain() -> None:
    found = [law.id for law in guide().law if law.sure == "open"]
    assert found
    for entry in found:
        assert all("ask" in text.lower() for text in resting(entry)), entry


@pytest.mark.parametrize("entry", [law.id for law in guide().law])
def test_an_entry_runs_out_by_itself(entry: str) -> None:
    law = by_id()[entry]
    last = date.fromisoformat(law.check_by)
    now = msgspec.structs.replace(situation(), today=last)
    assert not law_overdue(now, [entry])
    assert law_overdue(msgspec.structs.replace(now, today=last + timedelta(1)), [entry])
    assert not law_overdue(msgspec.structs.replace(now, today=last + timedelta(1)), [])
