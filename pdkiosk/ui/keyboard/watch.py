"""Notices when a finger is lifted from an editor, and when an editor loses the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from shiboken6 import isValid

from pdkiosk.ui.keyboard.editing import Editor, is_editor

_FINGER_MS = 40  # how often to check whether the finger is still down


class EditorWatch(QObject):
    """Follows the focus within a window.

    ``touched``: a finger was lifted from the focused editor. ``moved``: the focus came to another
    editor in any way. ``left``: no editor has the focus any more, and no finger is down, so that
    nothing moves under a finger.
    """

    touched = Signal(object)
    moved = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._editor: Editor | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def editor(self) -> Editor | None:
        """The editor of the window that has the focus now."""
        focused = QApplication.focusWidget()
        if is_editor(focused) and self._window.isAncestorOf(focused):
            return focused
        return None

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        editor = self.editor
        if editor is not None and editor is not self._editor:
            self._follow(editor)
            self.moved.emit(editor)
        if editor is None:
            # Wait: a rebuilt page gives the focus back to the same question in a moment.
            self._timer.start(0)

    def _follow(self, editor: Editor) -> None:
        for watched in self._watched():
            watched.removeEventFilter(self)
        self._editor = editor
        for watched in self._watched():
            watched.installEventFilter(self)

    def _watched(self) -> list[QWidget]:
        editor = self._editor
        if editor is None or not isValid(editor):
            return []
        return [editor, editor.viewport()] if isinstance(editor, QPlainTextEdit) else [editor]

    def _look(self) -> None:
        if self.editor is not None or not isValid(self._window):
            return
        if QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            self._timer.start(_FINGER_MS)
            return
        if self._window.isActiveWindow() or QApplication.focusWidget() is not None:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and event.button() is Qt.MouseButton.LeftButton
            and watched.rect().contains(event.position().toPoint())
        ):
            editor = self.editor
            if editor is not None and editor is self._editor:
                # Wait until the editor has placed its cursor.
                QTimer.singleShot(0, self, lambda: self._lifted(editor))
        return False

    def _lifted(self, editor: Editor) -> None:
        if isValid(editor) and self.editor is editor:
            self.touched.emit(editor)
