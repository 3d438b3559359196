"""Places the keys, in pixels: never smaller than a fingertip, however narrow the screen."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QRect

from pdkiosk.ui.keyboard.layout import Action, KeyLayout, KeySpec, Row
from pdkiosk.ui.theme.look import Scale

GAP_MM = 2.7  # 2.54 is the minimum
_COLUMN_MM = 26.0  # the most: a hand should not travel across a wide screen
_LONE_COLUMN_MM = 34.0  # for the number pad, which has few columns
_MOST = 0.42  # part of the screen's height, or too little of the question would remain visible


class Measures(Struct, frozen=True):
    """In pixels: the smallest side of a key, the gaps, the outer edge, and the height of a row."""

    target: int
    gap: int
    edge: int
    widest_column: int
    row: int

    @classmethod
    def of(cls, scale: Scale, wished_mm: float, layout: KeyLayout, rows: int) -> Measures:
        """The measures for a screen; ``wished_mm``: the height that the words on the keys need."""
        gap, edge = scale.mm(GAP_MM), scale.mm(3.4)
        column = _COLUMN_MM if layout.columns > 8 else _LONE_COLUMN_MM
        room = math.floor(scale.height_px * _MOST) - 2 * edge - (rows - 1) * gap
        row = max(scale.target, min(scale.mm(wished_mm), room // rows))
        return cls(scale.target, gap, edge, scale.mm(column), row)


class Placed(Struct, frozen=True):
    """A key and its rectangle."""

    key: KeySpec
    rect: QRect


def without_enter(row: Row) -> Row:
    """A row for a single-line editor: Space takes the place of the Enter key."""
    return tuple(key for key in row if key.action is not Action.ENTER)


def place(rows: Iterable[Row], columns: float, width: int, m: Measures) -> list[Placed]:
    """The keys of a page within ``width`` pixels, row by row.

    If a row's keys would be too narrow, it is split into several lines.
    """
    room = width - 2 * m.edge
    column = min(math.floor((room + m.gap) / columns), m.widest_column)
    lines = [list(row) for row in rows]
    if column < m.target + m.gap:
        column = m.target + m.gap
        most = max(2.0, math.floor((room + m.gap) / column * 4) / 4)
        lines = [line for row in rows for line in _broken(row, most)]
        columns = min(columns, most)
    whole = round(column * columns)
    left = (width - whole + m.gap) // 2
    placed: list[Placed] = []
    for number, line in enumerate(lines):
        y = m.edge + number * (m.row + m.gap)
        fixed = math.fsum(key.width for key in line)
        elastic = any(key.action is Action.SPACE for key in line)
        at = 0.0 if elastic else (columns - fixed) / 2
        for key in line:
            share = columns - fixed if key.action is Action.SPACE else key.width
            start, end = round(left + at * column), round(left + (at + share) * column)
            at += share
            if not key.blank:
                placed.append(Placed(key, QRect(start, y, end - m.gap - start, m.row)))
    return placed


def _broken(row: Row, most: float) -> list[list[KeySpec]]:
    """A row split into as few lines of at most ``most`` columns as possible, of similar widths."""
    keys = [key for key in row if not key.blank]
    total = math.fsum(_share(key) for key in keys)
    for count in range(max(1, math.ceil(total / most - 1e-9)), len(keys) + 1):
        wished = total / count
        lines: list[list[KeySpec]] = [[]]
        done = 0.0
        for key in keys:
            # A key goes to the line in which its middle falls.
            line = min(count - 1, math.floor((done + _share(key) / 2) / wished))
            while len(lines) <= line:
                lines.append([])
            lines[-1].append(key)
            done += _share(key)
        if all(math.fsum(_share(key) for key in line) <= most for line in lines):
            return [line for line in lines if line]
    return [[key] for key in keys]


def _share(key: KeySpec) -> float:
    return 2.0 if key.action is Action.SPACE else key.width


def height(placed: Iterable[Placed], m: Measures) -> int:
    """The height of a page in pixels, including its edges."""
    return max((each.rect.bottom() + 1 for each in placed), default=0) + m.edge
