"""A picture and its name in large print: what a saved work is called."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.surface import Surface


class PictureName(Surface):
    """A framed row: the icon, then the words."""

    def __init__(self, look: Look, pair: Pair, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        pad = look.scale.mm(5.0)
        row = spaced(QHBoxLayout(self), pad, pad)
        row.addWidget(_Picture(look, icon, self), 0, Qt.AlignmentFlag.AlignVCenter)
        words = TextPair(look, pair, TextRole.HEADING, parent=self)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)


class _Picture(QWidget):
    def __init__(self, look: Look, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._side = look.scale.mm(22.0)
        self.setFixedSize(QSize(self._side, self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._look.theme.primary
        self._look.paint_icon(QPainter(self), self._icon, color, 0, 0, self._side)
