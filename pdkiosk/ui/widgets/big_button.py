"""Buttons with words: primary, outlined, quiet and dangerous, and those of the top bar."""

from __future__ import annotations

import enum
import math
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import right_to_left
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import Spoken
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock

# Icons that point in the reading direction, and their mirrored versions.
_MIRRORED = {
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
    "chevron-left": "chevron-right",
    "chevron-right": "chevron-left",
}


class ButtonKind(enum.Enum):
    """The visual weight of a button."""

    PRIMARY = enum.auto()
    OUTLINE = enum.auto()
    PLAIN = enum.auto()
    DANGER = enum.auto()
    WARM = enum.auto()  # for reading aloud


class ButtonPaint(NamedTuple):
    """The colors of a button in one state, "#RRGGBB"; None to paint nothing."""

    fill: str | None
    border: str | None
    text: str
    second: str
    focus: str


class WordedButton(TapButton):
    """A button with a pair of texts and perhaps an icon beside them, centered together."""

    def __init__(
        self,
        look: Look,
        pair: Pair,
        role: TextRole,
        least_height: int,
        *,
        icon: str = "",
        icon_trailing: bool = False,
        centered: bool = False,
        pad_mm: tuple[float, float] = (7.0, 3.0),
        max_ems: float = 22.0,
        inline: bool = False,
        repeat_ms: int = 300,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, repeat_ms=repeat_ms, parent=parent)
        self._words = TextBlock(look, pair, role, centered=centered, inline=inline)
        self._centered = centered
        self._icon = icon
        self._icon_trailing = icon_trailing
        self._least_height = least_height
        self._pad_x = look.scale.mm(pad_mm[0])
        self._pad_y = look.scale.mm(pad_mm[1])
        font_px = look.font(role).pixelSize()
        self._icon_px = round(font_px * 1.2)
        if not pair:  # an icon alone must not outgrow the least size of its button
            self._icon_px = min(round(font_px * 1.4), round(least_height * 0.68))
        self._step = round(font_px * 0.45)
        self._max_text = round(font_px * max_ems)
        self.setAccessibleName(pair.spoken())

    @property
    def pair(self) -> Pair:
        return self._words.pair

    def set_pair(self, pair: Pair) -> None:
        self._words.set_pair(pair)
        self.setAccessibleName(pair.spoken())
        self.updateGeometry()
        self.update()

    def spoken(self) -> list[Spoken]:
        return [Spoken(self.pair, self._words)] if self.pair else []

    def set_icon(self, icon: str) -> None:
        """Shows another icon, or none for ""."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def compact(self, pad_mm: float) -> None:
        """Sets the padding and drops the icon, for a bar that is too narrow for its buttons."""
        self._pad_x = self.look.scale.mm(pad_mm)
        self.set_icon("")

    def _beside(self) -> int:
        """The width beside the words, in pixels."""
        if not self._icon:
            return 2 * self._pad_x
        return 2 * self._pad_x + self._icon_px + (self._step if self.pair else 0)

    def heightForWidth(self, width: int) -> int:
        if not self.pair:  # an icon alone never outgrows the least size
            return self._least_height
        words = self._words.height(max(1, width - self._beside()))
        icon = self._icon_px if self._icon else 0
        return max(self._least_height, max(words, icon) + 2 * self._pad_y)

    def sizeHint(self) -> QSize:
        text = min(self._words.natural_width(), self._max_text) if self.pair else 0
        width = max(self.look.scale.target, self._beside() + text)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        text = self._words.least_width(ems=12) if self.pair else 0
        width = max(self.look.scale.target, self._beside() + text)
        return QSize(width, self._least_height)

    def colors(self) -> ButtonPaint:
        """The colors for its current state."""
        raise NotImplementedError

    def border_px(self) -> float:
        """The thickness of the edge, in pixels."""
        return float(self.look.scale.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint = self.colors()
        self.paint_frame(painter, paint.fill, paint.border, self.border_px(), focus=paint.focus)
        room = max(1, self.width() - self._beside())
        has_words = bool(self.pair)
        text_width = min(room, math.ceil(self._words.widest_line(room)) + 1) if has_words else 0
        step = self._step if self._icon and has_words else 0
        icon_px = self._icon_px if self._icon else 0
        start = (self.width() - text_width - step - icon_px) // 2
        mirrored = right_to_left(self)
        icon_first = self._icon_trailing is mirrored
        icon_x = start if icon_first else start + text_width + step
        text_x = start + icon_px + step if icon_first else start
        if self._icon:
            icon = _MIRRORED.get(self._icon, self._icon) if mirrored else self._icon
            y = (self.height() - icon_px) // 2
            self.look.paint_icon(painter, icon, paint.text, icon_x, y, icon_px)
        if has_words:
            # Laid out for the available width instead of the longest line, so that lines break as
            # measured; in right-to-left text the words are at the far end of that width.
            x, top = text_x, (self.height() - self._words.height(room)) / 2
            if self._centered:
                x -= (room - text_width) // 2
            elif mirrored:
                x -= room - text_width
            self._words.draw(
                painter, x, top, room, paint.text, paint.second, right_to_left=mirrored
            )


class BigButton(WordedButton):
    """A button of the page or the bottom bar. ``large``: 20 mm high at least, else 12.7 mm.

    ``bar``: in one of the bars; its words stop growing before they take too much room.
    ``centered``: each language is centered, for tiles without an icon.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        kind: ButtonKind = ButtonKind.OUTLINE,
        icon: str = "",
        icon_trailing: bool = False,
        large: bool = True,
        bar: bool = False,
        centered: bool = False,
        role: TextRole = TextRole.BUTTON,
        repeat_ms: int = 300,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            pair,
            TextRole.BAR if bar else role,
            look.scale.main_target if large else look.scale.target,
            icon=icon,
            icon_trailing=icon_trailing,
            centered=centered,
            pad_mm=(8.0, 3.0) if large else (4.5, 2.2),
            repeat_ms=repeat_ms,
            parent=parent,
        )
        self.kind = kind

    def set_kind(self, kind: ButtonKind) -> None:
        self.kind = kind
        self.update()

    def colors(self) -> ButtonPaint:
        theme = self.look.theme
        if not self.isEnabled():
            return ButtonPaint(theme.paper, theme.line, theme.border, theme.border, theme.focus)
        down = self.isDown()
        if self.isCheckable() and self.isChecked():
            return ButtonPaint(
                theme.chosen, theme.primary, theme.on_chosen, theme.on_chosen, theme.focus
            )
        if self.kind is ButtonKind.PRIMARY:
            fill, edge = (theme.on_primary, theme.primary) if down else (theme.primary, None)
            words = theme.primary if down else theme.on_primary
            return ButtonPaint(fill, edge, words, words, theme.focus)
        if self.kind is ButtonKind.WARM:
            words = theme.on_accent
            return ButtonPaint(theme.accent, theme.border, words, words, theme.focus)
        ground = theme.pressed if down else theme.surface
        if self.kind is ButtonKind.OUTLINE:
            return ButtonPaint(ground, theme.primary, theme.primary, theme.second, theme.focus)
        if self.kind is ButtonKind.DANGER:
            ground = theme.stop.back if down else theme.surface
            return ButtonPaint(ground, theme.stop.bar, theme.stop.text, theme.second, theme.focus)
        return ButtonPaint(ground, theme.border, theme.text, theme.second, theme.focus)

    def border_px(self) -> float:
        line = self.look.scale.line
        return line * 1.5


class WordButton(WordedButton):
    """A button with a term to look up, with an open book or another ``icon`` beside it.

    ``stacked``: the second language under the first, if that is narrower.
    """

    def __init__(
        self,
        look: Look,
        pair: Pair,
        *,
        stacked: bool = False,
        icon: str = "book-open",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            pair,
            TextRole.SMALL,
            look.scale.target,
            icon=icon,
            pad_mm=(3.6, 1.2),
            max_ems=30.0,
            inline=not stacked or pair.same,
            parent=parent,
        )

    def colors(self) -> ButtonPaint:
        theme = self.look.theme
        fill = theme.pressed if self.isDown() else theme.surface
        return ButtonPaint(fill, theme.border, theme.primary, theme.second, theme.focus)
