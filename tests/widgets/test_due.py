"""Timers go by the clock that counts sleep, fire once, and before anything is painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.clock import boot_seconds
from pdkiosk.ui.widgets.due import Due
from tests.widgets.fakes import Clock


def _due(qtbot: QtBot) -> tuple[Due, Clock, list[float], QWidget]:
    widget, clock, done = QWidget(), Clock(), list[float]()
    qtbot.addWidget(widget)
    return Due(lambda: done.append(clock.time), widget, clock), clock, done, widget


def test_it_comes_after_a_sleep_before_anything_is_painted(qtbot: QtBot) -> None:
    due, clock, done, widget = _due(qtbot)
    widget.show()
    due.start(30)
    clock.forward(29)
    widget.update()
    QCoreApplication.processEvents()
    assert due.waiting and not done
    clock.forward(9 * 3600)
    widget.update()
    QCoreApplication.processEvents()
    assert len(done) == 1 and not due.waiting
    due.look()
    assert len(done) == 1


def test_what_is_started_again_counts_from_then_and_what_is_stopped_never_comes(
    qtbot: QtBot,
) -> None:
    due, clock, done, _ = _due(qtbot)
    due.start(30)
    clock.forward(20)
    due.start(30)
    clock.forward(20)
    due.look()
    assert not done
    due.stop()
    clock.forward(100)
    due.look()
    assert not done and not due.waiting


def test_it_comes_by_itself(qtbot: QtBot) -> None:
    widget, done = QWidget(), list[int]()
    qtbot.addWidget(widget)
    due = Due(lambda: done.append(1), widget)
    assert due.clock is boot_seconds
    due.start(0.02)
    qtbot.waitUntil(lambda: bool(done))
