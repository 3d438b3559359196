"""A kiosk for the journeys: the whole program in its window, with a folder instead of a printer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from pdkiosk import resources
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.model import Guide
from pdkiosk.interview.answers import Value
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages, settled
from pdkiosk.papers_desk import Desk
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.folder import FolderInstead
from pdkiosk.printing.limits import Limits
from pdkiosk.printing.printer import Printer
from pdkiosk.ui.application import make_application
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import Look, Scale, TapClock
from pdkiosk.ui.window.key_filter import KeyFilter
from pdkiosk.ui.window.run import session_maker
from pdkiosk.ui.window.shell import Shell
from tests.journeys.person import Person, Wait
from tests.widgets.fakes import Clock

TODAY = datetime.date(2026, 11, 24)
TITLE = "pdkiosk"


@cache
def the_guide() -> Guide:
    """The guide that ships with the program."""
    return load_guide(resources.path("guide"))


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@dataclass
class Kiosk:
    """A window that stands ready, and the folder where its papers come out.

    ``paints``: for everybody. Else it lays its pages out, but paints them for who walks alone.
    """

    shell: Shell
    clock: Clock
    folder: Path
    wait: Wait
    paints: bool = True

    def person(self, *, walks: bool = False) -> Person:
        """Somebody who stands before it; ``walks``: over every page."""
        self.shell.setUpdatesEnabled(self.paints or walks)
        return Person(self.shell, self.clock, _finger(), self.wait, walks=walks)

    @property
    def answers(self) -> Mapping[str, Value]:
        """What the session holds."""
        return self.shell.context.interview.answers.values

    def idle_clock(self) -> Clock:
        """From now on the watch over idle people goes by this clock alone."""
        clock = Clock()
        self.shell.idle.watch.clock = clock
        self.shell.idle.restart()
        return clock

    def give(self, answers: Mapping[str, Value], **more: Value) -> None:
        """Answers as if they had been touched and typed."""
        for name, value in {**answers, **more}.items():
            self.shell.context.interview.answers.set(name, value)


def make_kiosk(
    folder: Path,
    wait: Wait,
    facility: Facility | None = None,
    size: tuple[int, int] = (1280, 1024),
    inches: float = 19.0,
    *,
    printer: Printer | None = None,
    full_screen: bool = False,
    scale: Scale | None = None,
    paints: bool = True,
) -> Kiosk:
    """The program as it is put together for a real kiosk, but for the clock of its buttons.

    ``full_screen``: as a kiosk shows it, and with the true clock. ``inches``: of the screen.
    ``scale``: of the screen that the window is on, where it does not fill it.
    ``paints``: see Kiosk.
    """
    application = make_application()
    facility = facility or Facility()
    clock = Clock()
    guide, known = the_guide(), load_languages()
    offered = facility.languages or [*settled(known)]
    languages = {code: known[code] for code in (*offered, *facility.offer_drafts)}
    catalogs = Catalogs(resources.folder("translations"))
    scale = scale or Scale(*size, inches)
    # No printer of the machine that runs the tests may print a made-up person's letter.
    prints = printer or FolderInstead(CupsPrinter(path="/nonexistent"), folder)

    def desk(interview: Interview) -> Desk:
        made = Desk(guide, interview, facility, catalogs, languages, folder)
        made._printer = Limits(prints, None)
        return made

    new_session = session_maker(
        guide,
        catalogs,
        languages,
        facility,
        desk,
        scale,
        lambda: TODAY,
    )

    def with_clock() -> Context:
        context = new_session()
        context.look = Look(context.look.theme, scale, taps=TapClock(clock))
        return context

    shell = Shell(new_session if full_screen else with_clock)
    shell.setWindowTitle(TITLE)
    shell.resize(*size)
    shell.setUpdatesEnabled(paints)
    if full_screen:  # as in pdkiosk.ui.window.run
        application.installEventFilter(KeyFilter(shell))
        shell.may_close = False
        shell.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        shell.setGeometry(application.primaryScreen().geometry())
        shell.showFullScreen()
    else:
        shell.show()
    shell.activateWindow()
    return Kiosk(shell, clock, folder, wait, paints)
