""" "Please wait" while an operation on saved work runs; the window goes on when it is done."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.screens.open_picture import NEW
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone

# Translators: heading while work is being saved.
_SAVING = Message("Saving your work", "working.saving")
# Translators: heading while saved work is being opened.
_OPENING = Message("Opening your work", "working.opening")
# Translators: heading while saved work is being deleted.
_DELETING = Message("Deleting your saved work", "working.deleting")
# Translators: under the heading while something is under way.
_WAIT = Message("Please wait a moment.", "working.wait")

# Translators: title of a note when something with saved work takes very long.
_SLOW = Message("This takes longer than usual", "working.slow")
# Translators: what to do when something with saved work takes very long.
_BACK = Message(
    "You can touch Back and keep working. It goes on by itself, and you will see when it is done.",
    "working.back",
)

SLOW_MS = 10_000

_TITLES = {
    ToolKind.SAVING: (_SAVING, "save"),
    ToolKind.OPENING: (_OPENING, "lock"),
    ToolKind.DELETING: (_DELETING, "trash-2"),
}


class WorkingScreen(Screen):
    """A waiting page without a primary button: there is nothing to go on to yet."""

    primary = None

    def __init__(self, context: Context, what: ToolKind) -> None:
        super().__init__(context)
        title, icon = _TITLES[what]
        self.add_heading(title, icon)
        self.add_text(_WAIT)
        self._what = what
        QTimer.singleShot(SLOW_MS, self, self._say_slow)

    def _say_slow(self) -> None:
        if self._what is ToolKind.OPENING:  # it ends with this page
            self.add_box(Tone.NOTE, _SLOW, name="said")
            new = self.small_button("open.new", NEW, Act.CLOSE_ALL, "arrow-right")
            self.add_buttons(new, before_mm=3.0)
        else:
            self.add_box(Tone.NOTE, _SLOW, _BACK, name="said")
