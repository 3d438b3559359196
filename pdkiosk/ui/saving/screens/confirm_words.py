"""The six words once more, touched by the person in their order: so they are known for sure."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import BigButton, Callout, Pair, TextPair, TileGrid, Tone
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
        so_far = " · ".join(draft.words[: draft.told])
        count = context.pair(_SO_FAR(n=draft.told, all=len(draft.words)))
        self.add(TextPair(context.look, count, inline=True, parent=self))
        if so_far:
            touched = TextPair(context.look, Pair(so_far), emphasis=True, parent=self)
            touched.setProperty(PRIVATE, True)
            self.add(touched)
        if draft.told == len(draft.words):
            self._box(Tone.DONE, _RIGHT, None)
            return
        if draft.missed:
            self._box(Tone.WARNING, _MISSED(n=draft.told + 1), _LOOK)
        grid = TileGrid(context.look, max_columns=4, parent=self)
        grid.setProperty(PRIVATE, True)  # half of them are the words
        for word in draft.tiles:
            tile = BigButton(context.look, Pair(word), parent=self)
            tile.setObjectName(f"word.{word}")
            tile.activated.connect(lambda chosen=word: self._touch(chosen))
            grid.add_tile(tile)
        self.add(grid, space_before_mm=2.0)

    def _box(self, tone: Tone, title: Message, body: Message | None) -> None:
        pair = self.context.pair
        box = Callout(
            self.context.look, tone, pair(title), [pair(body)] if body else [], parent=self
        )
        box.setObjectName("said")
        self.add(box)

    def signature(self) -> object:
        """How far the person has come."""
        draft = self.context.saving.draft
        return draft.told, draft.missed

    def _touch(self, word: str) -> None:
        draft = self.context.saving.draft
        draft.missed = word != draft.words[draft.told]
        if not draft.missed:
            draft.told += 1
        self.changed.emit()

    def leave(self) -> bool:
        """Saves when all words were touched."""
        draft = self.context.saving.draft
        if draft.told == len(draft.words):
            self.go.emit("save_now")
        else:
            draft.missed = True
            self.changed.emit()
        return False
