"""Papers are made while the letter is being read, and they match the answers at that time."""

from __future__ import annotations

import pytest

from pdkiosk import pdf
from pdkiosk.documents.packet import NoLetterError
from pdkiosk.papers_desk import Desk
from tests.documents.people import GATES, MARIA
from tests.journeys.kiosk import Kiosk


def _desk(kiosk: Kiosk) -> Desk:
    desk = kiosk.shell.context.papers
    assert isinstance(desk, Desk)
    return desk


def test_papers_made_ahead_are_those_that_are_printed(kiosk: Kiosk) -> None:
    kiosk.give({**GATES, **MARIA})
    desk = _desk(kiosk)
    at_once = desk.parts("es")
    assert desk.parts("es")[0].data is at_once[0].data
    kiosk.give({"work_kind": "Sol Inc."})
    changed = desk.parts("es")
    kiosk.give({"work_kind": MARIA["work_kind"]})
    ahead = 0
    while desk.make_one("es"):
        ahead += 1
    again = desk.parts("es")
    assert ahead == len(again) == len(at_once)
    assert again == at_once != changed
    assert desk.parts("en") != at_once


def test_an_answer_that_changes_in_the_middle_begins_all_again(kiosk: Kiosk) -> None:
    kiosk.give({**GATES, **MARIA})
    desk = _desk(kiosk)
    assert desk.make_one("es") and desk.make_one("es")
    kiosk.give({"work_kind": "Sol Inc."})
    assert desk.make_one("es")
    half = desk.parts("es")
    kiosk.give({"work_kind": "Sol Inc."})  # said once more: made once more
    assert desk.parts("es") == half


def test_only_papers_that_say_something_else_are_made_again(kiosk: Kiosk) -> None:
    kiosk.give({**GATES, **MARIA, "summary_show": "show"})
    desk = _desk(kiosk)
    before = {part.id: part for part in desk.parts("es")}
    kiosk.give({"summary_show": "hide"})
    after = {part.id: part for part in desk.parts("es")}
    again = {name for name, part in after.items() if part is not before[name]}
    assert again == {"summary", "large-print-copy", "answer-sheet"}
    assert desk.answer_sheet("es") is after["answer-sheet"]


def test_without_a_letter_there_are_never_fewer_papers(kiosk: Kiosk) -> None:
    desk = _desk(kiosk)
    for _time in range(2):
        with pytest.raises(NoLetterError):
            desk.make_one("es")
        with pytest.raises(NoLetterError):
            desk.parts("es")


def test_nothing_of_them_is_left_when_the_person_leaves(kiosk: Kiosk) -> None:
    kiosk.give({**GATES, **MARIA, "work_kind": "Zebulonwerk"})
    desk = _desk(kiosk)
    for _time in range(3):
        desk.make_one("es")
    desk.clear()
    assert desk._made == [] and desk._made_of is None and next(desk._rest, None) is None


def test_the_page_of_papers_finds_them_made(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pdkiosk.ui.screens.letter._AHEAD_MS", 1)
    person = kiosk.person()
    person.start("es")
    kiosk.give({**GATES, **MARIA})
    person.shell.navigator.go_to("letter")
    desk = _desk(kiosk)
    kiosk.wait(lambda: bool(desk._made) and not desk.make_one("es"))
    monkeypatch.setattr(pdf, "render", None)
    monkeypatch.setattr(pdf, "render_summary", None)
    person.shell.navigator.go_to("print")
    person.settle()
    assert len(desk.parts("es")) > 5


def test_who_reads_the_letter_goes_on_where_a_paper_cannot_be_made(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def missing(*_arguments: object) -> None:
        tried.append(1)
        raise OSError("a font")

    monkeypatch.setattr(pdf, "render", missing)
    person = kiosk.person()
    person.start("es")
    kiosk.give({**GATES, **MARIA})
    person.shell.navigator.go_to("letter")
    kiosk.wait(lambda: bool(tried))
    person.settle()
    assert person.shell.step_id == "letter" and len(tried) == 1
