"""Whole people, from the first touch to the printed pages, in both languages."""

from __future__ import annotations

import pytest

from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.people import STORIES


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", STORIES)
def test_what_they_said_is_on_their_paper(kiosk: Kiosk, name: str, language: str) -> None:
    story = STORIES[name]
    person = kiosk.person()
    person.start(language)
    story.walk(person)
    person.prints()
    papers = read_papers(kiosk.folder)
    expected = {"letter", "summary"} | ({"reading-copy"} if language != "en" else set())
    assert set(papers) == expected
    letter, summary = papers["letter"], papers["summary"]
    assert [fact for fact in story.english if fact not in letter] == []
    if language == "es":
        copy = papers["reading-copy"]
        assert [fact for fact in story.spanish if fact not in copy] == []
        assert "Copia para leer. No la mande." in copy
        assert "Reading copy" not in letter
    assert len(summary.pages) == 1
    assert [(t, p) for t in story.taken_back for p in papers if t in papers[p]] == []
    assert [words for words in story.private if words in summary] == []
    assert "1-800-898-7180" in summary
    # One of two offices is ticked: ICE's lawyers at the left, the deportation office at the right.
    assert letter.crosses
    to_the_right = [x > letter.width / 2 for x in letter.crosses]
    assert all(to_the_right) if name == "final order" else not any(to_the_right)
