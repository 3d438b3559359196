"""The thin strip under the top bar that says how far along one is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import from_start

_STEPS = 1000


class ProgressBar(QProgressBar):
    """A part of the whole width in a bright colour. A QProgressBar for its role; paints itself."""

    def __init__(self, look: Look, *, accessible: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setValue(0)
        self.setFixedHeight(look.scale.mm(2.6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(accessible)

    def set_fraction(self, fraction: float) -> None:
        """How far along, 0 to 1."""
        self.setValue(round(max(0.0, min(1.0, fraction)) * _STEPS))

    def sizeHint(self) -> QSize:
        return QSize(self._look.scale.mm(40), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.track))
        done = round(self.width() * self.value() / _STEPS)
        painter.fillRect(from_start(self, 0, done), 0, done, self.height(), QColor(theme.accent))
