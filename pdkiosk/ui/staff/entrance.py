"""The entrance from the start screen to the staff page, open until someone touches a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import with_text
from pdkiosk.ui.context import Context

if TYPE_CHECKING:
    from pdkiosk.staff.desk import StaffDesk
    from pdkiosk.ui.staff.gesture import GestureWatch
    from pdkiosk.ui.staff.page import StaffPage


class StaffEntrance(QObject):
    """``opened``: staff have made the gesture, and the entrance is still open.

    ``desk`` creates the staff desk; None: there is no staff page.
    """

    opened = Signal()

    def __init__(self, desk: Callable[[], StaffDesk] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._watch: GestureWatch | None = None

    @property
    def is_open(self) -> bool:
        """Whether the gesture still leads to the staff page."""
        return self._desk is not None

    def watch(self, window: QWidget, context: Context) -> None:
        """Watches for the gesture on a visible window."""
        handle = window.windowHandle()
        if self._desk is None or self._watch is not None or handle is None:
            return
        from pdkiosk.ui.staff.gesture import CORNER_MM, GestureSteps, GestureWatch

        self._watch = GestureWatch(handle, GestureSteps(context.look.scale.mm(CORNER_MM)), window)
        # After the start screen has handled the event that opened it.
        self._watch.opened.connect(self.opened, Qt.ConnectionType.QueuedConnection)

    def shut(self) -> None:
        """Closes the entrance: from now on no gesture in this process leads to the staff page."""
        self._desk = None
        if self._watch is not None:
            self._watch.shut()
            self._watch = None

    def enter(self, window: QWidget, context: Context) -> StaffPage:
        """Creates the staff page, in the look of ``context``, and closes the entrance."""
        assert self._desk is not None
        desk = self._desk()
        self.shut()
        from pdkiosk.ui.staff.context import StaffContext
        from pdkiosk.ui.staff.page import StaffPage

        others = [code for code in with_text(context.languages) if code != SOURCE_LANGUAGE]
        return StaffPage(
            StaffContext(
                desk=desk,
                catalogs=context.catalogs,
                look=context.look,
                first=SOURCE_LANGUAGE,
                second=others[0] if others else "",
            ),
            window,
        )
