"""Questions answered by touching cards: one of several, or any of several."""

from __future__ import annotations

from pdkiosk.guide.model import Choice, Choices, Option, Question
from pdkiosk.interview.flow import options
from pdkiosk.interview.rules import on_answers
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard
from pdkiosk.ui.widgets.spoken import FOLLOWS

_MANY = 4  # from so many options on, cards stand in two columns


class ChoiceField(QuestionField):
    """One of several cards; touching the chosen one again takes the answer back."""

    def __init__(self, context: Context, question: Choice, slot: Slot, label: bool) -> None:
        super().__init__(context, question, slot, label)
        shown = options(context.guide, question, context.interview.situation())
        self._ids: list[str | None] = [option.id for option in shown]
        cards = [_card(context, question, option, CardKind.RADIO) for option in shown]
        if question.unknown:
            self._ids.append(None)
            # A picture on this card alone would make it weigh more than the others.
            doubt = "circle-question-mark" if any(option.icon for option in shown) else ""
            cards.append(ChoiceCard(context.look, context.pair(wording.UNKNOWN), icon=doubt))
            cards[-1].setObjectName(f"{question.id}.unknown")
        columns = 2 if len(cards) >= _MANY else 1
        self._grid = CardGrid(
            context.look, cards, max_columns=columns, equal_rows=False, parent=self
        )
        self._chosen: int | None = None
        if slot.answered and slot.value in self._ids:
            self._chosen = self._ids.index(slot.value if isinstance(slot.value, str) else None)
            self._grid.set_checked([self._chosen])
        self._grid.changed.connect(self._on_changed)
        self.layout_.addWidget(self._grid)

    def _on_changed(self) -> None:
        checked = self._grid.checked()
        index = checked[0] if checked else None
        if index is None or (index == self._chosen and not self.question.gate):
            self._chosen = None
            self._grid.set_checked([])
            self.slot.clear()
            return
        self._chosen = index
        self.put(self._ids[index])


class ChoicesField(QuestionField):
    """Any number of cards."""

    def __init__(self, context: Context, question: Choices, slot: Slot, label: bool) -> None:
        super().__init__(context, question, slot, label)
        shown = options(context.guide, question, context.interview.situation())
        self._ids = [option.id for option in shown]
        cards = [_card(context, question, option, CardKind.CHECK) for option in shown]
        self._grid = CardGrid(context.look, cards, max_columns=2, equal_rows=False, parent=self)
        chosen = slot.value if isinstance(slot.value, list) else []
        self._grid.set_checked(i for i, option_id in enumerate(self._ids) if option_id in chosen)
        self._grid.changed.connect(lambda: self.put([self._ids[i] for i in self._grid.checked()]))
        self.layout_.addWidget(self._grid)


def _card(context: Context, question: Question, option: Option, kind: CardKind) -> ChoiceCard:
    card = ChoiceCard(
        context.look,
        context.words(option.label),
        kind=kind,
        icon=option.icon,
        note=context.words(option.note) if option.note else None,
    )
    card.setObjectName(f"{question.id}.{option.id}")
    if on_answers(option.when):  # it is offered because of other answers
        card.setProperty(FOLLOWS, True)
    return card
