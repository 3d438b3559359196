"""The tools of the dark top bar: a pictogram and a word, side by side or stacked."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.big_button import ButtonPaint, WordedButton
from pdkiosk.ui.widgets.geometry import right_to_left
from pdkiosk.ui.widgets.pair import NOTHING, Pair

_STACKED_PAD_MM = 2.6


class ToolButton(WordedButton):
    """A tool of the dark top bar, at least 12.7 mm both ways; ``accessible`` is its full name.

    ``warm``: in the color of the reading tools. ``stacked``: the pictogram above the word, if the
    bar is too narrow to have them side by side.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair = NOTHING,
        *,
        icon: str = "",
        accessible: Pair | None = None,
        warm: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            pair,
            TextRole.BAR,
            look.scale.mm(13.2) if pair else look.scale.target,
            icon=icon,
            pad_mm=(3.2, 1.6) if pair else (4.0, 2.5),
            parent=parent,
        )
        self._warm = warm
        self._stacked = False
        if accessible:
            self.setAccessibleName(accessible.spoken())

    def stack(self) -> None:
        """Puts the pictogram above the word."""
        self._stacked = bool(self.pair) and bool(self._icon)
        self.updateGeometry()

    def go_bare(self) -> None:
        """Shows only the pictogram; the accessible name stays."""
        name = self.accessibleName()
        self._stacked = False
        self._least_height = self.look.scale.target
        self.set_pair(NOTHING)
        self.setAccessibleName(name)

    def set_words(self, pair: Pair, icon: str, accessible: Pair) -> None:
        """Changes the word, if any, the pictogram and the accessible name."""
        if self.pair:
            self.set_pair(pair)
        self.set_icon(icon)
        self.setAccessibleName(accessible.spoken())

    def _stacked_size(self) -> QSize:
        pad = self.look.scale.mm(_STACKED_PAD_MM)
        width = self._words.natural_width() + 2 * pad
        return QSize(
            max(self.look.scale.target, width),
            self._icon_px + self._words.height(width - 2 * pad) + round(1.2 * pad),
        )

    def heightForWidth(self, width: int) -> int:
        return self._stacked_size().height() if self._stacked else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._stacked_size() if self._stacked else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._stacked_size() if self._stacked else super().minimumSizeHint()

    def colors(self) -> ButtonPaint:
        theme = self.look.theme
        if self.isCheckable() and self.isChecked():
            return ButtonPaint(theme.on_top, theme.on_top, theme.top, theme.top, theme.focus_on_top)
        if self._warm:
            fill = theme.on_top if self.isDown() else theme.accent
            words = theme.top if self.isDown() else theme.on_accent
            return ButtonPaint(fill, fill, words, words, theme.focus_on_top)
        fill_down = theme.top_pressed if self.isDown() else None
        return ButtonPaint(
            fill_down, theme.top_border, theme.on_top, theme.on_top_second, theme.focus_on_top
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stacked:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        paint = self.colors()
        self.paint_frame(painter, paint.fill, paint.border, self.border_px(), focus=paint.focus)
        room = self.width() - 2 * self.look.scale.mm(_STACKED_PAD_MM)
        words = self._words.height(room)
        top = (self.height() - words - self._icon_px) // 2
        x = (self.width() - self._icon_px) // 2
        self.look.paint_icon(painter, self._icon, paint.text, x, top, self._icon_px)
        widest = round(self._words.widest_line(room))
        mirrored = right_to_left(self)
        left = (self.width() - widest) // 2 - (room - widest if mirrored else 0)
        self._words.draw(
            painter,
            left,
            top + self._icon_px,
            room,
            paint.text,
            paint.second,
            right_to_left=mirrored,
        )
