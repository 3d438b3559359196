"""Types into an editor like a physical keyboard, so that its limits and signals work."""

from __future__ import annotations

import re
from typing import TypeGuard

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Editor = QLineEdit | QPlainTextEdit

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_TEXTS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}
# Matches text after which a sentence begins: nothing, or the end of another sentence and a space,
# possibly followed by opening marks.
_BEGINS = re.compile(r"(?:^|[.!?…][\"'’”»)\]]*\s|\n)\s*[¿¡\"'‘“«(\[]*\Z")
_LOOKED_AT = 80  # characters before the cursor: more than closing marks and spaces ever need


def is_editor(widget: object) -> TypeGuard[Editor]:
    """Whether the person can type into a widget now."""
    return (
        isinstance(widget, (QLineEdit, QPlainTextEdit))
        and not widget.isReadOnly()
        and widget.isEnabled()
    )


def takes_lines(editor: Editor) -> bool:
    """Whether an editor accepts line breaks."""
    return isinstance(editor, QPlainTextEdit)


def hints(editor: Editor) -> Qt.InputMethodHint:
    """The input method hints of an editor."""
    return editor.inputMethodHints()


def type_text(editor: QWidget, text: str) -> None:
    """Types one character at the cursor, replacing the selection."""
    if len(text) == 1 and ord(text) <= 0xFFFF:
        key = ord(text.upper()) if len(text.upper()) == 1 and ord(text.upper()) < 0x100 else 0
        _send(editor, key, text)
        return
    # Several code units at once (beyond the basic plane, or with combining marks) are committed as
    # a whole, like an input method does; no physical key has them.
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(editor, commit)


def replace_before(editor: QWidget, text: str, letters: int = 1) -> None:
    """Replaces the letters before the cursor with a text, in one step; "" does nothing."""
    if not text:
        return
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text, -letters, letters)
    QApplication.sendEvent(editor, commit)


def press(editor: QWidget, key: Qt.Key) -> None:
    """Presses and releases a key that types no character."""
    _send(editor, key, _TEXTS.get(key, ""))


def _send(editor: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor, QKeyEvent(kind, key, _NO_MODIFIER, text))


def text_before(editor: Editor) -> str:
    """The text of the line before the cursor or the selection."""
    if isinstance(editor, QLineEdit):
        text = editor.text()
        place = editor.selectionStart() if editor.hasSelectedText() else editor.cursorPosition()
    else:
        cursor = editor.textCursor()
        block = editor.document().findBlock(cursor.selectionStart())
        text = block.text()
        place = cursor.selectionStart() - block.position()
    if text.isascii():
        return text[:place]
    # Qt counts in UTF-16 units.
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace")


def wants_capital(before: str) -> bool:
    """Whether a sentence begins after this text of a line."""
    cut = before[-_LOOKED_AT:]
    if len(before) > _LOOKED_AT:
        cut = "x" + cut  # the beginning of this excerpt is not the beginning of the text
    return _BEGINS.search(cut) is not None
