"""The base of every panel of the staff page: a column of content, and words for the bottom bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from pdkiosk.language.message import Message
from pdkiosk.ui.screens.page import Page
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.widgets import Callout, Tone


class Panel(Page):
    """A panel. ``go`` requests another panel, "back" or "leave".

    ``bare``: it fills the screen, without bars and without scrolling. ``busy``: it is working, so
    the page must not close by itself.
    """

    primary_icon = "check"
    line_chars = 78
    bare = False
    busy = False

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.context = context
        self._timers: list[QTimer] = []
        self._outcome: Callout | None = None

    def forward(self) -> None:
        """The primary button was touched."""

    def typed(self, text: str) -> None:
        """A key was pressed that nothing else has handled."""

    def end(self) -> None:
        """Called when the panel goes away."""
        for timer in self._timers:
            timer.stop()

    def every(self, ms: int, act: Callable[[], object]) -> QTimer:
        """Calls a function repeatedly until the panel ends."""
        timer = super().every(ms, act)
        self._timers.append(timer)
        return timer

    def show_outcome(
        self, tone: Tone, title: Message, *body: Message, name: str = "outcome"
    ) -> None:
        """Shows a result or progress, replacing the previous one."""
        self.take_away(self._outcome)
        self._outcome = self.add_box(tone, title, *body, name=name)
        self._outcome.show()
