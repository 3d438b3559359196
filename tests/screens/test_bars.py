"""The bars that are reused between pages look as if they had been made for each page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.theme.look import TextSize
from tests.screens.stage import Setting, Stage
from tests.widgets.fakes import picture_of


@pytest.fixture(params=[TextSize.NORMAL, TextSize.LARGEST])
def stage(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Stage]:
    made = Stage(Setting(text=request.param), qapp)
    yield made
    made.close()


def _colors(picture: QImage) -> int:
    places = product(range(0, picture.width(), 2), range(0, picture.height(), 2))
    return len({picture.pixel(x, y) for x, y in places})


def test_a_page_looks_as_if_its_bars_were_its_own(stage: Stage) -> None:
    shell, kept = stage.shell, 0
    for step in shell.course().steps[::3]:
        before = shell.frame.top
        shell.navigator.go_to(step.id)
        stage.settle()
        kept += shell.frame.top is before
        turned = [picture_of(bar) for bar in (shell.frame.top, shell.frame.bottom) if bar]
        shell.pages.clear()
        shell.build()
        stage.settle()
        made = [picture_of(bar) for bar in (shell.frame.top, shell.frame.bottom) if bar]
        assert len(made) == 2
        assert turned == made, step.id
        assert all(_colors(picture) > 9 for picture in made), "nothing was painted"
        shell.navigator.go_to(shell.course().steps[-1].id)
    assert kept > 5


def test_the_other_way_stands_beside_what_goes_on(stage: Stage) -> None:
    shell = stage.shell
    shell.navigator.go_to("letter")
    stage.settle()
    bottom = shell.frame.bottom
    assert bottom is not None
    places = {button.objectName(): button.geometry() for button in bottom.stops}
    back, aside, forward = (places[name] for name in ("back", "letter.read", "next"))
    if aside.bottom() > forward.top():  # else it stands above
        assert forward.left() - aside.right() < aside.left() - back.right()


def test_other_languages_have_other_bars_and_nobody_s_stay(stage: Stage) -> None:
    shell = stage.shell
    shell.navigator.go_to(shell.course().steps[3].id)
    before = shell.frame.top
    assert before is not None
    shell.turn_second_language()
    assert shell.frame.top is not before
    shell.end_session()
    assert shell.frame.top is None
    assert shell.frame.bottom is None
