"""Saved works in a folder: made, found, opened, saved again, deleted.

A work is a folder ``PICTURE/NUMBER`` with a file for each generation that is kept: the newest
and the one before it. A save is written beside, synced, read back and opened, and only then
named as the next generation, which fails if that name is taken: so two kiosks can not
overwrite each other, without locks that somebody could leave behind.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from pdkiosk.vault import disk, seal
from pdkiosk.vault.calendar import Seen, date_of, day_of, read_seen
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.seal import STANDARD, Cost, Header, Key
from pdkiosk.vault.strength import judge
from pdkiosk.vault.tries import Tries
from pdkiosk.vault.trouble import Trouble, VaultError, of_system

_SEEN = "seen"
_PART = ".part"
_SAVE = re.compile(r"(\d{8})\.work", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_LAST = 99_999_999
_RANGES = (99, 999, 9_999)
"""Numbers are short while there is room."""
_TRIES_FOR_A_NUMBER = 60
_STALE = 86_400.0


class Work(Struct, frozen=True):
    """A saved work, by what everybody may know. Days are None where the file is damaged."""

    picture: str
    number: int
    saved: date | None = None
    deletion: date | None = None


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
                return _work(picture, number, header)
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
        with _system():
            self._ready()
            picture, number = self._claim()
        handle = Handle(self, key, picture, number)
        try:
            handle.save(data)
        except VaultError:
            # Nothing of this work is known to anybody yet.
            with contextlib.suppress(OSError):
                _clear(self.place(picture, number))
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
            with _system():
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
            if name.endswith(_PART) and now - disk.changed(folder / name) > _STALE:
                disk.remove(folder / name)
        try:
            newest = self.saves(folder)[0]
        except VaultError:
            # Claimed for a work that was never saved (the kiosk was killed).
            if now - disk.changed(folder) > _STALE:
                disk.remove_folder(folder)
            return False
        deletion = self.find(picture, number).deletion
        if deletion is None:
            deletion = date_of(day_of(disk.changed(newest)) + self._days)
        if date_of(today) < deletion:
            return False
        _clear(folder)
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

    def _seen(self) -> Seen:
        try:
            return read_seen(disk.read(self.folder / _SEEN, 64)[0])
        except OSError:
            return Seen()

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
        with _system():
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


class Handle:
    """A work that is open here: saves it again without asking for the words."""

    def __init__(
        self,
        shelf: Shelf,
        key: Key,
        picture: str,
        number: int,
        header: Header | None = None,
        good: Path | None = None,
        newest: bytes | None = None,
    ) -> None:
        """``good`` is the save that was opened; ``newest`` the header of the newest one."""
        self.key = key
        self.work = Work(picture, number) if header is None else _work(picture, number, header)
        self._shelf = shelf
        self._folder = shelf.place(picture, number)
        self._good = good
        # Headers of saves that this handle knows: what it opened, and what it wrote since its
        # last confirmed save (an error after the renaming leaves a save that is ours).
        self._ours = set[bytes]() if newest is None else {newest}
        self._lock = threading.Lock()

    def save(self, data: bytes) -> None:
        """Saves; when this returns, the save is on the medium and was read back."""
        with self._lock, _system():
            self._save(data)

    def _save(self, data: bytes) -> None:
        base = self._base()
        generation = 1 if base is None else int(base.stem) + 1
        if generation > _LAST:
            raise VaultError(Trouble.FULL)
        saved, deletion = self._shelf.days()
        file = seal.seal(data, self.key, saved=saved, deletion=deletion, generation=generation)
        start = file[: seal.HEADER]
        part = self._folder / (os.urandom(8).hex() + _PART)
        path = self._folder / f"{generation:08}.work"
        try:
            disk.write(part, file)
            if not _proved(part, data, self.key):
                raise VaultError(Trouble.FAULT)
            self._ours.add(start)
            disk.publish(part, path)
        except FileExistsError:
            if _start(path) != start:
                _drop(part)
                raise VaultError(Trouble.CHANGED_ELSEWHERE) from None
        except (OSError, VaultError):
            _drop(part)
            raise
        self._look_again(base, path, start)
        disk.settle(self._folder)
        self._tidy(path)
        self._good = path
        self._ours = {start}
        self.work = Work(self.work.picture, self.work.number, date_of(saved), date_of(deletion))

    def _base(self) -> Path | None:
        """The newest save, which must be one that we know; None before the first."""
        if not self._ours:
            return None
        newest = self._shelf.saves(self._folder)[0]
        if _start(newest) not in self._ours:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        return newest

    def _look_again(self, base: Path | None, path: Path, start: bytes) -> None:
        """Whether somebody saved or deleted the work between our look and our renaming."""
        names = generations(self._folder)
        if names[-1:] != [path.name] or _start(path) != start:
            raise VaultError(Trouble.CHANGED_ELSEWHERE)
        if base is not None and base.name not in names:
            _drop(path)
            raise VaultError(Trouble.GONE)

    def _tidy(self, path: Path) -> None:
        """Removes older saves, and what a kiosk that was killed left beside them.

        Never a newer one: another kiosk may have saved since.
        """
        with contextlib.suppress(OSError):
            now = disk.changed(path)
            for name in disk.names(self._folder):
                other = self._folder / name
                old = _SAVE.fullmatch(name) and name < path.name and other != self._good
                left = name.endswith(_PART) and now - disk.changed(other) > _STALE
                if old or left:
                    disk.remove(other)

    def delete(self) -> None:
        """Deletes the work, with every save of it."""
        with self._lock, _system():
            self._shelf.saves(self._folder)[0]
            _clear(self._folder)


def generations(folder: Path) -> list[str]:
    """The names of the saves in a work's folder, oldest first."""
    return sorted(name for name in disk.names(folder) if _SAVE.fullmatch(name))


def _work(picture: str, number: int, header: Header) -> Work:
    return Work(picture, number, date_of(header.saved), date_of(header.deletion))


def _proved(part: Path, data: bytes, key: Key) -> bool:
    """Whether what lies on the medium opens to what was to be saved."""
    try:
        return seal.unseal(disk.read_again(part, seal.LARGEST), key) == data
    except VaultError:
        return False


def _start(path: Path) -> bytes:
    try:
        return disk.read(path, seal.HEADER)[0]
    except FileNotFoundError:
        return b""


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):
        disk.remove(path)


def _clear(folder: Path) -> None:
    """Removes a work's folder. The salts go first: without them no words give the key."""
    for _ in range(3):
        for name in disk.names(folder):
            if _SAVE.fullmatch(name):
                with contextlib.suppress(OSError):
                    disk.shred(folder / name, seal.HEADER)
            disk.remove(folder / name)
        # Another kiosk may have saved meanwhile; and NFS keeps what is open as a file of its
        # own. Without a save in it, what is left of the folder is nobody's; a sweep takes it.
        with contextlib.suppress(OSError):
            disk.remove_folder(folder)
            return
    if generations(folder):
        raise VaultError(Trouble.FAULT)


@contextlib.contextmanager
def _system() -> Iterator[None]:
    """Errors of the system as ours."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
