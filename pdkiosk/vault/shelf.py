"""Saved works in a folder: made, found, opened, saved again, deleted.

A work is a folder ``PICTURE/NUMBER`` with a file for each generation that is kept: the newest
and the one before it. A save is written beside, synced, read back and opened, and only then
named as the next generation, which fails if that name is taken: so two kiosks cannot
overwrite each other, without locks that somebody could leave behind.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from pdkiosk.vault import disk, seal
from pdkiosk.vault.clock_trust import SeenDays, date_of, day_of, read_seen_days
from pdkiosk.vault.handle import Handle
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.saves import PART, STALE, Work, clear, generations, named, system_errors
from pdkiosk.vault.seal import STANDARD, Cost, Key
from pdkiosk.vault.strength import judge
from pdkiosk.vault.tries import Tries
from pdkiosk.vault.trouble import Trouble, VaultError, of_system

_SEEN = "seen"
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_RANGES = (99, 999, 9_999)
"""Numbers are short while there is room."""
_TRIES_FOR_A_NUMBER = 60


class Opened(Struct, frozen=True):
    """A work that was opened. ``older``: its newest save was damaged, this is the one before."""

    data: bytes
    handle: Handle
    older: bool

    def __repr__(self) -> str:
        return "Opened()"


class Shelf:
    """One place for saved works."""

    def __init__(
        self,
        folder: Path,
        days: int,
        *,
        clock: Callable[[], float] = time.time,
        make: bool = False,
        device: int | None = None,
        cost: Cost = STANDARD,
    ) -> None:
        """``cost`` is for tests alone: what new works ask of who guesses words."""
        self.folder = folder
        self._days = days
        self._clock = clock
        self._make = make
        self._device = device
        self._cost = cost
        self._tries = Tries()

    # What is there

    def empty(self) -> bool:
        """Whether nothing can be opened here, or the place is not there."""
        return not any(self.numbers(picture) for picture in PICTURES)

    def numbers(self, picture: str) -> list[int]:
        """The numbers in use with a picture."""
        try:
            names = disk.names(self.folder / picture)
        except OSError:
            return []
        return sorted(int(name) for name in names if _NUMBER.fullmatch(name))

    def find(self, picture: str, number: int) -> Work:
        """A work with its days; raises GONE if it is not there."""
        folder = self.place(picture, number)
        for path in self.saves(folder)[:2]:
            with contextlib.suppress(OSError, VaultError):
                header = seal.read_header(*disk.read(path, seal.HEADER))
                return named(picture, number, header)
        return Work(picture, number)

    def works(self, picture: str | None = None) -> list[Work]:
        """All works, or those with a picture. Reads a header for each: slow for thousands."""
        found = []
        for each in PICTURES if picture is None else (picture,):
            for number in self.numbers(each):
                with contextlib.suppress(VaultError):
                    found.append(self.find(each, number))
        return found

    def deletion_day(self) -> date:
        """The day on which a work saved today is deleted."""
        return date_of(self._deletion())

    # Making and opening

    def create(self, passphrase: str, data: bytes, known: Iterable[str] = ()) -> Handle:
        """Saves a new work. ``known``: what others can know, as for ``strength.judge``."""
        if not judge(passphrase, known).enough:
            raise VaultError(Trouble.TOO_WEAK)
        return self._create(seal.derive(passphrase, seal.new_salt(), self._cost), data)

    def create_like(self, handle: Handle, data: bytes) -> Handle:
        """Saves a new work that the words of another open; the other stays as it is."""
        return self._create(handle.key, data)

    def _create(self, key: Key, data: bytes) -> Handle:
        if len(data) > seal.MOST_DATA:
            raise VaultError(Trouble.TOO_BIG)
        with system_errors():
            self._ready()
            picture, number = self._claim()
        handle = Handle(self, key, picture, number)
        try:
            handle.save(data)
        except VaultError:
            # Nothing of this work is known to anybody yet.
            with contextlib.suppress(OSError):
                clear(self.place(picture, number))
            raise
        return handle

    def open(self, work: Work, passphrase: str) -> Opened:
        """Opens a work; raises WRONG_OR_DAMAGED, TOO_MANY_TRIES, GONE, NEWER_FORMAT, ..."""
        folder = self.place(work.picture, work.number)
        now = self._clock()
        wait = self._tries.wait(folder, now)
        if wait > 0:
            raise VaultError(Trouble.TOO_MANY_TRIES, wait=wait)
        saves = self.saves(folder)
        try:
            opened = self._opened(work, saves, passphrase)
        except FileNotFoundError:
            # Another kiosk saved twice since we looked: its newest save is there by now.
            with system_errors():
                opened = self._opened(work, self.saves(folder), passphrase)
        if opened is None:
            self._tries.failed(folder, now)
            raise VaultError(Trouble.WRONG_OR_DAMAGED)
        self._tries.forget(folder)
        return opened

    def _opened(self, work: Work, saves: list[Path], passphrase: str) -> Opened | None:
        keys: dict[tuple[bytes, Cost], Key] = {}
        error: OSError | None = None
        newest: bytes | None = None
        for path in saves[:2]:
            try:
                file, size = disk.read(path, seal.LARGEST)
            except FileNotFoundError:
                raise
            except OSError as problem:
                error = problem
                continue
            newest = file[: seal.HEADER] if newest is None else newest
            try:
                header = seal.read_header(file, size)
                which = (header.salt, header.cost)
                if which not in keys:
                    keys[which] = seal.derive(passphrase, *which)
                data = seal.unseal(file, keys[which])
            except VaultError as problem:
                if problem.trouble is Trouble.WRONG_OR_DAMAGED:
                    continue
                raise
            handle = Handle(self, keys[which], work.picture, work.number, header, path, newest)
            return Opened(data, handle, older=path != saves[0])
        if error is not None:
            raise of_system(error) from None
        return None

    # Forgetting

    def delete(self, work: Work, passphrase: str) -> None:
        """Deletes a work for who has its words."""
        self.open(work, passphrase).handle.delete()

    def sweep(self) -> int:
        """Deletes what is past its day, if the clock can be believed; says how many."""
        now = self._clock()
        today = day_of(now)
        try:
            self._guard()
            seen = self._seen().with_day(today)
            disk.note(self.folder / _SEEN, seen.written())
        except (OSError, VaultError):
            return 0
        if not seen.believes(today):
            return 0
        gone = 0
        for picture in PICTURES:
            for number in self.numbers(picture):
                with contextlib.suppress(OSError, VaultError):
                    gone += self._sweep(picture, number, today, now)
        return gone

    def _sweep(self, picture: str, number: int, today: int, now: float) -> bool:
        folder = self.place(picture, number)
        for name in disk.names(folder):
            if name.endswith(PART) and now - disk.changed(folder / name) > STALE:
                disk.remove(folder / name)
        try:
            newest = self.saves(folder)[0]
        except VaultError:
            # Claimed for a work that was never saved (the kiosk was killed).
            if now - disk.changed(folder) > STALE:
                disk.remove_folder(folder)
            return False
        deletion = self.find(picture, number).deletion
        if deletion is None:
            deletion = date_of(day_of(disk.changed(newest)) + self._days)
        if date_of(today) < deletion:
            return False
        clear(folder)
        return True

    # Inside

    def place(self, picture: str, number: int) -> Path:
        """The folder of a work; a picture and number from anywhere lead to no other place."""
        if picture not in PICTURES or not 1 <= number <= _RANGES[-1]:
            raise VaultError(Trouble.GONE)
        return self.folder / picture / str(number)

    def days(self) -> tuple[int, int]:
        """Today and the day of deletion, for a header."""
        return day_of(self._clock()), self._deletion()

    def _deletion(self) -> int:
        today = day_of(self._clock())
        # A clock that fell back to 1970 must not have the work deleted once it is right again.
        return min(max(today, self._seen().believed or 0) + self._days, seal.LAST_DAY)

    def _seen(self) -> SeenDays:
        try:
            return read_seen_days(disk.read(self.folder / _SEEN, 64)[0])
        except OSError:
            return SeenDays()

    def _ready(self) -> None:
        if self._make and not self.folder.exists():
            # A stick that was taken away must not become a folder on the disk.
            if self._device is not None and disk.device(self.folder.parent) != self._device:
                raise VaultError(Trouble.NO_PLACE)
            self.folder.mkdir(mode=0o700, parents=self._device is None, exist_ok=True)
            disk.settle(self.folder.parent)
        self._guard()

    def _guard(self) -> None:
        if self._device is not None and disk.device(self.folder) != self._device:
            raise VaultError(Trouble.NO_PLACE)

    def _claim(self) -> tuple[str, int]:
        """A picture and number that nobody has; making their folder is what claims them."""
        for last in _RANGES:
            for _ in range(_TRIES_FOR_A_NUMBER):
                picture, number = secrets.choice(PICTURES), 1 + secrets.randbelow(last)
                folder = self.place(picture, number)
                try:
                    disk.make_folder(folder)
                except FileExistsError:
                    continue
                except FileNotFoundError:
                    with contextlib.suppress(FileExistsError):
                        disk.make_folder(folder.parent)
                    with contextlib.suppress(FileExistsError):
                        disk.make_folder(folder)
                        return picture, number
                    continue
                return picture, number
        raise VaultError(Trouble.FULL)

    def saves(self, folder: Path) -> list[Path]:
        """The saves of a work, newest first; raises GONE or NO_PLACE when there is none."""
        with system_errors():
            self._guard()
            try:
                found = generations(folder)
            except FileNotFoundError:
                # Where the shelf itself is missing or bare, the disk or server is.
                found = []
                if not any(name in PICTURES for name in disk.names(self.folder)):
                    raise VaultError(Trouble.NO_PLACE) from None
        if not found:
            raise VaultError(Trouble.GONE)
        return [folder / name for name in reversed(found)]
