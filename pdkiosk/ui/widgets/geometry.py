"""How widgets take their room: as high as their width asks, mirrored from right to left."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QSizePolicy, QWidget

_Layout = TypeVar("_Layout", bound=QLayout)


def take_height_for_width(widget: QWidget) -> None:
    """Lets layouts ask its ``heightForWidth``; of a widget that has a layout itself they do so."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def spaced(layout: _Layout, spacing: int, pad: int = 0) -> _Layout:
    """The layout with so many pixels between the things in it, and ``pad`` around them."""
    layout.setContentsMargins(pad, pad, pad, pad)
    layout.setSpacing(spacing)
    return layout


def right_to_left(widget: QWidget) -> bool:
    """Whether the page runs from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def from_start(widget: QWidget, start: int, width: int) -> int:
    """The left end of what begins ``start`` from the edge where reading begins, all in pixels."""
    return widget.width() - start - width if right_to_left(widget) else start


def tell_parents(widget: QWidget) -> None:
    """Lets a widget and everything around it take the room that it needs now, at once.

    Qt would tell one of them with each round of events, and the page flashes meanwhile.
    """
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        layout = parent.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        parent = parent.parentWidget()


class MirroredMargins(QWidget):
    """A widget that has more room in one margin of its layout, as for a pictogram.

    Qt mirrors what is in a layout, but not its margins.
    """

    _margins = (0, 0, 0, 0)

    def set_margins(self, start: int, top: int, end: int, bottom: int) -> None:
        """The margins of its layout, pixels; ``start`` is where reading begins."""
        self._margins = (start, top, end, bottom)
        layout = self.layout()
        if layout is not None:
            left, right = (end, start) if right_to_left(self) else (start, end)
            layout.setContentsMargins(left, top, right, bottom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.set_margins(*self._margins)
        super().changeEvent(event)
