"""Starts the window: application, fonts, look, shell."""

from __future__ import annotations

import contextlib
import datetime
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from pdkiosk import shipped_files
from pdkiosk.exit_codes import BROKEN, INTERNAL_ERROR
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.model import Guide
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import Language
from pdkiosk.session.papers import Papers
from pdkiosk.speech.recordings import Recordings
from pdkiosk.speech.voice import NoVoice, Voice
from pdkiosk.ui.application import make_application
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.faults.recovery import Recovery
from pdkiosk.ui.supervisor_link import SessionLink, note
from pdkiosk.ui.theme.look import PAPER, Look, Scale
from pdkiosk.ui.window.key_filter import KeyFilter
from pdkiosk.ui.window.night import Night
from pdkiosk.ui.window.shell import Shell

if TYPE_CHECKING:
    from pdkiosk.staff.desk import StaffDesk

_WARM_MS = 300
_SETTLE_MS = 200
_LAST_MS = 5000  # the supervisor ends a failed session; without a supervisor it ends itself
_SWEEP_MS = 20_000


def session_maker(
    guide: Guide,
    catalogs: Catalogs,
    languages: dict[str, Language],
    facility: Facility,
    papers_for: Callable[[Interview], Papers],
    scale: Scale,
    today: Callable[[], datetime.date] = datetime.date.today,
    voice: Callable[[], Voice] = NoVoice,
) -> Callable[[], Context]:
    """Returns a function that creates a new session each time."""

    folder = facility.voices_folder

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
            voice=voice,
            recordings=Recordings(Path(folder) if folder else None),
            today=today,
        )

    return new_session


def _system_voice() -> Voice:
    """The voice of this machine; nothing is loaded before it is first used."""
    from pdkiosk.speech.probe import speech_command
    from pdkiosk.speech.process import SpeechProcess
    from pdkiosk.speech.recorded import RecordedVoice

    return RecordedVoice(SpeechProcess(speech_command()))


def run_wizard(
    guide: Guide,
    catalogs: Catalogs,
    languages: dict[str, Language],
    facility: Facility,
    papers_for: Callable[[Interview], Papers],
    watch: Callable[[Callable[[str, str], None]], None],
    *,
    window: bool,
    staff: Callable[[], StaffDesk] | None = None,
) -> int:
    """Runs one session of the wizard: built at once, shown when the supervisor says so.

    ``watch`` is called with the function that should receive the code and place of unexpected
    errors. ``staff`` creates the staff desk when someone asks for the staff page. ``window``: in a
    window that can be closed, not full screen. Returns the exit code.
    """
    application = make_application()
    scale = Scale.for_screen(application.primaryScreen(), facility.screen_diagonal)
    sessions = session_maker(
        guide, catalogs, languages, facility, papers_for, scale, voice=_system_voice
    )
    size = QSize(1280, 960) if window else application.primaryScreen().size()
    shell = Shell(sessions, staff, size)
    shell.setWindowTitle("pdkiosk")
    keys = KeyFilter(shell)
    if not window:
        application.installEventFilter(keys)
        shell.may_close = False
    Night(shell, facility.night_from, facility.night_to, lambda: shell.place == "start")
    wizard = _Wizard(application, shell, window=window)
    _ScreenWatch(application, shell, scale, facility.screen_diagonal)
    recovery = Recovery(shell, wizard.give_up, note, shell)
    watch(recovery.tell)
    wizard.link.say("ready")
    # Everything loaded stays until the session ends: letting the garbage collector scan it would
    # only delay the first screen and every later one.
    gc.freeze()
    gc.enable()
    code = application.exec()
    shell.erase()  # also if no window was closed: the supervisor is gone
    return code


class _Wizard:
    """Connects the window to the supervisor: when it is shown, and how the session ends."""

    def __init__(self, application: QApplication, shell: Shell, *, window: bool) -> None:
        self._application = application
        self._shell = shell
        self._window = window
        # exit, not quit: quit asks the windows first, and a kiosk's window refuses to close.
        self.link = SessionLink(self._show, application.exit, shell)
        self._diary = _Diary(self.link.say)
        last_pages = (page.id for page in shell.context.guide.page if page.kind in ("print", "end"))
        self._farewells = {"erase", *last_pages}
        shell.shown.connect(self._diary.shown)
        shell.shown.connect(self._come_to)
        shell.idle.covered.connect(lambda: self.link.say("leaving"))
        shell.ended.connect(self._ended)
        shell.closed.connect(lambda: self.link.say("close"))
        shell.restart.connect(lambda: self.link.say("restart"))

    def _show(self, failed: str) -> None:
        """Shows the window; ``failed`` is the code and language of a failed session before."""
        shell = self._shell
        if self._window:
            shell.show()
        else:
            shell.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            # Without a window manager (a kiosk on X11) nothing else makes it full screen.
            shell.setGeometry(self._application.primaryScreen().geometry())
            shell.showFullScreen()
            shell.activateWindow()
        # Once the first screen is shown, load what the papers need later.
        QTimer.singleShot(_WARM_MS, self._warm)
        if failed:
            from pdkiosk.ui.faults.after_failure import SorryPage

            code, _, language = failed.partition(" ")
            SorryPage(shell.context, code.upper(), language, shell)
        QTimer.singleShot(_SWEEP_MS, shell.sweep)

    def _warm(self) -> None:
        # If this fails (say, a font is missing), making the papers would fail after an hour of
        # work.
        try:
            self._shell.warm()
        except Exception:
            note("broken-papers")
            self._application.exit(BROKEN)
            return
        # Files that were read so far were checked when they were read.
        if any(shipped_files.damaged(needed=True)):
            note("broken-files")
            self._application.exit(BROKEN)

    def _come_to(self, place: str) -> None:
        if place in self._farewells:
            self.link.say("leaving")

    def _ended(self) -> None:
        self._diary.ended(self._shell.ended_by)
        self.link.say("ended")

    def give_up(self, code: str) -> None:
        """Ends a session that failed repeatedly.

        Erases everything, and the supervisor takes over.
        """
        shell = self._shell
        language = shell.context.preferences.first if shell.place != "start" else ""
        with contextlib.suppress(Exception):
            shell.cover()
        shell.erase()
        self._diary.ended("error")
        self.link.say(f"failed {code} {language}")
        QTimer.singleShot(_LAST_MS, lambda: self._application.exit(INTERNAL_ERROR))


class _ScreenWatch(QObject):
    """Adapts the window to a screen that changes its size."""

    def __init__(
        self, application: QApplication, shell: Shell, scale: Scale, diagonal: float | None
    ) -> None:
        super().__init__(shell)
        self._application = application
        self._shell = shell
        self._scale = scale
        self._diagonal = diagonal
        # A screen that is disconnected and comes back sends several signals.
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._fit)
        application.primaryScreenChanged.connect(self._settled.start)
        application.screenAdded.connect(self._watch)
        for screen in application.screens():
            self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settled.start)

    def _fit(self) -> None:
        screen = self._application.primaryScreen()
        scale = Scale.for_screen(screen, self._diagonal)
        if scale != self._scale:
            self._scale = scale
            if self._shell.isFullScreen():
                self._shell.setGeometry(screen.geometry())
            self._shell.fit(scale)


class _Diary:
    """Logs that a person has begun and how their session ended; nothing else.

    Staff do not count: only the supervisor is told that they are there (with ``say``), because it
    must not end the program while they use it.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._begun = False

    def shown(self, place: str) -> None:
        """Something else is shown on the screen."""
        if place == "staff":
            self._say("staff")
        elif place != "start" and not self._begun:
            self._begun = True
            note("begun")

    def ended(self, how: str) -> None:
        """The session is over."""
        if self._begun and how:
            note(f"ended-{how}")
        self._begun = False
