"""Saves pages as files if there is no printer and the command line names a folder.

The folder is shared by everyone who uses the machine, perhaps by other programs. So each printing
gets its own new folder below it, readable only by its owner, with a name to find it by; nothing is
ever replaced, no link is followed, and a folder with its final name is complete.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from pdkiosk.background import Job as Work
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job, Printable, Printer, Progress
from pdkiosk.printing.state import State
from pdkiosk.safe_files import Folder

# Outcomes after which no page has left this program.
_NOWHERE = (Outcome.NO_PRINTER, Outcome.NO_SERVICE)

# Words that are the same in Spanish and English, easy to say and to write down.
_WORDS = (
    "ALFA", "BRAVO", "DELTA", "KILO", "LIMA", "METRO", "NOVA", "OMEGA", "RADIO", "SIERRA",
    "TANGO", "ZETA",
)  # fmt: skip
_NAME = re.compile(r"papers-[A-Z]+-[0-9]{3}")
_PART = re.compile(r"\.papers-[0-9a-f]{16}\.part")  # prefix of a folder that is still being written
_TRIES = 100
_STALE_SECONDS = 3600.0  # seconds; an older part was left by a crash, not by another program
_AT_ONCE = 0.1  # seconds that a poll waits, so that no progress flashes up on a fast disk
_CLEAR_SECONDS = 2.0


def save(folder: Path, pages: Mapping[str, bytes]) -> str:
    """Writes PDFs (name without ending -> bytes) into a new folder below; returns its name.

    Raises OSError and leaves no file behind.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Folder(folder, follow=True) as place:
        _sweep(place)
        with _part(place) as part:
            for name, data in pages.items():
                _write(part, f"{name}.pdf", data)
            part.sync()
            name = _moved(place, part.path.name)
        place.sync()
        return name


def add(folder: Path, files: Mapping[str, bytes], reserved: Sequence[str] = ()) -> list[Path]:
    """Writes files (by name) into a folder, all or none; creates the folder if it is missing.

    Raises OSError; FileExistsError if one of the names, or of those ``reserved``, is taken, since
    existing files may be another person's.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Folder(folder, follow=True) as place:
        there = set(place.names())
        if taken := [name for name in dict.fromkeys([*files, *reserved]) if name in there]:
            raise FileExistsError(17, f"{taken[0]} is there already, and nothing is replaced")
        ours: list[str] = []
        try:
            with _part(place) as part:
                for name, data in files.items():
                    _write(part, name, data)
                for name in files:
                    os.close(place.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
                    ours.append(name)
                    part.replace(name, name, place)  # the empty files created by us
            place.sync()
        except BaseException:
            for name in ours:
                with contextlib.suppress(OSError):
                    place.remove(name)
            raise
        return [folder / name for name in files]


def saved(folder: Path) -> list[tuple[str, float]]:
    """The folders of papers that still exist: name and time (seconds), the oldest first.

    Includes partial folders left by a crash. Raises OSError.
    """
    found = []
    with Folder(folder, follow=True) as place:
        for name in place.names():
            if _NAME.fullmatch(name) or _PART.fullmatch(name):
                with contextlib.suppress(OSError):  # just removed
                    found.append((name, place.state(name).st_mtime))
    return sorted(found, key=lambda each: each[1])


@contextlib.contextmanager
def _part(place: Folder) -> Iterator[Folder]:
    """A new hidden folder to write into; whatever remains in it at the end is deleted."""
    name = f".papers-{os.urandom(8).hex()}.part"
    place.make_folder(name)
    try:
        with place.folder(name) as part:
            yield part
    finally:
        with contextlib.suppress(OSError):
            place.remove_tree(name)


def _write(folder: Folder, name: str, data: bytes) -> None:
    handle = folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with os.fdopen(handle, "wb") as writable:
        writable.write(data)
        writable.flush()
        os.fsync(writable.fileno())


def _moved(place: Folder, part: str) -> str:
    for _ in range(_TRIES):
        name = f"papers-{secrets.choice(_WORDS)}-{secrets.randbelow(900) + 100}"
        try:
            if place.handle() is not None:
                place.make_folder(name)  # ours and empty: the only folder that may be replaced
        except FileExistsError:
            continue
        try:
            place.replace(part, name)
        except OSError:
            if place.handle() is None and name in place.names():
                continue  # Windows never replaces a folder
            with contextlib.suppress(OSError):
                place.remove_folder(name)
            raise
        return name
    raise FileExistsError(17, "no name for a new folder is free", str(place.path))


def _sweep(place: Folder) -> None:
    """Removes what a crash left half written."""
    for name in place.names():
        with contextlib.suppress(OSError):
            if _PART.fullmatch(name) and time.time() - place.state(name).st_mtime > _STALE_SECONDS:
                place.remove_tree(name)


class FolderInstead:
    """A printer, or a folder if there is no printer."""

    def __init__(self, printer: Printer, folder: Path) -> None:
        self._printer = printer
        self._folder = folder
        self._job: _OrSave | None = None

    def look(self) -> State:
        """The state of the printer, or that there is a folder instead."""
        state = self._printer.look()
        return State.FOLDER if state in (State.NO_PRINTER, State.NO_SERVICE) else state

    def start(self, parts: Sequence[Printable]) -> Job:
        """Prints, or saves if it turns out that there is no printer."""
        self._job = _OrSave(self._printer.start(parts), self._folder, parts)
        return self._job

    def clear(self) -> bool:
        """Removes what the printer has not printed yet; saved files stay."""
        whole = self._job is None or self._job.wait(_CLEAR_SECONDS)
        self._job = None
        return self._printer.clear() and whole


class _OrSave:
    def __init__(self, job: Job, folder: Path, parts: Sequence[Printable]) -> None:
        self._job = job
        self._folder = folder
        self._pages = {part.id: part.data for part in parts}
        self._progress: Progress | None = None
        self._saving: Work[str] | None = None

    def poll(self) -> Progress:
        if self._progress is not None:
            return self._progress
        progress = self._job.poll()
        if progress.outcome not in _NOWHERE or progress.finished:
            return progress
        if self._saving is None:
            self._saving = Work(lambda: save(self._folder, self._pages))
            self._saving.wait(_AT_ONCE)
        if not self._saving.done:
            return replace(progress, state=State.FOLDER, outcome=None)
        try:
            name, outcome = self._saving.result(), Outcome.SAVED
        except OSError:
            name, outcome = "", Outcome.NOT_SAVED
        self._progress = replace(
            progress,
            state=State.FOLDER,
            finished=len(self._pages) if name else 0,
            outcome=outcome,
            saved_as=name,
        )
        self._pages = {}
        return self._progress

    def cancel(self) -> None:
        self._job.cancel()

    def wait(self, seconds: float) -> bool:
        """Waits for files being saved; returns whether all are finished."""
        return self._saving is None or self._saving.wait(seconds)
