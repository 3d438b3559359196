"""Makes the focus order the same as the reading order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_stops(within: QWidget) -> list[QWidget]:
    """The focusable widgets within a widget, visible or not, in their current order.

    Among exclusive cards, Qt lets Tab reach only the chosen one, and arrow keys all of them.
    """
    wanted = {w for w in within.findChildren(QWidget) if _is_stop(w)}
    stops: list[QWidget] = []
    step = within.nextInFocusChain()
    # Stop at the last of them: for Qt's own parts of a scroll area, PySide would first create the
    # types of all existing widgets.
    while step is not None and len(stops) < len(wanted):
        if step in wanted:
            stops.append(step)
        step = step.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Makes Tab go from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
