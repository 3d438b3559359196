"""Maps kinds of pages to screen classes: a new screen needs only one line here."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.interview.flow import Step
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.cards import CardsScreen
from pdkiosk.ui.screens.contradictions import ContradictionsScreen
from pdkiosk.ui.screens.end import EndScreen
from pdkiosk.ui.screens.info import InfoScreen
from pdkiosk.ui.screens.letter import LetterScreen
from pdkiosk.ui.screens.print import PrintScreen
from pdkiosk.ui.screens.questions import QuestionsScreen
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.screens.stop import StopScreen
from pdkiosk.ui.widgets.spoken import FOLLOWS

SCREENS: dict[str, Callable[[Context, Step], Screen]] = {
    "info": InfoScreen,
    "stop": StopScreen,
    "end": EndScreen,
    "questions": QuestionsScreen,
    "follow": QuestionsScreen,
    "papers": QuestionsScreen,
    "cards": CardsScreen,
    "contradictions": ContradictionsScreen,
    "letter": LetterScreen,
    "print": PrintScreen,
}


def make_screen(context: Context, step: Step) -> Screen:
    """Creates the screen of a step."""
    screen = SCREENS[step.page.kind](context, step)
    if step.follows:
        screen.setProperty(FOLLOWS, True)
    return screen
