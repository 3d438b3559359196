"""Prints all answers so far, for people who come back another day; available at any time."""

from __future__ import annotations

from msgspec.structs import replace

from pdkiosk.language.message import Message
from pdkiosk.session.papers import Printing
from pdkiosk.session.requests import Act
from pdkiosk.ui.context import Context
from pdkiosk.ui.screens.papers import PaperScreen, others
from pdkiosk.ui.widgets import Tone

# Translators: heading of the screen that prints all answers so far.
_TITLE = Message("Print my answers", "answers.title")
# Translators: what the printed answers are good for.
_WHAT = Message(
    "With these pages you can go on another day: each answer stands there with the code of its "
    "screen. Next time you go down the pages and touch the same answers again.",
    "answers.what",
)
# Translators: title of the warning before all answers are printed.
_WARNING = Message("These pages tell your whole story", "answers.warning")
# Translators: the warning before all answers are printed.
_KEEP = Message(
    "Whoever reads them knows all that you wrote. Keep them with you. Do not send them to ICE.",
    "answers.keep",
)


class AnswerSheetScreen(PaperScreen):
    """The answer sheet, with what the person must know before it is in the printer."""

    skip_goes = Act.CLOSE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ours: Printing | None = None
        self.add_heading(_TITLE, "printer")
        self.add_text(_WHAT)
        self.add_box(Tone.WARNING, _WARNING, _KEEP, others(context))
        sheet = replace(context.papers.answer_sheet(context.preferences.first), wanted=True)
        self.add_papers([sheet], {sheet.id})
        self.watch_printer()

    def started(self, printing: Printing) -> None:
        self._ours = printing

    def is_ours(self, printing: Printing) -> bool:
        # When opened again, it can print again: there may be more answers now.
        return printing is self._ours
