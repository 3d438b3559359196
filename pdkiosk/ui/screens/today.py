"""Asks whether the date is right, if this machine cannot be sure."""

from __future__ import annotations

from functools import partial

from pdkiosk.language.message import DateArg, Message, PartialDate
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen

# Translators: asked where the clock of the computer may be wrong; {date} is a day.
_ASK = Message("Is today {date}?", "today.ask")
# Translators: why it is asked.
_WHY = Message(
    "The clock of this computer may be wrong. The letter counts years up to today.", "today.why"
)
# Translators: an answer: the day is right.
_YES = Message("Yes, it is", "today.yes")
# Translators: an answer: the day is wrong, or the person does not know.
_NO = Message("No, or I do not know. Then no years are counted", "today.no")


class TodayScreen(Screen):
    """Two cards; either one goes on to the page. Without an answer, the day counts as not known."""

    primary = None

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        says = context.interview.day.says
        day = DateArg(PartialDate(says.year, says.month, says.day))
        self.add_heading(_ASK(date=day), "calendar")
        self.add_text(_WHY)
        cards = [
            self.card("today.yes", _YES, partial(self._answer, True), icon="check"),
            self.card("today.no", _NO, partial(self._answer, False), icon="circle-question-mark"),
        ]
        self.add_cards(cards, max_columns=1)

    def _answer(self, yes: bool) -> None:
        self.context.interview.confirmed = yes
        self.go.emit(Act.CLOSE)
