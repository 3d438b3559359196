"""Creates the application object with our name, style and fonts."""

from __future__ import annotations

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from pdkiosk.ui.accessible import teach_roles
from pdkiosk.ui.theme.look import load_fonts


def make_application() -> QApplication:
    """The application object with our fonts; returns the existing one if there is one."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        load_fonts()
        teach_roles(existing)
        return existing
    # Pass only our name: Qt would show arguments in titles and give them to the session manager.
    # The style as an argument: setStyle would first make PySide create a hundred types.
    application = QApplication(["pdkiosk", "-style", "Fusion"])
    application.setApplicationName("pdkiosk")
    application.clipboard().changed.connect(_take_back)
    load_fonts()
    teach_roles(application)
    return application


def _take_back(mode: QClipboard.Mode) -> None:
    """Clears the clipboard and X11's selection, which any program could read.

    Qt's fields fill the selection by themselves whenever something is selected. It is cleared
    within the same event, before a request of the display for it can be answered.
    """
    clipboard = QApplication.clipboard()
    selection = mode is QClipboard.Mode.Selection
    if clipboard.ownsSelection() if selection else clipboard.ownsClipboard():
        clipboard.clear(mode)
