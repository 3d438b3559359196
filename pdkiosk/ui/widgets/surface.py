"""Backgrounds for other widgets: the paper, a white box, the two bars; and a page's column."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import spaced, tell_parents


class SurfaceKind(enum.Enum):
    """The look of a background."""

    PAPER = enum.auto()
    PANEL = enum.auto()  # a white box with a quiet edge
    TOP_BAR = enum.auto()
    BOTTOM_BAR = enum.auto()


class Compactable:
    """A widget with padding around its words that it can give up.

    ``answers_for_all``: its figures include those of the widgets inside it.
    """

    answers_for_all = False

    def compact_gain(self, width: int) -> int:
        """The height in pixels that it can give up at this width."""
        raise NotImplementedError

    def compact(self) -> None:
        """Gives up that height."""
        raise NotImplementedError


class TriedOut(Compactable, QWidget):
    """A compactable widget that finds out what it can give up by trying its layout."""

    def set_compact(self, compact: bool) -> None:
        """Whether there is little room around its words."""
        raise NotImplementedError

    def compact_gain(self, width: int) -> int:
        loose = self.heightForWidth(width)
        self.set_compact(True)
        compact = self.heightForWidth(width)
        self.set_compact(False)
        return loose - compact

    def compact(self) -> None:
        self.set_compact(True)
        self.updateGeometry()


class Surface(QWidget):
    """A plain background; give it your own layout."""

    def __init__(
        self, look: Look, kind: SurfaceKind = SurfaceKind.PANEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        if self._kind is SurfaceKind.PANEL:
            self._look.paint_panel(painter, self.rect(), theme.surface, theme.line)
            return
        ground = {
            SurfaceKind.PAPER: theme.paper,
            SurfaceKind.TOP_BAR: theme.top,
            SurfaceKind.BOTTOM_BAR: theme.surface,
        }[self._kind]
        painter.fillRect(self.rect(), QColor(ground))
        if self._kind is SurfaceKind.BOTTOM_BAR:
            painter.fillRect(0, 0, self.width(), self._look.scale.line, QColor(theme.line))


def compactables(within: QWidget) -> Iterator[Compactable]:
    """The visible compactable widgets inside a widget, except those others answer for."""
    for child in within.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isHidden():
            continue
        if isinstance(child, Compactable):
            yield child
        if not (isinstance(child, Compactable) and child.answers_for_all):
            yield from compactables(child)


SIDE_GAP_MM = 8.0
"""The gap between a page's text and what is beside it."""

_COMPACT_TOP_MM, _COMPACT_BOTTOM_MM, _COMPACT_SPACING_MM = 2.6, 2.0, 2.6
_NEARLY = 0.1  # of the height of the page


class Column(QWidget):
    """The content of a page: widgets in a column, with margins and a maximum width."""

    def __init__(
        self,
        look: Look,
        *,
        margin_mm: float = 17.5,
        top_mm: float = 8.0,
        spacing_mm: float = 5.0,
        max_width_mm: float = 345.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        scale = look.scale
        self._scale = scale
        self._margin = scale.mm(margin_mm)
        self._top = scale.mm(top_mm)
        self._is_compact = False
        self._max_width = scale.mm(max_width_mm)
        self._side = self._margin
        self._spaces: list[QSpacerItem] = []  # extra spacing before some widgets
        self._layout = QVBoxLayout(self)
        self._bottom = scale.mm(5.0)
        self._layout.setContentsMargins(self._margin, self._top, self._margin, self._bottom)
        self._layout.setSpacing(scale.mm(spacing_mm))
        self._layout.addStretch(1)  # remaining space stays below, not between the widgets

    def add(
        self, widget: QWidget, *, space_before_mm: float | None = None, fills: bool = False
    ) -> None:
        """Adds a widget below the others; ``space_before_mm`` is added to the usual spacing.

        ``fills``: it takes the height that nothing else needs.
        """
        if space_before_mm is not None:
            space = QSpacerItem(0, self._scale.mm(space_before_mm))
            self._spaces.append(space)
            self._layout.insertItem(self._layout.count() - 1, space)
        self._layout.insertWidget(self._layout.count() - 1, widget, int(fills))
        if fills:
            self._layout.setStretch(self._layout.count() - 1, 0)

    def put_beside(self, side: QWidget, *, beside: bool) -> None:
        """Puts a widget beside everything added so far, which is then vertically centered.

        If the page is too narrow for ``beside``, it goes below.
        """
        if not beside:
            self.add(side, fills=True)
            return
        column = spaced(QVBoxLayout(), self._layout.spacing())
        column.addStretch(1)
        items = [self._layout.itemAt(place) for place in range(self._layout.count())]
        widgets = [item.widget() for item in items if item is not None]
        del items
        for widget in widgets:
            if widget is not None:
                # Do not take it out: while a widget's old layout item lives, its new one would
                # never learn that it needs more room.
                self._layout.removeWidget(widget)
                column.addWidget(widget)
        while self._layout.count():
            self._layout.takeAt(0)
        column.addStretch(1)
        self._layout.addStretch(1)
        row = QWidget(self)
        across = spaced(QHBoxLayout(row), self._scale.mm(SIDE_GAP_MM))
        across.addLayout(column, 1)
        across.addWidget(side)
        self.add(row, fills=True)

    def sizeHint(self) -> QSize:
        # Without asking the layout, which would lay out all words for a temporary width.
        return QSize(self._max_width + 2 * self._margin, self._top + self._bottom)

    def heightForWidth(self, width: int) -> int:
        self._set_side(width)
        return super().heightForWidth(width)

    def resizeEvent(self, event: object) -> None:
        self._set_side(self.width())

    def fit(self, width: int, height: int) -> None:
        """Moves the widgets closer together if that avoids a little scrolling."""
        if self._is_compact:
            return
        over = self.heightForWidth(width) - height
        if over <= 0:
            return
        scale = self._scale
        top, bottom = scale.mm(_COMPACT_TOP_MM), scale.mm(_COMPACT_BOTTOM_MM)
        spacing = scale.mm(_COMPACT_SPACING_MM)
        parts = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        gaps = sum(part.isVisibleTo(self) for part in parts) - 1
        won = sum(space.sizeHint().height() for space in self._spaces)
        won += self._top - top + self._bottom - bottom + gaps * (self._layout.spacing() - spacing)
        inner = self.widest(width)
        loose = []
        if over > won:
            loose = list(compactables(self))
            won += sum(widget.compact_gain(inner) for widget in loose)
        # The gain is only an estimate, so try it even if it may be slightly too small.
        if over <= won + height * _NEARLY:
            self._is_compact = True
            for widget in loose:
                widget.compact()
            for space in self._spaces:
                space.changeSize(0, 0)
            self._top, self._bottom = top, bottom
            self._layout.setSpacing(spacing)
            self._layout.setContentsMargins(self._side, top, self._side, bottom)
            for widget in loose:
                assert isinstance(widget, QWidget)
                tell_parents(widget)

    def widest(self, width: int) -> int:
        """The maximum width, in pixels, of a widget in the column on a page of this width."""
        return min(self._max_width, width - 2 * self._margin)

    def _set_side(self, width: int) -> None:
        side = max(self._margin, (width - self._max_width) // 2)
        if side != self._side:
            self._side = side
            self._layout.setContentsMargins(side, self._top, side, self._bottom)
