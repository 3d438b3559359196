"""The details about one person or one entry of a repeated group."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pdkiosk.documents.answer_text import card_title, decides
from pdkiosk.guide.model import Cards, Choice, Question
from pdkiosk.interview.answers import Answers, Card, Value
from pdkiosk.interview.situation import Situation
from pdkiosk.interview.values import Fault
from pdkiosk.language.message import Message
from pdkiosk.session.requests import Act, Tool, ToolKind
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import Slot
from pdkiosk.ui.fields.make import make_field
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ButtonKind
from pdkiosk.ui.widgets.geometry import spaced
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.two_columns import has_two_columns

_FEW = 2  # the most answers of a question that takes half a line
_BESIDE_MM = 8.0


class CardScreen(Screen):
    """The questions about one card; the primary button returns to the list.

    What to do with something that weighs against the person is asked on a separate page: further
    questions about it follow on a ``CardMoreScreen``.
    """

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
        context.interview.come_to_card(question, index)
        decision, more = self._parted(context.interview.card_fields(question, card))
        asked = self._asked_here(decision, more)
        context.interview.keep_asking(asked)
        before: QHBoxLayout | None = None  # the line of a short question with room for another
        for field in asked:
            made = make_field(context, field, self._slot(field, card), roomy=len(asked) == 1)
            short = self._is_short(field)
            if short and before is not None:
                before.addWidget(made, 1)
                before = None
            elif short:
                before = self._add_line(made)
            else:
                self.add(made, space_before_mm=3.0, fills=made.fills)
                before = None
            if decides(field) and field.id not in card:
                self.primary = wording.DECIDE_LATER
                self.add_text(wording.NOT_DECIDED)
            self.add_callouts(field.callouts, situation)
        self.add_words([])
        self._end(more if decision else [])

    def _is_short(self, field: Question) -> bool:
        """Whether another question may be placed beside this one: it asks for yes or no."""
        return (
            has_two_columns(self.look)
            and isinstance(field, Choice)
            and len(field.options) + field.unknown <= _FEW
            and not decides(field)
            and not field.callouts
            and not field.hint
        )

    def _add_line(self, made: QWidget) -> QHBoxLayout:
        """Adds a line that begins with a question."""
        line = QWidget(self)
        across = spaced(QHBoxLayout(line), self.look.scale.mm(_BESIDE_MM))
        across.addWidget(made, 1)
        self.add(line, space_before_mm=3.0)
        return across

    @staticmethod
    def _parted(fields: list[Question]) -> tuple[list[Question], list[Question]]:
        """Splits the questions after the one that decides what to do.

        Without one, into nothing and all.
        """
        place = next((n for n, field in enumerate(fields, 1) if decides(field)), 0)
        return fields[:place], fields[place:]

    def _asked_here(self, decision: list[Question], more: list[Question]) -> list[Question]:
        return decision or more

    def _end(self, more: list[Question]) -> None:
        """Adds the end of the page; ``more`` is asked on the next one."""
        self.goes_on = bool(more)
        if more:
            self.primary, self.primary_icon = wording.NEXT, "arrow-right"
        remove = self.small_button(
            "remove", wording.REMOVE, self._remove, "trash-2", ButtonKind.DANGER
        )
        remove.setProperty(FOLLOWS, False)
        self.add_buttons(remove, before_mm=4.0)

    def leave(self) -> bool:
        if self.goes_on:
            self.go.emit(Tool(ToolKind.CARD_MORE, self._question.id, self._index))
        return not self.goes_on

    def signature(self) -> object:
        """Changes with the questions that this card calls for."""
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
        self.context.interview.remove_card(self._question, self._index)
        self.go.emit(Act.CLOSE)


class CardMoreScreen(CardScreen):
    """The remaining questions about a card after the decision; then the list again."""

    def _asked_here(self, decision: list[Question], more: list[Question]) -> list[Question]:
        return more

    def _end(self, more: list[Question]) -> None:
        """Adds nothing: the card can be removed on the page before."""

    def leave(self) -> bool:
        self.go.emit(Act.CLOSE_ALL)
        return False
