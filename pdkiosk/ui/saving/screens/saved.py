"""The saved work: its picture and number, its last day, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.language.message import Message
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
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.picture_name import PictureName
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import BigButton, ButtonKind, Callout, TextPair, TileGrid, Tone
from pdkiosk.ui.widgets.spoken import PRIVATE

# Translators: heading after the work was saved.
_TITLE = Message("Your work is saved", "saved.title")
# Translators: heading when the last changes could not be saved.
_NOT = Message("Your last changes are not saved", "saved.not")
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
_ANEW = Message("Save as a new work", "saved.anew")


class SavedScreen(Screen):
    """Also tells what is wrong, when the last save failed."""

    primary = KEEP_WORKING

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        assert saving.handle is not None
        work = saving.handle.work
        trouble = saving.trouble
        self.add_heading(_NOT if trouble else _TITLE, "save-off" if trouble else "circle-check")
        if trouble:
            box = Callout(
                context.look,
                Tone.WARNING,
                context.pair(comfort(trouble)[0]),
                [
                    context.pair(message)
                    for message in (
                        trouble_message(trouble),
                        *comfort(trouble)[1:],
                        CODE(code=trouble.trouble.code),
                    )
                ],
                parent=self,
            )
            box.setObjectName("said")
            self.add(box)
        else:
            self.add(TextPair(context.look, context.pair(_REMEMBER), parent=self))
        name = PictureName(
            context.look,
            context.pair(work_name(work.picture, work.number)),
            PICTURES[work.picture][1],
            parent=self,
        )
        name.setProperty(PRIVATE, True)
        self.add(name)
        if work.deletion is not None:
            until = UNTIL(date=day(work.deletion))
            self.add(TextPair(context.look, context.pair(until), parent=self))
        if not trouble:
            self.add(TextPair(context.look, context.pair(_BY_ITSELF), parent=self))
        self._buttons = TileGrid(context.look, max_columns=2, equal_rows=False, parent=self)
        if trouble and saving.hopeless:
            self._button("saved.anew", _ANEW, "plus", lambda: self.go.emit("save_anew"))
        elif trouble:
            self._button("saved.again", TRY_AGAIN, "save", lambda: self.go.emit("save_again"))
        else:
            self._button("saved.leave", _LEAVE, "log-out", lambda: self.go.emit("erased"))
            self._button("saved.slip", _SLIP, "printer", lambda: self.go.emit("slip"))
        self._button(
            "saved.delete",
            _DELETE,
            "trash-2",
            lambda: self.go.emit("saved:delete"),
            ButtonKind.DANGER,
        )
        self.add(self._buttons, space_before_mm=3.0)

    def _button(
        self,
        name: str,
        words: Message,
        icon: str,
        act: Callable[[], object],
        kind: ButtonKind = ButtonKind.OUTLINE,
    ) -> None:
        button = BigButton(
            self.context.look, self.context.pair(words), kind=kind, icon=icon, parent=self
        )
        button.setObjectName(name)
        button.activated.connect(act)
        self._buttons.add_tile(button)

    def signature(self) -> object:
        """A save that failed or went well meanwhile."""
        trouble = self.context.saving.trouble
        return trouble and trouble.trouble
