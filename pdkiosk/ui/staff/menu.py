"""The first panel after the PIN: what staff can do."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import Tone

# Translators: heading of the first staff page.
_TITLE = Message("What do you want to do?", "staff.menu")
# Translators: staff page.
_CHANGED = Message(
    "Settings were changed. They are used when you leave the staff page.", "staff.menu_changed"
)

_ENTRIES = (
    # Translators: staff page: shows how the parts of the machine are.
    ("health", "stethoscope", Message("Is all well?", "staff.menu_health")),
    # Translators: staff page: how many sessions and pages there were.
    ("counters", "list-ordered", Message("Counters and log", "staff.menu_counters")),
    # Translators: staff page: prints a page to test the printer.
    ("print", "printer", Message("Test print", "staff.menu_print")),
    # Translators: staff page: tests the touch screen.
    ("touch", "hand", Message("Test the touch screen", "staff.menu_touch")),
    # Translators: staff page: so that the screen can be wiped clean.
    ("cleaning", "eraser", Message("Clean the screen", "staff.menu_cleaning")),
    # Translators: staff page: changes the settings of the facility.
    ("settings", "list-checks", Message("Settings", "staff.menu_settings")),
    # Translators: staff page: checks with a ruler how large things are.
    ("ruler", "a-large-small", Message("Size of the screen", "staff.menu_ruler")),
    # Translators: staff page: installs a new version of the program from a USB stick.
    ("update", "usb", Message("Update", "staff.menu_update")),
    # Translators: staff page.
    ("restart", "undo-2", Message("Restart the program", "staff.menu_restart")),
    # Translators: staff page.
    ("close", "x", Message("Close the program", "staff.menu_close")),
)


class MenuPanel(Panel):
    """The menu: a card for each panel."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "landmark")
        if context.changed:
            self.add_box(Tone.NOTE, _CHANGED)
        self.add_tiles(
            [self.card(f"staff.{name}", words, name, icon=icon) for name, icon, words in _ENTRIES],
            max_columns=2,
        )
