"""What the gesture leads to where the facility has set no PIN."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel

# Translators: heading; the pages for staff can not be opened.
_TITLE = Message("There is no staff page yet", "staff.none_title")
# Translators: how to set a PIN; pdkiosk pin, staff_pin and facility.toml are not translated.
_HOW = Message(
    "It opens with a PIN, and none is set. On a terminal of this machine type: pdkiosk pin",
    "staff.none_how",
)
# Translators: how to set a PIN; staff_pin and facility.toml are not translated.
_WHERE = Message(
    "Put the line that it prints (staff_pin = …) into facility.toml. Then restart the program.",
    "staff.none_where",
)
# Translators: the staff_pin line in the facility file can not be used.
_SPOILED = Message(
    "There is a line staff_pin, but it is no hash of a PIN. Make a new one.", "staff.none_spoiled"
)


class NoPinPanel(Panel):
    """Two steps for the technician, and the way back."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "lock")
        if context.desk.facility.staff_pin:
            self.add_text(_SPOILED)
        self.add_text(_HOW)
        self.add_text(_WHERE)
