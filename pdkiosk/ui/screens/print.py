"""Print: the whole packet, with what is to be known before it lies in the printer."""

from __future__ import annotations

from pdkiosk.interview.flow import Step
from pdkiosk.printing.state import State
from pdkiosk.session.papers import Part, Printing
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.papers import PaperScreen, others
from pdkiosk.ui.widgets.spoken import FOLLOWS

_LARGE_PRINT = "large-print-copy"
# What can be printed by itself, at any time.
ASIDE = frozenset({"answer-sheet", "slip-for-saved-work", "what-to-do-first"})


def chosen_parts(context: Context, parts: list[Part]) -> set[str]:
    """What is ticked: the person's own choice, else what is wanted as far as pages allow.

    The letter stands first and is never left out for the sake of another paper. The copy in
    large print is wanted by who reads the screen in large letters.
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
        self._wait = self.add_text(others(context))
        self.add_callouts(step.page.callouts, context.interview.situation())
        parts = context.papers.parts(context.preferences.first)
        for grid in self.add_papers(parts, chosen_parts(context, parts)):
            grid.setProperty(FOLLOWS, True)
        self.add_words([])
        self.watch_printer()

    def remember(self, ticked: set[str]) -> None:
        self.context.printed = ticked
        self.context.not_printed = {part.id for part in self._parts} - ticked

    def _show_state(self, state: State) -> None:
        super()._show_state(state)
        self._wait.setVisible(state.may_try)  # nobody waits by a printer that cannot print

    def started(self, printing: Printing) -> None:
        # Another size of letters must not change what was printed.
        self.remember({part.id for part in printing.parts})

    def is_ours(self, printing: Printing) -> bool:
        # What was printed before the packet, to take away from an unfinished interview, is not.
        return not {part.id for part in printing.parts} <= ASIDE
