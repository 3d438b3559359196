"""The person touches the six words in order, to make sure that they know them."""

from __future__ import annotations

from functools import partial

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Pair, Tone
from pdkiosk.ui.widgets.spoken import PRIVATE

# Translators: heading where the person touches their six words once more.
_TITLE = Message("Touch your six words in their order", "save_tell.title")
# Translators: how many of the words were touched in the right order. {n} of {all}.
_SO_FAR = Message("{n} of {all} words", "save_tell.so_far")
# Translators: title of the note after a wrong word was touched. {n} is the place of the word.
_MISSED = Message("Word number {n} is another one", "save_tell.missed")
# Translators: the note after a wrong word was touched.
_LOOK = Message("Touch Back to see your words again.", "save_tell.look")
# Translators: title when all six words were touched in their order.
_RIGHT = Message("Right. You know your words.", "save_tell.right")
# Translators: saves now.
SAVE_NOW = Message("Save now", "save_tell.save")


class SaveTellScreen(Screen):
    """Twelve tiles, six of them the person's."""

    primary = SAVE_NOW
    primary_icon = "save"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        draft = context.saving.draft
        self.add_heading(_TITLE, "key-round")
        self.add_text(_SO_FAR(n=draft.confirmed, all=len(draft.words)), inline=True)
        if draft.confirmed:
            touched = self.add_text(Pair(" · ".join(draft.words[: draft.confirmed])), emphasis=True)
            touched.setProperty(PRIVATE, True)
        if draft.confirmed == len(draft.words):
            self.add_box(Tone.DONE, _RIGHT, name="said")
            return
        if draft.wrong:
            self.add_box(Tone.WARNING, _MISSED(n=draft.confirmed + 1), _LOOK, name="said")
        tiles = [
            self.button(f"word.{word}", Pair(word), partial(self._touch, word))
            for word in draft.tiles
        ]
        grid = self.add_tiles(tiles, max_columns=4, before_mm=2.0)
        grid.setProperty(PRIVATE, True)  # half of them are the words

    def signature(self) -> object:
        """How many words have been touched."""
        draft = self.context.saving.draft
        return draft.confirmed, draft.wrong

    def _touch(self, word: str) -> None:
        draft = self.context.saving.draft
        draft.wrong = word != draft.words[draft.confirmed]
        if not draft.wrong:
            draft.confirmed += 1
        self.changed.emit()

    def leave(self) -> bool:
        """Saves once all words have been touched."""
        draft = self.context.saving.draft
        if draft.confirmed == len(draft.words):
            self.go.emit(Act.SAVE)
        else:
            draft.wrong = True
            self.changed.emit()
        return False
