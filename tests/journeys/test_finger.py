"""One finger on a real X server, full screen: no key is pressed, nothing missed, paper comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.journeys.finger import FingerPerson
from tests.journeys.kiosk import Kiosk
from tests.journeys.paper import read_papers
from tests.journeys.people import STORIES
from tests.journeys.xserver import walk

_USUAL = "1280x1024/19"


def _walk(name: str, tmp_path: Path) -> str:
    """A journey as ``tests.journeys.finger`` names it; gives what the walker measured."""
    papers = tmp_path / "papers"
    story, language, screen, _ = name.split("|")
    size = screen.partition("/")[0]
    said = walk("finger", name, papers, screen=size, timeout=900, tools=("xdotool",))
    read = read_papers(papers)
    letter, told = read["letter"], STORIES[story]
    assert [fact for fact in told.english if fact not in letter] == []
    if language == "es":
        assert [fact for fact in told.spanish if fact not in read["reading-copy"]] == []
    assert "1-800-898-7180" in read["summary"]
    return said


def test_a_target_that_is_covered_or_small_is_no_target(kiosk: Kiosk) -> None:
    kiosk.clock.forward(1)
    person = FingerPerson(kiosk)
    cover = QWidget(kiosk.shell)
    cover.setGeometry(kiosk.shell.rect())
    cover.show()
    with pytest.raises(AssertionError, match="lands on"):
        person.tap("language.es")
    cover.hide()
    person.find("language.es").setFixedHeight(kiosk.shell.context.look.scale.mm(12))
    with pytest.raises(AssertionError, match="mm are in view"):
        person.tap("language.es")


def test_the_short_way_with_one_finger(tmp_path: Path) -> None:
    assert " 0 of them on the keyboard" in _walk(f"short way|es|{_USUAL}|normal", tmp_path)


@pytest.mark.whole
@pytest.mark.parametrize(
    "name",
    [
        f"young mother|es|{_USUAL}|normal",
        f"father with a DUI|en|{_USUAL}|normal",
        f"person with cancer|es|{_USUAL}|normal",
        "short way|es|1024x768/15|largest",
        "short way|es|1080x1920/22|normal",
    ],
)
def test_whole_journeys_with_one_finger(name: str, tmp_path: Path) -> None:
    _walk(name, tmp_path)
