"""The system's printer on Linux, by CUPS' own client: pages go in by standard input.

Without ipptool (Debian: cups-ipp-utils) a job never ends better than SENT. What CUPS cannot
know: a printer that throws a job away without a reason is "completed" for CUPS too. So the
person is asked to count the pages in every case.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from msgspec import Struct

from pdkiosk.printing import lpstat
from pdkiosk.printing.command import NOT_FOUND, Result, Run, Running
from pdkiosk.printing.cups_client import OWNER, Client, state_of
from pdkiosk.printing.cups_job import CupsJob
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.patience import Patience
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.state import State

_PATH = "/usr/bin:/bin"
_LOOK_AGAIN = 2.0  # seconds
_CLEAR_SECONDS = 1.5
_CLEAR_PAUSE = 0.05


class CupsPrinter:
    """A CUPS queue: the named one, or the system's default, or the only one.

    ``server``: another CUPS than this machine's, as in CUPS_SERVER, for tests.
    """

    def __init__(
        self,
        queue: str = "",
        *,
        server: str = "",
        path: str = _PATH,
        patience: Patience | None = None,
        run: Run | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = Client(server, path, patience or Patience(), run)
        self._queue = queue
        self._clock = clock
        self._job: CupsJob | None = None
        self._state = State.CHECKING
        self._looking: Running | None = None
        self._look_at = 0.0

    def look(self) -> State:
        """How the queue is; asks again every two seconds when called again."""
        if self._looking is None and self._clock() >= self._look_at:
            self._looking = self._client.ask()
        result = self._looking.poll() if self._looking else None
        if result is not None:
            self._looking = None
            self._look_at = self._clock() + _LOOK_AGAIN
            self._state = state_of(result, self._queue)
        return self._state

    def start(self, parts: Sequence[Printable]) -> CupsJob:
        """Begins to print; raises ValueError when there is nothing to print."""
        if self._job is not None:
            self._job.abandon()
        self._job = CupsJob(self._client, self._queue, parts, self._clock)
        return self._job

    def clear(self) -> bool:
        """Cancels and purges all of ours in every queue; whether that was seen to be so."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        if self._looking is not None:
            self._looking.kill()
            self._looking = None
        deadline = time.monotonic() + _CLEAR_SECONDS
        while (result := _wait(self._client.ask(), deadline)) is not None:
            report = lpstat.read(result.text)
            if not report.running:
                return result.code == NOT_FOUND  # then there is nothing of ours either
            waiting = report.waiting(OWNER)
            if not waiting:
                return self._purge(report, deadline)
            # A job that is printing stays until its printer has let go of it.
            _wait(self._client.cancel([job.name for job in waiting]), deadline)
            time.sleep(_CLEAR_PAUSE)
        return False

    def _purge(self, report: lpstat.Report, deadline: float) -> bool:
        for job in report.over(OWNER):
            result = _wait(self._client.purge(job.queue, job.id), deadline)
            if result is None or not result.ok:
                return result is not None and result.code == NOT_FOUND
        return True

    # Until the window polls jobs itself, papers_desk.py asks these two.

    def available(self) -> bool:
        """Whether there is a queue to print to; waits for the answer."""
        result = _wait(self._client.ask(), time.monotonic() + self._client.patience.program)
        return result is not None and state_of(result, self._queue) not in (
            State.NO_PRINTER,
            State.NO_SERVICE,
        )

    def print(self, data: bytes) -> Outcome:
        """Sends a PDF and waits only until the queue has it."""
        job = CupsJob(self._client, self._queue, [_Data(data)], self._clock, evictions=0)
        while (outcome := job.poll().outcome) is None and not job.sent:
            time.sleep(0.02)
        return outcome or Outcome.SENT


class _Data(Struct, frozen=True):
    data: bytes
    pages: int = 1
    id: str = "paper"


def _wait(running: Running, deadline: float) -> Result | None:
    while (result := running.poll()) is None:
        if time.monotonic() >= deadline:
            running.kill()
            return None
        time.sleep(0.005)
    return result
