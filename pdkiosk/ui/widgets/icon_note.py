"""A pictogram and a sentence or two beside it: a promise, or a thing to know."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.labels import TextPair
from pdkiosk.ui.widgets.pair import Pair


class IconNote(QWidget):
    """``icon`` names a file of ``resources/icons``; it stands in a tinted round above the words."""

    def __init__(self, look: Look, icon: str, pair: Pair, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._side = look.scale.mm(20.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._side + look.scale.mm(2.5), 0, 0)
        column.addWidget(TextPair(look, pair, TextRole.SMALL, centred=True, parent=self))
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chosen))
        x = (self.width() - self._side) // 2
        painter.drawEllipse(x, 0, self._side, self._side)
        size = round(self._side * 0.54)
        inset = (self._side - size) // 2
        pixmap = self._look.pixmap(self._icon, theme.on_chosen, size, self.devicePixelRatioF())
        painter.drawPixmap(x + inset, inset, pixmap)


class IconBeside(QWidget):
    """A pictogram and beside it a column of words, given to ``column``; words alone without room.

    ``icon`` names a file of ``resources/icons``; ``side_mm`` is its side.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        side_mm: float = 10.0,
        colour: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon if look.scale.width_px >= look.body_px * 30 else ""
        self._side = look.scale.mm(side_mm)
        self._colour = colour or look.theme.primary
        self.column = QVBoxLayout(self)
        self._set_margins()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._icon:
            self.setMinimumHeight(self._side)

    def _set_margins(self) -> None:
        start, end = self._side + self._look.scale.mm(4.0) if self._icon else 0, 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start  # Qt mirrors what is in a layout, but not its margins
        self.column.setContentsMargins(start, 0, end, 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._set_margins()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - self._side if mirrored else 0
        ratio = self.devicePixelRatioF()
        pixmap = self._look.pixmap(self._icon, self._colour, self._side, ratio)
        QPainter(self).drawPixmap(x, (self.height() - self._side) // 2, pixmap)


class NoteRow(QWidget):
    """Notes beside each other, or under each other where that would tear their words apart."""

    def __init__(
        self, look: Look, notes: list[tuple[str, Pair]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        beside = look.scale.width_px >= look.body_px * 40
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(direction, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.scale.mm(8.0))
        self.notes = [IconNote(look, icon, pair, parent=self) for icon, pair in notes]
        for note in self.notes:
            row.addWidget(note, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._hint = QSize(look.scale.mm(200), look.scale.mm(30))

    def sizeHint(self) -> QSize:
        # Without asking the layout, which would lay all words out for a width that will not come.
        return self._hint
