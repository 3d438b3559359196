"""Small whole numbers, each with its own key: one touch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind
from pdkiosk.ui.widgets.pair import NOTHING, Pair
from pdkiosk.ui.widgets.spoken import ANSWERS
from pdkiosk.ui.widgets.tile_grid import TileGrid

_COLUMNS = 10
_LEAST_MM = 24.0


class NumberTiles(TileGrid):
    """``chosen`` carries the touched number, or None for ``more``: a larger one.

    Touching the chosen number again unchooses it and emits ``let_go``.
    """

    chosen = Signal(object)
    let_go = Signal()

    def __init__(
        self,
        look: Look,
        numbers: Iterable[int],
        name: str,
        *,
        more: Pair = NOTHING,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``name``: the question, for the accessible names of the keys."""
        self._keys: dict[int | None, BigButton] = {}
        super().__init__(
            look,
            max_columns=_COLUMNS,
            fills=fills,
            gap=look.scale.mm(2.8),
            parent=parent,
        )
        for number in numbers:
            self._add(number, Pair(str(number)), f"{name}.{number}")
        if more:
            self._add(None, more, f"{name}.more")

    def _add(self, number: int | None, words: Pair, name: str) -> None:
        key = BigButton(self.look, words, kind=ButtonKind.PLAIN, centered=True, parent=self)
        key.setObjectName(name)
        key.setCheckable(True)
        key.activated.connect(partial(self._touched, number))
        key.setProperty(ANSWERS, True)
        self._keys[number] = key
        self.add_tile(key)

    def least_tile(self) -> int:
        widest = max((key.minimumSizeHint().width() for key in self._keys.values()), default=0)
        return max(self.look.scale.mm(_LEAST_MM), widest)

    def show_chosen(self, number: int | None, *, more: bool = False) -> None:
        """Marks a number, or the key for a larger one, or none."""
        for own, key in self._keys.items():
            key.setChecked(more if own is None else own == number)

    def _touched(self, number: int | None) -> None:
        if not self._keys[number].isChecked():
            self.let_go.emit()
            return
        self.show_chosen(number, more=number is None)
        self.chosen.emit(number)
