"""A page to read: paragraphs, boxes, words with meanings. Stop pages end the interview here."""

from __future__ import annotations

from pdkiosk.guide.model import said
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Callout, Tone

_PRIVACY = "privacy"
# Translators: title of a note under "What you write here is not kept", where work can be saved.
_UNLESS = Message("Unless you save it yourself", "info.unless")
# Translators: how to save work; “Save for later” is the button at the bottom of the screen.
_HOW = Message(
    "Touch “Save for later” at the bottom. Then your answers are kept, locked with words that "
    "only you know.",
    "info.how",
)


class InfoScreen(Screen):
    """A page of the guide without questions."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        page = step.page
        situation = context.interview.situation()
        if page.next_label:
            self.primary = said(page.next_label)
        self.add_heading(said(page.title), page.icon)
        if page.lead:
            self.add_lead(page.lead)
        self.add_texts(page.body, situation)
        if page.drawing == "a_number":
            self.add_a_number_drawing()
        if page.id == _PRIVACY and context.facility.saving:
            self._say_how_to_keep()
        self.add_callouts(page.callouts, situation)
        self.add_words(page.words)

    def _say_how_to_keep(self) -> None:
        """Where work can be saved, the page that says that nothing is kept says that too."""
        pair = self.context.pair
        self.add(Callout(self.context.look, Tone.NOTE, pair(_UNLESS), [pair(_HOW)], parent=self))


class StopScreen(InfoScreen):
    """The interview ends here; the way on is to change the answer that led here."""

    heading_tone = Tone.STOP
    primary = wording.CHANGE_ANSWER
    primary_icon = "undo-2"

    def leave(self) -> bool:
        """Goes back to the gate instead of on."""
        self.go.emit("gate")
        return False


class EndScreen(InfoScreen):
    """The last page: the primary button erases everything."""

    primary = wording.ERASE
    primary_icon = "log-out"
    primary_erases = True

    def leave(self) -> bool:
        """Ends the session instead of going on."""
        self.go.emit("erase")
        return False
