"""The page that says that something did not work, and that nothing is lost."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone

# Translators: heading; a part of the program failed, the person can go on.
_TITLE = Message("That did not work", "trouble.title")
# Translators: title of the box; a part of the program failed, nothing is lost.
_HERE = Message("What you wrote is still here", "trouble.here")
# Translators: a part of the program failed. "all of it is erased" is a warning.
_NEXT = Message(
    "You can go on. If you can, print your letter soon. If this happens again, the program has "
    "to start over, and all of it is erased.",
    "trouble.next",
)
# Translators: a part of the program failed; {code} is a short code for the technician.
_CODE = Message("Code for the library: {code}", "trouble.code")


class TroubleScreen(Screen):
    """The page after a fault; its primary button goes on to a page next to the failed one."""

    def __init__(self, context: Context, code: str) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "triangle-alert")
        self.add_box(Tone.WARNING, _HERE, _NEXT, _CODE(code=code))
