"""Fakes for the widget tests."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from pdkiosk.ui.theme.look import PAPER, Look, TextSize, Theme
from pdkiosk.ui.widgets.page_scroll import PageScroll


def visible_part(page: PageScroll) -> QRect:
    """The part of a page in view, in the page's own pixels."""
    top = QPoint(0, page.area.verticalScrollBar().value())
    return QRect(top, page.area.viewport().size())


def picture_of(widget: QWidget) -> QImage:
    """A widget with all that is in it, also in a window that is only laid out.

    Qt's own ``grab`` leaves out what lies in a widget while its window is not updated.
    """
    window = widget.window()
    paints = window.updatesEnabled()
    window.setUpdatesEnabled(True)
    picture = widget.grab().toImage()
    window.setUpdatesEnabled(paints)
    return picture


class Clock:
    """A clock that goes on when it is told to, in seconds."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time

    def forward(self, seconds: float) -> None:
        self.time += seconds


class MakeLook(Protocol):
    """Makes a look and gives it to the application."""

    def __call__(
        self,
        *,
        theme: Theme = PAPER,
        size: tuple[int, int] = (1280, 1024),
        diagonal: float = 19.0,
        text: TextSize = TextSize.NORMAL,
    ) -> Look: ...
