"""The languages of the start screen, each in its own script, with a listen button."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from pdkiosk.language.languages import Language
from pdkiosk.language.message import Message
from pdkiosk.review.status import is_unreviewed_draft
from pdkiosk.speech.recordings import language_name
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.language_tile import LanguageTile
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import NOTHING, BigButton, ButtonKind, Pair, TextPair, TileGrid
from pdkiosk.ui.widgets.spoken import LANGUAGE, SILENT

# Translators: on the button below a language that was touched and is being read aloud: a second
# touch begins.
_BEGIN = Message("Touch again to begin", "start.begin_heard")
# Translators: below the name of a language on the start screen: who reads it must know that no
# person who knows both languages has compared these words with the English ones. Short.
_DRAFT = Message("A draft. Nobody has checked it yet.", "start.draft")
# Translators: below the name of a language on the start screen, where a part of the texts is not
# translated. Short.
_IN_PART = Message("A part of it is in English.", "start.in_part")

_NAMES_AFTER_MS = 100
MOST_LARGE = 4
"""Up to this many languages have large cards.

More are listed compactly, so that all are visible.
"""


class LanguageCards(TileGrid):
    """A card for each language; ``chosen`` and ``listen`` carry the code of the touched one.

    The listen button is below a large card, beside a small one; touching it again begins, so that
    people who cannot read need no other button.
    """

    chosen = Signal(str)
    listen = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._large = len(context.languages) <= MOST_LARGE
        self.again: BigButton | None = None  # the language that begins when it is touched again
        self._listens: dict[str, BigButton] = {}
        tiles = [self._tile(language) for language in context.languages.values()]
        least = max(tile.least_width() for tile in tiles)
        super().__init__(
            context.look,
            max_columns=2 if self._large else 4,
            least_tile=least,
            equal_rows=False,
            gap=context.look.scale.mm(8 if self._large else 4),
            parent=parent,
        )
        for tile in tiles:
            self.add_tile(tile)
        if self._large:
            self._name_listens()
        else:
            # Their accessible names are not visible: each needs a catalog, 1 ms per language, so
            # set them after the first screen has been painted.
            QTimer.singleShot(_NAMES_AFTER_MS, self, self._name_listens)

    def _tile(self, language: Language) -> LanguageTile:
        look, catalogs = self._context.look, self._context.catalogs
        code = language.code
        # Its own name is already in its own script; the other name would only be read twice.
        name = Pair(language.name, "", language_name(language.english_name))
        role = TextRole.DISPLAY if self._large else TextRole.CARD
        card = BigButton(
            look, name, kind=ButtonKind.PLAIN, role=role, centered=True, large=self._large
        )
        if not language.text:
            card.setProperty(LANGUAGE, code)
        card.setObjectName(f"language.{code}")
        card.activated.connect(lambda: self.chosen.emit(code))
        listen = BigButton(
            look,
            Pair(catalogs.text(wording.LISTEN, code)) if self._large else NOTHING,
            kind=ButtonKind.WARM,
            icon="volume-2",
            role=TextRole.CARD_LARGE,
            large=self._large,
        )
        listen.setObjectName(f"listen.{code}")
        listen.setProperty(SILENT, True)
        listen.activated.connect(lambda: self._on_listen(code, listen))
        self._listens[code] = listen
        return LanguageTile(look, card, listen, self._note(language), beside=not self._large)

    def _name_listens(self) -> None:
        for code, listen in self._listens.items():
            words = self._context.catalogs.text(wording.LISTEN, code)
            listen.setAccessibleName(f"{words}: {self._context.languages[code].name}")

    def _note(self, language: Language) -> TextPair | None:
        """A note to read before choosing a draft language, in that language."""
        catalogs, shown = self._context.catalogs, language.text or language.code
        if not is_unreviewed_draft(self._context.languages[shown]):
            return None
        messages = [_DRAFT, *([_IN_PART] if catalogs.lacks_texts(shown) else [])]
        note = TextPair(
            self._context.look,
            Pair(" ".join(catalogs.text(message, shown) for message in messages)),
            TextRole.SMALL,
            centered=True,
        )
        note.setObjectName(f"draft.{language.code}")
        note.setProperty(LANGUAGE, shown)
        return note

    def _on_listen(self, code: str, button: BigButton) -> None:
        if self.again is button:
            self.chosen.emit(code)
            return
        before, self.again = self.again, button
        if self._large:
            catalogs = self._context.catalogs
            if before is not None:
                other = before.objectName().partition(".")[2]
                before.set_pair(Pair(catalogs.text(wording.LISTEN, other)))
            button.set_pair(Pair(catalogs.text(_BEGIN, code), source=_BEGIN))
        self.listen.emit(code)
