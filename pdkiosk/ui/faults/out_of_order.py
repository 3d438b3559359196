"""The plain page shown if the wizard cannot start: says so in both languages, asks for staff.

The damaged files may be the ones that this page needs, so it falls back to another one that needs
no files.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from pdkiosk.language.message import Message
from pdkiosk.ui.application import make_application
from pdkiosk.ui.supervisor_link import SessionLink

# Translators: the whole screen, when the program does not work.
_TITLE = Message("This machine needs help", "apology.title")
# Translators: the whole screen, when the program does not work.
_BODY = Message(
    "Please tell the library. What was written is erased. Printed pages are yours.", "apology.body"
)
# Built in, in case no translation can be read; the same words as in the catalog.
WITHOUT_CATALOG = (
    "Esta máquina necesita ayuda",
    "Avise en la biblioteca, por favor. Lo que se escribió está borrado. Las hojas impresas son "
    "suyas.",
)
_SHOWN_MS = 60_000  # seconds, then the wizard is tried again


def run_out_of_order(*, window: bool) -> int:
    """Shows the page for a minute; returns the exit code."""
    try:
        application = make_application()
        page = _page(application)
    except Exception:
        found = QApplication.instance()
        application = found if isinstance(found, QApplication) else QApplication(["pdkiosk"])
        page = _bare_page(application)
    page.setWindowTitle("pdkiosk")
    over = QTimer(page, singleShot=True, interval=_SHOWN_MS)
    over.timeout.connect(application.exit)

    def show(failure: str) -> None:
        if window:
            page.resize(1280, 960)
            page.show()
        else:
            page.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
            page.setGeometry(application.primaryScreen().geometry())
            page.showFullScreen()
        over.start()

    link = SessionLink(show, application.exit, page)
    link.say("ready")
    code = application.exec()
    over.stop()  # otherwise it would end whatever the application does next
    return code


def _page(application: QApplication) -> QWidget:
    from pdkiosk import resources
    from pdkiosk.language.catalogs import SOURCE_LANGUAGE, Catalogs
    from pdkiosk.language.languages import load_languages
    from pdkiosk.ui.theme.look import PAPER, Look, Scale, TextRole
    from pdkiosk.ui.widgets import HeadingLabel, Pair, Surface, SurfaceKind, TextPair

    catalogs = Catalogs(resources.folder("translations"))
    first = next(
        code for code in load_languages() if code != SOURCE_LANGUAGE and catalogs.is_whole(code)
    )
    look = Look(PAPER, Scale.for_screen(application.primaryScreen()))
    page = Surface(look, SurfaceKind.PAPER)
    column = QVBoxLayout(page)
    column.addStretch(1)

    def both(message: Message) -> Pair:
        return Pair(catalogs.text(message, first), catalogs.text(message, SOURCE_LANGUAGE))

    title = HeadingLabel(look, both(_TITLE), display=True, centered=True, parent=page)
    body = TextPair(look, both(_BODY), TextRole.SUBHEADING, centered=True, parent=page)
    column.addWidget(title)
    column.addWidget(body)
    column.addStretch(2)
    return page


def _bare_page(application: QApplication) -> QWidget:
    page = QWidget()
    page.setObjectName("bare")
    # The system's colors would be enough, but a kiosk's system may have a dark theme or none.
    page.setStyleSheet("QWidget { background: #FBF8F3; color: #16202B; }")
    column = QVBoxLayout(page)
    column.setContentsMargins(48, 48, 48, 48)
    column.setSpacing(32)
    column.addStretch(1)
    height = application.primaryScreen().size().height()
    for text in (*WITHOUT_CATALOG, _TITLE.text, _BODY.text):
        label = QLabel(text, page)
        font = label.font()
        font.setPixelSize(max(28, height // 28))
        font.setBold(text in (WITHOUT_CATALOG[0], _TITLE.text))
        label.setFont(font)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    column.addStretch(2)
    return page
