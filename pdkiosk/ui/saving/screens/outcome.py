"""The outcome pages of saved work: saving failed, or the work is deleted."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Request, Tool, ToolKind
from pdkiosk.session.saved_work_words import (
    CODE,
    KEEP_WORKING,
    STILL_HERE,
    TRY_AGAIN,
    trouble_message,
)
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone
from pdkiosk.vault.trouble import Trouble

# Translators: heading when the first save failed.
_NOT_SAVED = Message("Your work is not saved", "save_failed.title")
# Translators: prints all answers instead of saving them.
_PAPER = Message("Print my answers instead", "save.paper")
# Translators: heading after the saved work was deleted.
_DELETED = Message("Your saved work is deleted", "deleted.title")
# Translators: after the saved work was deleted.
_STAYS = Message(
    "What is on the screen stays until you leave. Nothing is saved any more.", "deleted.stays"
)
# Translators: heading when the saved work could not be deleted.
_NOT_DELETED = Message("Your saved work was not deleted", "not_deleted.title")


class SaveFailedScreen(Screen):
    """The first save failed; the words are kept, so that trying again takes one touch."""

    primary = TRY_AGAIN
    primary_icon = "save"
    primary_goes: Request = Act.SAVE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_NOT_SAVED, "save-off")
        trouble = context.saving.trouble
        if trouble is not None:
            if trouble.trouble is Trouble.TOO_WEAK:  # the same words would be refused again
                self.primary_goes = Tool(ToolKind.SAVE_WORDS)
            code = CODE(code=trouble.trouble.code)
            self.add_box(Tone.WARNING, STILL_HERE, trouble_message(trouble), code, name="said")
        buttons = [
            self.button("failed.paper", _PAPER, Tool(ToolKind.ANSWERS), icon="printer"),
            self.button("failed.on", KEEP_WORKING, Act.CLOSE_ALL, icon="arrow-right"),
        ]
        self.add_tiles(buttons, max_columns=2, before_mm=3.0)


class DeletedScreen(Screen):
    """Says whether the work was deleted."""

    primary = KEEP_WORKING

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        trouble = context.saving.trouble
        if trouble is None:
            self.add_heading(_DELETED, "trash-2")
            self.add_text(_STAYS)
            return
        self.add_heading(_NOT_DELETED, "triangle-alert")
        code = CODE(code=trouble.trouble.code)
        self.add_box(Tone.WARNING, trouble_message(trouble), code, name="said")
