"""The system's printer on Linux."""

from __future__ import annotations

import time
from collections.abc import Callable

from pdkiosk.printing.command import Run
from pdkiosk.printing.cups_queues import CupsQueues
from pdkiosk.printing.ipptool import IppTool
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.queue_printer import QueuePrinter
from pdkiosk.printing.timeouts import Timeouts

_PATH = "/usr/bin:/bin"


class CupsPrinter(QueuePrinter):
    """A printer of CUPS: the named one, or the system's default, or the only one.

    ``paper``: "letter" or "a4". ``server``: a CUPS other than this machine's, for tests.
    """

    def __init__(
        self,
        queue: str = "",
        *,
        paper: str = "letter",
        server: str = "",
        path: str = _PATH,
        tags: JobTags | None = None,
        timeouts: Timeouts | None = None,
        run: Run | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        timeouts = timeouts or Timeouts()
        queues = CupsQueues(IppTool(server, path, timeouts, run), paper)
        super().__init__(queue, queues, tags=tags, timeouts=timeouts, clock=clock)
