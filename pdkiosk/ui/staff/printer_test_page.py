"""Prints one page that shows whether the printer is set up correctly."""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job
from pdkiosk.printing.state import State
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import ButtonKind, Tone

# Translators: heading of the staff page that prints a test page.
_TITLE = Message("Test print", "staff.print_title")
# Translators: what is on the test page.
_WHAT = Message(
    "One page with a frame, a ruler and all letters. Nobody's answers are on it.",
    "staff.print_what",
)
# Translators: button.
_PRINT = Message("Print the test page", "staff.print_button")
# Translators: while the test page is printed.
_RUNNING = Message("The test page is being printed (code {code})", "staff.print_running")
# Translators: the test page is out; {code} is a short code.
_OUT = Message("The test page was printed (code {code})", "staff.print_out")
# Translators: nobody knows whether the test page came out; {code} is a short code.
_UNSURE = Message("Check whether the test page came out (code {code})", "staff.print_unsure")
# Translators: there is no printer, so the page was saved as a file; {code} is a short code.
_SAVED = Message("The test page was saved as a file (code {code})", "staff.print_saved")
# Translators: the test page did not come out; {code} is a short code.
_FAILED = Message("The test page was not printed (code {code})", "staff.print_failed")
# Translators: before the words that a person at this machine reads in the same case.
_TOLD = Message("A person is told in this case:", "staff.print_told")
# Translators: a font file is missing; the page cannot be made.
_NO_FONT = Message("The page cannot be made: a font file is missing.", "staff.print_font")

_POLL_MS = 250


class PrinterTestPanel(Panel):
    """A button to print the page, and the outcome in words and as a code."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "printer")
        self.add_text(_WHAT)
        self._button = self.button(
            "print", _PRINT, self._start, kind=ButtonKind.PRIMARY, icon="printer"
        )
        self.add_buttons(self._button)
        self._job: Job | None = None
        self._shown: tuple[State, Outcome | None] | None = None

    def end(self) -> None:
        super().end()
        if self._job is not None:
            self.context.desk.clear()

    def _start(self) -> None:
        try:
            self._job = self.context.desk.print_test_page()
        except OSError:
            self.show_outcome(Tone.STOP, _NO_FONT)
            return
        self._button.setEnabled(False)
        self._shown = None
        self._clock = self.every(_POLL_MS, self._poll)
        self._poll()

    def _poll(self) -> None:
        if self._job is None:
            return
        progress = self._job.poll()
        now = (progress.state, progress.outcome)
        if now == self._shown:
            return
        self._shown = now
        outcome = progress.outcome
        if outcome is None:
            state = progress.state
            tone = Tone.WARNING if state.trouble else Tone.NOTE
            self.show_outcome(tone, _RUNNING(code=state.code), state.message)
            return
        self._clock.stop()
        self._button.setEnabled(True)
        code = outcome.code
        if outcome is Outcome.SAVED:
            self.show_outcome(Tone.DONE, _SAVED(code=code))
        elif outcome.unsure:
            self.show_outcome(Tone.WARNING, _UNSURE(code=code), _TOLD, outcome.message)
        elif outcome.ok:
            self.show_outcome(Tone.DONE, _OUT(code=code))
        else:
            self.show_outcome(Tone.STOP, _FAILED(code=code), _TOLD, outcome.message)
