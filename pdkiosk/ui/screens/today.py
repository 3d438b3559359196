"""Asks whether the day is right, where this machine cannot know it."""

from __future__ import annotations

from pdkiosk.language.message import DateArg, Message, PartialDate
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard, TextPair

# Translators: asked where the clock of the computer may be wrong; {date} is a day.
_ASK = Message("Is today {date}?", "today.ask")
# Translators: why it is asked.
_WHY = Message(
    "The clock of this computer may be wrong. The letter counts years from today.", "today.why"
)
# Translators: an answer: the day is right.
_YES = Message("Yes, it is", "today.yes")
# Translators: an answer: the day is wrong, or the person does not know.
_NO = Message("No, or I do not know. Then no years are counted", "today.no")


class TodayScreen(Screen):
    """Two cards; either goes on to the page. Closed without an answer, the day is not known."""

    primary = wording.CLOSE
    primary_icon = "undo-2"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        says = context.interview.day.says
        day = DateArg(PartialDate(says.year, says.month, says.day))
        self.add_heading(_ASK(date=day), "calendar")
        self.add(TextPair(context.look, context.pair(_WHY), parent=self))
        cards = CardGrid(context.look, max_columns=1, parent=self)
        for name, words, icon in (("yes", _YES, "check"), ("no", _NO, "circle-question-mark")):
            card = ChoiceCard(context.look, context.pair(words), kind=CardKind.ACTION, icon=icon)
            card.setObjectName(f"today.{name}")
            card.activated.connect(lambda answer=name: self.go.emit(f"today:{answer}"))
            cards.add(card)
        self.add(cards)
