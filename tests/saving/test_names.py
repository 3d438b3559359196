"""A name in any script is typed, saved encrypted, and restored."""

from __future__ import annotations

import pytest

from tests.documents.test_names import NAMES
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.person import Person
from tests.pdf.writings import read
from tests.saving.conftest import opens, saves


@pytest.mark.parametrize("script", NAMES)
def test_a_name_comes_back(kiosk: Kiosk, person: Person, script: str) -> None:
    name = NAMES[script]
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.go_on_to_question("full_name")
    person.enters("full_name.text", name)
    assert person.answers["full_name"] == name
    saved = saves(person)
    person.tap("saved.leave")
    assert not person.answers
    opens(person, saved)
    assert person.answers["full_name"] == name
    assert "see_if_right" not in [step.id for step in person.shell.course().steps]
    person.prints()
    papers = read_papers(kiosk.folder)
    assert read(name) in read(papers["letter"].text)
    assert read(name)[0] in papers["summary"].text  # it has initials
