"""A sheet over a page: a term's meaning, or the question whether to erase."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import BigButton, ButtonKind, HeadingLabel, PageScroll
from pdkiosk.ui.widgets.cover import Level, cover, uncover
from pdkiosk.ui.widgets.focus_order import focus_stops, put_in_order

_VEIL = QColor(18, 34, 48, 158)  # fill over the page
_CORNER_MM, _EDGE_MM = 7.0, 2.0
_MOST = 0.88  # of the window's height
_FORWARD_MM = 70.0  # as wide as the primary button, whose place its own button takes


class Sheet(QWidget):
    """Covers a window: the page is visible through a veil but cannot be reached.

    ``closed``: by its button or Escape; ``beside``: touched outside, at this point of the window.
    ``listen``: it should be read aloud.
    """

    closed = Signal()
    beside = Signal(QPoint)
    listen = Signal()

    def __init__(self, context: Context, screen: Screen, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("sheet")
        self.page = screen
        self._window = window
        self._pressed_beside = False
        self.strip: QWidget | None = None  # the reading strip, above the bar
        self._focus_before = QApplication.focusWidget()
        cover(window, self, Level.SHEET)
        look = context.look
        self._panel = SheetPanel(look, self)
        column = self._column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, look.scale.mm(_EDGE_MM), 0, 0)
        column.setSpacing(0)
        self.page_scroll = PageScroll(
            look,
            up=context.pair(wording.SCROLL_UP),
            down=context.pair(wording.SCROLL_DOWN),
            parent=self._panel,
        )
        column.addWidget(self.page_scroll, 1)
        bar = QHBoxLayout()
        side, pad = look.scale.mm(7), look.scale.mm(3.8)
        bar.setContentsMargins(side, pad, side, pad)
        bar.setSpacing(look.scale.mm(4))
        self._listen = BigButton(
            look,
            context.pair(wording.LISTEN),
            kind=ButtonKind.WARM,
            icon="volume-2",
            bar=True,
            parent=self._panel,
        )
        self._listen.setObjectName("sheet.listen")
        self._listen.activated.connect(self.listen)
        bar.addWidget(self._listen)
        bar.addStretch(1)
        assert screen.primary is not None
        self.primary = BigButton(
            look,
            context.pair(screen.primary),
            kind=ButtonKind.PRIMARY,
            icon=screen.primary_icon,
            icon_trailing=True,
            bar=True,
            parent=self._panel,
        )
        self.primary.setObjectName("next")
        self.primary.activated.connect(self.closed)
        bar.addWidget(self.primary)
        column.addLayout(bar)
        self._fit_bar(look)
        self._bar_height = self.primary.sizeHint().height() + 2 * pad
        self.fit()
        self.show()
        self.raise_()
        self.page_scroll.set_content(screen)
        arrows = (self.page_scroll.up_button, self.page_scroll.down_button)
        put_in_order([*focus_stops(screen), *arrows, self._listen, self.primary])

    def _fit_bar(self, look: Look) -> None:
        room = look.scale.width_px - 2 * look.scale.mm(7) - look.scale.mm(4)
        if self._listen.sizeHint().width() + look.scale.mm(_FORWARD_MM) <= room:
            self.primary.setMinimumWidth(look.scale.mm(_FORWARD_MM))
        elif self._listen.sizeHint().width() + self.primary.sizeHint().width() > room:
            for button in (self._listen, self.primary):
                button.compact(2.0)

    def focus_heading(self, reason: Qt.FocusReason) -> None:
        """Focuses the heading, so that a screen reader says it."""
        heading = self.page.findChild(HeadingLabel)
        if heading is not None:
            heading.setFocus(reason)

    def fit(self) -> None:
        """Adapts to a new size of the window."""
        self.setGeometry(self._window.rect())
        width, height = self.width(), self.height()
        wanted = self.page.heightForWidth(width) + self._bar_height
        if self.strip is not None and isValid(self.strip):
            high = self.strip.heightForWidth(width)
            wanted += high if high > 0 else self.strip.sizeHint().height()
        high = min(round(height * _MOST), wanted + self._panel.edge)
        self._panel.setGeometry(0, height - high, width, high)

    def add_strip(self, strip: QWidget) -> None:
        """Places the reading strip above the bar, and makes room for it."""
        self.strip = strip
        self._column.insertWidget(1, strip)
        put_in_order([self.page_scroll.down_button, *focus_stops(strip), self._listen])
        self.fit()

    def leave(self) -> None:
        """Removes the sheet; the page and its focus are as before."""
        uncover(self._window, self)
        before = self._focus_before
        # The widget may be gone meanwhile: a button of the countdown, a rebuilt page.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_beside = not self.page.look.taps.held
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_beside = self._pressed_beside, False
        point = event.position().toPoint()
        if pressed and not self._panel.geometry().contains(point):
            self.beside.emit(point)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _VEIL)


class SheetPanel(QWidget):
    """The sheet itself: rounded at the top, with a visible edge."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.edge = look.scale.mm(_EDGE_MM)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a touch on the sheet is not outside of it

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = self._look.scale.mm(_CORNER_MM)
        half = self.edge / 2
        box = QRectF(self.rect()).adjusted(-self.edge, half, self.edge, corner)
        painter.setPen(QPen(QColor(theme.accent), self.edge))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, corner, corner)
