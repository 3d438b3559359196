"""Saves pages as files where there is no printer; only if the command line names a folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job, Printable, Printer, Progress
from pdkiosk.printing.state import State

# Outcomes after which nothing of the pages has left this program.
_NOWHERE = (Outcome.NO_PRINTER, Outcome.NO_SERVICE)


def save(folder: Path, pages: dict[str, bytes]) -> Outcome:
    """Writes each PDF (name without ending -> bytes) whole or not at all."""
    beside = {folder / f".{name}.pdf.part": folder / f"{name}.pdf" for name in pages}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part, data in zip(beside, pages.values(), strict=True):
            part.write_bytes(data)
        for part, target in beside.items():
            os.replace(part, target)
    except OSError:
        for part in beside:
            with contextlib.suppress(OSError):
                part.unlink()  # half a letter is left to nobody
        return Outcome.NOT_SAVED
    return Outcome.SAVED


class FolderInstead:
    """A printer; where it is none, a folder."""

    def __init__(self, printer: Printer, folder: Path) -> None:
        self._printer = printer
        self._folder = folder

    def look(self) -> State:
        """How the printer is, or that there is a folder instead."""
        state = self._printer.look()
        return State.FOLDER if state in (State.NO_PRINTER, State.NO_SERVICE) else state

    def start(self, parts: Sequence[Printable]) -> Job:
        """Prints, or saves when it turns out that nothing can be printed to."""
        return _OrSave(self._printer.start(parts), self._folder, parts)

    def clear(self) -> bool:
        """Takes back what the printer has; files stay."""
        return self._printer.clear()


class _OrSave:
    def __init__(self, job: Job, folder: Path, parts: Sequence[Printable]) -> None:
        self._job = job
        self._folder = folder
        self._parts = list(parts)
        self._saved: Progress | None = None

    def poll(self) -> Progress:
        progress = self._saved or self._job.poll()
        if progress.outcome in _NOWHERE and not progress.finished:
            outcome = save(self._folder, {part.id: part.data for part in self._parts})
            done = len(self._parts) if outcome is Outcome.SAVED else 0
            progress = replace(progress, state=State.FOLDER, finished=done, outcome=outcome)
            self._saved = progress
        return progress

    def cancel(self) -> None:
        self._job.cancel()
