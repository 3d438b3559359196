"""The order in which the keyboard comes to things: as they are read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_stops(within: QWidget) -> list[QWidget]:
    """What the keyboard can come to within a widget, shown now or not, in its present order.

    Of cards that exclude each other Qt lets Tab come to the chosen one alone, arrows to all.
    """
    stops: list[QWidget] = []
    step = within.nextInFocusChain()
    while step is not None and step is not within:
        if step.focusPolicy() is not Qt.FocusPolicy.NoFocus and within.isAncestorOf(step):
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Lets Tab go from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
