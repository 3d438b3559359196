"""Tests the touch screen: every cell changes when it is touched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.language.message import Message, counted
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import Surface, TextPair, Tone
from pdkiosk.ui.widgets.geometry import spaced

SECONDS = 60
_CELL_MM = 22.0

# Translators: on the screen where the touch screen is tested; {n} is a number.
_DO = counted(
    "Touch every field. This ends by itself in {n} second.",
    "Touch every field. This ends by itself in {n} seconds.",
    "staff.touch_do",
)
# Translators: ends the test of the touch screen.
_END = Message("End the test", "staff.touch_end")
# Translators: heading of the result of the test of the touch screen.
_RESULT = Message("Test of the touch screen", "staff.touch_result")
# Translators: result of the test; both are numbers.
_TOUCHED = Message("Fields touched: {n} of {all}", "staff.touch_touched")
# Translators: result of the test of the touch screen.
_ALL = Message("The whole screen can be touched.", "staff.touch_all")
# Translators: result of the test of the touch screen.
_NOT_ALL = Message(
    "Some fields were not reached. If you touched them, the screen needs repair.",
    "staff.touch_not_all",
)
_CORNERS = (
    # Translators, for each of these: a corner of the screen.
    Message("Top left corner", "staff.touch_corner_1"),
    Message("Top right corner", "staff.touch_corner_2"),
    Message("Bottom right corner", "staff.touch_corner_3"),
    Message("Bottom left corner", "staff.touch_corner_4"),
)
# Translators: {corner} is a corner of the screen.
_REACHED = Message("{corner}: reached", "staff.touch_reached")
# Translators: {corner} is a corner of the screen.
_NOT_REACHED = Message("{corner}: not reached", "staff.touch_not_reached")


class Cells(QWidget):
    """The whole screen in cells. ``all_touched``: all are touched, except those under the box."""

    all_touched = Signal()

    def __init__(self, context: StaffContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = context.look
        self.touched: set[tuple[int, int]] = set()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(False)

    def grid(self) -> tuple[int, int]:
        """The number of columns and rows."""
        side = self._look.scale.mm(_CELL_MM)
        return max(2, self.width() // side), max(2, self.height() // side)

    def cell(self, column: int, row: int) -> QRect:
        """The rectangle of a cell, in pixels."""
        columns, rows = self.grid()
        left, top = column * self.width() // columns, row * self.height() // rows
        right, bottom = (column + 1) * self.width() // columns, (row + 1) * self.height() // rows
        return QRect(left, top, right - left, bottom - top)

    def wanted(self) -> set[tuple[int, int]]:
        """The cells that are not covered by other widgets."""
        columns, rows = self.grid()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        covers = [child.geometry() for child in self.findChildren(QWidget, options=direct)]
        return {
            (column, row)
            for column in range(columns)
            for row in range(rows)
            if not any(cover.intersects(self.cell(column, row)) for cover in covers)
        }

    def corners(self) -> list[bool]:
        """Which corners were touched, clockwise from the top left."""
        columns, rows = self.grid()
        right, bottom = columns - 1, rows - 1
        return [at in self.touched for at in ((0, 0), (right, 0), (right, bottom), (0, bottom))]

    def touch(self, at: QPointF) -> None:
        """Marks the cell under a finger."""
        columns, rows = self.grid()
        column = min(columns - 1, max(0, int(at.x() * columns / max(1, self.width()))))
        row = min(rows - 1, max(0, int(at.y() * rows / max(1, self.height()))))
        if (column, row) in self.touched or not self.rect().contains(at.toPoint()):
            return
        self.touched.add((column, row))
        self.update(self.cell(column, row))
        if self.wanted() <= self.touched:
            self.all_touched.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            for point in event.points():
                self.touch(point.position())
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.touch(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.touch(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.border), self._look.scale.line))
        columns, rows = self.grid()
        for column in range(columns):
            for row in range(rows):
                cell = self.cell(column, row)
                if (column, row) in self.touched:
                    painter.fillRect(cell, QColor(theme.primary))
                painter.drawRect(cell)


class TouchPanel(Panel):
    """The cells over the whole screen, then the result."""

    bare = True

    def __init__(self, context: StaffContext, finish: Callable[[Cells], None]) -> None:
        super().__init__(context)
        self._finish = finish
        self.cells = Cells(context, self)
        self.cells.setObjectName("cells")
        self._left = SECONDS
        look = context.look
        self._box = Surface(look, parent=self.cells)
        column = spaced(QVBoxLayout(self._box), look.scale.mm(4), look.scale.mm(5))
        words = self.say(_DO(n=self._left))
        self._words = TextPair(look, words, max_chars=40, parent=self._box)
        column.addWidget(self._words)
        column.addWidget(self.button("touch.end", _END, self._done, icon="x"))
        self.cells.all_touched.connect(self._done)
        self._over = False
        self.every(1000, self._tick)

    def resizeEvent(self, event: object) -> None:
        self.cells.setGeometry(self.rect())
        width = min(self.width() - self.look.scale.mm(50), self.look.scale.mm(150))
        layout = self._box.layout()
        assert layout is not None
        height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
        self._box.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._done()
        else:
            self._words.set_pair(self.say(_DO(n=self._left)))

    def _done(self) -> None:
        if not self._over:
            self._over = True
            self.end()
            self._finish(self.cells)


class TouchResultPanel(Panel):
    """The result: which corners were touched, and how many cells."""

    def __init__(
        self, context: StaffContext, corners: list[bool], touched: int, wanted: int
    ) -> None:
        super().__init__(context)
        self.add_heading(_RESULT, "hand")
        whole = touched >= wanted and all(corners)
        self.add_box(
            Tone.DONE if whole else Tone.WARNING,
            _TOUCHED(n=touched, all=wanted),
            _ALL if whole else _NOT_ALL,
            name="touch.result",
        )
        for corner, reached in zip(_CORNERS, corners, strict=True):
            self.add_text((_REACHED if reached else _NOT_REACHED)(corner=corner))
