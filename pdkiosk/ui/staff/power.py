"""Restarts or closes the program, after asking once."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import ButtonKind

# Translators: asks staff once before the program is restarted.
_RESTART = Message("Restart the program?", "staff.restart_title")
# Translators: what a restart does.
_RESTART_TEXT = Message(
    "The start screen comes back in a few seconds, with the settings as they are in the file now.",
    "staff.restart_text",
)
# Translators: button.
_RESTART_YES = Message("Yes, restart", "staff.restart_yes")
# Translators: asks staff once before the program is closed.
_CLOSE = Message("Close the program?", "staff.close_title")
# Translators: what closing does.
_CLOSE_TEXT = Message(
    "Nobody can write a letter here until the program is started again.", "staff.close_text"
)
# Translators: button.
_CLOSE_YES = Message("Yes, close", "staff.close_yes")
# Translators: the safe button.
_NO = Message("No, go back", "staff.power_no")


class PowerPanel(Panel):
    """Asks once; the safe choice is the larger button."""

    primary = _NO
    primary_icon = "undo-2"

    def __init__(self, context: StaffContext, *, close: bool) -> None:
        super().__init__(context)
        self.add_heading(_CLOSE if close else _RESTART, "x" if close else "undo-2")
        self.add_text(_CLOSE_TEXT if close else _RESTART_TEXT)
        words, goes = (_CLOSE_YES, "close now") if close else (_RESTART_YES, "restart now")
        yes = self.small_button("staff.yes", words, goes, kind=ButtonKind.DANGER)
        self.add_buttons(yes, before_mm=6.0)

    def forward(self) -> None:
        self.go.emit("back")
