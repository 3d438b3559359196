"""Help: the guide to read again, every legal word, whom to call, and whose work this is."""

from __future__ import annotations

from pdkiosk.guide.model import Page, Term, said
from pdkiosk.interview.answers import parse_date
from pdkiosk.interview.flow import Step
from pdkiosk.language.message import DateArg, Message
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.info import InfoScreen
from pdkiosk.ui.screens.licences import TITLE
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import (
    Callout,
    CardGrid,
    CardKind,
    ChoiceCard,
    Pair,
    TextPair,
    TileGrid,
    Tone,
    WordButton,
)

# Translators: heading of the help screen.
_HELP = Message("Help", "help.title")
# Translators: on the help screen, title of a box for emergencies.
_NOW = Message("In danger, very sick, or thinking of hurting yourself?", "help.now")
# Translators: on the help screen, for emergencies.
_TELL_STAFF = Message("Tell a staff member now.", "help.tell_staff")
# Translators: above the pages of the guide on the help screen.
_READ = Message("Read the guide", "help.read")
# Translators: above the list of legal words on the help screen.
_WORDS = Message("What the words mean", "help.words")
# Translators: above the telephone numbers on the help screen.
_CALL = Message("Free telephone lines (checked {date})", "help.call")
# Translators: a telephone number.
_COURT = Message("Immigration court case line: {court_line}", "help.court_line")
# Translators: a telephone number.
_ICE = Message("ICE detention line: {ice_line}", "help.ice_line")
# Translators: where nothing is known about local legal help.
_ASK = Message("Ask the library for the list of free legal help.", "help.ask_library")
# Translators: above the credits on the help screen.
_ABOUT = Message("About this guide", "help.about")
# Translators: what the button with the crossed-out eye does, on the help screen.
_HIDE = Message(
    "Somebody comes near? Touch the crossed-out eye at the top: the screen is hidden at once. "
    "Four squares that you choose bring it back.",
    "help.hide",
)
# Translators: how this program works, on the help screen.
_HOW = Message(
    "Touch an answer to choose it. Touch “Next” to go on. You can skip almost every question. "
    "“Back” loses nothing.",
    "help.how",
)


class HelpScreen(Screen):
    """The list of all that can be looked up."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = context.look
        self.add_heading(_HELP, "circle-question-mark")
        self.add(TextPair(look, context.pair(_HOW), parent=self))
        self.add(TextPair(look, context.pair(_HIDE), parent=self))
        self.add(
            Callout(
                look, Tone.WARNING, context.pair(_NOW), [context.pair(_TELL_STAFF)], parent=self
            )
        )
        self._title(_CALL(date=DateArg(parse_date(context.facility.numbers_checked))))
        self.add(TextPair(look, context.pair(_COURT), parent=self))
        self.add(TextPair(look, context.pair(_ICE), parent=self))
        for line in context.facility.legal_help:
            self.add(TextPair(look, Pair(line), parent=self))
        if not context.facility.legal_help:
            self.add(TextPair(look, context.pair(_ASK), parent=self))
        self._title(_READ)
        pages = CardGrid(look, max_columns=2, parent=self)
        for page in context.guide.page:
            if page.help:
                pages.add(self._page_card(page))
        self.add(pages)
        self._title(_WORDS)
        buttons = []
        for term in context.guide.term:
            button = WordButton(look, context.words(term.term))
            button.setObjectName(f"term:{term.id}")
            button.activated.connect(lambda name=f"term:{term.id}": self.go.emit(name))
            buttons.append(button)
        narrowest = max(button.minimumSizeHint().width() for button in buttons)
        words = TileGrid(
            look,
            max_columns=3,
            least_tile=max(narrowest, look.scale.mm(96)),
            equal_rows=False,
            parent=self,
        )
        for button in buttons:
            words.add_tile(button)
        self.add(words)
        self._title(_ABOUT)
        self.add(TextPair(look, context.words(context.guide.about.credit), parent=self))
        self.add_texts(context.guide.about.disclaimers, context.interview.situation())
        licences = WordButton(look, context.pair(TITLE))
        licences.setObjectName("licences")
        licences.activated.connect(lambda: self.go.emit("licences"))
        self.add(licences)

    def _title(self, message: Message) -> None:
        self.add(
            TextPair(
                self.context.look,
                self.context.pair(message),
                TextRole.SUBHEADING,
                emphasis=True,
                parent=self,
            ),
            space_before_mm=3.0,
        )

    def _page_card(self, page: Page) -> ChoiceCard:
        card = ChoiceCard(
            self.context.look,
            self.context.words(page.title),
            kind=CardKind.ACTION,
            icon=page.icon,
        )
        card.setObjectName(f"page:{page.id}")
        card.activated.connect(lambda: self.go.emit(f"page:{page.id}"))
        return card


class HelpPageScreen(InfoScreen):
    """A page of the guide, read again from the help screen."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(context, Step(page))
        self.primary = wording.CLOSE


class TermScreen(Screen):
    """A legal word and its plain meaning, in both languages."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context, term: Term) -> None:
        super().__init__(context)
        self.add_heading(said(term.term), "book-open")
        self.add(
            TextPair(context.look, context.words(term.meaning), TextRole.SUBHEADING, parent=self)
        )
