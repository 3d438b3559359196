"""The answers to one question as cards, one or several of which are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.choice_card import CardKind, ChoiceCard
from pdkiosk.ui.widgets.surface import TriedOut
from pdkiosk.ui.widgets.tile_grid import TileGrid

_COMPACT_GAP_MM = 2.6  # just above the need of shaking hands


class CardGrid(TriedOut, TileGrid):
    """Cards in one to three columns. Radio cards of one grid exclude each other.

    ``changed`` is emitted when the person chooses, not when code does.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        cards: Sequence[ChoiceCard] = (),
        *,
        max_columns: int = 2,
        tight: bool = False,
        **style: Any,
    ) -> None:
        """``tight``: columns may be as narrow as possible without breaking a word.

        ``style`` as for TileGrid.
        """
        super().__init__(look, max_columns=max_columns, **style)
        self._loose_gap = self.gap
        self._tight = tight
        self._cards: list[ChoiceCard] = []
        for card in cards:
            self.add(card)

    @property
    def cards(self) -> Sequence[ChoiceCard]:
        return self._cards

    def add(self, card: ChoiceCard) -> None:
        self._cards.append(card)
        self.add_tile(card)
        card.activated.connect(self.changed)

    def set_compact(self, compact: bool) -> None:
        self.gap = self.look.scale.mm(_COMPACT_GAP_MM) if compact else self._loose_gap
        for card in self._cards:
            card.set_compact(compact)
        self._heights.clear()

    def least_tile(self) -> int:
        if self._least_tile is not None:
            return self._least_tile
        # Computed each time: a card may have got a "?" since it was added.
        return max(
            (
                card.narrowest_width() if self._tight else card.comfortable_width()
                for card in self._cards
            ),
            default=0,
        )

    def checked(self) -> list[int]:
        """The positions (from 0) of the chosen cards."""
        return [i for i, card in enumerate(self._cards) if card.isChecked()]

    def set_checked(self, indices: Iterable[int]) -> None:
        """Chooses exactly these cards, without ``changed``."""
        wanted = set(indices)
        for i, card in enumerate(self._cards):
            if card.kind is CardKind.RADIO:
                card.setAutoExclusive(False)  # or the last chosen one could not be unchecked
            card.setChecked(i in wanted)
        for card in self._cards:
            card.setAutoExclusive(card.kind is CardKind.RADIO)
