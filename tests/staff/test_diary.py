"""The log counts people, but not staff on the staff page."""

from __future__ import annotations

import pytest

from pdkiosk.ui.window import run as start
from pdkiosk.ui.window.run import _Diary
from tests.staff.kiosk import StaffKiosk


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    noted: list[str] = []
    monkeypatch.setattr(start, "note", noted.append)
    return noted


def test_the_staff_page_is_no_session(kiosk: StaffKiosk, notes: list[str]) -> None:
    said: list[str] = []
    diary = _Diary(said.append)
    kiosk.shell.shown.connect(diary.shown)
    kiosk.shell.ended.connect(lambda: diary.ended(kiosk.shell.ended_by))
    kiosk.corners()
    kiosk.enter()
    kiosk.touch("back")
    assert notes == []
    assert said == ["staff"], "the supervisor must not end the program meanwhile"


def test_a_person_is_one(kiosk: StaffKiosk, notes: list[str]) -> None:
    diary = _Diary(lambda word: None)
    kiosk.shell.shown.connect(diary.shown)
    kiosk.touch("language.es")
    diary.ended("")
    assert notes == ["begun"], "nothing is written without a word"
    diary = _Diary(lambda word: None)
    diary.shown("about")
    diary.ended("erased")
    assert notes == ["begun", "begun", "ended-erased"]
