"""The order in which the keyboard comes to things: as they are read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_stops(within: QWidget) -> list[QWidget]:
    """What Tab can come to within a widget, shown now or not, in its present order."""
    stops: list[QWidget] = []
    step = within.nextInFocusChain()
    while step is not None and step is not within:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus and within.isAncestorOf(step):
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Lets Tab go from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
