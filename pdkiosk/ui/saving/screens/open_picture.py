"""Opening saved work, first step: which picture it has."""

from __future__ import annotations

from functools import partial

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.session.saved_work import Draft
from pdkiosk.session.saved_work_words import PICTURES
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.place_cards import add_places
from pdkiosk.ui.screens.screen import Screen

# Translators: heading of the screen where the person touches the picture of their saved work.
_TITLE = Message("Which picture does your work have?", "open.picture")
# Translators: saved work that lies in the facility.
_HERE = Message("It is saved here, in this center", "open.here")
# Translators: saved work on the person's own USB stick. {name} is what the stick is called.
_STICK = Message("It is on my USB stick ({name})", "open.stick")
# Translators: on the way to open saved work: rather begins without it.
NEW = Message("Begin without saved work", "open.new")

_PICTURE_MM = 13.0


class OpenPictureScreen(Screen):
    """All pictures, so as not to reveal which ones have saved work."""

    primary = NEW

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "folder-open")
        places = context.saving.places(again=True)
        if len(places) > 1:
            add_places(self, "open.place", places, _HERE, _STICK)
        cards = []
        for picture, (words, icon) in PICTURES.items():
            name, touch = f"picture.{picture}", partial(self._touch, picture)
            cards.append(self.card(name, words, touch, icon=icon, icon_mm=_PICTURE_MM))
        self.add_cards(cards, max_columns=4, before_mm=1.0)

    def _touch(self, picture: str) -> None:
        place = self.context.saving.draft.place
        self.context.saving.draft = Draft(place=place, picture=picture)
        self.context.saving.trouble = None
        self.go.emit(Tool(ToolKind.OPEN_NUMBER))
