"""What a widget can spare of its own empty room, where that spares the person some scrolling."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtWidgets import QWidget


class Tightens(Protocol):
    """A widget with room around its words that is pleasant and not needed."""

    def spare(self, width: int) -> int:
        """The pixels of height that it can give up when it is so wide."""

    def tighten(self) -> None:
        """Gives them up."""


def as_tightens(widget: QWidget) -> Tightens | None:
    """The widget, if it has such room. (To ask the protocol itself takes 40 times as long.)"""
    return cast(Tightens, widget) if hasattr(type(widget), "spare") else None
