"""Letters that no font has: the field says so, the check page says so, and paper has a box."""

from __future__ import annotations

import pytest

from pdkiosk.interview.answers import Card
from pdkiosk.ui import wording
from tests.journeys.hostile import BOX
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.person import Person


def at_the_name(kiosk: Kiosk, language: str) -> Person:
    person = kiosk.person()
    person.start(language)
    kiosk.give({"in_proceedings": "yes", "way": "full"})
    person.shell.navigator.go_to("name")
    person.settle()
    person.go_on_to_question("full_name")
    return person


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_field_says_which_letters_and_no_longer_when_they_are_gone(
    kiosk: Kiosk, language: str
) -> None:
    person = at_the_name(kiosk, language)
    text = kiosk.shell.context.catalogs.text(wording.NOT_PRINTED(letters="|"), language)
    said = text.partition("|")[0]
    person.enters("full_name.text", "Ana 😀 王 أحمد")
    assert any(words.startswith(f"{said}😀.") for words in person.words())
    person.empties("full_name.text")
    assert not any(words.startswith(said) for words in person.words())
    person.enters("full_name.text", "Ana 王 أحمد")
    assert not any(words.startswith(said) for words in person.words())


def test_the_check_page_says_so_and_paper_has_a_box(kiosk: Kiosk) -> None:
    person = at_the_name(kiosk, "en")
    person.enters("full_name.text", "Ana 😀 Ruiz")
    child: Card = {"relation": "daughter", "person_status": "citizen", "person_name": "Li 🎉"}
    kiosk.give({"story": "\u202eone\u2066 བོད ok", "people": [child]})
    person.shell.navigator.go_to("see_if_right")
    person.settle()
    found = " ".join(person.words())
    assert "Name: 😀" in found
    assert f"My own words: {BOX} བ ོ ད" in found
    assert "🎉" in found
    person.prints()
    papers = read_papers(kiosk.folder)
    assert f"Ana {BOX} Ruiz" in papers["letter"]
    assert f"{BOX}one{BOX} {BOX}{BOX}{BOX} ok" in papers["letter"]


def test_a_case_in_latin_letters_is_told_nothing(kiosk: Kiosk) -> None:
    person = at_the_name(kiosk, "en")
    person.enters("full_name.text", "María Łódź Ñandú")
    assert "see_if_right" not in [step.id for step in kiosk.shell.course().steps]
