"""The panel shown if the facility has set no PIN, or its file cannot be used.

It is shown without a PIN, so anyone can read it: it names settings and lines, never private values.
"""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import Tone

# Translators: heading; the pages for staff cannot be opened.
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
# Translators: the staff_pin line in the facility file cannot be used.
_SPOILED = Message("The staff_pin line is not a PIN hash. Make a new one.", "staff.none_spoiled")
# Translators: heading of a box: the file has a mistake, or cannot be read.
_WRONG = Message("The settings file of this facility cannot be used", "staff.none_wrong")
# Translators: {file} is the name of a file.
_FILE = Message("File: {file}", "staff.none_file")
# Translators: after what is wrong with the file of the settings and how to fix it.
_THEN = Message(
    "Then restart the program. If the file has a good line staff_pin, this page asks for the PIN.",
    "staff.none_then",
)


class NoPinPanel(Panel):
    """The steps for the technician, and the way back."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "lock")
        problem = context.desk.problem
        if problem is not None:
            # A PIN may be set in the file: it is the mistake that keeps staff out.
            words = [problem.says, problem.fix, _THEN]
            if context.desk.file is not None:
                words.insert(0, _FILE(file=str(context.desk.file.path)))
            self.add_box(Tone.WARNING, _WRONG, *words)
        if context.desk.facility.staff_pin:
            self.add_text(_SPOILED)
        self.add_text(_HOW)
        self.add_text(_WHERE)
