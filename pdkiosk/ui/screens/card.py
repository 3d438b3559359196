"""The details about one person or one entry of a repeated group."""

from __future__ import annotations

from pdkiosk.documents.answer_text import card_title, decides
from pdkiosk.guide.model import Cards, Question
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.values import Fault
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import Slot
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ButtonKind
from pdkiosk.ui.widgets.spoken import FOLLOWS


class CardScreen(Screen):
    """All questions about one card; the primary button goes back to the list."""

    primary = wording.DONE
    primary_icon = "check"

    def __init__(self, context: Context, question: Cards, index: int) -> None:
        super().__init__(context)
        self.setProperty(FOLLOWS, True)
        self._question = question
        self._index = index
        card = self._read()
        kind = next(o for o in question.lead.options if o.id == card[question.lead.id])
        self.add_heading(card_title(question, card), kind.icon)
        situation = Situation(
            Answers(context.interview.live_card(question, card)),
            context.interview.today,
            context.guide,
            context.interview.confirmed,
        )
        for field in context.interview.card_fields(question, card):
            self.add(make_field(context, field, self._slot(field, card)), space_before_mm=3.0)
            if decides(field) and field.id not in card:
                self.primary = wording.DECIDE_LATER
                self.add_text(wording.NOT_DECIDED)
            self.add_callouts(field.callouts, situation)
        self.add_words([])
        remove = self.small_button(
            "remove", wording.REMOVE, self._remove, "trash-2", ButtonKind.DANGER
        )
        remove.setProperty(FOLLOWS, False)
        self.add_buttons(remove, before_mm=4.0)

    def signature(self) -> object:
        """The questions that this card now calls for."""
        cards = self.context.interview.answers.cards(self._question)
        if self._index >= len(cards):
            return None
        card = cards[self._index]
        return [f.id for f in self.context.interview.card_fields(self._question, card)], [
            card.get(f.id) for f in self._question.fields if f.callouts or decides(f)
        ]

    def _read(self) -> Card:
        return self.context.interview.answers.cards(self._question)[self._index]

    def _write(self, card: Card) -> Fault | None:
        cards = self.context.interview.answers.cards(self._question)
        cards[self._index] = card
        refused = self.context.interview.accept(self._question, [*cards])
        self.changed.emit()
        return refused

    def _slot(self, field: Question, card: Card) -> Slot:
        def put(value: Value) -> Message | None:
            refused = self._write({**self._read(), field.id: value})
            if refused is not None:
                clear()
            return refused.message if refused else None

        def clear() -> None:
            self._write({key: kept for key, kept in self._read().items() if key != field.id})

        return Slot(field.id in card, card.get(field.id), put, clear)

    def _remove(self) -> None:
        cards = self.context.interview.answers.cards(self._question)
        del cards[self._index]
        if cards:
            self.context.interview.answers.set(self._question.id, cards)
        else:
            self.context.interview.answers.clear(self._question.id)
        self.go.emit(Act.CLOSE)
