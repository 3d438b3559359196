"""A fault in a session: first repaired without loss, then reported, finally all is erased."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.commands.faults import keep_answers_out_of_tracebacks
from pdkiosk.facility.settings import Facility
from pdkiosk.log import is_code
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.faults.recovery import Recovery
from pdkiosk.ui.screens.info import InfoScreen
from pdkiosk.ui.screens.print import PrintScreen
from pdkiosk.ui.screens.questions import QuestionsScreen
from pdkiosk.ui.window.pages import Pages
from tests.journeys.kiosk import Kiosk
from tests.journeys.person import Person

SECRET = "Maria Lopez"


class Watched:
    """A kiosk whose faults are fixed as in a real session."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.given_up: list[str] = []
        self.notes: list[str] = []
        self.recovery = Recovery(kiosk.shell, self.given_up.append, self.notes.append, kiosk.shell)
        keep_answers_out_of_tracebacks(self.recovery.tell)


@pytest.fixture
def watched(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    yield Watched(kiosk)


def fails(*args: object, **more: object) -> None:
    raise KeyError(SECRET)


def in_a_slot(kiosk: Kiosk) -> None:
    QTimer.singleShot(0, fails)


def in_an_event(kiosk: Kiosk) -> None:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            self.deleteLater()
            fails()

    broken = Broken(kiosk.shell)
    broken.resize(50, 50)
    broken.show()


def in_a_thread(kiosk: Kiosk) -> None:
    threading.Thread(target=fails).start()


def somebody(kiosk: Kiosk) -> Person:
    person = kiosk.person()
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.writes("full_name", SECRET)
    return person


@pytest.mark.parametrize("fault", [in_a_slot, in_an_event, in_a_thread])
def test_a_first_fault_costs_nothing(
    watched: Watched, capsys: pytest.CaptureFixture[str], fault: Callable[[Kiosk], None]
) -> None:
    who = somebody(watched.kiosk)
    answers, place, screen = dict(who.answers), who.place, watched.kiosk.shell.frame.screen
    fault(watched.kiosk)
    who.wait(lambda: "recovered-1" in watched.notes)
    assert (who.place, dict(who.answers)) == (place, answers)
    assert watched.kiosk.shell.frame.screen is not screen, "it was rebuilt"
    assert watched.given_up == []
    assert all(is_code(note) for note in watched.notes), watched.notes
    assert watched.notes[0].startswith("error-e-") and "at-keyerror-" in watched.notes[1]
    said = capsys.readouterr()
    assert SECRET not in said.out + said.err
    who.next()


def test_a_second_fault_is_told_and_the_question_left_out(watched: Watched) -> None:
    who = somebody(watched.kiosk)
    answers, before = dict(who.answers), who.place
    for _ in range(2):
        in_a_slot(watched.kiosk)
        who.settle()
        who.settle()
    code = watched.notes[0].removeprefix("error-").upper()
    assert who.place == f"trouble:{code}"
    assert who.reads("Lo que usted escribió sigue aquí")
    assert who.reads(f"{code}")
    assert dict(who.answers) == answers and watched.given_up == []
    who.next()
    assert who.place != before and who.place == watched.kiosk.shell.step_id


def test_a_third_fault_gives_the_session_up(watched: Watched) -> None:
    who = somebody(watched.kiosk)
    for _ in range(3):
        in_a_slot(watched.kiosk)
        who.settle()
        who.settle()
    assert watched.given_up == [watched.notes[0].removeprefix("error-")]
    in_a_slot(watched.kiosk)
    who.settle()
    assert len(watched.given_up) == 1


def test_a_question_that_cannot_be_built_is_passed_over(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(watched.kiosk)
    build = QuestionsScreen.__init__

    def broken(self, context, step) -> None:  # type: ignore[no-untyped-def]
        if step.id == "age":
            fails()
        build(self, context, step)

    monkeypatch.setattr(QuestionsScreen, "__init__", broken)
    who.tap("next")
    who.wait(lambda: who.place.startswith("trouble:"))
    who.next()
    assert who.answers["full_name"] == SECRET
    who.prints()
    assert watched.given_up == []


def test_a_page_that_cannot_be_built_leads_back(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = watched.kiosk.person()
    who.start("es")
    monkeypatch.setattr(PrintScreen, "__init__", fails)
    who.touches("in_proceedings", "yes")
    who.touches("way", "short")
    who.go_on_to("letter")
    who.next()
    who.wait(lambda: who.place.startswith("trouble:"))
    who.next()
    assert who.place == "letter"
    assert watched.given_up == []


def test_when_no_page_can_be_built_it_is_given_up(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(watched.kiosk)
    monkeypatch.setattr(Pages, "_build_step", fails)
    in_a_slot(watched.kiosk)
    who.wait(lambda: watched.given_up != [])


def test_a_countdown_that_cannot_come_still_ends_in_erasing(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(watched.kiosk)
    monkeypatch.setattr("pdkiosk.ui.window.countdown.Countdown.__init__", fails)
    clock = watched.kiosk.idle_clock()
    for time in (1, 2):
        clock.forward(Facility().idle_minutes * 60)
        who.wait(lambda note=f"recovered-{time}": note in watched.notes)  # type: ignore[misc]
    clock.forward(Facility().idle_minutes * 60)
    who.wait(lambda: watched.given_up != [])


def test_a_printer_that_fails_at_the_end_keeps_no_answers(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(watched.kiosk)
    answers = who.answers
    monkeypatch.setattr("pdkiosk.papers_desk.Desk.clear", fails)
    watched.kiosk.shell.end_session()
    assert not answers and who.place == "start"


def test_a_widget_that_fails_at_each_painting_does_not_flood_the_log(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(watched.kiosk)
    count: list[int] = []

    def paint(self: QWidget, event: QPaintEvent) -> None:
        count.append(1)
        fails()

    monkeypatch.setattr(InfoScreen, "paintEvent", paint, raising=False)
    who.shell.go(Tool(ToolKind.HELP))
    for _ in range(20):
        who.settle()
        QApplication.processEvents()
    assert len(watched.notes) < 12
