"""Asks once, hands the update over to the system service, and shows the result."""

from __future__ import annotations

import time

from pdkiosk.background import Job
from pdkiosk.language.message import Message
from pdkiosk.staff.updates import Found, answer
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import ButtonKind, Tone
from pdkiosk.update.refusal import Refused

# Translators: asks staff once before an update is installed; {version} is like "1.2.0".
_PROGRAM = Message("Install version {version} of the program?", "staff.now_program")
# Translators: asks staff once before an update is installed; {version} is like "2026.12.1".
_CONTENT = Message("Install version {version} of the guide?", "staff.now_content")
# Translators: asks staff once before the older version is taken again.
_BACK = Message("Go back to the version before?", "staff.now_back")
# Translators: asks staff once before the older guide is taken again.
_CONTENT_BACK = Message("Go back to the guide before?", "staff.now_content_back")
# Translators: what an update does.
_WHAT = Message(
    "It is tested first. If it does not work here, nothing changes. Nobody's letter is lost.",
    "staff.now_what",
)
# Translators: button.
_YES = Message("Yes, install", "staff.now_yes")
# Translators: button.
_YES_BACK = Message("Yes, go back", "staff.now_yes_back")
# Translators: while a file is copied from a stick.
_COPYING = Message("The file is being copied. Leave the stick in.", "staff.now_copying")
# Translators: while an update is tested and installed.
_WORKING = Message("It is being tested and installed", "staff.now_working")
# Translators: while an update is tested and installed.
_WORKING_TEXT = Message(
    "This takes a few minutes. You can take the stick out, and you can leave this page.",
    "staff.now_working_text",
)
# Translators: an update is installed, or the version before is back; {code} is a short code.
_GOOD = Message("It is done (code {code})", "staff.now_good")
# Translators: an update was not installed; {code} is a short code.
_BAD = Message("It was not done (code {code})", "staff.now_bad")
# Translators: the part of the system that installs updates did not answer.
_SILENT = Message("No answer came", "staff.now_silent")
# Translators: what to do then; the words after "type" are a command.
_SILENT_TEXT = Message(
    "Nothing was lost. On a terminal type: journalctl -u pdkiosk-update", "staff.now_silent_text"
)

_POLL_MS = 250
_OUTCOME = "update.outcome"
_PATIENCE = 900.0  # seconds; two self-tests on a slow machine take some minutes


class UpdateNowPanel(Panel):
    """The installation of an update; while it waits, the page does not close by itself."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        chosen = context.update
        manifest = chosen.manifest if isinstance(chosen, Found) else None
        if manifest is not None:
            title = (_CONTENT if manifest.kind == "content" else _PROGRAM)(version=manifest.version)
        else:
            title = _CONTENT_BACK if chosen == "content-back" else _BACK
        self.add_heading(title, "usb")
        self.add_text(_WHAT)
        words = _YES if manifest is not None else _YES_BACK
        yes = self.button("update.yes", words, self._start, kind=ButtonKind.PRIMARY)
        self._row = self.add_buttons(yes, before_mm=6.0)
        self._job: Job[None] | None = None
        self._before = 0
        self._until = 0.0

    def _start(self) -> None:
        updates, chosen = self.context.desk.updates, self.context.update
        told = updates.last_result()
        self._before = told.stamp if told is not None else 0
        self._until = time.monotonic() + _PATIENCE
        self._row.hide()
        self.busy = True
        if isinstance(chosen, Found):
            self.show_outcome(Tone.NOTE, _COPYING, name=_OUTCOME)
            self._job = Job(lambda: updates.submit(chosen))
        else:
            self.show_outcome(Tone.NOTE, _WORKING, name=_OUTCOME)
            self._job = Job(lambda: updates.submit_back(content=chosen == "content-back"))
        self.every(_POLL_MS, self._poll)

    def _poll(self) -> None:
        if self._job is not None:
            if self._job.done:
                self._handed_over()
            return
        told = self.context.desk.updates.last_result()
        if told is not None and told.stamp != self._before:
            found = answer(told)
            if found.good:
                self._finish(Tone.DONE, _GOOD(code=found.code), found.says)
            else:
                self._finish(Tone.STOP, _BAD(code=found.code), found.says)
        elif time.monotonic() > self._until:
            self._finish(Tone.WARNING, _SILENT, _SILENT_TEXT)

    def _handed_over(self) -> None:
        assert self._job is not None
        job, self._job = self._job, None
        try:
            job.result()
        except Refused as refused:
            reason = refused.reason
            self._finish(Tone.STOP, _BAD(code=reason.value), reason.message)
            return
        self.show_outcome(Tone.NOTE, _WORKING, _WORKING_TEXT, name=_OUTCOME)

    def _finish(self, tone: Tone, title: Message, *body: Message) -> None:
        self.end()
        self.busy = False
        self.show_outcome(tone, title, *body, name=_OUTCOME)
