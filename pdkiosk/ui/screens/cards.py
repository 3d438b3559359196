"""A repeated group: the people or entries so far as cards, and buttons that add one."""

from __future__ import annotations

from functools import partial

from pdkiosk.documents.answer_text import card_facts, card_title
from pdkiosk.guide.model import Cards, Words, said
from pdkiosk.interview.answers import Card
from pdkiosk.interview.flow import Step
from pdkiosk.interview.values import MOST_CARDS, Reason, message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import ChoiceCard, Pair
from pdkiosk.ui.widgets.add_tile import AddTile
from pdkiosk.ui.widgets.choice_card import CardKind
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.spoken import ANSWERS, FOLLOWS, PRIVATE

_COLUMNS = 5
_FACTS = 2  # that tell a card from another; the rest is on it


class CardsScreen(Screen):
    """Touching "Daughter" adds a daughter and asks about her; touching her card changes it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        question = step.questions[0]
        assert isinstance(question, Cards)
        self._question = question
        situation = context.interview.situation()
        self.add_page_heading(step.page, question=question.id)
        self.add_texts(step.page.body, situation)
        self.add_callouts(step.page.callouts, situation)
        cards = context.interview.answers.cards(question)
        if cards:
            made = [self._card(index, card) for index, card in enumerate(cards)]
            most = 3 if len(made) > 1 else 2
            self.add_cards(made, equal_rows=False, max_columns=most).setProperty(PRIVATE, True)
        self.add_callouts(question.callouts, situation)
        if len(cards) < MOST_CARDS:
            self._add_buttons()
        else:
            self.add_text(message(Reason.TOO_MANY, question)).setProperty(FOLLOWS, True)
        self.add_words(step.page.words, step.page.chapter)

    def _add_buttons(self) -> None:
        question, look = self._question, self.look
        self.add_text(self.say(said(question.add)), emphasis=True, inline=True, max_chars=70)
        tiles: list[ChoiceTile] = []
        if question.nothing:
            tiles.append(self._make_none(question.nothing))
        for option in question.lead.options:
            words = self.say(said(option.label))
            tile = AddTile(look, words, pictogram=option.icon or "plus", group=option.group)
            tile.setObjectName(f"{question.id}.add.{option.id}")
            tile.activated.connect(partial(self._add, option.id))
            tile.setProperty(ANSWERS, True)
            tiles.append(tile)
        self.add(ChoiceTiles(look, tiles, most=_COLUMNS, most_flat=4, parent=self), fills=True)

    def _make_none(self, words: Words) -> ChoiceTile:
        """The card for who has nothing to add, so that the question can be answered with no."""
        question, answers = self._question, self.context.interview.answers
        tile = ChoiceTile(
            self.look,
            self.say(said(words)),
            kind=CardKind.CHECK,
            icon="circle-slash",
            dashed=True,
        )
        tile.setObjectName(f"{question.id}.nothing")
        cards = answers.cards(question)
        tile.setChecked(question.id in answers and not cards)
        # It is there also then: what is heard of the page must not tell what was answered.
        tile.setEnabled(not cards)
        tile.activated.connect(lambda: self._say_none(tile.isChecked()))
        return tile

    def _say_none(self, none: bool) -> None:
        if none:
            self.context.interview.accept(self._question, [])
        else:
            self.context.interview.answers.clear(self._question.id)

    def _card(self, index: int, card: Card) -> ChoiceCard:
        question = self._question
        known = card_facts(self.context.interview, question, card)[:_FACTS]
        facts = [self.say(fact) for fact in known]
        note = Pair(
            " · ".join(pair.first for pair in facts), " · ".join(pair.second for pair in facts)
        )
        return self.card(
            f"{question.id}.{index}",
            card_title(question, card),
            Tool(ToolKind.CARD, question.id, index),
            icon="pencil",
            note=note if facts else None,
            inline=True,
        )

    def _add(self, chosen: str) -> None:
        cards = list(self.context.interview.answers.cards(self._question))
        cards.append({self._question.lead.id: chosen})
        self.context.interview.accept(self._question, [*cards])
        self.go.emit(Tool(ToolKind.CARD, self._question.id, len(cards) - 1))
