"""The papers that can be printed, as cards to tick; those seldom wanted are folded away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pdkiosk.language.message import Message
from pdkiosk.session.papers import Part
from pdkiosk.ui.screens.screen import Screen
from pdkiosk.ui.widgets import CardGrid
from pdkiosk.ui.widgets.paper_row import PaperRow

# Translators: a paper in the list of what is printed; {pages} is a number.
_PAGES = Message("Pages: {pages}", "print.pages")
# Translators: a button that shows the papers that are seldom wanted; {n} is how many.
_MORE = Message("More papers ({n})", "print.more")

_DRAWINGS = {
    "letter": "doc-letter",
    "summary": "doc-steps",
    "reading-copy": "letter-short",
    "certificate-of-interpretation": "doc-reader",
    "questions-for-a-lawyer": "doc-lawyer",
    "papers-to-gather": "paper-yours",
    "for-the-envelope": "doc-envelopes",
}


class PaperCards(Screen):
    """A screen with papers to tick; ``ticked`` is called when the person has touched one."""

    folds = False  # whether rarely wanted papers are folded away
    columns = 2  # the most columns of papers

    def add_papers(self, parts: list[Part], chosen: set[str]) -> list[CardGrid]:
        """Adds a card for each paper; those in ``chosen`` are ticked."""
        self._parts = parts
        self._cards: dict[str, PaperRow] = {}
        usual = [part for part in parts if part.wanted or not self.folds]
        seldom = [part for part in parts if part not in usual]
        grids = [self._paper_cards(usual, chosen, fills=self.folds)]
        if seldom:
            style: dict[str, Any] = {"icon": "chevron-down", "inline": True, "dashed": True}
            more = _MORE(n=len(seldom))
            self._more = self.card("print.more", more, self._unfold_by_touch, **style)
            self.put(self._more)
            grids.append(self._paper_cards(seldom, chosen))
            grids[1].hide()
        self._grids = grids
        if any(part.id in chosen for part in seldom):
            self.unfold()
        return grids

    def _paper_cards(self, parts: list[Part], chosen: set[str], fills: bool = False) -> CardGrid:
        cards = []
        for part in parts:
            card = PaperRow(
                self.look,
                self.say(part.title),
                pages=self.explain(_PAGES(pages=part.pages)) if part.pages > 1 else None,
                drawing=_DRAWINGS.get(part.id, ""),
                icon=part.icon,
            )
            card.setObjectName(f"print.{part.id}")
            card.setChecked(part.id in chosen)
            self._cards[part.id] = card
            cards.append(card)
        style: dict[str, Any] = {"max_columns": self.columns, "fills": fills}
        grid = CardGrid(self.look, cards, equal_rows=False, parent=self, **style)
        self.put(grid, fills=fills)
        grid.changed.connect(self.ticked)
        return grid

    def put(self, widget: QWidget, *, fills: bool = False) -> None:
        """Places the papers; ``fills`` as for ``add``."""
        self.add(widget, fills=fills)

    def _unfold_by_touch(self) -> None:
        self.unfold()
        self._grids[1].cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self) -> None:
        """Shows the rarely wanted papers too."""
        self._more.hide()
        self._grids[1].show()

    def _chosen(self) -> list[Part]:
        return [part for part in self._parts if self._is_ticked(part)]

    def _is_ticked(self, part: Part) -> bool:
        return part.id not in self._cards or self._cards[part.id].isChecked()

    def ticked(self) -> None:
        """The person has ticked a paper, or no longer wants it."""
