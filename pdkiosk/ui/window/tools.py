"""The pages that are opened over a step, one row for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from pdkiosk.guide.model import Cards
from pdkiosk.interview.flow import Step
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.faults.trouble import TroubleScreen
from pdkiosk.ui.reading.headphones import HeadphonesScreen
from pdkiosk.ui.saving.screens.confirm_words import SaveTellScreen
from pdkiosk.ui.saving.screens.delete import SavedDeleteScreen
from pdkiosk.ui.saving.screens.explain import SaveScreen
from pdkiosk.ui.saving.screens.open_number import OpenNumberScreen
from pdkiosk.ui.saving.screens.open_picture import OpenPictureScreen
from pdkiosk.ui.saving.screens.open_words import OpenWordsScreen
from pdkiosk.ui.saving.screens.opened import OpenedScreen
from pdkiosk.ui.saving.screens.outcome import DeletedScreen, SaveFailedScreen
from pdkiosk.ui.saving.screens.own_words import SaveOwnScreen
from pdkiosk.ui.saving.screens.saved import SavedScreen
from pdkiosk.ui.saving.screens.slip import SlipScreen
from pdkiosk.ui.saving.screens.waiting import WorkingScreen
from pdkiosk.ui.saving.screens.words import SaveWordsScreen
from pdkiosk.ui.screens.answer_sheet import AnswerSheetScreen
from pdkiosk.ui.screens.card import CardMoreScreen, CardScreen
from pdkiosk.ui.screens.chapter import ChapterScreen
from pdkiosk.ui.screens.erase import EraseScreen
from pdkiosk.ui.screens.help import HelpScreen
from pdkiosk.ui.screens.licenses import LicensesScreen
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.screens.today import TodayScreen
from pdkiosk.ui.screens.tools import LanguageScreen, LookScreen
from pdkiosk.ui.screens.words import TermScreen, WordsScreen

Make = Callable[[Context, Step, Tool], Screen]


class ToolRow(Struct, frozen=True):
    """How a tool is created, and which tools of the top bar are available from it.

    ``sheet``: it is shown as a sheet over the page. ``closed`` is called when the person goes back
    from it to what it was opened over. ``aside``: a reference page, whose main button leads back to
    the person's page, past other reference pages.
    """

    make: Make
    save: bool = True
    erase: bool = True
    closed: Callable[[Context], object] | None = None
    sheet: bool = False
    aside: bool = False


def _row(
    screen: Callable[[Context], Screen],
    *,
    save: bool = True,
    closed: Callable[[Context], object] | None = None,
    sheet: bool = False,
    aside: bool = False,
) -> ToolRow:
    def make(context: Context, step: Step, tool: Tool) -> Screen:
        return screen(context)

    return ToolRow(make, save, closed=closed, sheet=sheet, aside=aside)


def _waiting(context: Context, step: Step, tool: Tool) -> Screen:
    return WorkingScreen(context, tool.kind)


def _term(context: Context, step: Step, tool: Tool) -> Screen:
    return TermScreen(context, next(t for t in context.guide.term if t.id == tool.about))


def _words(context: Context, step: Step, tool: Tool) -> Screen:
    return WordsScreen(context, tool.about)


def _chapter(context: Context, step: Step, tool: Tool) -> Screen:
    return ChapterScreen(context, next(c for c in context.guide.chapter if c.id == tool.about))


def _card(context: Context, step: Step, tool: Tool) -> Screen:
    question = next(q for q in step.questions if q.id == tool.about)
    assert isinstance(question, Cards) and tool.card is not None
    made = CardMoreScreen if tool.kind is ToolKind.CARD_MORE else CardScreen
    return made(context, question, tool.card)


TOOLS: dict[ToolKind, ToolRow] = {
    ToolKind.LANGUAGE: _row(LanguageScreen, aside=True),
    ToolKind.LOOK: _row(LookScreen, aside=True),
    ToolKind.HELP: _row(HelpScreen, aside=True),
    ToolKind.HEADPHONES: _row(HeadphonesScreen, aside=True),
    ToolKind.TODAY: _row(TodayScreen),
    ToolKind.LICENSES: _row(LicensesScreen, aside=True),
    ToolKind.TERM: ToolRow(_term, sheet=True),
    ToolKind.WORDS: ToolRow(_words, sheet=True),
    ToolKind.CHAPTER: ToolRow(_chapter, aside=True),
    ToolKind.CARD: ToolRow(_card),
    ToolKind.CARD_MORE: ToolRow(_card),
    ToolKind.TROUBLE: ToolRow(lambda context, step, tool: TroubleScreen(context, tool.about)),
    ToolKind.ERASE: _row(EraseScreen, save=False, sheet=True),
    ToolKind.ANSWERS: _row(AnswerSheetScreen, save=False),
    ToolKind.SAVE: _row(SaveScreen, save=False),
    ToolKind.SAVE_WORDS: _row(SaveWordsScreen, save=False),
    ToolKind.SAVE_OWN: _row(SaveOwnScreen, save=False),
    ToolKind.SAVE_TELL: _row(SaveTellScreen, save=False),
    ToolKind.SAVE_FAILED: _row(SaveFailedScreen, save=False),
    # The words cannot be printed any more.
    ToolKind.SAVED: _row(SavedScreen, save=False, closed=lambda c: c.saving.forget_words()),
    ToolKind.SAVED_DELETE: _row(SavedDeleteScreen, save=False),
    ToolKind.SLIP: _row(SlipScreen, save=False),
    ToolKind.OPEN: _row(OpenPictureScreen, save=False),
    ToolKind.OPEN_NUMBER: _row(OpenNumberScreen, save=False),
    ToolKind.OPEN_WORDS: _row(OpenWordsScreen, save=False),
    ToolKind.OPENED: _row(OpenedScreen, save=False),
    ToolKind.DELETED: _row(DeletedScreen, save=False),
    ToolKind.SAVING: ToolRow(_waiting, save=False, erase=False),
    ToolKind.OPENING: ToolRow(_waiting, save=False, erase=False),
    ToolKind.DELETING: ToolRow(_waiting, save=False, erase=False),
}


def is_aside(tool: Tool | None) -> bool:
    """Whether the main button of a tool leads back to the person's page."""
    return tool is not None and TOOLS[tool.kind].aside


def is_sheet(tool: Tool | None) -> bool:
    """Whether a tool is shown as a sheet over the page."""
    return tool is not None and TOOLS[tool.kind].sheet


def below_sheets(tools: Sequence[Tool]) -> Tool | None:
    """The tool whose page is visible below the top sheets; None: the step's own page."""
    pages = [tool for tool in tools if not TOOLS[tool.kind].sheet]
    return pages[-1] if pages else None
