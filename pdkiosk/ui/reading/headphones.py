"""Asks once, before pages are read aloud, whether other people could hear the answers."""

from __future__ import annotations

from functools import partial

from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import ToolScreen

# Translators: asked before the pages are read aloud for the first time.
_ASK = Message("Do you have headphones on?", "headphones.ask")
# Translators: why it is asked.
_WHY = Message(
    "Without headphones, people near you can hear the voice. Then your own answers are not read "
    "aloud.",
    "headphones.why",
)
# Translators: an answer: the person has headphones on.
_YES = Message("Yes. Read my answers too", "headphones.yes")
# Translators: an answer: the person has no headphones.
_NO = Message("No. Do not read my answers", "headphones.no")


class HeadphonesScreen(ToolScreen):
    """Two cards; either one returns to the page, which is then read aloud."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_heading(_ASK, "headphones")
        self.add_text(_WHY)
        cards = [
            self.card("headphones.yes", _YES, partial(self._answer, True), icon="headphones"),
            self.card("headphones.no", _NO, partial(self._answer, False), icon="volume-2"),
        ]
        self.add_cards(cards, max_columns=1)

    def _answer(self, yes: bool) -> None:
        self.context.preferences.headphones = yes
        self.go.emit(Act.CLOSE)
