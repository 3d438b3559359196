"""Keeps keys from leading out of the wizard: only typing and moving are allowed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_K = Qt.Key
# An allowlist: any other key that types nothing is blocked.
_MOVING = frozenset(
    {
        _K.Key_Tab,
        _K.Key_Backtab,
        _K.Key_Return,
        _K.Key_Enter,
        _K.Key_Escape,  # only closes a sheet
        _K.Key_Space,
        _K.Key_Left,
        _K.Key_Right,
        _K.Key_Up,
        _K.Key_Down,
        _K.Key_Home,
        _K.Key_End,
        _K.Key_PageUp,
        _K.Key_PageDown,
        _K.Key_Backspace,
        _K.Key_Delete,
        _K.Key_Shift,
        _K.Key_CapsLock,
        _K.Key_AltGr,
        _K.Key_Dead_Acute,
        _K.Key_Dead_Grave,
        _K.Key_Dead_Tilde,
        _K.Key_Dead_Diaeresis,
        _K.Key_Dead_Circumflex,
        _K.Key_Multi_key,
    }
)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
# Shortcuts that could move data into the window or out of it.
_GESTURES = (
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.Shortcut,
)


def allowed(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key may reach the wizard.

    On some systems AltGr is reported as Control and Alt together; with both, a key that types a
    character is allowed.
    """
    commands = modifiers & _COMMANDS
    types_something = bool(text) and text.isprintable()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if commands and commands != both:
        return False
    if commands:
        return types_something
    return key in _MOVING or types_something


class KeyFilter(QObject):
    """An event filter for the whole application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _GESTURES:
            return True
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            return not allowed(event.key(), event.modifiers(), event.text())
        return False
