"""The application object: our name, our style, our fonts."""

from __future__ import annotations

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.accessible import teach_roles
from pdkiosk.ui.theme.look import load_fonts


def make_application() -> QApplication:
    """The application object with our fonts; the same one when it exists already."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        load_fonts()
        teach_roles(existing)
        return existing
    # Our own name only: Qt would show arguments in titles and give them to the session manager.
    # The style as an argument: setStyle would make PySide create a hundred types first.
    application = QApplication(["pdkiosk", "-style", "Fusion"])
    application.setApplicationName("pdkiosk")
    application.clipboard().changed.connect(_take_back)
    load_fonts()
    teach_roles(application)
    return application


def _take_back(mode: QClipboard.Mode) -> None:
    """Whatever a field gives to the clipboard or to X's selection, any program could read.

    Qt's fields do it by themselves when something is selected, by touch or by keys. It is taken
    back within the same event, before the display's question for it can be answered.
    """
    clipboard = QApplication.clipboard()
    selection = mode is QClipboard.Mode.Selection
    if clipboard.ownsSelection() if selection else clipboard.ownsClipboard():
        clipboard.clear(mode)
