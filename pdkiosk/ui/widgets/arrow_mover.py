"""What a button asks when an arrow key is pressed in it, without knowing the grid around it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class ArrowMover(QWidget):
    """A parent of buttons that knows which one an arrow key leads to."""

    def move_focus(self, button: QWidget, key: Qt.Key) -> bool:
        """Moves the focus from ``button`` by an arrow key; whether there was a place to go."""
        raise NotImplementedError
