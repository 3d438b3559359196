"""Layout helpers: height for width, and mirroring for right-to-left pages."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QSizePolicy, QWidget

_Layout = TypeVar("_Layout", bound=QLayout)


def take_height_for_width(widget: QWidget) -> None:
    """Makes layouts use a widget's ``heightForWidth``, as they do if it has a layout of its own."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def spaced(layout: _Layout, spacing: int, pad: int = 0) -> _Layout:
    """The layout with this spacing between its items and ``pad`` around them, in pixels."""
    layout.setContentsMargins(pad, pad, pad, pad)
    layout.setSpacing(spacing)
    return layout


def right_to_left(widget: QWidget) -> bool:
    """Whether the page runs from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def from_start(widget: QWidget, start: int, width: int) -> int:
    """The left end of something that begins ``start`` from the leading edge, all in pixels."""
    return widget.width() - start - width if right_to_left(widget) else start


def tell_parents(widget: QWidget) -> None:
    """Makes a widget and everything around it take their new sizes at once.

    Qt would update one level per round of events, and the page would flicker meanwhile.
    """
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        layout = parent.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        parent = parent.parentWidget()


class MirroredMargins(QWidget):
    """A widget with a wider margin on one side of its layout, as for a pictogram.

    Qt mirrors the content of a layout, but not its margins.
    """

    _margins = (0, 0, 0, 0)

    def set_margins(self, start: int, top: int, end: int, bottom: int) -> None:
        """Sets the margins of its layout in pixels; ``start`` is the leading edge."""
        self._margins = (start, top, end, bottom)
        layout = self.layout()
        if layout is not None:
            left, right = (end, start) if right_to_left(self) else (start, end)
            layout.setContentsMargins(left, top, right, bottom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.set_margins(*self._margins)
        super().changeEvent(event)
