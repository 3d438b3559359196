"""Fixtures: a kiosk and a person using it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from tests.journeys.kiosk import Kiosk, make_kiosk, the_guide
from tests.journeys.person import Person


@pytest.fixture
def guide() -> Guide:
    return the_guide()


@pytest.fixture
def paints(request: pytest.FixtureRequest) -> bool:
    """Whether pages are painted for those, too, who are in a hurry.

    It took a third of their time, and every page is painted for somebody else: who walks, the
    monkey, tests/screens. Where painting itself matters, a file says PAINTS = True.
    """
    return getattr(request.module, "PAINTS", False)


@pytest.fixture
def kiosk_with(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, paints: bool
) -> Iterator[Callable[[Facility | None], Kiosk]]:
    """Makes a kiosk with the settings of a facility."""

    def make(facility: Facility | None) -> Kiosk:
        kiosk = make_kiosk(tmp_path / "papers", qtbot.waitUntil, facility, paints=paints)
        qtbot.addWidget(kiosk.shell)
        qtbot.waitUntil(kiosk.shell.isActiveWindow)
        return kiosk

    yield make


@pytest.fixture
def kiosk(kiosk_with: Callable[[Facility | None], Kiosk]) -> Kiosk:
    return kiosk_with(None)


@pytest.fixture
def person(kiosk: Kiosk) -> Person:
    return kiosk.person()
