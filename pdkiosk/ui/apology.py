"""The plain page when the wizard keeps dying: says so in both languages and asks for staff."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from pdkiosk import resources
from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
from pdkiosk.language.languages import load_languages
from pdkiosk.language.message import Message
from pdkiosk.ui.session_link import SessionLink
from pdkiosk.ui.start import make_application
from pdkiosk.ui.theme import PAPER, Look, Scale, TextRole
from pdkiosk.ui.widgets import HeadingLabel, Pair, Surface, SurfaceKind, TextPair

# Translators: the whole screen, when the program does not work.
_TITLE = Message("This machine needs help", "apology.title")
# Translators: the whole screen, when the program does not work.
_BODY = Message(
    "Please tell the library. What was written is erased. Printed pages are yours.",
    "apology.body",
)
_SHOWN_MS = 60_000  # then the wizard is tried again


def run_apology(*, window: bool) -> int:
    """Shows the page for a minute; returns the exit code."""
    application = make_application()
    catalogs = Catalogs(resources.folder("translations"))
    first = next(code for code in load_languages() if code != SOURCE_LANGUAGE)
    look = Look(PAPER, Scale.for_screen(application.primaryScreen()))
    page = Surface(look, SurfaceKind.PAPER)
    page.setWindowTitle("pdkiosk")
    column = QVBoxLayout(page)
    column.addStretch(1)

    def both(message: Message) -> Pair:
        return Pair(catalogs.text(message, first), catalogs.text(message, SOURCE_LANGUAGE))

    title = HeadingLabel(look, both(_TITLE), display=True, centred=True, parent=page)
    body = TextPair(look, both(_BODY), TextRole.SUBHEADING, centred=True, parent=page)
    column.addWidget(title)
    column.addWidget(body)
    column.addStretch(2)

    def show() -> None:
        if window:
            page.resize(1280, 960)
            page.show()
        else:
            page.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            page.setGeometry(application.primaryScreen().geometry())
            page.showFullScreen()
        QTimer.singleShot(_SHOWN_MS, application.exit)

    link = SessionLink(show, application.exit, page)
    link.say("ready")
    return application.exec()
