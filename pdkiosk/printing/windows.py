"""The system's printer on Windows: Qt paints the pages, the spooler reports the result.

"Printed" is what the spooler says once the whole job has gone to the printer. Only a printer with
bidirectional communication can tell what it did with the job, so the person always counts the
pages.
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

    ``program`` is the command of this program; the arguments for painting are added.
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
