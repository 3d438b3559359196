"""A pictogram and a sentence or two beside it: a promise, or a thing to know."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import MirroredMargins, from_start, spaced
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair


class IconNote(QWidget):
    """A note.

    ``icon`` names a file of ``resources/icons``, shown in a tinted circle above the words.
    """

    def __init__(self, look: Look, icon: str, pair: Pair, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._side = look.scale.mm(20.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._side + look.scale.mm(2.5), 0, 0)
        self.words = TextPair(look, pair, TextRole.SMALL, centered=True, parent=self)
        column.addWidget(self.words)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, x = self._look.theme, (self.width() - self._side) // 2
        colors = theme.chosen, theme.on_chosen
        self._look.paint_in_round(QPainter(self), self._icon, colors, (x, 0), self._side)


class IconBeside(MirroredMargins):
    """A pictogram beside a column of words (``column``); without room, only the words.

    ``icon`` names a file of ``resources/icons``.
    """

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon if look.scale.width_px >= look.body_px * 30 else ""
        self._side = look.scale.mm(10.0)
        self.column = QVBoxLayout(self)
        self.set_margins(self._side + look.scale.mm(4.0) if self._icon else 0, 0, 0, 0)
        if self._icon:
            self.setMinimumHeight(self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        x, y = from_start(self, 0, self._side), (self.height() - self._side) // 2
        look = self._look
        look.paint_icon(QPainter(self), self._icon, look.theme.primary, x, y, self._side)


class NoteRow(QWidget):
    """Notes side by side, or one below the other if their words would be broken."""

    def __init__(
        self, look: Look, notes: list[tuple[str, Pair]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        beside = look.scale.width_px >= look.body_px * 40
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = spaced(QBoxLayout(direction, self), look.scale.mm(8.0))
        self.notes = [IconNote(look, icon, pair, parent=self) for icon, pair in notes]
        for note in self.notes:
            row.addWidget(note, 1)
        self._hint = QSize(look.scale.mm(200), look.scale.mm(30))

    def sizeHint(self) -> QSize:
        # Without asking the layout, which would lay out all words for a temporary width.
        return self._hint
