"""Types into an editor as a keyboard of plastic does, so that its limits and signals hold."""

from __future__ import annotations

import re
from typing import TypeGuard

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Editor = QLineEdit | QPlainTextEdit

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_TEXTS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Space: " "}
# Where a sentence begins, seen from behind: nothing before, or the end of another one and a
# space; marks that open a sentence or a quotation may be between.
_BEGINS = re.compile(r"(?:^|[.!?…][\"'’”»)\]]*\s|\n)\s*[¿¡\"'‘“«(\[]*\Z")
_LOOKED_AT = 80  # characters before the cursor: more than closing marks and spaces ever take


def is_editor(widget: object) -> TypeGuard[Editor]:
    """Whether a person can type into it now."""
    return (
        isinstance(widget, (QLineEdit, QPlainTextEdit))
        and not widget.isReadOnly()
        and widget.isEnabled()
    )


def takes_lines(editor: Editor) -> bool:
    """Whether a text can go on in a new line."""
    return isinstance(editor, QPlainTextEdit)


def hints(editor: Editor) -> Qt.InputMethodHint:
    """What the editor says of the text that it takes."""
    return editor.inputMethodHints()


def type_text(editor: QWidget, text: str) -> None:
    """Types one sign at the cursor, in the place of what is selected."""
    if len(text) == 1 and ord(text) <= 0xFFFF:
        key = ord(text.upper()) if len(text.upper()) == 1 and ord(text.upper()) < 0x100 else 0
        _send(editor, key, text)
        return
    # Several code units at once (beyond the basic plane, with combining marks): committed whole,
    # as an input method does; no key of a keyboard has them.
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text)
    QApplication.sendEvent(editor, commit)


def replace_before(editor: QWidget, text: str, letters: int = 1) -> None:
    """Puts a text in the place of the letters before the cursor, in one step; "" does nothing."""
    if not text:
        return
    commit = QInputMethodEvent("", [])
    commit.setCommitString(text, -letters, letters)
    QApplication.sendEvent(editor, commit)


def press(editor: QWidget, key: Qt.Key) -> None:
    """Presses and lifts a key that types no sign of its own."""
    _send(editor, key, _TEXTS.get(key, ""))


def _send(editor: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor, QKeyEvent(kind, key, _NO_MODIFIER, text))


def text_before(editor: Editor) -> str:
    """What is in the line before the cursor, or before what is selected."""
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
    # Qt counts UTF-16 units.
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace")


def wants_capital(before: str) -> bool:
    """Whether a sentence begins after these words of a line."""
    cut = before[-_LOOKED_AT:]
    if len(before) > _LOOKED_AT:
        cut = "x" + cut  # its beginning is not the beginning of the text
    return _BEGINS.search(cut) is not None
