"""For each paper: have it, can ask for it, cannot get it."""

from __future__ import annotations

from pdkiosk.guide.model import Paper, Papers, said
from pdkiosk.interview.flow import PAPERS_ON_A_SCREEN, papers
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.fields.base import QuestionField, Slot
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import CardGrid, ChoiceCard, TextPair
from pdkiosk.ui.widgets.icon_note import IconBeside
from pdkiosk.ui.widgets.split_box import SplitBox
from pdkiosk.ui.widgets.spoken import FOLLOWS

_STATUSES = (("have", wording.HAVE), ("ask", wording.ASK), ("cannot", wording.CANNOT))


class PapersField(QuestionField):
    """A row for each paper that fits the reasons, a few at a time: ``part`` counts from 0."""

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
        column = words.column
        column.setSpacing(look.scale.mm(1.2))
        label = TextPair(look, context.words(paper.label), TextRole.CARD, inline=True, parent=words)
        source = context.pair(wording.FROM_WHOM(source=said(paper.from_whom)))
        whom = TextPair(
            look, source, TextRole.SMALL, colour=look.theme.second, inline=True, parent=words
        )
        column.addWidget(label)
        column.addWidget(whom)
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
