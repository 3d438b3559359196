"""A language on the start screen: its name, and below it what reads aloud in it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets import BigButton
from pdkiosk.ui.widgets.geometry import take_height_for_width

_ROOMY_FROM_EMS = 36  # from so high a screen on, both are larger than they need to be


class LanguageTile(QWidget):
    """A language to be read, and below it the same language to be heard."""

    def __init__(self, look: Look, card: BigButton, listen: BigButton) -> None:
        super().__init__()
        self._look, self._card, self._listen = look, card, listen
        card.setParent(self)
        listen.setParent(self)
        self._gap = look.scale.mm(3.0)
        take_height_for_width(self)

    def least_width(self) -> int:
        """The narrowest width, pixels, at which no word is torn."""
        return max(self._card.sizeHint().width(), self._listen.sizeHint().width())

    def _heights(self, width: int) -> tuple[int, int]:
        scale = self._look.scale
        roomy = scale.height_px >= self._look.body_px * _ROOMY_FROM_EMS
        card = max(scale.mm(34) if roomy else 0, self._card.heightForWidth(width))
        listen = max(scale.mm(22) if roomy else 0, self._listen.heightForWidth(width))
        return card, listen

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + self._gap

    def sizeHint(self) -> QSize:
        width = self.least_width()
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        card, listen = self._heights(self.width())
        self._card.setGeometry(0, 0, self.width(), card)
        self._listen.setGeometry(0, card + self._gap, self.width(), listen)
