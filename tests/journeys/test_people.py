"""Whole people, from the first touch to the printed pages, in both languages."""

from __future__ import annotations

import pytest

from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.people import STORIES

FOR_A_LAWYER = "questions-for-a-lawyer"
# Who asks to be let out writes to both offices; after a final order there is one alone.
OFFICES = {"final order": {True}}


# Each in Spanish, which prints what is printed in English too; some in English alone.
IN_ENGLISH = ("short way", "father with a DUI", "final order")
WALKS = [*((name, "es") for name in STORIES), *((name, "en") for name in IN_ENGLISH)]
# These touch Next on every page of their way. The others pass no page but what these and the person
# of test_everything.py pass, and hurry over those where nothing is said to them.
ON_FOOT = {("short way", "es"), ("father with a DUI", "es"), ("final order", "es")}
# What is kept for a lawyer is on the page for the lawyer.
KEPT = {"father with a DUI": "Assault or a fight"}


@pytest.mark.parametrize(("name", "language"), WALKS)
def test_what_they_said_is_on_their_paper(kiosk: Kiosk, name: str, language: str) -> None:
    story = STORIES[name]
    person = kiosk.person(walks=(name, language) in ON_FOOT)
    person.start(language)
    story.walk(person)
    person.prints()
    papers = read_papers(kiosk.folder)
    assert {"letter", "summary"} <= set(papers)
    assert ("reading-copy" in papers) is (language == "es")
    letter, summary = papers["letter"], papers["summary"]
    assert [fact for fact in story.english if fact not in letter] == []
    if language == "es":
        copy = papers["reading-copy"]
        assert [fact for fact in story.spanish if fact not in copy] == []
        assert "Copia para leer. No la mande." in copy
        assert "Reading copy" not in letter
    assert len(summary.pages) == 1
    # What a lawyer is to be asked is on a page for the lawyer, and nowhere else.
    open_papers = {name: paper for name, paper in papers.items() if name != FOR_A_LAWYER}
    if language == "en" and name in KEPT:
        assert KEPT[name] in papers[FOR_A_LAWYER]
    found = [(t, p) for t in story.taken_back for p in open_papers if t in open_papers[p]]
    assert found == []
    assert [words for words in story.private if words in summary] == []
    assert "1-800-898-7180" in summary
    # ICE's lawyers at the left, the deportation office at the right, which decides on release.
    to_the_right = {x > letter.width / 2 for x in letter.crosses}
    assert to_the_right == OFFICES.get(name, {False, True})
