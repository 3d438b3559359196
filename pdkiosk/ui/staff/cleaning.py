"""Half a minute in which the screen can be wiped and no touch does anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout

from pdkiosk.language.message import Message, counted
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import HeadingLabel

SECONDS = 30
HOLD_MS = 3000

# Translators: while the screen is cleaned.
_TITLE = Message("Wipe the screen now", "staff.clean_title")
# Translators: while the screen is cleaned; {n} is a number.
_COUNT = counted(
    "No touch does anything for {n} second.",
    "No touch does anything for {n} seconds.",
    "staff.clean_count",
)
# Translators: the button that ends the cleaning of the screen.
_HOLD = Message("Hold for 3 seconds to end", "staff.clean_hold")


class CleaningPanel(Panel):
    """A countdown over the whole screen; only holding a button ends it early."""

    bare = True

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        look = self.look
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertStretch(0, 1)
        self.add(HeadingLabel(look, self.say(_TITLE), display=True, centered=True, parent=self))
        self._words = self.add_text(
            _COUNT(n=SECONDS), TextRole.SUBHEADING, centered=True, max_chars=70
        )
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._over)
        self.hold_button = self.button("cleaning.end", _HOLD, lambda: None, icon="hand")
        self.hold_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # ignore keys that are wiped
        self.hold_button.setMinimumSize(look.scale.mm(120), look.scale.mm(30))
        self.hold_button.pressed.connect(self._hold.start)
        self.hold_button.released.connect(self._hold.stop)
        self.add(self.hold_button, space_before_mm=12)
        column.setAlignment(self.hold_button, Qt.AlignmentFlag.AlignHCenter)
        self._left = SECONDS
        self.every(1000, self._tick)

    def end(self) -> None:
        super().end()
        self._hold.stop()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._over()
        else:
            self._words.set_pair(self.say(_COUNT(n=self._left)))

    def _over(self) -> None:
        self.end()
        self.go.emit("back")
