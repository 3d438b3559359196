"""Print: the whole packet, with what the person must know before it is in the printer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdkiosk.interview.flow import Step
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Part, Printing
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.papers import PaperScreen, others
from pdkiosk.ui.screens.print_panel import PrintPanel
from pdkiosk.ui.widgets import TextPair
from pdkiosk.ui.widgets.spoken import FOLLOWS
from pdkiosk.ui.widgets.two_columns import TwoColumns, has_two_columns

_LARGE_PRINT = "large-print-copy"
# Papers that can be printed separately at any time.
ASIDE = frozenset({"answer-sheet", "slip-for-saved-work", "what-to-do-first"})


def is_packet(printing: Printing) -> bool:
    """Whether these are pages of the packet, and not only what can be printed before it.

    From an unfinished interview, that does not count.
    """
    return not {part.id for part in printing.parts} <= ASIDE


def chosen_parts(context: Context, parts: list[Part]) -> set[str]:
    """The ticked papers: the person's choice, else the wanted ones within the page limit.

    The letter comes first and is never left out in favor of another paper. The large-print copy is
    wanted if the person reads the screen in large letters.
    """
    chosen: set[str] = set()
    pages = 0
    limit = context.facility.page_limit
    for part in parts:
        usual = part.wanted or (part.id == _LARGE_PRINT and context.preferences.reads_large)
        wanted = part.id in context.printed or (usual and part.id not in context.not_printed)
        if wanted and (not limit or not chosen or pages + part.pages <= limit):
            chosen.add(part.id)
            pages += part.pages
    return chosen


class PrintScreen(PaperScreen):
    """The whole packet."""

    folds = True

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context)
        self.add_page_heading(step.page)
        self._beside = TwoColumns(self.look, self) if has_two_columns(self.look) else None
        self._panel: PrintPanel | None = None
        self._wait: TextPair | None = None
        callouts = list(self.boxes(step.page.callouts, context.interview.situation()))
        if self._beside is None:
            self._wait = self.add_text(others(context))
            for box in callouts:
                self.add(box)
        else:
            self.columns = 1
            self._panel = PrintPanel(context, self.explain(others(context)), self)
            self._beside.add_beside(self._panel, fills=True)
            for box in callouts:
                self._beside.add_beside(box)
            self.add(self._beside, fills=True)
        parts = context.papers.parts(context.preferences.first)
        for grid in self.add_papers(parts, chosen_parts(context, parts)):
            grid.setProperty(FOLLOWS, True)
        self.add_words([])
        self.watch_printer()

    def put(self, widget: QWidget, *, fills: bool = False) -> None:
        if self._beside is None:
            self.add(widget, fills=fills)
        else:
            self._beside.add(widget, fills=fills)

    def unfold(self) -> None:
        super().unfold()
        if self._beside is not None:
            self._beside.let_go()

    def remember(self, ticked: set[str]) -> None:
        self.context.printed = ticked
        self.context.not_printed = {part.id for part in self._parts} - ticked

    def _show_state(self, state: State) -> None:
        super()._show_state(state)
        if self._wait is not None:
            self._wait.setVisible(state.may_try)  # nobody should wait at a broken printer
        if self._panel is not None:
            self._panel.show_wait(state.may_try)

    def show_sum(self, pages: int) -> None:
        if self._panel is not None:
            self._panel.show_sum(pages)

    def started(self, printing: Printing) -> None:
        # Changing the text size must not change what counts as printed.
        self.remember({part.id for part in self._chosen()})

    def is_ours(self, printing: Printing) -> bool:
        return is_packet(printing)
