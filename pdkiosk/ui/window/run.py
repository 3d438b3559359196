"""Starts the window: application, fonts, look, shell."""

from __future__ import annotations

import contextlib
import datetime
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from pdkiosk import shipped_files
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

BROKEN = 71
"""Exit code of a session that lacks what it needs (EX_OSERR)."""
INTERNAL_ERROR = 70
_WARM_MS = 300
_SETTLE_MS = 200
_LAST_MS = 5000  # the supervisor ends a session that failed; without one it ends itself
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
    """A function that makes a fresh session each time."""

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
    """What reads aloud on this machine; nothing of it is loaded before it is asked for."""
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
    """One session of the wizard: built at once, shown when the supervisor says so.

    ``watch`` is given what is to hear of unexpected errors: their code and their place.
    ``staff`` makes what the staff page works with, when somebody asks for it. ``window``: in a
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

    def warm() -> None:
        # What fails here (a font is gone) would fail when the papers are made, after an hour.
        try:
            shell.warm()
        except Exception:
            note("broken-papers")
            application.exit(BROKEN)
            return
        # What was read so far was compared when it was read.
        if any(shipped_files.damaged(needed=True)):
            note("broken-files")
            application.exit(BROKEN)

    def show(sorry: str) -> None:
        if window:
            shell.show()
        else:
            shell.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            # Without a window manager (a kiosk on X11) nobody else makes it as large.
            shell.setGeometry(application.primaryScreen().geometry())
            shell.showFullScreen()
            shell.activateWindow()
        # Once the first screen stands: what the papers need later.
        QTimer.singleShot(_WARM_MS, warm)
        if sorry:
            from pdkiosk.ui.faults.after_failure import SorryPage

            code, _, language = sorry.partition(" ")
            SorryPage(shell.context, code.upper(), language, shell)
        QTimer.singleShot(_SWEEP_MS, shell.sweep)

    # exit, not quit: quit asks the windows first, and a kiosk's window does not close.
    link = SessionLink(show, application.exit, shell)
    diary = _Diary(link.say)
    shell.shown.connect(diary.shown)
    farewells = {"erase", *(page.id for page in guide.page if page.kind in ("print", "end"))}

    def come_to(place: str) -> None:
        if place in farewells:
            link.say("leaving")

    shell.shown.connect(come_to)
    shell.idle.covered.connect(lambda: link.say("leaving"))

    def ended() -> None:
        diary.ended(shell.ended_by)
        link.say("ended")

    def give_up(code: str) -> None:
        language = shell.context.preferences.first if shell.place != "start" else ""
        _erase(shell)
        diary.ended("error")
        link.say(f"failed {code} {language}")
        QTimer.singleShot(_LAST_MS, lambda: application.exit(INTERNAL_ERROR))

    def fit() -> None:
        nonlocal scale
        coming = Scale.for_screen(application.primaryScreen(), facility.screen_diagonal)
        if coming == scale:
            return
        scale = coming
        if shell.isFullScreen():
            shell.setGeometry(application.primaryScreen().geometry())
        shell.fit(scale)

    # A screen that was taken away and comes back says so several times.
    settled = QTimer(shell)
    settled.setSingleShot(True)
    settled.setInterval(_SETTLE_MS)
    settled.timeout.connect(fit)
    application.primaryScreenChanged.connect(settled.start)
    for screen in application.screens():
        screen.geometryChanged.connect(settled.start)
    application.screenAdded.connect(lambda added: added.geometryChanged.connect(settled.start))

    recovery = Recovery(shell, give_up, note, shell)
    watch(recovery.tell)
    shell.ended.connect(ended)
    shell.closed.connect(lambda: link.say("close"))
    shell.restart.connect(lambda: link.say("restart"))
    link.say("ready")
    # What is loaded stays until the session ends: looking through it for what can be freed would
    # only delay the first screen, and every later one.
    gc.freeze()
    gc.enable()
    return application.exec()


class _Diary:
    """Tells the log that a person has begun and how their session ended; nothing else.

    Staff are no such person: only the supervisor is told that they are there, for it must not
    end the program under their hands. ``say`` tells it.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._begun = False

    def shown(self, place: str) -> None:
        """Something else is on the screen."""
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


def _erase(shell: Shell) -> None:
    """Erases what a session that failed still holds, each thing whatever became of the others."""
    for erase in (
        lambda: shell.context.interview.answers.replace_all({}),
        lambda: _blank(shell),
        shell.idle.stop,
        shell.context.papers.clear,
    ):
        with contextlib.suppress(Exception):
            erase()


def _blank(shell: Shell) -> None:
    cover = QWidget(shell)
    cover.setAutoFillBackground(True)
    cover.setGeometry(shell.rect())
    cover.show()
    cover.raise_()
    cover.repaint()
