"""Qt's editors without what would carry one person's words to the next: clipboard, undo, menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.field import PRIVATE_HINTS
from pdkiosk.ui.widgets.geometry import right_to_left

_KEYS_LEFT_OUT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


def _left_out(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _KEYS_LEFT_OUT)


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    """The edge where reading begins, whatever the direction of what is typed."""
    flags = Qt.AlignmentFlag
    edge = flags.AlignRight if right_to_left(widget) else flags.AlignLeft
    return edge | flags.AlignAbsolute


class LineEditor(QLineEdit):
    """One line to type in."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(look.font(TextRole.BODY))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(PRIVATE_HINTS)
        self.setMinimumHeight(max(look.scale.mm(15.0), round(look.body_px * 2.1)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        centred = self.alignment() & Qt.AlignmentFlag.AlignHCenter
        if event.type() is QEvent.Type.LayoutDirectionChange and not centred:
            # Qt goes by what is typed, so that an empty field would begin at the wrong edge.
            self.setAlignment(_leading(self) | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _left_out(event):
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Qt asks first whether a shortcut is the editor's; leave the forbidden ones to no one.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _left_out(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:  # would paste what is selected elsewhere
            return
        super().mouseReleaseEvent(event)


class TextEditor(QPlainTextEdit):
    """Several lines to type in; as high as its words, and never scrolls within itself."""

    def __init__(self, look: Look, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = rows
        self.setFont(look.font(TextRole.BODY))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(PRIVATE_HINTS | Qt.InputMethodHint.ImhMultiLine)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            option = self.document().defaultTextOption()
            option.setAlignment(_leading(self))
            self.document().setDefaultTextOption(option)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: what is selected goes along with no drag."""
        return QMimeData()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # For a plain text document Qt gives its height in lines, as they are wrapped.
        lines = max(self._rows, round(self.document().size().height()) + 1)
        margins = self.contentsMargins()
        edge = margins.top() + margins.bottom() + self.height() - self.viewport().height()
        edge = max(edge, 2 * (self._look.scale.mm(2.0) + self._look.scale.line))
        height = lines * line + round(2 * self.document().documentMargin()) + edge
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """It is always as high as its words, so that there is nothing to scroll."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _left_out(event):
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            before = self.textCursor().position()
            super().keyPressEvent(event)
            if self.textCursor().position() == before:  # at the edge: let the arrows out
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _left_out(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            return
        super().mouseReleaseEvent(event)
