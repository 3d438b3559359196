"""The countdown, which cannot scroll, fits on every screen in each text size and language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.ui.widgets import TapButton
from pdkiosk.ui.widgets.ring import Ring
from pdkiosk.ui.window.countdown import Countdown
from tests.screens.settings import LANGUAGES, SCREENS, SIZES
from tests.screens.stage import Setting, Stage


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen[0][0]}x{screen[0][1]}")
def test_it_fits(screen: tuple[tuple[int, int], float], qapp: QApplication) -> None:
    rings = 0
    for pair in LANGUAGES:
        for text in SIZES:
            stage = Stage(Setting(*screen, *pair, text), qapp)
            countdown = Countdown(stage.shell.context, stage.shell)
            countdown.setGeometry(stage.shell.rect())
            countdown.show()
            stage.settle()
            rings += bool(countdown.findChildren(Ring))
            layout = countdown.layout()
            assert layout is not None
            assert layout.totalHeightForWidth(countdown.width()) <= countdown.height()
            for button in countdown.findChildren(TapButton):
                parent = button.parentWidget()
                assert isinstance(parent, QWidget) and parent.rect().contains(button.geometry())
            stage.close()
    assert rings, "there is a ring where there is room for it"
