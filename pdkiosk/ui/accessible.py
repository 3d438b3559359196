"""Screen reader support beyond Qt's own: roles of our widgets, and immediate announcements."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

# Keyed by class name, which is what Qt asks for; applies to subclasses too.
_ROLES = {
    "HeadingLabel": QAccessible.Role.Heading,
    "ErrorLine": QAccessible.Role.AlertMessage,
    "QuestionField": QAccessible.Role.Grouping,
    "Callout": QAccessible.Role.Grouping,
}
_KNOWN = "pdkiosk_roles"


def teach_roles(application: QApplication) -> None:
    """Makes Qt tell screen readers the roles of our own widgets; call once per application."""
    if application.property(_KNOWN):
        return
    application.setProperty(_KNOWN, True)
    QAccessible.installFactory(_interface)


def _interface(name: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(name)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)


def announce(widget: QWidget, words: str) -> None:
    """Makes a screen reader say these words now, because nobody would look for them."""
    if words and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
