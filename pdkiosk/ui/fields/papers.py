"""For each paper: "have it", "can ask for it" or "cannot get it".

On the short way, one touch says that the person has the paper or will get it.
"""

from __future__ import annotations

from pdkiosk.guide.model import Paper, Papers
from pdkiosk.interview.answers import ASK, CANNOT, HAVE
from pdkiosk.interview.flow import PAPERS_ON_A_SCREEN, on_short_way, papers
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import CardGrid, CardKind, ChoiceCard, TextPair
from pdkiosk.ui.widgets.choice_tile import ChoiceTile
from pdkiosk.ui.widgets.choice_tiles import ChoiceTiles
from pdkiosk.ui.widgets.icon_note import IconBeside
from pdkiosk.ui.widgets.split_box import SplitBox
from pdkiosk.ui.widgets.spoken import FOLLOWS

_STATUSES = ((HAVE, wording.HAVE), (ASK, wording.ASK), (CANNOT, wording.CANNOT))


class PapersField(QuestionField):
    """A row for each paper that fits the reasons, a few on each screen; ``part`` counts from 0."""

    def __init__(
        self, context: Context, question: Papers, slot: Slot, label: bool, part: int
    ) -> None:
        super().__init__(context, question, slot, label)
        self._statuses = dict(slot.value) if isinstance(slot.value, dict) else {}
        shown = papers(context.guide, context.interview.situation())
        start = part * PAPERS_ON_A_SCREEN
        for paper in shown[start : start + PAPERS_ON_A_SCREEN]:
            self.layout_.addWidget(self._row(paper))

    def _row(self, paper: Paper) -> SplitBox:
        context, look = self.context, self.context.look
        words = IconBeside(look, paper.icon)
        label = TextPair(look, context.words(paper.short), TextRole.CARD, parent=words)
        words.column.addWidget(label)
        cards = [
            ChoiceCard(look, context.pair(status_words), compact=True)
            for _, status_words in _STATUSES
        ]
        for card, (status, _) in zip(cards, _STATUSES, strict=True):
            card.setObjectName(f"papers.{paper.id}.{status}")
        grid = CardGrid(look, cards, max_columns=3, least_tile=round(look.body_px * 7.4))
        ids = [status for status, _ in _STATUSES]
        grid.set_checked(i for i, s in enumerate(ids) if self._statuses.get(paper.id) == s)
        grid.changed.connect(lambda: self._on_changed(paper.id, grid, ids))
        box = SplitBox(look, words, grid, parent=self)
        box.setProperty(FOLLOWS, True)
        return box

    def _on_changed(self, paper_id: str, grid: CardGrid, ids: list[str]) -> None:
        checked = grid.checked()
        status = ids[checked[0]] if checked else ""
        if not status or self._statuses.get(paper_id) == status:
            self._statuses.pop(paper_id, None)
            grid.set_checked([])
        else:
            self._statuses[paper_id] = status
        if self._statuses:
            self.put(dict(self._statuses))
        else:
            self.slot.clear()


def on_tiles(context: Context) -> bool:
    """Whether papers are tiles on a single page, as on the short way."""
    return on_short_way(context.interview.answers)


class PaperTilesField(QuestionField):
    """A tile for each paper that fits; touching it says that the person has it or can ask for it.

    A more detailed answer from the full way stays until its tile is touched.
    """

    def __init__(self, context: Context, question: Papers, slot: Slot, label: bool) -> None:
        super().__init__(context, question, slot, label)
        self.fills = True
        self._statuses = dict(slot.value) if isinstance(slot.value, dict) else {}
        self._papers = papers(context.guide, context.interview.situation())
        tiles = []
        for paper in self._papers:
            tile = ChoiceTile(
                context.look, context.words(paper.short), kind=CardKind.CHECK, icon=paper.icon
            )
            tile.setObjectName(f"papers.{paper.id}")
            tile.setProperty(FOLLOWS, True)
            tiles.append(tile)
        self._grid = ChoiceTiles(context.look, tiles, parent=self)
        promised = [self._statuses.get(paper.id) in (HAVE, ASK) for paper in self._papers]
        self._grid.set_checked(place for place, yes in enumerate(promised) if yes)
        self._before = set(self._grid.checked())
        self._grid.changed.connect(self._on_changed)
        self.layout_.addWidget(self._grid, 1)

    def _on_changed(self) -> None:
        checked = set(self._grid.checked())
        for place in checked ^ self._before:
            paper = self._papers[place]
            if place in checked:
                self._statuses[paper.id] = ASK
            else:
                self._statuses.pop(paper.id, None)
        self._before = checked
        if self._statuses:
            self.put(dict(self._statuses))
        else:
            self.slot.clear()
