"""Starts the window: application, fonts, look, shell."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.lockdown import KeyFilter
from pdkiosk.ui.night import Night
from pdkiosk.ui.papers import Papers
from pdkiosk.ui.session_link import SessionLink
from pdkiosk.ui.shell import Shell
from pdkiosk.ui.theme import PAPER, Look, Scale, load_fonts

_WARM_MS = 300


def make_application() -> QApplication:
    """The application object with our fonts; the same one when it exists already."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        load_fonts()
        return existing
    # Our own name only: Qt would show arguments in titles and give them to the session manager.
    application = QApplication(["pdkiosk"])
    application.setApplicationName("pdkiosk")
    load_fonts()
    return application


def session_maker(
    guide: Guide,
    catalogs: Catalogs,
    languages: dict[str, Language],
    facility: Facility,
    papers_for: Callable[[Interview], Papers],
    scale: Scale,
    today: Callable[[], datetime.date] = datetime.date.today,
) -> Callable[[], Context]:
    """A function that makes a fresh session each time."""

    def new_session() -> Context:
        interview = Interview(guide, today())
        return Context(
            guide=guide,
            catalogs=catalogs,
            languages=languages,
            facility=facility,
            interview=interview,
            papers=papers_for(interview),
            preferences=Preferences(),
            look=Look(PAPER, scale),
        )

    return new_session


def run_wizard(
    guide: Guide,
    catalogs: Catalogs,
    languages: dict[str, Language],
    facility: Facility,
    papers_for: Callable[[Interview], Papers],
    *,
    window: bool,
) -> int:
    """One session of the wizard: built at once, shown when the supervisor says so.

    ``window``: in a window that can be closed, not full screen. Returns the exit code.
    """
    application = make_application()
    scale = Scale.for_screen(application.primaryScreen(), facility.screen_diagonal)
    shell = Shell(session_maker(guide, catalogs, languages, facility, papers_for, scale))
    shell.setWindowTitle("pdkiosk")
    keys = KeyFilter(shell)
    if not window:
        application.installEventFilter(keys)
        shell.may_close = False

    Night(shell, facility.night_from, facility.night_to, lambda: shell.place == "start")

    def show() -> None:
        if window:
            shell.resize(1280, 960)
            shell.show()
        else:
            shell.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            # Without a window manager (a kiosk on X11) nobody else makes it as large.
            shell.setGeometry(application.primaryScreen().geometry())
            shell.showFullScreen()
            shell.activateWindow()
        # Once the first screen stands: what the papers need later.
        QTimer.singleShot(_WARM_MS, shell.warm)

    # exit, not quit: quit asks the windows first, and a kiosk's window does not close.
    link = SessionLink(show, application.exit, shell)
    shell.ended.connect(lambda: link.say("ended"))
    shell.closed.connect(lambda: link.say("close"))
    link.say("ready")
    gc.freeze()  # what is loaded now stays for good
    gc.enable()
    return application.exec()
