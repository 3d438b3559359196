"""Manages what covers a window's page: only the topmost cover can be reached.

Otherwise keyboard focus could leave it; and two covers that each block all others would leave
nothing to touch.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_LEVEL, _SHUT_OUT = "cover_level", "shut_out"


class Level(enum.IntEnum):
    """The stacking order of covers."""

    SHEET = 1
    COUNTDOWN = 2
    FAILURE = 3


def cover(window: QWidget, widget: QWidget, level: Level) -> None:
    """Puts a child of the window over the others, but below covers with a higher level."""
    widget.setProperty(_LEVEL, int(level))
    arrange(window)


def uncover(window: QWidget, widget: QWidget) -> None:
    """Removes a cover for good, and makes the new topmost one reachable."""
    widget.setProperty(_LEVEL, None)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    arrange(window)


def arrange(window: QWidget) -> None:
    """Keeps covers on top after the window's children have changed."""
    children = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    covers = [child for child in children if child.property(_LEVEL) is not None]
    covers.sort(key=lambda child: int(child.property(_LEVEL)))
    for child in covers:
        child.raise_()
    for child in children:
        if covers and child is not covers[-1]:
            if child.isEnabled():
                child.setEnabled(False)
                child.setProperty(_SHUT_OUT, True)
        elif child.property(_SHUT_OUT):
            child.setProperty(_SHUT_OUT, None)
            child.setEnabled(True)
