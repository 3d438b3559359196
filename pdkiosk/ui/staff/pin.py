"""Asks for the PIN, with a delay after wrong ones."""

from __future__ import annotations

import math

from pdkiosk.facility.pin import matches
from pdkiosk.language.message import Message, counted
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.staff.pin_pad import PinPad
from pdkiosk.ui.widgets import NOTHING

# Translators: heading of the page that asks staff for a PIN.
_TITLE = Message("Staff: enter your PIN", "staff.pin_title")
# Translators: the PIN was wrong.
_WRONG = Message("That PIN is not right.", "staff.pin_wrong")
# Translators: too many wrong PINs; {n} is a number.
_WAIT = counted(
    "Please wait {n} second before the next PIN.",
    "Please wait {n} seconds before the next PIN.",
    "staff.pin_wait",
)
# Translators: the computer has too little memory to check the PIN.
_NO_MEMORY = Message(
    "The PIN cannot be checked: too little memory. Restart the machine.", "staff.pin_memory"
)
# Translators: under the place where staff enter a PIN.
_NOT_YOURS = Message(
    "Are you here to write a letter? Then touch “Leave the staff page”.", "staff.pin_not_yours"
)

_TICK_MS = 500


class PinPanel(Panel):
    """The PIN pad, with messages below about what went wrong or how long to wait."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "lock")
        self._attempts = context.desk.attempts()
        self.pad = PinPad(context, self)
        self.pad.entered.connect(self._try)
        self.add(self.pad)
        self._words = self.add_text(NOTHING, emphasis=True, max_chars=70)
        self._words.setObjectName("pin.words")
        self.add_text(_NOT_YOURS)
        self._wrong = False
        self.every(_TICK_MS, self._tick)
        self._tick()

    def typed(self, text: str) -> None:
        self.pad.put(text)

    def _try(self, pin: str) -> None:
        if not self._attempts.begin():
            self._tick()
            return
        try:
            right = matches(pin, self.context.desk.facility.staff_pin)
        except MemoryError:
            self._show(_NO_MEMORY)
            return
        if right:
            self._attempts.succeeded()
            self.go.emit("opened")
            return
        self._wrong = True
        self._tick()

    def _tick(self) -> None:
        wait = math.ceil(self._attempts.wait())
        if self.pad.isEnabled() != (wait == 0):
            self.pad.setEnabled(wait == 0)
        if wait:
            self._show(_WAIT(n=wait))
        elif self._wrong:
            self._show(_WRONG)
        else:
            self._words.hide()

    def _show(self, message: Message) -> None:
        pair = self.say(message)
        if pair != self._words.pair:
            self._words.set_pair(pair)
        self._words.show()
