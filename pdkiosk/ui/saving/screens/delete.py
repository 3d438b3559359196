"""Asks once before the saved work is deleted, with the safe way as the larger button."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ButtonKind, Tone

# Translators: heading of the screen that asks before the saved work is deleted.
_SURE = Message("Delete your saved work?", "saved_delete.title")
# Translators: the warning before the saved work is deleted.
_GONE = Message("It cannot be brought back", "saved_delete.gone")
# Translators: the warning before the saved work is deleted.
_HERE = Message(
    "What is on the screen stays until you leave. Then it is gone too.", "saved_delete.here"
)
# Translators: the button that really deletes.
_YES = Message("Yes, delete it", "saved_delete.yes")
# Translators: the safe button.
_NO = Message("No, keep it", "saved_delete.no")


class SavedDeleteScreen(Screen):
    """The primary button keeps the work; the other one deletes it."""

    primary = _NO
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_SURE, "trash-2")
        self.add_box(Tone.WARNING, _GONE, _HERE)
        kind = ButtonKind.DANGER
        yes = self.small_button("saved.delete.yes", _YES, Act.DELETE_WORK, "trash-2", kind)
        self.add_buttons(yes, before_mm=6.0)
