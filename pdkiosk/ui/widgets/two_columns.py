"""A page in two columns: the main content, and a narrow side column with explanations."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import tell_parents
from pdkiosk.ui.widgets.surface import SIDE_GAP_MM, Compactable, compactables

_SIDE_PART = 0.28  # of the screen's width, for the narrow column
_SPACING_MM, _COMPACT_SPACING_MM = 3.6, 2.6
_BESIDE_FROM_EMS = 46  # if the screen is this wide


def has_two_columns(look: Look) -> bool:
    """Whether a page of this look is wide enough for two columns."""
    scale = look.scale
    return scale.width_px > scale.height_px and scale.width_px >= look.body_px * _BESIDE_FROM_EMS


class _Side(QWidget):
    """Holds the narrow column, and keeps it in view while the page is scrolled."""

    def __init__(self, panel: QWidget, room_above: int, parent: QWidget) -> None:
        """``room_above``: pixels between the upper edge of the visible area and the column."""
        super().__init__(parent)
        self._panel = panel
        self._room_above = room_above
        self._above = 0
        self.fills = False  # it is as high as the main column
        panel.setParent(self)
        panel.installEventFilter(self)

    def go_along(self, above: int) -> None:
        """Follows scrolling. ``above``: how many pixels of it are above the visible area."""
        self._above = above
        self._place()

    def needs(self) -> int:
        """The height of its content, in pixels."""
        return self._panel.heightForWidth(self.width())

    def _place(self) -> None:
        height = self.height() if self.fills else min(self.needs(), self.height())
        top = max(0, min(self._above + self._room_above, self.height() - height))
        self._panel.setGeometry(0, top, self.width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), self.needs())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)


class TwoColumns(Compactable, QWidget):
    """The main widgets beside a column of explanations, which is read first.

    ``part``: the part of the screen's width for the explanations; ``at_start``: they are at the
    leading edge. The page reports scrolling through ``go_along``, so that the side column stays in
    view.
    """

    answers_for_all = True

    def __init__(
        self,
        look: Look,
        parent: QWidget | None = None,
        *,
        part: float = _SIDE_PART,
        at_start: bool = False,
    ) -> None:
        super().__init__(parent)
        panel = QWidget()
        self._beside = QVBoxLayout(panel)
        self._main = QVBoxLayout()
        for column in (self._beside, self._main):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.scale.mm(_SPACING_MM))
            column.addStretch(1)
        self._side = _Side(panel, look.scale.mm(4), self)
        self.side_width = round(look.scale.width_px * part)
        self._side.setFixedWidth(self.side_width)
        # Added in reading order, and displayed in reverse.
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.LeftToRight if at_start else ways.RightToLeft, self)
        row.setContentsMargins(0, 0, 0, 0)
        self._compact_spacing = look.scale.mm(_COMPACT_SPACING_MM)
        self._gap = look.scale.mm(SIDE_GAP_MM)
        row.setSpacing(self._gap)
        row.addWidget(self._side)
        row.addLayout(self._main, 1)

    def add(self, widget: QWidget, *, fills: bool = False) -> None:
        """Adds a widget at the end of the main column.

        ``fills``: it takes the height that nothing else needs.
        """
        _put(self._main, widget, fills)

    def add_beside(self, widget: QWidget, *, fills: bool = False) -> None:
        """Adds a widget at the end of the narrow column; ``fills`` as for ``add``."""
        _put(self._beside, widget, fills)
        self._side.fills = self._side.fills or fills

    def let_go(self) -> None:
        """Makes the narrow column independent of the height of the main column."""
        self._side.fills = False
        self._side.updateGeometry()

    def compact_gain(self, width: int) -> int:
        main = width - self.side_width - self._gap
        worked_on, beside = self._main.heightForWidth(main), self._side.needs()
        loose = max(worked_on, beside)
        worked_on -= self._gain(self._main, main)
        beside -= self._gain(self._beside, self.side_width)
        return loose - max(worked_on, beside)

    def _gain(self, column: QVBoxLayout, width: int) -> int:
        gaps = max(0, column.count() - 2)  # without the stretch at its end
        spacing = column.spacing() - self._compact_spacing
        return gaps * spacing + sum(w.compact_gain(width) for w in self._compactables(column))

    def compact(self) -> None:
        for column in (self._main, self._beside):
            column.setSpacing(self._compact_spacing)
            for widget in self._compactables(column):
                widget.compact()
                assert isinstance(widget, QWidget)
                tell_parents(widget)

    @staticmethod
    def _compactables(column: QVBoxLayout) -> Iterator[Compactable]:
        for place in range(column.count()):
            item = column.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and not widget.isHidden():
                if isinstance(widget, Compactable):
                    yield widget
                yield from compactables(widget)

    def go_along(self, scrolled: int) -> None:
        """Follows scrolling.

        ``scrolled``: how many pixels of the page are above the visible area.
        """
        self._side.go_along(scrolled - self.y())


def _put(column: QVBoxLayout, widget: QWidget, fills: bool) -> None:
    column.insertWidget(column.count() - 1, widget, int(fills))
    if fills:
        column.setStretch(column.count() - 1, 0)
