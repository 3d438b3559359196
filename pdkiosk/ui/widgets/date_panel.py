"""The grid of buttons from which a part of a date is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdkiosk.ui.theme.look import Look, TextRole
from pdkiosk.ui.widgets.big_button import BigButton, ButtonKind
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.pair import Pair
from pdkiosk.ui.widgets.surface import Surface, SurfaceKind
from pdkiosk.ui.widgets.tile_grid import TileGrid

DateOption = tuple[Pair, bool, Callable[[], None]]
"""A button's words, whether it is chosen, and its action."""


class DatePanel(Surface):
    """Buttons in up to ``columns`` columns, which share the height of the panel.

    ``large``: their words are, where they have the page for themselves.

    ``back``: the words of a button above them that leads back, and what it does; ``unknown``: those
    of one below them.
    """

    def __init__(
        self,
        look: Look,
        options: Sequence[DateOption],
        *,
        columns: int,
        large: bool = False,
        back: tuple[Pair, Callable[[], None]] | None = None,
        unknown: tuple[Pair, Callable[[], None]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, SurfaceKind.PANEL, parent)
        column = spaced(QVBoxLayout(self), look.scale.gap, look.scale.mm(4.0))
        button = partial(BigButton, look, large=False, parent=self)
        role = TextRole.CARD_LARGE if large else TextRole.BUTTON
        self.buttons: list[BigButton] = []
        for words, chosen, act in options:
            made = button(words, kind=ButtonKind.PLAIN, centered=True, role=role)
            made.setCheckable(True)
            made.setChecked(chosen)
            made.activated.connect(act)
            self.buttons.append(made)
        widest = max(each.sizeHint().width() for each in self.buttons)
        narrowest = max(each.minimumSizeHint().width() for each in self.buttons)
        grid = TileGrid(
            look,
            max_columns=columns,
            least_tile=max(min(widest, look.scale.mm(60)), narrowest),
            fills=True,
            gap=look.scale.mm(2.8),
            parent=self,
        )
        for each in self.buttons:
            grid.add_tile(each)
        column.addWidget(grid, 1)
        if back is not None:
            words, act = back
            other = button(words, icon="arrow-left")
            other.activated.connect(act)
            column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeading)
        if unknown is not None:
            words, act = unknown
            not_known = button(words, centered=True)
            not_known.activated.connect(act)
            column.addWidget(not_known)

    @property
    def first(self) -> BigButton:
        """The chosen button, else the first."""
        return next((each for each in self.buttons if each.isChecked()), self.buttons[0])
