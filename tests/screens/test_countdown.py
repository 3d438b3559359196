"""The countdown, which cannot scroll, fits on every screen in each text size and language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk.ui.theme.look import Scale
from pdkiosk.ui.widgets import TapButton
from pdkiosk.ui.widgets.ring import Ring
from pdkiosk.ui.window.countdown import Countdown
from tests.screens.settings import LANGUAGES, SCREENS, SIZES
from tests.screens.stage import Setting, Stage


def _can_be_touched(countdown: Countdown) -> None:
    """Both buttons are there, whole, and neither lies on the other."""
    buttons = countdown.findChildren(TapButton)
    assert {button.objectName() for button in buttons} == {"here", "erase.now"}
    for button in buttons:
        parent = button.parentWidget()
        assert isinstance(parent, QWidget) and parent.rect().contains(button.geometry())
    assert not buttons[0].geometry().intersects(buttons[1].geometry())


@pytest.mark.parametrize("size", [(320, 240), (640, 480), (800, 480), (480, 800)])
def test_on_a_screen_that_is_too_small_both_buttons_are_there(
    size: tuple[int, int], qapp: QApplication
) -> None:
    for text in SIZES:
        stage = Stage(Setting(size, 7.0, "es", "en", text), qapp)
        stage.shell.idle.restart()
        stage.shell.idle.warn.emit()
        stage.settle()
        stage.settle()
        countdown = stage.shell.findChild(Countdown)
        assert isinstance(countdown, Countdown)
        _can_be_touched(countdown)
        countdown.show_left(7)
        stage.close()


def test_on_a_screen_of_another_size_it_is_made_for_that_one(qapp: QApplication) -> None:
    stage = Stage(Setting((3840, 2160), 27.0, "es", "en"), qapp)
    stage.shell.idle.restart()
    stage.shell.idle.warn.emit()
    stage.settle()
    stage.shell.resize(1366, 768)
    stage.shell.fit(Scale(1366, 768, 15.6))
    stage.settle()
    (countdown,) = stage.shell.findChildren(Countdown)
    assert stage.shell.idle.covering and countdown.isEnabled()
    _can_be_touched(countdown)
    buttons = {button.objectName(): button for button in countdown.findChildren(TapButton)}
    buttons["here"].activated.emit()
    stage.settle()
    assert not stage.shell.idle.covering and not stage.shell.findChildren(Countdown)
    stage.close()


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
            _can_be_touched(countdown)
            stage.close()
    assert rings, "there is a ring where there is room for it"
