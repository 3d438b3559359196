from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.staff.kiosk import MakeKiosk, StaffKiosk, make_staff_kiosk


@pytest.fixture
def kiosk_with(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeKiosk]:
    """Makes a kiosk; several in a test are as many processes one after the other."""

    def make(**wishes: object) -> StaffKiosk:
        kiosk = make_staff_kiosk(tmp_path, **wishes)  # type: ignore[arg-type]
        qtbot.addWidget(kiosk.shell)
        qtbot.waitUntil(kiosk.shell.isActiveWindow)
        kiosk.settle()
        return kiosk

    yield make


@pytest.fixture
def kiosk(kiosk_with: MakeKiosk) -> StaffKiosk:
    return kiosk_with()


@pytest.fixture
def inside(kiosk: StaffKiosk) -> StaffKiosk:
    """The staff page, behind the PIN."""
    kiosk.corners()
    kiosk.enter()
    assert kiosk.room.place == "menu"
    return kiosk
