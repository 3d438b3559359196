"""A drawing on a page, of a size in millimeters."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdkiosk.guide.drawings import SAYS_MORE
from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.text_block import TextBlock


class DrawingView(QWidget):
    """The drawing ``name``, as large as it can be in a box of ``width_mm`` by ``height_mm``.

    ``shows``: a description, used as accessible name; read aloud only if it says more than the
    words beside it.
    """

    _least = 0  # pixels; with less height it is not shown

    def __init__(
        self,
        look: Look,
        name: str,
        shows: Pair,
        *,
        width_mm: float,
        height_mm: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._shows = TextBlock(look, shows, TextRole.SMALL)  # never painted
        box = QSize(look.scale.mm(width_mm), look.scale.mm(height_mm))
        self._whole = look.drawings.size(name, look.theme.name, box)
        self.setFixedSize(self._whole)
        self.setAccessibleName(shows.spoken())

    @property
    def says_more(self) -> bool:
        """Whether it is read aloud."""
        return self._name in SAYS_MORE

    def spoken(self) -> list[Spoken]:
        return [Spoken(self._shows.pair, self._shows)] if self.says_more else []

    def show_another(self, name: str, shows: Pair) -> None:
        """Shows another drawing at the size of this one."""
        self._name = name
        self._shows.set_pair(shows)
        self.setAccessibleName(shows.spoken())
        self.update()

    def set_part(self, part: float) -> None:
        """Shows it at this part of its size."""
        self.setFixedSize(self._whole * part)

    def be_flexible(self, least: int) -> None:
        """Takes the remaining height, and none if that is less than ``least`` pixels.

        It never becomes larger than its normal size.
        """
        self._least = least
        self.setMinimumSize(self._whole.width(), 0)
        self.setMaximumSize(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.height() < self._least:
            return
        self._look.paint_drawing(QPainter(self), self._name, self.rect())
