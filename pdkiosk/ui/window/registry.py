"""Which class shows which kind of page or tool: the one line that a new screen needs."""

from __future__ import annotations

from collections.abc import Callable

from pdkiosk.guide.model import Cards
from pdkiosk.interview.flow import Step
from pdkiosk.ui.context import Context
from pdkiosk.ui.faults.trouble import TroubleScreen
from pdkiosk.ui.reading.headphones import HeadphonesScreen
from pdkiosk.ui.screens.answer_sheet import AnswerSheetScreen
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
from pdkiosk.ui.screens.today import TodayScreen
from pdkiosk.ui.screens.tools import LanguageScreen, LookScreen
from pdkiosk.ui.widgets.spoken import FOLLOWS

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


def make_screen(context: Context, step: Step) -> Screen:
    """The screen of a step."""
    screen = SCREENS[step.page.kind](context, step)
    if step.follows:
        screen.setProperty(FOLLOWS, True)
    return screen


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
        case "headphones":
            return HeadphonesScreen(context)
        case "today":
            return TodayScreen(context)
        case "licences":
            return LicencesScreen(context)
        case "erase":
            return EraseScreen(context)
        case "trouble":
            return TroubleScreen(context, rest)
        case "answers":
            return AnswerSheetScreen(context)
        case "save" | "saved" | "open" | "opened" | "slip" | "working" | "deleted":
            return _make_saving(context, name, rest)
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


def _make_saving(context: Context, name: str, part: str) -> Screen:
    """The screens of saved work; nobody else waits for what they import."""
    from pdkiosk.ui.saving.screens import confirm_words as save_tell
    from pdkiosk.ui.saving.screens import delete as saved_delete
    from pdkiosk.ui.saving.screens import explain as save
    from pdkiosk.ui.saving.screens import open_number, open_picture, open_words, opened, saved, slip
    from pdkiosk.ui.saving.screens import outcome as saved_word
    from pdkiosk.ui.saving.screens import own_words as save_own
    from pdkiosk.ui.saving.screens import waiting as working
    from pdkiosk.ui.saving.screens import words as save_words

    if name == "working":
        return working.WorkingScreen(context, part)
    screens: dict[tuple[str, str], Callable[[Context], Screen]] = {
        ("save", ""): save.SaveScreen,
        ("save", "words"): save_words.SaveWordsScreen,
        ("save", "own"): save_own.SaveOwnScreen,
        ("save", "tell"): save_tell.SaveTellScreen,
        ("save", "failed"): saved_word.SaveFailedScreen,
        ("saved", ""): saved.SavedScreen,
        ("saved", "delete"): saved_delete.SavedDeleteScreen,
        ("slip", ""): slip.SlipScreen,
        ("open", ""): open_picture.OpenPictureScreen,
        ("open", "number"): open_number.OpenNumberScreen,
        ("open", "words"): open_words.OpenWordsScreen,
        ("opened", ""): opened.OpenedScreen,
        ("deleted", ""): saved_word.DeletedScreen,
    }
    return screens[name, part](context)
