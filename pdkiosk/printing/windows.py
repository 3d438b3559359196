"""The system's printer on Windows: Qt paints the pages, the spooler says what became of them.

"Printed" is the spooler's word: the job has gone to the printer whole. What the printer did
with it only a printer that talks back can tell, so the person counts the pages in every case.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from pdkiosk.printing import command
from pdkiosk.printing.asking import Asking
from pdkiosk.printing.command import Run
from pdkiosk.printing.patience import Patience
from pdkiosk.printing.printer import Printable
from pdkiosk.printing.spooler import Snapshot, Spooler, SpoolerGoneError
from pdkiosk.printing.state import State
from pdkiosk.printing.windows_job import WindowsJob

_LOOK_AGAIN = 2.0  # seconds
_CLEAR_SECONDS = 1.5
_CLEAR_PAUSE = 0.05


class WindowsPrinter:
    """A printer of Windows: the named one, or the default, or the only one.

    ``program`` starts this program, to which what paints is added.
    """

    def __init__(
        self,
        name: str,
        spooler: Spooler,
        program: Sequence[str],
        *,
        patience: Patience | None = None,
        run: Run = command.start,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._spooler = spooler
        self._program = program
        self._patience = patience or Patience()
        self._run = run
        self._clock = clock
        self._state = State.CHECKING
        self._job: WindowsJob | None = None
        self._looking: Asking[Snapshot | None] | None = None
        self._look_at = 0.0

    def look(self) -> State:
        """How the printer is; asks again every two seconds when called again."""
        if self._looking is None and self._clock() >= self._look_at:
            self._looking = Asking(lambda: self._spooler.look(self._name))
        if self._looking is not None and self._looking.over:
            self._state = _state_of(self._looking)
            self._looking = None
            self._look_at = self._clock() + _LOOK_AGAIN
        elif self._looking is not None and self._looking.lasted > self._patience.program:
            self._state = State.NO_SERVICE
        return self._state

    def start(self, parts: Sequence[Printable]) -> WindowsJob:
        """Begins to print; raises ValueError when there is nothing to print."""
        if self._job is not None:
            self._job.abandon()
        self._job = WindowsJob(
            self._name, self._spooler, self._program, parts, self._patience, self._run, self._clock
        )
        return self._job

    def clear(self) -> bool:
        """Deletes all of ours at every printer; whether that was seen to be so."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        clearing = Asking(self._clear)
        if not clearing.wait(_CLEAR_SECONDS):
            return False
        try:
            return clearing.answer()
        except SpoolerGoneError:
            return False

    def _clear(self) -> bool:
        end = time.monotonic() + _CLEAR_SECONDS
        names = self._spooler.printers()
        if self._name and self._name not in names:
            names.append(self._name)
        while True:
            left = False
            for name in names:
                seen = self._spooler.look(name)
                ours = [job.id for job in seen.jobs if job.ours] if seen is not None else []
                if ours:
                    left = True
                    self._spooler.delete(name, ours)
            if not left or time.monotonic() >= end:
                return not left
            time.sleep(_CLEAR_PAUSE)


def _state_of(looking: Asking[Snapshot | None]) -> State:
    try:
        seen = looking.answer()
    except SpoolerGoneError:
        return State.NO_SERVICE
    return State.NO_PRINTER if seen is None else seen.state_for(None)
