"""Opening saved work, second step: which number it has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from pdkiosk.background import Job
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.session.saved_work_words import (
    CODE,
    PICTURES,
    WORK_NAME,
    trouble_message,
)
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone
from pdkiosk.ui.widgets.spoken import PRIVATE
from pdkiosk.ui.widgets.text_fields import TextField
from pdkiosk.vault.trouble import VaultError

# Translators: heading of the screen where the person touches the number of their saved work.
_TITLE = Message("Which number does your work have?", "open.number")
# Translators: while the computer looks which numbers there are.
_LOOKING = Message("Looking for saved work. Please wait a moment.", "open.looking")
# Translators: title when there is no saved work with the picture.
_NONE = Message("No saved work has this picture", "open.none")
# Translators: when there is no saved work with the picture.
_BACK = Message("Touch Back and choose another picture.", "open.back")
# Translators: asks for the number to be typed.
_TYPE = Message("Type the number", "open.type")

_TILES = 30  # if there are more numbers, the number is typed
_POLL_MS = 50
_AT_ONCE = 0.2  # seconds: too short to be noticed


class OpenNumberScreen(Screen):
    """The existing numbers, looked up in the background: a server may be slow."""

    primary = None

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, icon = PICTURES[context.saving.draft.picture]
        self.add_overline(words).setProperty(PRIVATE, True)
        self.add_heading(_TITLE, icon)
        self._looking = self.add_text(_LOOKING)
        self._field: TextField | None = None
        self._job: Job[list[int]] = context.saving.look_for(context.saving.draft.picture)
        self._job.wait(_AT_ONCE)
        self._clock = self.every(_POLL_MS, self._look)
        self._look()

    def _look(self) -> None:
        if not self._job.done:
            return
        self._clock.stop()
        self._looking.hide()
        try:
            numbers = self._job.result()
        except VaultError as error:
            code = CODE(code=error.trouble.code)
            self.add_box(Tone.WARNING, trouble_message(error), code, name="said")
            return
        if not numbers:
            self.add_box(Tone.NOTE, _NONE, _BACK, name="said")
        elif len(numbers) <= _TILES:
            self._tiles(numbers)
        else:
            self._type()

    def _tiles(self, numbers: list[int]) -> None:
        words = PICTURES[self.context.saving.draft.picture][0]
        tiles = []
        for number in numbers:
            name = WORK_NAME(picture=words, number=str(number))
            tiles.append(self.button(f"number.{number}", name, partial(self._touch, number)))
        grid = self.add_tiles(tiles, max_columns=4)
        grid.setProperty(PRIVATE, True)  # they depend on the picture that was touched
        grid.show()

    def _type(self) -> None:
        field = TextField(self.look, self.say(_TYPE), digits=True, max_length=4, parent=self)
        field.editor.setObjectName("number.text")
        self.add(field)
        self._field = field
        self.primary = wording.NEXT
        QTimer.singleShot(0, self, lambda: self.go.emit(Act.PRIMARY))

    def _touch(self, number: int) -> None:
        self.context.saving.draft.number = number
        self.go.emit(Tool(ToolKind.OPEN_WORDS))

    def leave(self) -> bool:
        """Goes on with the typed number."""
        text = self._field.text() if self._field else ""
        if self._field is not None and text.isdecimal() and int(text):
            self._touch(int(text))
        elif self._field is not None:
            self._field.set_error(self.say(_TYPE))
        return False
