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
    wanted = {w for w in within.findChildren(QWidget) if _is_stop(w)}
    stops: list[QWidget] = []
    step = within.nextInFocusChain()
    # Not further than the last of them: for the parts of a scroll area, which are Qt's own,
    # PySide would first make the types of all the widgets that there are.
    while step is not None and len(stops) < len(wanted):
        if step in wanted:
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Lets Tab go from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
