"""Help: the guide to read again, every legal term, phone numbers, and credits."""

from __future__ import annotations

from pdkiosk.guide.model import Term, said
from pdkiosk.interview.answers import parse_date
from pdkiosk.language.message import DateArg, Message, Own
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.licenses import TITLE
from pdkiosk.ui.screens.screen import ToolScreen
from pdkiosk.ui.widgets import Pair, Tone

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
# Translators: on the help screen; {who} is a name and a date that the facility gave.
_REVIEWED_HERE = Message("Reviewed for this facility: {who}", "help.reviewed_here")
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


class HelpScreen(ToolScreen):
    """The list of everything that can be looked up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        facility, guide = context.facility, context.guide
        self.add_heading(_HELP, "circle-question-mark")
        self.add_box(Tone.WARNING, _NOW, _TELL_STAFF)
        checked = DateArg(parse_date(facility.numbers_checked))
        self.add_title(_CALL(date=checked), before_mm=3.0)
        for line in facility.legal_help:
            self.add_text(Pair(line))
        if not facility.legal_help:
            self.add_text(_ASK)
        self.add_text(_COURT)
        self.add_text(_ICE)
        language = self.card(
            "tool.language", wording.LANGUAGE, Tool(ToolKind.LANGUAGE), icon="languages"
        )
        self.add_cards([language], max_columns=2)
        self.add_text(_HOW)
        self.add_text(_HIDE)
        self.add_title(_READ, before_mm=3.0)
        self.add_cards(
            [
                self.card(
                    f"chapter:{chapter.id}",
                    said(chapter.title),
                    Tool(ToolKind.CHAPTER, chapter.id),
                    icon=chapter.icon,
                )
                for chapter in guide.chapter
                if any(page.chapter == chapter.id for page in guide.page)
            ]
        )
        self.add_title(_WORDS, before_mm=3.0)
        self._add_terms(guide.term)
        self.add_title(_ABOUT, before_mm=3.0)
        self.add_text(said(guide.about.credit))
        if facility.reviewed_here:
            self.add_text(_REVIEWED_HERE(who=Own(facility.reviewed_here)))
        for checked_so_far in (context.law_line, *context.language_lines()):
            self.add_text(checked_so_far)
        self.add_texts(guide.about.disclaimers, context.interview.situation())
        self.add(self.word_button(Tool(ToolKind.LICENSES), TITLE))

    def _add_terms(self, terms: list[Term]) -> None:
        buttons = [
            self.word_button(Tool(ToolKind.TERM, term.id), said(term.term)) for term in terms
        ]
        narrowest = max(button.minimumSizeHint().width() for button in buttons)
        least = max(narrowest, self.look.scale.mm(96))
        self.add_tiles(buttons, max_columns=3, least_tile=least, equal_rows=False)
