"""The saved work: its picture and number, its expiry day, and what can be done with it."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.session.saved_work_words import (
    CODE,
    KEEP_WORKING,
    PICTURES,
    TRY_AGAIN,
    UNTIL,
    comfort,
    day,
    trouble_message,
    work_name,
)
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.picture_name import PictureName
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ButtonKind, Tone
from pdkiosk.ui.widgets.spoken import PRIVATE

# Translators: heading after the work was saved.
_TITLE = Message("Your work is saved", "saved.title")
# Translators: above the picture and the number of the saved work.
_REMEMBER = Message("Remember this picture and number, and your words:", "saved.remember")
# Translators: after the first save.
_BY_ITSELF = Message("From now on it is saved by itself at each step.", "saved.by_itself")
# Translators: prints a small paper with the picture and number.
_SLIP = Message("Print a small slip", "saved.slip")
# Translators: leaves; the work stays saved.
_LEAVE = Message("Leave. My work stays saved", "saved.leave")
# Translators: deletes the saved work.
_DELETE = Message("Delete my saved work", "saved.delete")
# Translators: saves what is on the screen as another work, with the same words.
_AS_NEW = Message("Save as a new work", "saved.anew")


class SavedScreen(Screen):
    """The page about saved work; also says what is wrong if the last save failed."""

    primary = KEEP_WORKING

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        assert saving.handle is not None
        work, trouble = saving.handle.work, saving.trouble
        if trouble:
            self.add_heading(wording.LAST_NOT_SAVED, "save-off")
        else:
            self.add_heading(_TITLE, "circle-check")
        if trouble:
            title, *body = comfort(trouble)
            body = [trouble_message(trouble), *body, CODE(code=trouble.trouble.code)]
            self.add_box(Tone.WARNING, title, *body, name="said")
        else:
            self.add_text(_REMEMBER)
        words, icon = self.say(work_name(work.picture, work.number)), PICTURES[work.picture][1]
        name = PictureName(self.look, words, icon, parent=self)
        name.setProperty(PRIVATE, True)
        self.add(name)
        if work.deletion is not None and context.interview.day.known:
            self.add_text(UNTIL(date=day(work.deletion)))
        if not trouble:
            self.add_text(_BY_ITSELF)
        if trouble and saving.hopeless:
            buttons = [self.button("saved.as_new", _AS_NEW, Act.SAVE_AS_NEW, icon="plus")]
        elif trouble:
            buttons = [self.button("saved.again", TRY_AGAIN, Act.SAVE_AGAIN, icon="save")]
        else:
            buttons = [
                self.button("saved.leave", _LEAVE, Act.LEAVE, icon="log-out"),
                self.button("saved.slip", _SLIP, Tool(ToolKind.SLIP), icon="printer"),
            ]
        kind = ButtonKind.DANGER
        delete = self.button(
            "saved.delete", _DELETE, Tool(ToolKind.SAVED_DELETE), icon="trash-2", kind=kind
        )
        self.add_tiles([*buttons, delete], max_columns=2, equal_rows=False, before_mm=3.0)

    def signature(self) -> object:
        """Changes when a save fails or succeeds meanwhile."""
        trouble = self.context.saving.trouble
        return trouble and trouble.trouble
