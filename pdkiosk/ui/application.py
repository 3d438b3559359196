"""The application object: our name, our style, our fonts."""

from __future__ import annotations

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
    load_fonts()
    teach_roles(application)
    return application
