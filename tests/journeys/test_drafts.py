"""Whole journeys through the window in the draft languages, to letter and reading copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pdkiosk.facility.settings import Facility
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.people import SHORT_WAY, STORIES

KioskWith = Callable[[Facility | None], Kiosk]
DRAFTS = ["pt", "ht"]
COPY = {
    "pt": "Cópia para leitura. Não envie.",
    "ht": "Kopi pou ou li. Pa voye l.",
}


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("name", ["short way", "young mother"])
def test_a_draft_leads_to_a_letter_and_a_copy_to_read(
    kiosk_with: KioskWith, language: str, name: str
) -> None:
    kiosk = kiosk_with(Facility(offer_drafts=DRAFTS))
    person = kiosk.person(walks=True)
    person.start(language)
    story = SHORT_WAY if name == "short way" else STORIES[name]
    story.walk(person)
    person.prints()
    papers = read_papers(kiosk.folder)
    assert [fact for fact in story.english if fact not in papers["letter"]] == []
    assert COPY[language] in papers["reading-copy"]
    # A sentence of the letter that is not translated would be in the copy as it is in the letter.
    english = [line for line in story.english if line.startswith(("I ", "My "))]
    assert english
    assert [line for line in english if line in papers["reading-copy"]] == []
