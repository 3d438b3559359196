"""A repeated group: the people or entries so far as cards, and buttons that add one."""

from __future__ import annotations

from functools import partial

from pdkiosk.documents.answer_text import card_facts, card_title
from pdkiosk.guide.model import Cards, Text, Words, said
from pdkiosk.interview.answers import Card
from pdkiosk.interview.flow import Step
from pdkiosk.interview.rules import holds
from pdkiosk.interview.values import MOST_CARDS, Reason, message
from pdkiosk.session.requests import Tool, ToolKind
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import CardGrid, ChoiceCard, Pair, TextPair, Tone
from pdkiosk.ui.widgets.add_tile import AddTile
from pdkiosk.ui.widgets.choice_card import CardKind
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.hope_ground import HopeGround
from pdkiosk.ui.widgets.points import PointPicture, Points
from pdkiosk.ui.widgets.spoken import ANSWERS, FOLLOWS, PRIVATE
from pdkiosk.ui.widgets.two_columns import TwoColumns, has_two_columns

_COLUMNS = 5
_MOST_ABOVE, _MOST_BESIDE = 3, 3  # columns of cards, if the add buttons do not have the whole width
_FACTS_PART, _LIST_PART = 0.3, 0.26  # of the screen's width
_POINT_MM = 17.0
_LOW = 1.5  # a screen this much wider than high counts as low
_FACTS = 2  # facts that distinguish a card from others; the rest is on it


class CardsScreen(Screen):
    """A repeated group. Touching "Daughter" adds a daughter; touching her card changes it.

    On a wide screen, things to know first are beside the add buttons; otherwise the list of cards
    is. A long list needs the whole width.
    """

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        question = step.questions[0]
        assert isinstance(question, Cards)
        self._question = question
        self._columns: TwoColumns | None = None
        situation = context.interview.situation()
        self.add_page_heading(step.page, question=question.id)
        texts = [text for text in step.page.body if holds(text.when, situation)]
        cards = context.interview.answers.cards(question)
        scale = self.look.scale
        wide = has_two_columns(self.look)
        # In two languages they need the whole width.
        pictured = any(text.icon for text in texts) and not context.preferences.everywhere
        facts = wide and pictured and len(cards) <= _MOST_ABOVE
        high = scale.width_px < scale.height_px * _LOW
        beside = wide and high and not texts and 0 < len(cards) <= _MOST_BESIDE
        if not facts:
            self.add_texts(step.page.body, situation)
        self.add_callouts(step.page.callouts, situation)
        if cards and not beside:
            made = [self._card(index, card) for index, card in enumerate(cards)]
            most = 3 if len(made) > 1 else 2
            self.add_cards(made, equal_rows=False, max_columns=most).setProperty(PRIVATE, True)
        self.add_callouts(question.callouts, situation)
        if facts:
            self._columns = TwoColumns(self.look, self, part=_FACTS_PART, at_start=True)
            self._add_facts(self._columns, texts)
        elif beside:
            self._columns = TwoColumns(self.look, self, part=_LIST_PART)
            self._columns.add_beside(self._make_list(cards), fills=True)
        if self._columns is not None:
            self.add(self._columns, fills=True)
        if len(cards) < MOST_CARDS:
            self._add_buttons(flat=facts)
        else:
            self.add_text(message(Reason.TOO_MANY, question)).setProperty(FOLLOWS, True)
        self.add_words(step.page.words, step.page.chapter)

    def _add_facts(self, columns: TwoColumns, texts: list[Text]) -> None:
        """Adds things to know as points; those without a pictogram are rules and go into a box."""
        points = Points(self.look, most_mm=_POINT_MM, parent=columns)
        for text in texts:
            if text.icon:
                words = TextPair(self.look, self.explain(said(text.text)), parent=points)
                points.add(PointPicture(self.look, text.icon, "", text.tone, points), words)
        columns.add_beside(points, fills=True)
        for text in texts:
            if not text.icon:
                columns.add_beside(self.box(Tone.NOTE, said(text.text)))

    def _make_list(self, cards: list[Card]) -> HopeGround:
        """Creates the cards so far, one below the other."""
        ground = HopeGround(self.look, None, parent=self)
        made = [self._card(index, card) for index, card in enumerate(cards)]
        grid = CardGrid(self.look, made, max_columns=1, equal_rows=False, parent=ground)
        grid.setProperty(PRIVATE, True)
        ground.column.addWidget(grid)
        ground.column.addStretch(1)
        return ground

    def _add_buttons(self, *, flat: bool) -> None:
        question, look = self._question, self.look
        add = TextPair(look, self.say(said(question.add)), emphasis=True, inline=True, parent=self)
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
        most, most_flat = (2, 2) if flat else (_COLUMNS, 4)
        grid = ChoiceTiles(
            look, tiles, most=most, most_flat=most_flat, flat=flat, tight=flat, parent=self
        )
        where = self if self._columns is None else self._columns
        where.add(add)
        where.add(grid, fills=True)

    def _make_none(self, words: Words) -> ChoiceTile:
        """Creates the card for having nothing to add, which answers the question with "no"."""
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
        # Keep it even then: what is read aloud of the page must not reveal the answers.
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
        second = (pair.second for pair in facts if pair.second)  # none of a text in English alone
        note = Pair(" · ".join(pair.first for pair in facts), " · ".join(second))
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
