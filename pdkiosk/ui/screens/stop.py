"""A page that ends the interview: what to do instead of the letter, also on paper."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.interview.flow import Step
from pdkiosk.language.message import Message
from pdkiosk.session.papers import Part, Printing
from pdkiosk.session.requests import Act
from pdkiosk.ui import wording
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.info import InfoScreen
from pdkiosk.ui.screens.page import Aside
from pdkiosk.ui.screens.papers import PaperScreen
from pdkiosk.ui.widgets import Tone

# Translators: the large button of a page that ends the interview: prints what it says.
_PRINT = Message("Print this page", "stop.print")


class StopScreen(InfoScreen, PaperScreen):
    """The primary button prints the page; a secondary button leads back to change the answer."""

    heading_tone = Tone.STOP
    print_words = _PRINT
    skips = False
    aside = Aside("change", wording.CHANGE_ANSWER, "undo-2", Act.BACK_TO_GATE)

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._parts = [self._sheet(context, step)]
        self._cards = {}
        self.watch_printer()

    @staticmethod
    def _sheet(context: Context, step: Step) -> Part:
        from pdkiosk.documents.stop_sheet import stop_sheet

        situation = context.interview.situation()
        sheet = stop_sheet(step.page, situation, context.facility, context.known)
        return replace(context.papers.sheet(sheet, context.first), wanted=True)

    def leave(self) -> bool:
        """Prints, even repeatedly: nothing comes after this page."""
        if self._is_done():
            self._print_again()
        else:
            super().leave()
        return False

    def _primary(self) -> tuple[Message, str]:
        return (_PRINT, "printer") if self._is_done() else super()._primary()

    def is_ours(self, printing: Printing) -> bool:
        return [part.id for part in printing.parts] == [part.id for part in self._parts]
