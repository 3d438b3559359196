"""What saving means, in plain words, before anything is saved."""

from __future__ import annotations

from pdkiosk.language.message import Message, Own
from pdkiosk.session.saved_work_words import day
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    BigButton,
    ButtonKind,
    Callout,
    CardGrid,
    ChoiceCard,
    FlowRow,
    Pair,
    TextPair,
    Tone,
)

# Translators: heading of the screen that explains saving.
_TITLE = Message("Save your work for another day", "save.title")
# Translators: what saving means, one point of several.
_LOCKED = Message(
    "Your answers are locked with six words. Without the words nobody can open them: not the "
    "staff, not the next person.",
    "save.locked",
)
# Translators: what saving means, one point of several.
_NAMELESS = Message(
    "This computer shows a picture and a number, not your name. Others may see that something is "
    "saved, but not what.",
    "save.nameless",
)
# Translators: what saving means, one point of several.
_UNTIL = Message(
    "On {date} it is deleted by itself. You can delete it sooner.",
    "save.until",
)
# Translators: title of the warning about losing the words.
_LOST = Message("If you lose the words, the work is lost", "save.lost")
# Translators: the warning about losing the words.
_NOBODY = Message("Nobody can bring the words back: not us, not the library.", "save.nobody")
# Translators: above the choice between this facility's place and the person's USB stick.
_WHERE = Message("Where do you want to save it?", "save.where")
# Translators: saves in the facility.
_HERE = Message("Here, in this center", "save.here")
# Translators: saves on the person's own USB stick. {name} is what the stick is called.
_STICK = Message("On my USB stick ({name})", "save.stick")
# Translators: goes on from the explanation to the six words.
_WORDS = Message("Show me my words", "save.words")
# Translators: prints all answers instead of saving them.
_PAPER = Message("Print my answers instead", "save.paper")


class SaveScreen(Screen):
    """The explanation, and where to save if there is a choice."""

    primary = _WORDS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        places = saving.places(again=True)
        self.add_heading(_TITLE, "save")
        until = day(saving.place.shelf.deletion_day())
        for message in (_LOCKED, _NAMELESS, _UNTIL(date=until)):
            self.add(
                TextPair(
                    context.look, context.pair(message), bullet=True, max_chars=78, parent=self
                )
            )
        self.add(
            Callout(
                context.look,
                Tone.WARNING,
                context.pair(_LOST),
                [context.pair(_NOBODY)],
                parent=self,
            )
        )
        if len(places) > 1:
            self._add_places([place.name for place in places])
        paper = BigButton(
            context.look,
            context.pair(_PAPER),
            kind=ButtonKind.PLAIN,
            icon="printer",
            large=False,
            parent=self,
        )
        paper.setObjectName("save.paper")
        paper.activated.connect(lambda: self.go.emit("answers"))
        row = FlowRow(context.look, parent=self)
        row.add_tile(paper)
        self.add(row, space_before_mm=2.0)

    def _add_places(self, names: list[str]) -> None:
        context = self.context
        self.add(
            TextPair(
                context.look,
                context.pair(_WHERE),
                TextRole.SUBHEADING,
                emphasis=True,
                inline=True,
                parent=self,
            )
        )
        grid = CardGrid(context.look, max_columns=2, parent=self)
        for number, name in enumerate(names):
            words: Pair = context.pair(_STICK(name=Own(name)) if name else _HERE)
            card = ChoiceCard(context.look, words, icon="usb" if name else "landmark")
            card.setObjectName(f"save.place.{number}")
            grid.add(card)
        chosen = context.saving.draft.place
        grid.set_checked([chosen if chosen < len(names) else 0])
        grid.changed.connect(lambda: self._choose(grid.checked()))
        self.add(grid)

    def _choose(self, checked: list[int]) -> None:
        if checked:
            self.context.saving.draft.place = checked[0]

    def leave(self) -> bool:
        """On to the words."""
        self.go.emit("save:words")
        return False
