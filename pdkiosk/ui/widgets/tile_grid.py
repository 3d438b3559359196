"""Lays out tiles in as many equal columns as fit, in rows of equal height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.geometry import from_start, right_to_left, take_height_for_width
from pdkiosk.ui.widgets.tap_button import ArrowMover


class TileGrid(ArrowMover):
    """Buttons whose height follows from their width, in columns; arrows move between them.

    ``least_tile``: the smallest width of a column in pixels, if there is more than one (default:
    the preferred width of the widest button). Also used to put several buttons side by side on a
    page, because a fixed row would not fit a narrow screen or large text. ``fills``: the rows share
    the available height.
    """

    def __init__(
        self,
        look: Look,
        *,
        max_columns: int,
        least_tile: int | None = None,
        equal_rows: bool = True,
        fills: bool = False,
        gap: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._max_columns = max(1, max_columns)
        self._least_tile = least_tile
        self._equal_rows = equal_rows
        self._fills = fills
        self.gap = look.scale.gap if gap is None else gap
        self.tiles: list[QWidget] = []
        self._heights: dict[int, list[int]] = {}
        take_height_for_width(self)

    def add_tile(self, tile: QWidget) -> None:
        """Adds a button, or any other widget with height for width, at the end."""
        tile.setParent(self)
        self.tiles.append(tile)
        self._heights.clear()
        self.updateGeometry()

    def set_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Places exactly these of its tiles; the caller must hide the others."""
        if self.tiles != list(tiles):
            self.tiles = list(tiles)
            self._heights.clear()
            self.updateGeometry()
            self.place_tiles()

    @property
    def columns(self) -> int:
        """The number of columns at the current width."""
        return self.columns_for(self.width())

    def columns_for(self, width: int) -> int:
        """The number of columns at a width, in pixels."""
        least = max(1, self.least_tile())
        fitting = (width + self.gap) // (least + self.gap)
        return max(1, min(self._max_columns, fitting, max(1, len(self.tiles))))

    def least_tile(self) -> int:
        """The smallest width of a column, in pixels."""
        if self._least_tile is None:
            return max((tile.sizeHint().width() for tile in self.tiles), default=0)
        return self._least_tile

    def _tile_width(self, width: int, columns: int) -> int:
        return max(1, (width - (columns - 1) * self.gap) // columns)

    def _row_heights(self, width: int) -> list[int]:
        found = self._heights.get(width)
        if found is None:
            columns = self.columns_for(width)
            tile = self._tile_width(width, columns)
            heights = [t.heightForWidth(tile) for t in self.tiles]
            found = [max(heights[i : i + columns]) for i in range(0, len(heights), columns)]
            if self._equal_rows and columns > 1:
                found = [max(found)] * len(found)
            if len(self._heights) > 6:
                self._heights.clear()
            self._heights[width] = found
        return found

    def heightForWidth(self, width: int) -> int:
        rows = self._row_heights(width)
        return sum(rows) + self.gap * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        least = max(self.least_tile(), self.look.scale.main_target)
        width = least * self._max_columns + self.gap * (self._max_columns - 1)
        # Rows of the smallest height: layouts use heightForWidth, and laying out all words for a
        # temporary width would double the time for a page.
        rows = -(-len(self.tiles) // self._max_columns)
        return QSize(width, rows * (self.look.scale.main_target + self.gap))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.look.scale.mm(30), self.sizeHint().width()), 0)

    def resizeEvent(self, event: object) -> None:
        self.place_tiles()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._heights.clear()
            self.updateGeometry()
            self.place_tiles()
        return super().event(event)

    def showEvent(self, event: object) -> None:
        self.place_tiles()

    def place_tiles(self) -> None:
        width = self.width()
        columns = self.columns_for(width)
        tile = self._tile_width(width, columns)
        y = 0
        for row, height in enumerate(self._filled(self._row_heights(width))):
            buttons = self.tiles[row * columns : (row + 1) * columns]
            # A single tile in the last row would leave a hole in an otherwise full page.
            wide = width if self._fills and columns == 2 and len(buttons) == 1 else tile
            for column, button in enumerate(buttons):
                x = from_start(self, column * (tile + self.gap), wide)
                button.setGeometry(QRect(x, y, wide, height))
            y += height + self.gap

    def _filled(self, heights: list[int]) -> list[int]:
        """The heights of the rows, in pixels, if they take all the available room."""
        room = self.height() - self.gap * max(0, len(heights) - 1)
        if not self._fills or not heights or room <= sum(heights):
            return heights
        # The lowest rows grow, up to a common height.
        level, left = 0, room
        for count, height in enumerate(sorted(heights, reverse=True)):
            level = left // (len(heights) - count)
            if height <= level:
                break
            left -= height
        return [max(height, level) for height in heights]

    def move_focus(self, button: QWidget, key: Qt.Key) -> bool:
        columns = self.columns
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if right_to_left(self):
            forward, back = back, forward
        step = {forward: 1, back: -1, Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns}.get(key)
        if step is None or button not in self.tiles:
            return False
        index = self.tiles.index(button) + step
        while 0 <= index < len(self.tiles) and not self._takes_focus(self.tiles[index]):
            index += step
        if not 0 <= index < len(self.tiles):
            return self._leave(step > 0)
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        self.tiles[index].setFocus(reason)
        return True

    def _leave(self, forward: bool) -> bool:
        """Moves the focus out of the grid, as Tab would from its last tile."""
        last = self.tiles[-1] if forward else self.tiles[0]
        step: QWidget = last
        for _ in range(2000):
            following = step.nextInFocusChain() if forward else step.previousInFocusChain()
            if following is None or following is last:
                return False
            step = following
            if (
                step.focusPolicy() & Qt.FocusPolicy.TabFocus
                and self._takes_focus(step)
                and not self.isAncestorOf(step)
            ):
                reason = (
                    Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                )
                step.setFocus(reason)
                return True
        return False

    def _takes_focus(self, widget: QWidget) -> bool:
        return widget.isEnabled() and widget.isVisibleTo(self.window())
