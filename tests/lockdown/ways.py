"""Widget features that would be a way out: a menu, dragging, a link, a tooltip."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget


def ways_out(widget: QWidget) -> Iterator[str]:
    """The ways out that a widget has."""
    policy = widget.contextMenuPolicy()
    edits = isinstance(widget, QLineEdit | QPlainTextEdit)
    if edits and policy is not Qt.ContextMenuPolicy.NoContextMenu:
        yield "has a context menu"
    if policy in (
        Qt.ContextMenuPolicy.ActionsContextMenu,
        Qt.ContextMenuPolicy.CustomContextMenu,
    ):
        yield "has a menu of its own"
    if widget.acceptDrops():
        yield "takes what is dropped on it"
    if isinstance(widget, QLineEdit) and widget.dragEnabled():
        yield "lets its words be dragged out"
    if isinstance(widget, QLabel):
        if widget.openExternalLinks():
            yield "opens links"
        if widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            yield "has words that can be selected"
    if widget.toolTip() or widget.statusTip() or widget.whatsThis():
        yield "has a tip that opens a window"
    if widget.actions():
        yield "has actions with shortcuts"
