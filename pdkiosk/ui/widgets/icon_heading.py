"""The heading of a page with its pictogram in a tinted square before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pdkiosk.ui.theme import Look
from pdkiosk.ui.widgets.labels import HeadingLabel
from pdkiosk.ui.widgets.pair import Pair


class IconHeading(QWidget):
    """``icon`` names a file of ``resources/icons``; without one only the words are shown."""

    def __init__(
        self, look: Look, pair: Pair, icon: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        # Words before pictures where room is short.
        if look.scale.width_px < look.body_px * 38:
            self._icon = ""
        self._side = look.scale.mm(17.0)
        column = QVBoxLayout(self)
        left = self._side + look.scale.mm(5.0) if self._icon else 0
        column.setContentsMargins(left, 0, 0, 0)
        self.label = HeadingLabel(look, pair, parent=self)
        column.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._icon:
            self.setMinimumHeight(self._side)
        self.setAccessibleName(pair.spoken())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - self._side if mirrored else 0
        box = QRectF(x, 0, self._side, self._side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chosen))
        painter.drawRoundedRect(box, self._look.radius, self._look.radius)
        size = round(self._side * 0.58)
        inset = (self._side - size) // 2
        pixmap = self._look.pixmap(self._icon, theme.on_chosen, size, self.devicePixelRatioF())
        painter.drawPixmap(round(x) + inset, inset, pixmap)
