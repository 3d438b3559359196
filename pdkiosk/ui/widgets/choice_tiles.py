"""Things to choose or add, as equal tiles that fill the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdkiosk.ui.theme.look import Look
from pdkiosk.ui.widgets.card_grid import CardGrid
from pdkiosk.ui.widgets.choice_tile import ChoiceTile

_COLUMNS = 4
_FLAT_PICTURES_MM = (19.0, 16.0, 13.0)


class ChoiceTiles(CardGrid):
    """A grid with as many columns as fit; all pictograms have the same size.

    If tiles would not fit on the page, they become flat cards.
    """

    def __init__(
        self,
        look: Look,
        tiles: Sequence[ChoiceTile],
        *,
        most: int = _COLUMNS,
        most_flat: int = 2,
        flat: bool = False,
        **style: Any,
    ) -> None:
        """``most``, ``most_flat``: maximum columns of tiles and of flat cards.

        ``style`` as for CardGrid.

        ``flat``: use flat cards from the beginning.
        """
        self._most_flat = most_flat
        self._always_flat = flat
        self._tiles = list(tiles)
        for tile in tiles:
            tile.flat = flat
        super().__init__(look, tiles, max_columns=most, equal_rows=False, fills=True, **style)

    @property
    def _flat(self) -> bool:
        return bool(self._tiles) and self._tiles[0].flat

    def least_tile(self) -> int:
        if self._flat and self._most_flat > 2:  # short words
            return max(tile.narrowest_width() for tile in self._tiles)
        if self._flat:
            return super().least_tile()
        return max(tile.tile_width() for tile in self._tiles)

    def columns_for(self, width: int) -> int:
        columns = super().columns_for(width)
        if self._flat:
            most = min(self._most_flat, columns)
            # Fewer, wider tiles if their words then take less height.
            fewest = min(2, most)
            return min(range(most, fewest - 1, -1), key=lambda n: self._flat_height(width, n))
        # Avoid a last row with a single tile if one column less fills it better.
        rows = -(-len(self._tiles) // columns)
        return -(-len(self._tiles) // rows)

    def _flat_height(self, width: int, columns: int) -> int:
        tile = self._tile_width(width, columns)
        heights = [card.heightForWidth(tile) for card in self._tiles]
        rows = [max(heights[n : n + columns]) for n in range(0, len(heights), columns)]
        return sum(rows) + self.gap * (len(rows) - 1)

    def place_tiles(self) -> None:
        width = self.width()
        columns = self.columns_for(width)
        tile_width = self._tile_width(width, columns)
        heights = self._filled(self._row_heights(width))
        if self._flat:
            self._grow(tile_width, [heights[n // columns] for n in range(len(self._tiles))])
        elif heights:
            room = min(
                heights[place // columns] - tile.words_height(tile_width)
                for place, tile in enumerate(self._tiles)
            )
            for tile in self._tiles:
                tile.picture = min(tile.most_picture, room)
        super().place_tiles()

    def _grow(self, width: int, heights: Sequence[int]) -> None:
        """Gives flat cards the largest pictogram that fits in each of them."""
        scale = self.look.scale
        sides = (scale.mm(side) for side in _FLAT_PICTURES_MM)
        both = [(t, high) for t, high in zip(self._tiles, heights, strict=True) if t.grows]
        grown = (s for s in sides if all(tile.has_room(width, high, s) for tile, high in both))
        side = next(grown, 0)
        for tile, _ in both:
            tile.grown = side

    def set_compact(self, compact: bool) -> None:
        for tile in self._tiles:
            tile.flat = compact or self._always_flat
        super().set_compact(compact)
