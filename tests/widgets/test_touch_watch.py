"""Touches are noticed at the window, even after Qt has replaced its handle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pdkiosk.ui.widgets.touch_watch import TouchWatch


def _touch(handle: QWindow | None) -> None:
    assert handle is not None
    place, button = QPointF(5, 5), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseButtonPress, place, place, button, button, none)
    QApplication.sendEvent(handle, event)


def _watched(qtbot: QtBot, now: list[float]) -> tuple[QWidget, TouchWatch]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch = TouchWatch(lambda _seconds: False, window, clock=lambda: now[0])
    watch.restart()
    return window, watch


def test_a_window_with_another_handle_is_heard(qtbot: QtBot) -> None:
    now = [0.0]
    window, watch = _watched(qtbot, now)
    first = window.windowHandle()
    now[0] = 50.0
    assert watch.seconds == 50.0
    _touch(first)
    assert watch.seconds == 0.0
    window.destroy()
    window.create()
    window.show()
    assert window.windowHandle() is not first
    now[0] = 90.0
    qtbot.waitUntil(lambda: window.windowHandle() in watch._heard)
    _touch(window.windowHandle())
    assert watch.seconds == 0.0
    watch.stop()
    now[0] = 99.0
    _touch(window.windowHandle())
    assert not watch.running and watch.seconds == 0.0


def test_a_key_that_something_lies_on_is_nobody(qtbot: QtBot) -> None:
    now = [0.0]
    window, watch = _watched(qtbot, now)
    handle = window.windowHandle()
    assert handle is not None
    for second in range(1, 200):
        now[0] = float(second)
        repeats = second > 1
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, "a", repeats)
        QApplication.sendEvent(handle, event)
    assert watch.seconds == 198.0
    watch.stop()
