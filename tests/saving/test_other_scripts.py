"""A name in Chinese or Punjabi letters, from the window to every paper, saved and back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk.documents.initials import initials
from pdkiosk.interview.answers import Card
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import Paper, read_papers
from tests.journeys.person import Person
from tests.saving.conftest import begins, is_kept, opens, saves, vanishes

PEOPLE = {
    "Chinese": ("王小明", "小红", "张伟"),
    "Punjabi": ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "ਜਸਪ੍ਰੀਤ", "ਕੁਲਵਿੰਦਰ ਕੌਰ"),
}


def _walks(person: Person, kiosk: Kiosk, child: str, supporter: str) -> None:
    card: Card = {
        "relation": "daughter",
        "person_status": "citizen",
        "person_name": child,
        "person_age": 7,
        "person_lived": "yes",
    }
    kiosk.give(
        {
            "a_number": "012-345-678",
            "stage": "court",
            "reasons_family": ["citizen_family"],
            "people": [card],
            "papers": {"birth_certificates": "have", "support_letters": "ask"},
            "story": f"{supporter} · 2014",
        }
    )
    person.shell.navigator.go_to("letter")
    person.settle()


def _prints(person: Person, folder: Path) -> dict[str, Paper]:
    before = set(folder.rglob("*.pdf"))
    person.prints()
    assert set(folder.rglob("*.pdf")) - before
    return read_papers(folder)


@pytest.mark.parametrize("script", PEOPLE)
def test_a_name_goes_through_window_papers_and_saved_work(
    kiosk_for: Callable[..., Kiosk], script: str
) -> None:
    name, child, supporter = PEOPLE[script]
    kiosk = kiosk_for()
    person = kiosk.person()
    begins(person, name)
    assert person.answers["full_name"] == name
    _walks(person, kiosk, child, supporter)
    assert person.reads(name) and person.reads(child)
    saved = saves(person)
    is_kept(person)
    answers = dict(person.answers)
    vanishes(person)

    assert person.place == "start" and not person.answers
    opens(person, saved)
    assert dict(person.answers) == answers
    person.shell.navigator.go_to("letter")
    person.settle()
    papers = _prints(person, kiosk.folder)

    letter, copy, summary = papers["letter"], papers["reading-copy"], papers["summary"]
    # At the head, in the line "RE:", in the oath and under the line to sign; and above each page.
    assert letter.text.count(name) >= 3
    assert all(name in page for page in letter.pages)
    assert f"My name is {name}" in letter
    assert child in letter and child in copy and supporter in letter
    assert initials(name) in summary and name not in summary
    assert name in papers["for-the-envelope"]
    for paper in papers.values():
        assert "□" not in paper.text
