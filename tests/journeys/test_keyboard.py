"""The keyboard alone, on a real X server: everything is reached, the ring is seen, paper comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.paper import read_papers
from tests.journeys.people import STORIES
from tests.journeys.xserver import walk


def _walk(name: str, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    walk("keyboard", name, papers)
    letter = read_papers(papers)["letter"]
    story = STORIES[name.partition("|")[0]]
    assert [fact for fact in story.english if fact not in letter] == []


@pytest.mark.parametrize("keys", ["tab", "arrows"])
def test_a_letter_by_keys_alone(keys: str, tmp_path: Path) -> None:
    _walk(f"nothing but the gates|es|{keys}", tmp_path)


@pytest.mark.whole
@pytest.mark.parametrize(
    "name", ["young mother|es|tab", "father with a DUI|en|arrows", "person with cancer|es|arrows"]
)
def test_whole_journeys_by_keys_alone(name: str, tmp_path: Path) -> None:
    _walk(name, tmp_path)
