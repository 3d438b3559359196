"""A page to read: paragraphs, boxes, words with meanings. Stop pages end the interview here."""

from __future__ import annotations

from pdkiosk.guide.contract import PRIVACY
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import Tone

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
        self.add_page_heading(page)
        self.add_texts(page.body, situation)
        self.add_figures(page.figures)
        if page.id == PRIVACY and context.facility.saving:
            # The page that says that nothing is kept says that too.
            self.add_box(Tone.NOTE, _UNLESS, _HOW)
        self.add_callouts(page.callouts, situation)
        self.add_words(page.words)


class StopScreen(InfoScreen):
    """The interview ends here; the way on is to change the answer that led here."""

    heading_tone = Tone.STOP
    primary = wording.CHANGE_ANSWER
    primary_icon = "undo-2"
    primary_goes = Act.BACK_TO_GATE


class EndScreen(InfoScreen):
    """The last page: the primary button erases everything."""

    primary = wording.ERASE
    primary_icon = "log-out"
    primary_goes = Tool(ToolKind.ERASE)
    primary_erases = True
