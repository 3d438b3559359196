"""The panel beside the papers: the number of pages, and a request to wait for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.guide.drawings import DRAWINGS
from pdkiosk.language.message import counted
from pdkiosk.ui.context import Context
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, Pair, TextPair
from pdkiosk.ui.widgets.drawing import DrawingView
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.spoken import FOLLOWS

# Translators: on the print page, large, beside the list of papers: how many will be printed.
_SUM = counted("{n} page", "{n} pages", "print.sum")

_DRAWING, _LEAST_DRAWING_MM = "printer", 20.0


class PrintPanel(QWidget):
    """Shows the number of pages, and instructions (``wait``) that keep others from reading them.

    A drawing of a printer is above them if nothing else needs the room.
    """

    def __init__(self, context: Context, wait: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        look = self._look = context.look
        self._sum = TextPair(look, NOTHING, TextRole.QUESTION, centered=True, parent=self)
        # The number depends on what is ticked.
        self._sum.setProperty(FOLLOWS, True)
        self._wait = TextPair(look, wait, TextRole.CARD, centered=True, parent=self)
        column = spaced(QVBoxLayout(self), look.scale.mm(2.4), look.scale.mm(5))
        shows = context.pair(DRAWINGS[_DRAWING])
        drawing = DrawingView(look, _DRAWING, shows, width_mm=56, height_mm=50, parent=self)
        drawing.be_flexible(look.scale.mm(_LEAST_DRAWING_MM))
        column.addStretch(1)
        column.addWidget(drawing, 100, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._sum)
        column.addStretch(1)
        column.addWidget(self._wait)
        column.addStretch(1)

    def show_sum(self, pages: int) -> None:
        """Shows how many pages the button prints; nothing if none."""
        pair = self._context.pair(_SUM(n=pages)) if pages else NOTHING
        if pair != self._sum.pair:
            self._sum.set_pair(pair)
        self._sum.setVisible(bool(pages))

    def show_wait(self, shown: bool) -> None:
        """Shows or hides the request to wait: nobody should wait at a printer that cannot print."""
        self._wait.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        edge = theme.line if theme.name.startswith("contrast") else ""
        self._look.paint_panel(QPainter(self), self.rect(), theme.note.back, edge)
