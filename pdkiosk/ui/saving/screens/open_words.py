"""Opening saved work, third step: the words, typed with the help of tiles."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Reveal
from pdkiosk.session.saved_work_words import CODE, PICTURES, trouble_message, work_name
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import NOTHING, BigButton, Pair, Tone
from pdkiosk.ui.widgets.spoken import PRIVATE
from pdkiosk.ui.widgets.text_fields import TextField

# Translators: heading of the screen where the words are typed that open the saved work.
_TITLE = Message("Type your words", "open_words.title")
# Translators: how to type the words.
_HOW = Message(
    "In their order, with a space between them. Accents and capital letters do not matter.",
    "open_words.how",
)
# Translators: opens the saved work.
_OPEN = Message("Open my work", "open_words.open")
# Translators: title of the box that says why the saved work did not open.
_NOT_OPEN = Message("It did not open", "open_words.not")
# Translators: said when nothing was typed.
_EMPTY = Message("Type the words that you chose when you saved.", "open_words.empty")

_TILES = 4
_LEAST_LETTERS = 2
_MOST = 200


class OpenWordsScreen(Screen):
    """The tiles show the words of the list that begin like the word being typed."""

    primary = _OPEN
    primary_icon = "lock"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        draft, trouble = context.saving.draft, context.saving.trouble
        self.add_overline(work_name(draft.picture, draft.number)).setProperty(PRIVATE, True)
        self.add_heading(_TITLE, PICTURES[draft.picture][1])
        if trouble is not None:
            code = CODE(code=trouble.trouble.code)
            self.add_box(Tone.WARNING, _NOT_OPEN, trouble_message(trouble), code, name="said")
        self.add_text(_HOW)
        self._field = TextField(self.look, NOTHING, max_length=_MOST, parent=self)
        self._field.editor.setObjectName("open.text")
        self._field.editor.setAccessibleName(self.say(_TITLE).spoken())
        self._field.set_text(draft.typed)
        self._field.changed.connect(self._on_typed)
        self.add(self._field)
        self._tiles: list[BigButton] = []
        for place in range(_TILES):
            complete = partial(self._complete, place)
            tile = self.button(f"completion.{place}", Pair("·"), complete, large=False)
            # The field keeps the focus, so that the on-screen keyboard stays.
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._tiles.append(tile)
        least = round(self.look.body_px * 6.5) + self.look.scale.mm(9.0)
        self._grid = self.add_tiles(self._tiles, max_columns=_TILES, least_tile=least)
        self._grid.setProperty(PRIVATE, True)  # they reveal the beginning of the word being typed
        self._show_tiles()

    def _on_typed(self) -> None:
        self._field.set_error(None)
        self.context.saving.draft.typed = self._field.editor.text()
        self._show_tiles()

    def _show_tiles(self) -> None:
        words = self._completions()
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(words))
            if place < len(words):
                tile.set_pair(Pair(words[place]))
        self._grid.place_tiles()

    def _completions(self) -> list[str]:
        text = self._field.editor.text()
        last = text.split()[-1] if text.split() and not text[-1:].isspace() else ""
        if len(last) < _LEAST_LETTERS:
            return []
        from pdkiosk.vault import words

        preferences = self.context.preferences
        languages = dict.fromkeys([preferences.first, preferences.second or SOURCE_LANGUAGE])
        for language in languages:
            found = words.completions(last, language, _TILES)
            if found:
                return found
        return []

    def _complete(self, place: int) -> None:
        word = self._tiles[place].pair.first
        before = self._field.editor.text().split()[:-1]
        self._field.set_text(" ".join([*before, word]) + " ")
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_typed()

    def leave(self) -> bool:
        """Opens the work, or says that words are missing."""
        if not self._field.text():
            self._field.set_error(self.say(_EMPTY))
            self.go.emit(Reveal("open.text"))
        else:
            self.context.saving.draft.typed = self._field.text()
            self.go.emit(Act.OPEN_WORK)
        return False
