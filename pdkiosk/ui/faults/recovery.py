"""Decides what happens to a session in which the program failed.

The first time, the screen is rebuilt from the answers; the second time, the person is moved to
another page and told; after that, the session is abandoned and everything erased. See
docs/decisions/0008-unexpected-errors.md.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

_CHANCES = 2


class Window(Protocol):
    """The interface of the window that is repaired: the shell."""

    def rebuild(self) -> None:
        """Rebuilds the screen from the answers."""

    def step_aside(self, code: str) -> None:
        """Leaves the failed page, and says that something did not work."""


class Recovery(QObject):
    """Receives faults from any thread; repairs the window, or calls ``give_up`` with the code."""

    _heard = Signal(str)

    def __init__(
        self,
        window: Window,
        give_up: Callable[[str], None],
        note: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._give_up = give_up
        self._note = note
        self._noted: set[str] = set()
        self._mending = False
        self._recovered = 0
        self._over = False
        # Queued: to leave the code that has just failed, and to get into the window's thread.
        self._heard.connect(self._mend, Qt.ConnectionType.QueuedConnection)

    def tell(self, code: str, place: str) -> None:
        """Reports a fault: its short code, and its place for the log."""
        if code not in self._noted:  # an unpaintable widget fails again and again
            self._noted.add(code)
            self._note(f"error-{code}")
            self._note(place)
        if not self._mending:
            self._mending = True
            self._heard.emit(code)

    def _mend(self, code: str) -> None:
        if self._over:
            return
        while self._recovered < _CHANCES:
            self._recovered += 1
            with contextlib.suppress(Exception):
                if self._recovered == 1:
                    self._window.rebuild()
                else:
                    self._window.step_aside(code.upper())
                self._note(f"recovered-{self._recovered}")
                self._mending = False
                return
        self._over = True
        self._give_up(code)
