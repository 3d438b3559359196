"""Ten large keys with digits, and one that deletes the last digit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.geometry import from_start, take_height_for_width
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.spoken import ANSWERS, SILENT
from pdkiosk.ui.widgets.tap_button import TapButton
from pdkiosk.ui.widgets.text_block import TextBlock

_LEAST_KEY_MM, _WIDE_MM, _MOST_HIGH_MM = 20.0, 45.0, 51.0
_HOLD_MS, _AGAIN_MS = 600, 250
_COLUMNS, _ROWS = 3, 4


class DigitKey(TapButton):
    """A key with a digit, or with an icon above its words."""

    def __init__(
        self,
        look: Look,
        pair: Pair,
        icon: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, repeat_ms=200, parent=parent)
        # Only in the first language: the keys are small, and the icon says the same.
        words = Pair(pair.first)
        role = TextRole.BUTTON if icon else TextRole.CARD_LARGE
        self._words = TextBlock(look, words, role, centered=True)
        self._large = (
            self._words if icon else TextBlock(look, words, TextRole.ANSWER, centered=True)
        )
        self._icon = icon
        self._icon_px = look.scale.mm(9.0)
        # Typing on a physical keyboard goes into the field, which keeps the focus.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(pair.spoken())

    def needed(self, width: int) -> int:
        """The height that the words and the icon take at a width, pixels."""
        icon = self._icon_px if self._icon else 0
        return self._words.height(width) + icon + self.look.scale.mm(2.0)

    def sizeHint(self) -> QSize:
        side = self.look.scale.mm(_LEAST_KEY_MM)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        painter = QPainter(self)
        ground = theme.paper if self._icon else theme.surface
        fill = theme.pressed if self.isDown() else ground
        self.paint_frame(painter, fill, theme.border, self.look.scale.line)
        width = self.width()
        block = self._large if self._large.height(width) < self.height() else self._words
        words = block.height(width)
        icon = self._icon_px if self._icon else 0
        top = (self.height() - words - icon) / 2
        if icon:
            x = (width - icon) // 2
            self.look.paint_icon(painter, self._icon, theme.text, x, round(top), icon)
        self.paint_words(painter, block, 0, top + icon, width)


class DigitPad(QWidget):
    """``digit``: one was touched. ``removed``: delete the last one; repeats while held.

    The keys fill the available room, up to a height of 51 millimeters each.
    """

    digit = Signal(str)
    removed = Signal()

    def __init__(
        self, look: Look, remove: Pair, name: str, *, parent: QWidget | None = None
    ) -> None:
        """``name``: the question, for the accessible names of the keys."""
        super().__init__(parent)
        self._look = look
        self.setProperty(SILENT, True)  # everyone knows the digits
        self.setProperty(ANSWERS, True)
        self.keys: dict[str, DigitKey] = {}
        for text in "123456789":
            self._add(text, name)
        self.remove = DigitKey(look, remove, "delete", parent=self)
        self.remove.setObjectName(f"{name}.remove")
        self.remove.setAutoRepeat(True)
        self.remove.setAutoRepeatDelay(_HOLD_MS)
        self.remove.setAutoRepeatInterval(_AGAIN_MS)
        self.remove.activated.connect(self.removed)
        self._add("0", name)
        take_height_for_width(self)

    def _add(self, text: str, name: str) -> None:
        key = DigitKey(self._look, Pair(text), parent=self)
        key.setObjectName(f"{name}.digit.{text}")
        key.activated.connect(partial(self.digit.emit, text))
        self.keys[text] = key

    def _cells(self) -> list[DigitKey]:
        return [*(self.keys[text] for text in "123456789"), self.remove, self.keys["0"]]

    def _key_size(self, width: int) -> QSize:
        """The least size of a key at a width, pixels."""
        scale = self._look.scale
        wide = (width - (_COLUMNS - 1) * scale.gap) // _COLUMNS
        return QSize(wide, max(scale.mm(_LEAST_KEY_MM), self.remove.needed(wide)))

    def heightForWidth(self, width: int) -> int:
        return _ROWS * self._key_size(width).height() + (_ROWS - 1) * self._look.scale.gap

    def sizeHint(self) -> QSize:
        scale = self._look.scale
        width = _COLUMNS * scale.mm(_WIDE_MM) + (_COLUMNS - 1) * scale.gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        scale = self._look.scale
        width = _COLUMNS * scale.mm(_LEAST_KEY_MM) + (_COLUMNS - 1) * scale.gap
        return QSize(width, 0)

    def resizeEvent(self, event: object) -> None:
        gap, scale = self._look.scale.gap, self._look.scale
        key = self._key_size(self.width())
        room = (self.height() - (_ROWS - 1) * gap) // _ROWS
        high = max(key.height(), min(scale.mm(_MOST_HIGH_MM), room))
        # Digits are arranged as on a telephone, whatever the direction of the page.
        taken = _COLUMNS * key.width() + (_COLUMNS - 1) * gap
        left = from_start(self, 0, taken)
        for place, cell in enumerate(self._cells()):
            row, column = divmod(place, _COLUMNS)
            x, y = left + column * (key.width() + gap), row * (high + gap)
            cell.setGeometry(QRect(x, y, key.width(), high))
