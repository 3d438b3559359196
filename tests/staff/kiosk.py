"""A kiosk whose staff page can be opened, and fingers that touch its window."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pdkiosk import resources
from pdkiosk.commands.stock import facility_problem
from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.loading import load_facility
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.folder import FolderInstead
from pdkiosk.printing.limits import Limits
from pdkiosk.staff.health import FacilityState
from pdkiosk.staff_page_desk import Staff
from pdkiosk.ui.application import make_application
from pdkiosk.ui.context import Context
from pdkiosk.ui.staff.page import StaffPage
from pdkiosk.ui.theme.look import Look, Scale, TapClock
from pdkiosk.ui.widgets import PageScroll
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell
from tests.widgets.fakes import Clock

PIN = "830194"
SIZE = (1280, 1024)


@cache
def pin_hash() -> str:
    """A hash of the PIN that is quickly checked."""
    quick = Argon2id(salt=b"0123456789abcdef", length=32, iterations=1, lanes=1, memory_cost=1024)
    return str(quick.derive_phc_encoded(PIN.encode()))


@cache
def the_guide() -> Guide:
    return load_guide(resources.path("guide"))


class KeptLog:
    """A log with what the kiosk's log could hold, and with what it must not."""

    def counters(self) -> dict[str, int]:
        return {"session-ended": 212, "pages": 1480, "Guadalupe Hernández": 3}

    def tail(self, count: int) -> list[str]:
        return ["2026-11-24T12:00:01 session-ended", "Mi hija Guadalupe está ñ"][:count]


@dataclass
class StaffKiosk:
    """The window, its folders, and the clock of its buttons."""

    shell: Shell
    clock: Clock
    folder: Path
    file: Path

    @property
    def room(self) -> StaffPage:
        room = self.shell.findChild(StaffPage)
        assert room is not None
        return room

    def find(self, name: str) -> QWidget:
        found = [w for w in self.shell.findChildren(QWidget, name) if w.isVisibleTo(self.shell)]
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(w.isVisibleTo(self.shell) for w in self.shell.findChildren(QWidget, name))

    def touch_at(self, at: QPoint) -> None:
        """A finger on the glass: what stands there is hit, whatever it is."""
        self.clock.forward(1.0)
        handle = self.shell.windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.settle()

    def touch(self, name: str) -> None:
        """Brings it into view by the page's own scroll area and touches its middle."""
        widget = self.find(name)
        for scroll in self.shell.findChildren(PageScroll):
            if scroll.isVisibleTo(self.shell) and scroll.isAncestorOf(widget):
                scroll.reveal(widget)
        self.settle()
        self.touch_at(widget.mapTo(self.shell, widget.rect().center()))

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def corners(self, order: str = "1234") -> None:
        """Touches corners by their number, clockwise from the top left."""
        right, bottom = self.shell.width() - 20, self.shell.height() - 20
        places = {
            "1": QPoint(20, 20),
            "2": QPoint(right, 20),
            "3": QPoint(right, bottom),
            "4": QPoint(20, bottom),
        }
        for number in order:
            self.touch_at(places[number])

    def enter(self, pin: str = PIN) -> None:
        for digit in pin:
            self.touch(f"pin.{digit}")
        self.touch("pin.ok")

    def words(self) -> str:
        """All that is on the screen, as a screen reader hears it."""
        return "\n".join(
            f"{w.accessibleName()} {w.accessibleDescription()}"
            for w in self.shell.findChildren(QWidget)
            if w.isVisibleTo(self.shell)
        )


MakeKiosk = Callable[..., StaffKiosk]


def make_staff_kiosk(
    folder: Path,
    *,
    facility: Facility | None = None,
    with_file: bool = True,
    problem: FacilityProblem | None = None,
) -> StaffKiosk:
    """The program as it is put together for a kiosk, with a folder in the place of a printer."""
    make_application()
    file = folder / "facility.toml"
    if facility is None:
        facility = Facility(name="Eloy", staff_pin=pin_hash())
    if with_file:
        FacilityFile(file).save(facility)
        facility = load_facility(file)
    guide, languages = the_guide(), load_languages()
    catalogs = Catalogs(resources.folder("translations"))
    clock = Clock()
    scale = Scale(*SIZE, 19.0)
    pages = folder / "pages"
    used = facility

    def staff() -> Staff:
        made = Staff(
            guide,
            used,
            catalogs,
            languages,
            FacilityState(file if with_file else None, problem),
            log=KeptLog(),
            state=folder / "state",
            today=lambda: datetime.date(2026, 11, 24),
            check=lambda found: facility_problem(found, guide, languages),
        )
        # No printer of the machine that runs the tests may print.
        made._printer = FolderInstead(CupsPrinter(path="/nonexistent"), pages)
        return made

    def desk(interview: Interview) -> Desk:
        made = Desk(guide, interview, used, catalogs, languages, pages)
        made._printer = Limits(FolderInstead(CupsPrinter(path="/nonexistent"), pages), None)
        return made

    new_session = session_maker(guide, catalogs, languages, used, desk, scale)

    def with_clock() -> Context:
        context = new_session()
        context.look = Look(context.look.theme, scale, taps=TapClock(clock))
        return context

    shell = Shell(with_clock, staff)
    shell.resize(*SIZE)
    shell.setUpdatesEnabled(False)  # the pages of the staff are painted in tests/screens
    shell.show()
    shell.activateWindow()
    return StaffKiosk(shell, clock, folder, file)
