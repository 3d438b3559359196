"""Opening saved work, first: which picture it has."""

from __future__ import annotations

from pdkiosk.language.message import Message, Own
from pdkiosk.session.saved_work import Draft
from pdkiosk.session.saved_work_words import PICTURES
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard

# Translators: heading of the screen where the person touches the picture of their saved work.
_TITLE = Message("Which picture does your work have?", "open.picture")
# Translators: saved work that lies in the facility.
_HERE = Message("It is saved here, in this center", "open.here")
# Translators: saved work on the person's own USB stick. {name} is what the stick is called.
_STICK = Message("It is on my USB stick ({name})", "open.stick")
# Translators: on the way to open saved work: rather begins without it.
_NEW = Message("Begin without saved work", "open.new")

_PICTURE_MM = 13.0


class OpenPictureScreen(Screen):
    """All pictures, whether or not anything is saved under them: that is nobody's business."""

    primary = _NEW

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        self.add_heading(_TITLE, "folder-open")
        places = saving.places(again=True)
        if len(places) > 1:
            self._add_places([place.name for place in places])
        grid = CardGrid(context.look, max_columns=4, parent=self)
        for picture, (words, icon) in PICTURES.items():
            card = ChoiceCard(
                context.look,
                context.pair(words),
                kind=CardKind.ACTION,
                icon=icon,
                icon_mm=_PICTURE_MM,
            )
            card.setObjectName(f"picture.{picture}")
            card.activated.connect(lambda chosen=picture: self._touch(chosen))
            grid.add(card)
        self.add(grid, space_before_mm=1.0)

    def _add_places(self, names: list[str]) -> None:
        context = self.context
        grid = CardGrid(context.look, max_columns=2, parent=self)
        for number, name in enumerate(names):
            words = context.pair(_STICK(name=Own(name)) if name else _HERE)
            card = ChoiceCard(context.look, words, icon="usb" if name else "landmark")
            card.setObjectName(f"open.place.{number}")
            grid.add(card)
        chosen = context.saving.draft.place
        grid.set_checked([chosen if chosen < len(names) else 0])
        grid.changed.connect(lambda: self._choose(grid.checked()))
        self.add(grid)

    def _choose(self, checked: list[int]) -> None:
        if checked:
            self.context.saving.draft.place = checked[0]

    def _touch(self, picture: str) -> None:
        place = self.context.saving.draft.place
        self.context.saving.draft = Draft(place=place, picture=picture)
        self.context.saving.trouble = None
        self.go.emit("open:number")
