"""The system's printer on Windows: Qt paints the pages, the spooler says what became of them.

"Printed" is the spooler's word: the job has gone to the printer whole. What the printer did
with it only a printer that talks back can tell, so the person counts the pages in every case.
"""

from __future__ import annotations

from collections.abc import Sequence

from pdkiosk.printing.command import Run
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.queue_printer import QueuePrinter
from pdkiosk.printing.start import start
from pdkiosk.printing.timeouts import Timeouts
from pdkiosk.printing.windows_queues import Spooler, WindowsQueues


class WindowsPrinter(QueuePrinter):
    """A printer of Windows: the named one, or the default, or the only one.

    ``program`` starts this program, to which what paints is added.
    """

    def __init__(
        self,
        name: str,
        spooler: Spooler,
        program: Sequence[str],
        *,
        tags: JobTags | None = None,
        timeouts: Timeouts | None = None,
        run: Run = start,
    ) -> None:
        timeouts = timeouts or Timeouts()
        queues = WindowsQueues(spooler, program, timeouts, run)
        super().__init__(name, queues, tags=tags, timeouts=timeouts)
