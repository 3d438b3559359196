"""Questions answered by touching cards: one of several, or any of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdkiosk.guide.model import Choice, Choices, Option, Question
from pdkiosk.interview.flow import options
from pdkiosk.interview.rules import on_answers
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard
from pdkiosk.ui.widgets.answer_card import AnswerCard
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.pictured_card import PicturedCard
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.way_card import WayCard
from pdkiosk.ui.widgets.way_tile import WayTile

_MANY = 4  # from this many options on, cards are in two columns
_LONG = 32  # letters; longer words do not fit in cards side by side
_SHORT = 14  # letters; shorter words are shown very large
_PICTURE_MM = 19.0  # the pictogram of one of many options, on a page of their own


class ChoiceField(QuestionField):
    """Cards of which one can be chosen; touching it again removes the answer.

    ``roomy``: the question has the page to itself, and the cards fill it.
    """

    def __init__(
        self, context: Context, question: Choice, slot: Slot, label: bool, roomy: bool = False
    ) -> None:
        super().__init__(context, question, slot, label)
        self.fills = roomy
        shown = options(context.guide, question, context.interview.situation())
        self._ids: list[str | None] = [option.id for option in shown]
        if question.unknown:
            self._ids.append(None)
        self._grid = self._make(shown, roomy)
        self._chosen: int | None = None
        if slot.answered and slot.value in self._ids:
            self._chosen = self._ids.index(slot.value if isinstance(slot.value, str) else None)
            self._grid.set_checked([self._chosen])
        self._grid.changed.connect(self._on_changed)
        self.layout_.addWidget(self._grid, int(roomy))

    def _make(self, shown: Sequence[Option], roomy: bool) -> CardGrid:
        context, few = self.context, len(self._ids) < _MANY
        look = context.look
        # "I do not know" has no points to be compared by.
        if shown and all(option.points for option in shown) and not self.question.unknown:
            tiles = self._cards(shown, WayTile)
            return CardGrid(
                look, tiles, max_columns=len(tiles), equal_rows=False, fills=roomy, parent=self
            )
        if shown and all(option.drawing for option in shown):
            return CardGrid(
                look,
                self._cards(shown, WayCard),
                max_columns=1,
                equal_rows=False,
                fills=roomy,
                parent=self,
            )
        longest = max((len(context.words(option.label).first) for option in shown), default=0)
        if roomy and few and longest <= _LONG:
            role = TextRole.ANSWER if longest <= _SHORT else TextRole.CARD_LARGE
            cards = self._cards(shown, AnswerCard, role=role)
            # Three with several words each, or any on a page that is higher than wide, are rows: as
            # columns they would be tall and empty.
            upright = look.scale.height_px > look.scale.width_px
            in_rows = upright or (len(cards) > 2 and longest > _SHORT)
            columns = 1 if in_rows else len(cards)
            return CardGrid(look, cards, max_columns=columns, fills=True, parent=self)
        style = {"icon_mm": _PICTURE_MM, "blob": True} if roomy else {}
        columns, beside = 1 if few else 2, False
        if not roomy and few and longest <= _LONG and not any(option.note for option in shown):
            columns, beside = len(self._ids), True  # other questions are on the page too
        return CardGrid(
            look,
            self._cards(shown, ChoiceCard, **style),
            max_columns=columns,
            tight=beside,
            equal_rows=False,
            fills=roomy,
            parent=self,
        )

    def _cards(
        self, shown: Sequence[Option], kind: type[ChoiceCard], **style: Any
    ) -> list[ChoiceCard]:
        context, question = self.context, self.question
        cards = [_card(context, question, option, kind, **style) for option in shown]
        if question.unknown:
            # A picture on only this card would give it more weight than the others.
            pictured = any(o.icon or o.drawing for o in shown)
            doubt = "circle-question-mark" if pictured else ""
            of = ChoiceCard if kind is WayCard else kind
            cards.append(of(context.look, context.pair(wording.UNKNOWN), icon=doubt, **style))
            cards[-1].setObjectName(f"{question.id}.unknown")
        return cards

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
    """Cards of which any number can be chosen, and perhaps one for "none", which clears the others.

    ``roomy``: the question has the page to itself, and the cards are tiles that fill it.
    """

    def __init__(
        self, context: Context, question: Choices, slot: Slot, label: bool, roomy: bool = False
    ) -> None:
        super().__init__(context, question, slot, label)
        self.fills = roomy
        shown = options(context.guide, question, context.interview.situation())
        self._ids = [option.id for option in shown]
        # If something is chosen by default, unchecking it is an answer too.
        self._by_default = any(option.default_when is not None for option in shown)
        few = roomy and len(shown) + bool(question.nothing) < _MANY
        tiles = roomy and not few and all(option.icon for option in shown)
        kind: type[ChoiceCard] = ChoiceTile if tiles else AnswerCard if few else ChoiceCard
        style: dict[str, Any] = {"role": TextRole.CARD_LARGE} if few else {}
        cards = [_card(context, question, option, kind, check=True, **style) for option in shown]
        if question.nothing:
            nothing = kind(
                context.look,
                context.words(question.nothing),
                kind=CardKind.CHECK,
                icon="circle-slash" if any(option.icon for option in shown) else "",
                dashed=True,
                **style,
            )
            nothing.setObjectName(f"{question.id}.nothing")
            cards.append(nothing)
        self._grid: CardGrid
        if tiles:
            made = [card for card in cards if isinstance(card, ChoiceTile)]
            self._grid = ChoiceTiles(context.look, made, parent=self)
        else:
            self._grid = CardGrid(
                context.look,
                cards,
                max_columns=1 if few else 2,
                equal_rows=False,
                fills=roomy,
                parent=self,
            )
        chosen = slot.value if isinstance(slot.value, list) else []
        self._before = {i for i, option_id in enumerate(self._ids) if option_id in chosen}
        if question.nothing and slot.answered and slot.value == []:
            self._before = {len(self._ids)}
        self._grid.set_checked(self._before)
        self._grid.changed.connect(self._on_changed)
        self.layout_.addWidget(self._grid, int(roomy))

    def _on_changed(self) -> None:
        checked, nothing = set(self._grid.checked()), len(self._ids)
        if nothing in checked and len(checked) > 1:
            # The one touched last counts.
            checked = checked - {nothing} if nothing in self._before else {nothing}
            self._grid.set_checked(checked)
        self._before = checked
        chosen = [self._ids[i] for i in sorted(checked - {nothing})]
        if chosen or nothing in checked or self._by_default:
            self.put(chosen)
        else:
            self.slot.clear()


def _card(
    context: Context,
    question: Question,
    option: Option,
    kind: type[ChoiceCard],
    *,
    check: bool = False,
    **style: Any,
) -> ChoiceCard:
    if issubclass(kind, WayCard | WayTile):
        style["drawing"] = option.drawing
    if issubclass(kind, WayTile):
        style["lines"] = [(line.icon, context.quiet_words(line.text)) for line in option.points]
    if option.figures:
        figures = [(f.drawing, context.quiet_words(f.caption)) for f in option.figures]
        kind, style = PicturedCard, {"figures": figures}
    card = kind(
        context.look,
        context.words(option.label),
        kind=CardKind.CHECK if check else CardKind.RADIO,
        icon="" if option.figures else option.icon,
        note=context.quiet_words(option.note) if option.note else None,
        **style,
    )
    card.setObjectName(f"{question.id}.{option.id}")
    if on_answers(option.when):  # it is offered only because of other answers
        card.setProperty(FOLLOWS, True)
    return card
