"""Fields for typing: one line, or as many as needed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from pdkiosk.characters import length
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.field import Field
from pdkiosk.ui.widgets.kiosk_editors import LineEditor, TextEditor
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.spoken import FOLLOWS

_NEAR_LIMIT = 300  # characters left when the counter appears


class TextField(Field):
    """A single line. ``changed`` carries the text when the person types."""

    changed = Signal(str)

    def __init__(
        self,
        look: Look,
        label: Pair,
        *,
        max_length: int = 200,
        digits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent=parent)
        self.editor = LineEditor(look, self)
        self.editor.setMaxLength(max_length)
        self.editor.setAccessibleName(label.spoken())
        if digits:
            self.editor.take_only_digits()
        # Not textEdited: assistive tools change the text without it.
        self.editor.textChanged.connect(self.changed)
        self.body.addWidget(self.editor)

    def control(self) -> QWidget:
        return self.editor

    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.editor.text().strip()

    def set_text(self, text: str) -> None:
        """Sets the text, without ``changed``."""
        with QSignalBlocker(self.editor):
            self.editor.setText(text)


class TextArea(Field):
    """Several lines that grow with the words. ``changed`` carries the text.

    ``max_length``: characters, as ``length`` counts them, 4000 at least. ``near``: words with
    "{left}", shown near the limit.
    """

    changed = Signal(str)

    def __init__(
        self,
        look: Look,
        label: Pair,
        *,
        max_length: int = 6000,
        near: Pair | None = None,
        rows: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent=parent)
        if max_length < 4000:
            raise ValueError("free text has room for 4000 characters at least")
        self._max_length = max_length
        self._near = near
        self._kept = ""
        self.editor = TextEditor(look, rows, self)
        self.editor.setAccessibleName(label.spoken())
        self.body.addWidget(self.editor)
        self._counter = TextPair(
            look, NOTHING, TextRole.SMALL, color=look.theme.second, parent=self
        )
        self._counter.setProperty(FOLLOWS, True)
        self._counter.hide()
        self.body.addWidget(self._counter)
        self.editor.textChanged.connect(self._on_text_changed)

    def control(self) -> QWidget:
        return self.editor

    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.editor.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Sets the text, without ``changed``; a text over the limit is not shortened."""
        with QSignalBlocker(self.editor):
            self.editor.setPlainText(text)
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._kept = text
        self._show_counter(length(text))

    def _on_text_changed(self) -> None:
        text = self.editor.toPlainText()
        if text == self._kept:
            return
        now, before = length(text), length(self._kept)
        if now > self._max_length and now > before:
            place = self.editor.textCursor().position() - (now - before)
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(self._kept)
                cursor = self.editor.textCursor()
                cursor.setPosition(max(0, min(place, before)))
                self.editor.setTextCursor(cursor)
            return
        self._kept = text
        self._show_counter(now)
        self.changed.emit(text)

    def _show_counter(self, used: int) -> None:
        left = max(0, self._max_length - used)
        if self._near is None or left > _NEAR_LIMIT:
            self._counter.hide()
            return
        number = str(left)
        first = self._near.first.replace("{left}", number)
        self._counter.set_pair(Pair(first, self._near.second.replace("{left}", number)))
        self._counter.show()
