"""A simulated person who answers a few questions and leaves, in the real program's window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest

import pdkiosk.ui.window.run
from pdkiosk.app import main
from pdkiosk.ui.theme.look import Look, TapClock
from pdkiosk.ui.window.shell import Shell
from tests.journeys.person import Person
from tests.widgets.fakes import Clock


def short_visit(person: Person) -> None:
    """Language, the gate, a name, help, larger words; then nothing more."""
    person.start("es")
    person.touches("in_proceedings", "yes")
    person.touches("way", "full")
    person.go_on_to_question("full_name")
    person.enters("full_name.text", "María López")
    with person.opening("tool.help"):
        pass
    person.sizes("large")
    person.next()


class Guest(Shell):
    """The window, before which somebody stands as soon as it is shown."""

    _came = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._came:
            self._came = True
            QTimer.singleShot(0, self, self._visit)

    def _visit(self) -> None:
        clock = Clock()
        look = self.context.look
        self.context.look = Look(look.theme, look.scale, taps=TapClock(clock))
        self.build()
        QTest.qWait(1)
        person = Person(self, clock, QTest.createTouchDevice(), _wait)
        short_visit(person)
        person.tap("erase")
        person.tap("erase.yes")


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(2)


def run(arguments: list[str]) -> int:
    """One session of the real program, with a guest."""
    pdkiosk.ui.window.run.Shell = Guest  # type: ignore[attr-defined]
    return main(["--session", *arguments])
