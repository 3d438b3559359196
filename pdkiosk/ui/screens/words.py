"""The legal terms, on sheets over the page: one with its meaning, or all those of a page."""

from __future__ import annotations

from pdkiosk.guide.model import Term, said
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets.spoken import FOLLOWS


class TermScreen(Screen):
    """A legal term and its plain meaning, in both languages."""

    primary = wording.GOT_IT
    primary_icon = "check"

    def __init__(self, context: Context, term: Term) -> None:
        super().__init__(context)
        self.add_heading(said(term.term), "book-open")
        self.add_text(said(term.meaning), TextRole.SUBHEADING)


class WordsScreen(Screen):
    """The terms of a page, each as a button; ``about`` comes from ``words_tool``."""

    primary = wording.GOT_IT
    primary_icon = "check"

    def __init__(self, context: Context, about: str) -> None:
        super().__init__(context)
        self.add_heading(wording.WORDS, "book-open")
        told, _, following = about.partition("|")
        names = dict.fromkeys(told.split(), False) | dict.fromkeys(following.split(), True)
        buttons = []
        for term in context.guide.term:
            if term.id in names:
                button = self.word_button(Tool(ToolKind.TERM, term.id), said(term.term))
                if names[term.id]:
                    button.setProperty(FOLLOWS, True)
                buttons.append(button)
        self.add_buttons(*buttons)
