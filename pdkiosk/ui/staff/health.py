"""The state of the parts of the machine, each with its code and what to do."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import qVersion

from pdkiosk import __version__
from pdkiosk.language.message import Message
from pdkiosk.staff import health
from pdkiosk.staff.finding import Finding, Level
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.widgets import Callout, TextPair, Tone

# Translators: heading of the staff page that shows how the machine is.
_TITLE = Message("Is all well?", "staff.health_title")
# Translators: {part} is a part of the machine such as "Printer"; {code} a short code.
_PART = Message("{part} (code {code})", "staff.health_part")

_TONES = {Level.GOOD: Tone.DONE, Level.LOOK: Tone.WARNING, Level.BAD: Tone.STOP}
_LOOK_MS = 1000


class HealthPanel(Panel):
    """A box for each part; what is wrong comes first. The printer's box follows the printer."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "stethoscope")
        self._state = context.desk.look()
        self._printer = self._box(health.printer(self._state))
        self.add(self._printer)
        versions = health.versions(
            [
                ("pdkiosk", __version__),
                ("Python", platform.python_version()),
                ("PySide6", PySide6.__version__),
                ("Qt", qVersion()),
            ]
        )
        findings = [*context.desk.findings(), versions]
        for finding in sorted(findings, key=lambda found: -found.level.value):
            self.add(self._box(finding))
        self.every(_LOOK_MS, self._look)

    def _box(self, finding: Finding) -> Callout:
        title = _PART(part=finding.part, code=finding.code)
        box = self.box(_TONES[finding.level], title, finding.says, name=f"health.{finding.code}")
        if finding.fix is not None:
            fix = TextPair(
                self.look,
                self.say(finding.fix),
                emphasis=True,
                second_color=self.look.theme.second,
                max_chars=80,
                parent=box,
            )
            box.column.addWidget(fix)
        return box

    def _look(self) -> None:
        state = self.context.desk.look()
        if state is self._state:
            return
        self._state = state
        layout = self.layout()
        assert layout is not None
        new = self._box(health.printer(state))
        layout.replaceWidget(self._printer, new)
        self.take_away(self._printer)
        self._printer = new
        new.show()
