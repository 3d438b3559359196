"""Which class shows which kind of page or tool: the one line that a new screen needs."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.guide.model import Cards
from pdkiosk.interview.flow import Step
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.card import CardScreen
from pdkiosk.ui.screens.cards import CardsScreen
from pdkiosk.ui.screens.erase import EraseScreen
from pdkiosk.ui.screens.help import HelpPageScreen, HelpScreen, TermScreen
from pdkiosk.ui.screens.info import EndScreen, InfoScreen, StopScreen
from pdkiosk.ui.screens.letter import LetterScreen
from pdkiosk.ui.screens.licences import LicencesScreen
from pdkiosk.ui.screens.print import PrintScreen
from pdkiosk.ui.screens.questions import QuestionsScreen
from pdkiosk.ui.screens.review import ReviewScreen
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.screens.tools import LanguageScreen, LookScreen

SCREENS: dict[str, Callable[[Context, Step], Screen]] = {
    "info": InfoScreen,
    "stop": StopScreen,
    "end": EndScreen,
    "questions": QuestionsScreen,
    "follow": QuestionsScreen,
    "papers": QuestionsScreen,
    "cards": CardsScreen,
    "review": ReviewScreen,
    "letter": LetterScreen,
    "print": PrintScreen,
}


def make_tool(context: Context, step: Step, tool: str) -> Screen:
    """A screen that is opened over a step: "help", "term:nta", "card:people:0" …

    Raises ValueError for a tool that does not exist.
    """
    name, _, rest = tool.partition(":")
    guide = context.guide
    match name:
        case "language":
            return LanguageScreen(context)
        case "look":
            return LookScreen(context)
        case "help":
            return HelpScreen(context)
        case "licences":
            return LicencesScreen(context)
        case "erase":
            return EraseScreen(context)
        case "term":
            return TermScreen(context, next(t for t in guide.term if t.id == rest))
        case "page":
            return HelpPageScreen(context, next(p for p in guide.page if p.id == rest))
        case "card":
            question_id, _, index = rest.partition(":")
            question = next(q for q in step.questions if q.id == question_id)
            assert isinstance(question, Cards)
            return CardScreen(context, question, int(index))
    raise ValueError(f"there is no tool {tool}")
