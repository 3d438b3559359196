"""A repeated group: the people or entries so far as cards, and buttons that add one."""

from __future__ import annotations

from pdkiosk.documents.shown import card_facts, card_title
from pdkiosk.guide.model import Cards, said
from pdkiosk.interview.answers import Card
from pdkiosk.interview.flow import Step
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard, Pair, TextPair
from pdkiosk.ui.widgets.spoken import ANSWERS, PRIVATE


class CardsScreen(Screen):
    """Touching "Daughter" adds a daughter and asks about her; touching her card changes it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        page = step.page
        question = step.questions[0]
        assert isinstance(question, Cards)
        self._question = question
        situation = context.interview.situation()
        self.add_heading(said(page.title), page.icon, question=question.id)
        if page.lead:
            self.add_lead(page.lead)
        cards = context.interview.answers.cards(question.id)
        if cards:
            grid = CardGrid(context.look, max_columns=2, equal_rows=False, parent=self)
            grid.setProperty(PRIVATE, True)
            for index, card in enumerate(cards):
                grid.add(self._card(index, card))
            self.add(grid)
        self.add_callouts(question.callouts, situation)
        self.add(
            TextPair(
                context.look,
                context.words(question.add),
                TextRole.SUBHEADING,
                emphasis=True,
                inline=True,
                parent=self,
            ),
            space_before_mm=2.0,
        )
        buttons = []
        for option in question.lead.options:
            button = ChoiceCard(
                context.look,
                context.words(option.label),
                kind=CardKind.ACTION,
                icon="plus",
            )
            button.setObjectName(f"{question.id}.add.{option.id}")
            button.setProperty(ANSWERS, True)
            button.activated.connect(lambda chosen=option.id: self._add(chosen))
            buttons.append(button)
        add = CardGrid(
            context.look,
            buttons,
            max_columns=4,
            equal_rows=False,
            least_tile=max(button.narrowest_width() for button in buttons),
            parent=self,
        )
        self.add(add)
        self.add_words(page.words)

    def _card(self, index: int, card: Card) -> ChoiceCard:
        context, question = self.context, self._question
        facts = [context.pair(message) for message in card_facts(context.interview, question, card)]
        note = Pair(
            " · ".join(pair.first for pair in facts), " · ".join(pair.second for pair in facts)
        )
        button = ChoiceCard(
            context.look,
            context.pair(card_title(question, card)),
            kind=CardKind.ACTION,
            icon="pencil",
            note=note if facts else None,
            inline=True,
        )
        button.setObjectName(f"{question.id}.{index}")
        button.activated.connect(lambda: self.go.emit(f"card:{question.id}:{index}"))
        return button

    def _add(self, chosen: str) -> None:
        cards = list(self.context.interview.answers.cards(self._question.id))
        cards.append({self._question.lead.id: chosen})
        self.context.interview.answers.set(self._question.id, [*cards])
        self.go.emit(f"card:{self._question.id}:{len(cards) - 1}")
