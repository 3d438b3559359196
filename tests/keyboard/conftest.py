"""A window with the keyboard, on a screen of 1280 x 1024."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.ui.theme.look import PAPER, Look, Scale, TapClock, TextSize, Theme, load_fonts
from tests.keyboard.window import Window
from tests.widgets.fakes import Clock

MakeWindow = Callable[..., Window]


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot) -> Iterator[MakeWindow]:
    load_fonts()
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)  # as the shell does

    def make(
        *,
        size: tuple[int, int] = (1280, 1024),
        diagonal: float = 19.0,
        theme: Theme = PAPER,
        text: TextSize = TextSize.NORMAL,
        first: str = "es",
        second: str = "en",
        enabled: bool = True,
    ) -> Window:
        clock = Clock()
        look = Look(theme, Scale(*size, diagonal, text), taps=TapClock(clock))
        look.apply(qapp)
        window = Window(look, clock, enabled=enabled)
        qtbot.addWidget(window)
        window.build(first, second)
        window.setUpdatesEnabled(False)  # a test that looks at colors paints what it looks at
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.settle()
        return window

    yield make
    qapp.setDoubleClickInterval(interval)


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window()
