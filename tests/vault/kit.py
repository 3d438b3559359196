"""Helpers for the vault tests: cheap keys, words, a place, and a search for plaintext."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pdkiosk.vault.handle import Handle
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.saves import Work
from pdkiosk.vault.seal import Cost
from pdkiosk.vault.shelf import Shelf
from pdkiosk.vault.trouble import Trouble, VaultError

CHEAP = Cost(memory=64, passes=1, lanes=1)
WORDS = "locura odisea obeso simio tilde ahorro"
MARK = "Ximena Quetzalcóatl 987654321"
START = 1_795_000_000.0


class Clock:
    """A clock that the test turns."""

    def __init__(self, now: float = START) -> None:
        self.now = now
        self.set_back = 0.0

    def __call__(self) -> float:
        return self.now

    def boot(self) -> float:
        """The other clock, that nobody sets."""
        return self.now - START + self.set_back + 1_000

    def set(self, now: float) -> None:
        """Somebody sets the clock on the wall; the other one knows nothing of it."""
        self.set_back += self.now - now
        self.now = now

    def pass_days(self, days: float) -> None:
        self.now += days * 86_400


class Stopwatch:
    """Seconds since it was made; on a busy machine, those that this process worked itself."""

    def __init__(self) -> None:
        self._start = (time.perf_counter(), time.process_time())

    def seconds(self) -> float:
        passed = time.perf_counter() - self._start[0]
        worked = time.process_time() - self._start[1]
        # What others do at the same time says nothing about a kiosk.
        if sys.platform == "win32":  # which tells no load
            return worked
        return worked if os.getloadavg()[0] > (os.cpu_count() or 1) else passed


def is_empty(shelf: Shelf) -> bool:
    """Whether nothing can be opened there."""
    return not any(map(shelf.numbers, PICTURES))


def cheap_shelf(folder: Path, clock: Clock | None = None, days: int = 60) -> Shelf:
    clock = clock or Clock()
    return Shelf(folder, days, clock=clock, boot=clock.boot, make=True, cost=CHEAP)


def content(number: int) -> bytes:
    """The work at its n-th save: what must not be found on a disk, and over a page long."""
    return f"{number} {MARK} ".encode() + MARK.encode("utf-16-le") * 100


def number_in(data: bytes) -> int:
    number = int(data.split(b" ", 1)[0])
    assert data == content(number)
    return number


def opened(folder: Path, work: Work) -> int:
    """The number of the save that opens, as by another kiosk."""
    return number_in(cheap_shelf(folder).open(work, WORDS).data)


def plaintext_under(folder: Path) -> list[Path]:
    """The files that hold, in some encoding, what the person wrote."""
    return [path for path, data in _files(folder) if holds_mark(data)]


def holds_mark(data: bytes) -> bool:
    parts = (MARK, MARK.split(maxsplit=1)[0], MARK.rsplit(maxsplit=1)[-1], *WORDS.split())
    return any(
        part.encode(encoding) in data
        for part in parts
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, os.fsencode(path.name) + path.read_bytes()


def new_work(folder: Path) -> Handle:
    """A work with content(0) and content(1) saved."""
    handle = cheap_shelf(folder).create(WORDS, content(0))
    handle.save(content(1))
    return handle


def trouble_of(what: Callable[..., Any], *args: Any) -> Trouble:
    """The trouble that a call raises."""
    with pytest.raises(VaultError) as refusal:
        what(*args)
    return refusal.value.trouble


def saves(folder: Path, work: Work) -> list[Path]:
    """The files of the saves of a work, oldest first."""
    return sorted((folder / work.picture / str(work.number)).glob("*.work"))
