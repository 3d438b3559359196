"""Asks once before everything is erased, with the safe way as the larger button."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.session.saved_work import State
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ButtonKind, Tone

# Translators: heading of the screen that asks before erasing.
_SURE = Message("Erase everything and leave?", "erase.title")
# Translators: the warning before erasing.
_GONE = Message("Your answers cannot be brought back", "erase.gone")
# Translators: the warning before erasing.
_PRINTED = Message("Pages that you printed stay with you.", "erase.printed")
# Translators: before erasing, when the work is saved.
_SAVED = Message(
    "Your saved work stays saved. To delete that too, touch Back, then “Saved”.", "erase.saved"
)
# Translators: before erasing: prints all answers so far, to go on with them another day.
_FIRST = Message("First print my answers", "erase.print_first")
# Translators: the button that really erases.
_YES = Message("Yes, erase everything", "erase.yes")
# Translators: the safe button.
_NO = Message("No, stay here", "erase.no")


class EraseScreen(Screen):
    """The primary button cancels; the other one erases."""

    primary = _NO
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_SURE, "eraser")
        self.add_box(Tone.WARNING, _GONE, _PRINTED)
        if context.saving.settled is State.FAILING:
            self._say_not_saved()
        elif context.saving.settled is State.SAVED:
            self.add_text(_SAVED)
        if context.interview.answers.values and not context.saving.allowed:
            first = self.small_button("answers", _FIRST, Tool(ToolKind.ANSWERS), "printer")
            self.add_buttons(first, before_mm=3.0)
        yes = self.small_button("erase.yes", _YES, Act.LEAVE, "eraser", ButtonKind.DANGER)
        self.add_buttons(yes, before_mm=6.0)

    def _say_not_saved(self) -> None:
        from pdkiosk.session.saved_work_words import still_saved, trouble_message

        trouble = self.context.saving.trouble
        assert trouble is not None
        body = [trouble_message(trouble), *still_saved(trouble)]
        self.add_box(Tone.WARNING, wording.LAST_NOT_SAVED, *body, name="said")
