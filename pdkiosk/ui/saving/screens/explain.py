"""What saving means, in plain words, before anything is saved."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.session.saved_work_words import day
from pdkiosk.ui.context import Context
from pdkiosk.ui.saving.place_cards import add_places
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone

# Translators: heading of the screen that explains saving.
_TITLE = Message("Save your work for another day", "save.title")
# Translators, for each of these: what saving means, one point of several.
_LOCKED = Message(
    "Your answers are locked with six words. Without the words nobody can open them: not the "
    "staff, not the next person.",
    "save.locked",
)
_NAMELESS = Message(
    "This computer shows a picture and a number, not your name. Others may see that something is "
    "saved, but not what.",
    "save.nameless",
)
_UNTIL = Message("On {date} it is deleted by itself. You can delete it sooner.", "save.until")
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
    primary_goes = Tool(ToolKind.SAVE_WORDS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        saving = context.saving
        places = saving.places(again=True)
        self.add_heading(_TITLE, "save")
        points = [_LOCKED, _NAMELESS]
        if context.interview.day.known:
            points.append(_UNTIL(date=day(saving.place.shelf.deletion_day())))
        for message in points:
            self.add_text(message, bullet=True, max_chars=78)
        self.add_box(Tone.WARNING, _LOST, _NOBODY)
        if len(places) > 1:
            self.add_title(_WHERE, inline=True)
            add_places(self, "save.place", places, _HERE, _STICK)
        paper = self.small_button("save.paper", _PAPER, Tool(ToolKind.ANSWERS), "printer")
        self.add_buttons(paper, before_mm=2.0)
