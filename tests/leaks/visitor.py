"""The real program, with a simulated person who touches and types.

Runs as a process of its own: ``python -c START_HERE supervise|session ARGUMENTS``. A folder
(``VISIT`` in the environment) is the line to the test: who finds ``token`` there takes it away,
writes words made of it into every field, prints, says ``filled`` with their number, and at
``leave`` says how the window stood and erases. Later
sessions find no token and wait at the start screen.
"""

from __future__ import annotations

import functools
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest

import pdkiosk.printing.cups
import pdkiosk.ui.window.run
from pdkiosk.app import main
from pdkiosk.guide.model import (
    ANumber,
    Cards,
    Choice,
    Choices,
    DateQuestion,
    LongText,
    Number,
    Papers,
    Question,
    TextQuestion,
)
from pdkiosk.places import seat_folder
from pdkiosk.printing.job_tags import begin_run
from pdkiosk.supervisor.supervisor import Supervisor
from pdkiosk.ui.theme.look import Look, TapClock
from pdkiosk.ui.window.shell import Shell
from tests.journeys.person import Person
from tests.leaks.canary import canary
from tests.widgets.fakes import Clock

ROOT = Path(__file__).parents[2]
# Some package on the machine may call itself "tests" too; these are meant.
START_HERE = f"""
import sys, types
tests = sys.modules["tests"] = types.ModuleType("tests")
tests.__path__ = [{str(ROOT / "tests")!r}]
sys.path.insert(0, {str(ROOT)!r})
from tests.leaks.visitor import run
sys.exit(run(sys.argv[1:]))
"""
_FOLDER = Path(os.environ.get("VISIT", "/nonexistent"))
_ANSWERS = {"in_proceedings": "yes", "way": "full", "stage": "not_filed", "dismiss_sure": "no",
            "record_way": "keep"}  # fmt: skip


def command(*arguments: str) -> list[str]:
    """How this program is started with these arguments."""
    return [sys.executable, "-P", "-c", START_HERE, *arguments]


def run(arguments: list[str]) -> int:
    """The supervisor, or one session under it."""
    what, *rest = arguments
    if what == "supervise":
        begin_run(seat_folder(window=False))
        return Supervisor(command("session", *rest), command("out-of-order", *rest)).run()
    pdkiosk.ui.window.run.Shell = Visited  # type: ignore[attr-defined]
    if server := os.environ.get("VISIT_CUPS"):
        pdkiosk.printing.cups.CupsPrinter = functools.partial(  # type: ignore[misc, assignment]
            pdkiosk.printing.cups.CupsPrinter, server=server
        )
    return main(["--session", *(["--out-of-order"] if what == "out-of-order" else []), *rest])


class Visited(Shell):
    """The window, before which somebody stands as soon as it is shown."""

    _visited = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._visited:
            self._visited = True
            QTimer.singleShot(0, self, self._visit)

    def _visit(self) -> None:
        try:
            token = (_FOLDER / "token").read_text()
            (_FOLDER / "token").unlink()
        except OSError:
            return
        clock = Clock()
        self.context.look = Look(self.context.look.theme, self.context.look.scale,
                                 taps=TapClock(clock))  # fmt: skip
        self.build()
        QTest.qWait(1)  # until it stands
        try:
            _Writer(Person(self, clock, QTest.createTouchDevice(), _wait), token).lives()
        except Exception:
            _say("failed", traceback.format_exc())


def _say(name: str, text: str = "") -> None:
    """Lets the test read this; whole from the moment its file is there."""
    coming = _FOLDER / f"{name}.coming"
    coming.write_text(text)
    coming.rename(_FOLDER / name)


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)


class _Writer:
    """Goes the longest way and writes a planted word wherever one can write."""

    def __init__(self, person: Person, token: str) -> None:
        self._person = person
        self._token = token
        self._written = 0
        self._asked: set[str] = set()

    def lives(self) -> None:
        person = self._person
        person.start("es")
        hidden = False
        while person.place != "print":
            for question in person.step.questions:
                if question.id not in self._asked:
                    self._asked.add(question.id)
                    self._answer(question)
            if person.place == "letter":
                _say("letter")
            person.tap("next")
            if self._written >= 3 and not hidden:
                hidden = True
                person.tap("tool.hide")  # hidden for a moment, and back
                for _ in range(2):
                    for square in (1, 2, 3, 4):
                        person.tap(f"square.{square}")
        if os.environ.get("VISIT_CUPS"):
            person.tap("next")
            _wait(lambda: _over(person))
        _say("filled", str(self._written))
        _wait((_FOLDER / "leave").exists)
        (_FOLDER / "leave").unlink()
        window, context = person.shell, person.shell.context
        size, scale = f"{window.width()}x{window.height()}", context.look.scale
        built_for = f"{scale.width_px}x{scale.height_px}"
        stood = f"{size} {built_for} {person.place} {len(context.interview.answers.values)}"
        _say("stood", stood)
        person.tap("erase")
        person.tap("erase.yes")

    def _write(self, name: str) -> None:
        person, word = self._person, canary(self._token, self._written)
        write = person.enters if self._written % 3 else person.types
        write(name, word)
        self._written += 1

    def _answer(self, question: Question) -> None:
        person = self._person
        match question:
            case Choice():
                offered = [o.id for o in question.options if person.sees(f"{question.id}.{o.id}")]
                person.tap(f"{question.id}.{_ANSWERS.get(question.id, offered[0])}")
            case Choices():
                options = [o.id for o in question.options]
                options += [
                    f.id for f in person.shell.context.guide.factor if f.group == question.group
                ]
                # Who has a green card keeps no record in the letter.
                for option in options[1:3] if question.id == "held" else options[:2]:
                    if person.sees(f"{question.id}.{option}"):
                        person.tap(f"{question.id}.{option}")
            case TextQuestion() | LongText() | ANumber():
                self._write(f"{question.id}.text")
            case Number():
                person.steps_to(question.id, min(question.most, 21))
            case Cards():
                with person.adding(question.id, question.lead.options[0].id):
                    for asked in question.fields:
                        if person.sees(asked.id) and asked.id not in self._asked:
                            self._asked.add(asked.id)
                            self._answer(asked)
            case DateQuestion() | Papers():
                pass


def _over(person: Person) -> bool:
    printing = person.shell.context.papers.printing
    return printing is not None and printing.progress.outcome is not None
