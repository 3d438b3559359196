"""Qt's editors without clipboard, undo and menus, which could pass on one person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRegularExpression, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.field import PRIVATE_HINTS
from pdkiosk.ui.widgets.geometry import from_start, right_to_left

if TYPE_CHECKING:
    _Widget = QWidget
else:  # a widget can have only one Qt base class, and this is a second base
    _Widget = object

_KEYS_LEFT_OUT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


_CUE, _CUE_GAP_MM = "pencil", 4.0


def _left_out(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _KEYS_LEFT_OUT)


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    """The leading edge, whatever the direction of the typed text."""
    flags = Qt.AlignmentFlag
    edge = flags.AlignRight if right_to_left(widget) else flags.AlignLeft
    return edge | flags.AlignAbsolute


def _paint_cue(look: Look, editor: QWidget, on: QWidget, line_px: int) -> None:
    """Paints a pencil at the end of the first line of an empty field, as a hint to touch it."""
    side, gap = round(line_px * 0.5), look.scale.mm(_CUE_GAP_MM)
    x = from_start(editor, on.width() - side - gap, side)
    color = look.theme.second
    look.paint_icon(QPainter(on), _CUE, color, x, (line_px - side) // 2, side)


class _NoClipboard(_Widget):
    """A mixin in which copying, pasting and undoing do nothing."""

    def event(self, event: QEvent) -> bool:
        # Qt first asks whether a shortcut belongs to the editor; claim the forbidden ones.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _left_out(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _left_out(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The middle mouse button would paste the selection of another place.
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)


class LineEditor(_NoClipboard, QLineEdit):
    """A single-line editor."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setStyleSheet(look.style_sheet())
        self.setFont(look.font(TextRole.BODY))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(PRIVATE_HINTS)
        self.setMinimumHeight(max(look.scale.mm(15.0), round(look.body_px * 2.1)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        centered = self.alignment() & Qt.AlignmentFlag.AlignHCenter
        if event.type() is QEvent.Type.LayoutDirectionChange and not centered:
            # Qt goes by the typed text, so an empty field would begin at the wrong edge.
            self.setAlignment(_leading(self) | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        digits = self.inputMethodHints() & Qt.InputMethodHint.ImhDigitsOnly
        # If the page has keys, those are touched instead.
        if not (self.text() or self.hasFocus() or digits or self.property("own_keys")):
            _paint_cue(self._look, self, self, self.height())

    def take_only_digits(self) -> None:
        """Allows only digits, and shows their keys on the screen."""
        self.setInputMethodHints(PRIVATE_HINTS | Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))


class TextEditor(_NoClipboard, QPlainTextEdit):
    """A multi-line editor, as high as its text, which never scrolls internally."""

    def __init__(self, look: Look, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = rows
        self.setStyleSheet(look.style_sheet())
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() and self.document().isEmpty():
            line = self.fontMetrics().lineSpacing() + self._look.scale.mm(6)
            _paint_cue(self._look, self, self.viewport(), line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing: the selection cannot be dragged."""
        return QMimeData()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # For a plain text document, Qt returns its height in wrapped lines.
        lines, margins = self._rows, self.contentsMargins()
        around = inside = margins.top() + margins.bottom()
        # Before a layout has placed it, its text has a temporary width: the page would be laid out
        # and painted for a temporary height too.
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            lines = max(lines, round(self.document().size().height()) + 1)
            inside = self.height() - self.viewport().height()
        edge = around + inside
        edge = max(edge, 2 * (self._look.scale.mm(2.0) + self._look.scale.line))
        height = lines * line + round(2 * self.document().documentMargin()) + edge
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Does nothing: it is always as high as its text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        super().keyPressEvent(event)
        arrow = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if arrow and self.textCursor().position() == before:  # at the edge: let arrow keys leave
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
