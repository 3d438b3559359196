"""The counters and the last log lines: numbers, times and codes, nothing about people."""

from __future__ import annotations

import re

from pdkiosk.language.message import Message
from pdkiosk.ui.staff.context import StaffContext
from pdkiosk.ui.staff.panel import Panel
from pdkiosk.ui.theme.look import TextRole
from pdkiosk.ui.widgets import Pair

# Translators: heading of the staff page with counters.
_TITLE = Message("Counters and log", "staff.counters_title")
# Translators: on the staff page with counters.
_NOTHING_PERSONAL = Message(
    "These are numbers and codes. Nothing that anybody wrote is kept.", "staff.counters_nothing"
)
# Translators: on the staff page; there is no log file.
_NONE = Message("There is no log on this machine.", "staff.counters_none")
# Translators: on the staff page; nothing was counted so far.
_EMPTY = Message("Nothing has been counted yet.", "staff.counters_empty")
# Translators: a code of the log such as "session-ended", and how often it came.
_COUNT = Message("{code}: {n}", "staff.counters_count")
# Translators: above the newest lines of the log.
_LAST = Message("The newest codes", "staff.counters_last")

_LINES = 15
# The form of a log line: a time, codes and numbers. Anything else is not shown.
_LINE = re.compile(r"[A-Za-z0-9 .,:=+_/-]{1,100}")
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


class CountersPanel(Panel):
    """The counters, then the end of the log."""

    def __init__(self, context: StaffContext) -> None:
        super().__init__(context)
        self.add_heading(_TITLE, "list-ordered")
        self.add_text(_NOTHING_PERSONAL)
        log = context.desk.log
        if log is None:
            self.add_text(_NONE)
            return
        counters = {code: n for code, n in log.counters().items() if _CODE.fullmatch(code)}
        if not counters:
            self.add_text(_EMPTY)
        for code, n in sorted(counters.items()):
            words = context.catalogs.text(_COUNT(code=code, n=n), context.first)
            self.add_text(Pair(words), emphasis=True, max_chars=70)
        lines = [line for line in log.tail(_LINES) if _LINE.fullmatch(line)]
        if lines:
            self.add_text(_LAST, TextRole.SUBHEADING)
        for line in reversed(lines):
            self.add_text(Pair(line), TextRole.SMALL, max_chars=70)
