"""A pad to enter a PIN by touch; shows how many digits were entered, never which."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pdkiosk.facility.pin import MOST_DIGITS
from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import BigButton, ButtonKind, Pair, TextPair
from pdkiosk.ui.widgets.geometry import spaced

# Translators: takes away the last digit of a PIN.
_DELETE = Message("Delete", "staff.pin_delete")
# Translators: the PIN is complete.
_OK = Message("OK", "staff.pin_ok")
# Translators: for a screen reader; {n} is how many digits of the PIN were entered.
_ENTERED = Message("Digits entered: {n}", "staff.pin_entered")

_TILE_MM = (34.0, 21.0)


class PinPad(QWidget):
    """``entered`` carries the PIN when OK is touched; it is forgotten here at once.

    The digits are in their usual order. Shuffling them each time would reveal less to a distant
    observer, but slow down people with low vision, and after a day of touches all over the screen,
    smudges reveal nothing anyway.
    """

    entered = Signal(str)

    def __init__(self, context: StaffContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        look = context.look
        self._digits = ""
        column = spaced(QVBoxLayout(self), look.scale.gap)
        self._shown = TextPair(look, Pair(" "), TextRole.SUBHEADING, parent=self)
        column.addWidget(self._shown)
        grid = QGridLayout()
        grid.setSpacing(look.scale.gap)
        width, height = (look.scale.mm(side) for side in _TILE_MM)
        width = max(width, round(look.body_px * 4.2))
        height = max(height, round(look.body_px * 2.9))
        self.tiles: list[BigButton] = []
        for place, name in enumerate((*"123456789", "delete", "0", "ok")):
            tile = self._tile(name)
            tile.setFixedSize(width, height)
            grid.addWidget(tile, place // 3, place % 3, Qt.AlignmentFlag.AlignLeft)
            self.tiles.append(tile)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show()

    def _tile(self, name: str) -> BigButton:
        look, say = self._context.look, self._context.pair
        if name == "delete":
            tile = BigButton(look, Pair(""), icon="delete", parent=self)
            tile.setAccessibleName(say(_DELETE).spoken())
            tile.activated.connect(self._delete)
        elif name == "ok":
            tile = BigButton(look, Pair("OK"), kind=ButtonKind.PRIMARY, parent=self)
            tile.setAccessibleName(say(_OK).spoken())
            tile.activated.connect(self._done)
        else:
            tile = BigButton(look, Pair(name), role=TextRole.CARD_LARGE, repeat_ms=120, parent=self)
            tile.activated.connect(lambda: self.put(name))
        tile.setObjectName(f"pin.{name}")
        return tile

    def put(self, digit: str) -> None:
        """Adds a digit, from a tile or a keyboard."""
        if self.isEnabled() and digit.isascii() and digit.isdigit():
            self._digits = (self._digits + digit)[:MOST_DIGITS]
            self._show()

    def _delete(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _done(self) -> None:
        digits, self._digits = self._digits, ""
        self._show()
        if digits:
            self.entered.emit(digits)

    def _show(self) -> None:
        self._shown.set_pair(Pair("●" * len(self._digits) or "–"))
        entered = self._context.pair(_ENTERED(n=len(self._digits)))
        self._shown.setAccessibleName(entered.spoken())
