"""Six words in large print, to be written down or memorized."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.word_tiles import WordTiles
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Pair
from pdkiosk.ui.widgets.spoken import PRIVATE

# Translators: heading above the six words that lock the saved work.
_TITLE = Message("These are your six words", "save_words.title")
# Translators: what to do with the six words.
_KEEP = Message(
    "Learn them, or write them down and keep the paper with you. The order matters. Do not let "
    "others see them.",
    "save_words.keep",
)
# Translators: shows six other words.
_OTHERS = Message("Other words", "save_words.others")
# Translators: the person wants to think of words themselves.
_OWN = Message("I want my own words", "save_words.own")
# Translators: goes on from the six words to touching them once.
_KNOW = Message("I have my words", "save_words.know")


class SaveWordsScreen(Screen):
    """The proposed words; they stay until the person asks for others."""

    primary = _KNOW

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        draft = context.saving.draft
        if not draft.words:
            self._propose()
        self.add_heading(_TITLE, "key-round")
        self.add_text(_KEEP)
        words = [Pair(f"{place}. {word}") for place, word in enumerate(draft.words, 1)]
        tiles = WordTiles(self.look, words, parent=self)
        tiles.setProperty(PRIVATE, True)
        self.add(tiles, space_before_mm=2.0)
        others = self.small_button("save.others", _OTHERS, self._others, "shuffle")
        own = self.small_button("save.own", _OWN, Tool(ToolKind.SAVE_OWN), "keyboard")
        self.add_buttons(others, own, before_mm=3.0)

    def signature(self) -> object:
        """Changes with the words."""
        return tuple(self.context.saving.draft.words)

    def _propose(self) -> None:
        from pdkiosk.vault import words

        draft = self.context.saving.draft
        language = self.context.preferences.first
        draft.words = words.propose(language)
        # Add as many other words, so that the person has to know the right ones.
        others = [w for w in words.choices(language, 2 * len(draft.words)) if w not in draft.words]
        draft.tiles = sorted({*draft.words, *others[: len(draft.words)]}, key=words.plain)
        draft.confirmed, draft.wrong = 0, False
        draft.own = draft.own_again = ""

    def _others(self) -> None:
        self._propose()
        self.changed.emit()

    def leave(self) -> bool:
        """Goes on to touching them once."""
        draft = self.context.saving.draft
        draft.confirmed, draft.wrong = 0, False
        draft.own = draft.own_again = ""
        self.go.emit(Tool(ToolKind.SAVE_TELL))
        return False
