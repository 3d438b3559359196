"""A look, and the application with its fonts, for the tests of widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.accessible import teach_roles
from pdkiosk.ui.theme.look import PAPER, Look, Scale, TapClock, TextSize, Theme, load_fonts
from tests.widgets.fakes import Clock, MakeLook


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_look(qapp: QApplication, clock: Clock) -> Iterator[MakeLook]:
    load_fonts()
    teach_roles(qapp)

    def make(
        *,
        theme: Theme = PAPER,
        size: tuple[int, int] = (1280, 1024),
        diagonal: float = 19.0,
        text: TextSize = TextSize.NORMAL,
    ) -> Look:
        look = Look(theme, Scale(*size, diagonal, text), taps=TapClock(clock))
        look.apply(qapp)
        return look

    yield make


@pytest.fixture
def look(make_look: MakeLook) -> Look:
    return make_look()
