"""Saved works in a folder: creating, finding, opening and deleting them.

A work is a folder ``PICTURE/NUMBER`` with one file for each kept generation: the newest and the one
before it. A save is first written under a temporary name, synced, read back and decrypted, and only
then renamed to the next generation, which fails if that name is taken. So two kiosks cannot
overwrite each other's saves, without locks that could be left behind.
"""

from __future__ import annotations

import contextlib
import errno
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from pdkiosk.clock import boot_seconds
from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk, seal
from pdkiosk.vault.clock_trust import SeenDays, date_of, day_of, read_seen_days
from pdkiosk.vault.handle import Handle
from pdkiosk.vault.pictures import PICTURES
from pdkiosk.vault.saves import PART, STALE, Work, WorkFolder, named, system_errors
from pdkiosk.vault.seal import STANDARD, Cost, Key
from pdkiosk.vault.strength import judge
from pdkiosk.vault.tries import Tries
from pdkiosk.vault.trouble import Trouble, VaultError
from pdkiosk.vault.words import WORDS

_SEEN = "seen"
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_RANGES = (99, 999, 9_999)
"""Numbers are kept short while short ones are free."""
_TRIES_FOR_A_NUMBER = 60
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}
"""Nothing has this name, or something that is not ours: a file or a link."""


class Opened(Struct, frozen=True):
    """An opened work. ``older``: its newest save was damaged, this is the one before it."""

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
        boot: Callable[[], float] = boot_seconds,
        make: bool = False,
        device: int | None = None,
        cost: Cost = STANDARD,
    ) -> None:
        """``boot`` is the clock for waits.

        ``cost`` is only for tests: the key derivation cost of new works.
        """
        self.folder = folder
        self._days = days
        self._clock = clock
        self._make = make
        self._device = device
        self._cost = cost
        self._tries = Tries(clock, boot)

    # Listing

    def numbers(self, picture: str) -> list[int]:
        """The numbers in use with a picture.

        Raises VaultError if the place cannot be read, or is an administrator's without any work: a
        server that is not mounted leaves an empty folder.
        """
        with system_errors():
            try:
                with self._root() as root:
                    if not self._make and _is_bare(root):
                        raise VaultError(Trouble.NO_PLACE)
                    return _numbers(root, picture)
            except PermissionError as error:  # "cannot be written to" would mislead
                raise VaultError(Trouble.NO_PLACE, errno=error.errno) from None
            except FileNotFoundError:
                if not self._make:
                    raise
            if self._device is not None:  # a stick on which nothing was saved, if it is still there
                Folder(self.folder.parent, device=self._device).close()
        return []

    def find(self, picture: str, number: int) -> Work:
        """A work with its days; raises GONE if it does not exist."""
        with self.work_folder(picture, number) as place:
            return _found(place, picture, number)

    def deletion_day(self) -> date:
        """The day on which a work saved today is deleted."""
        return date_of(self._deletion())

    # Creating and opening

    def create(
        self, passphrase: str, data: bytes, known: Iterable[str] = (), *, drawn: bool = False
    ) -> Handle:
        """Saves a new work. ``known``: what others may know, as for ``strength.judge``.

        ``drawn``: the words were drawn at random by ``words.propose``, so nothing that others know
        makes them easier to guess.
        """
        drawn = drawn and len(passphrase.split()) >= WORDS
        if not drawn and not judge(passphrase, known).enough:
            raise VaultError(Trouble.TOO_WEAK)
        return self._create(seal.derive(passphrase, seal.new_salt(), self._cost), data)

    def create_like(self, handle: Handle, data: bytes) -> Handle:
        """Saves a new work that opens with the words of another work, which stays as it is."""
        return self._create(handle.key, data)

    def _create(self, key: Key, data: bytes) -> Handle:
        if len(data) > seal.MOST_DATA:
            raise VaultError(Trouble.TOO_BIG)
        with system_errors():
            self._ready()
            with self._root() as root:
                picture, number = _claim(root)
        handle = Handle(self, key, picture, number)
        try:
            handle.save(data)
        except VaultError:
            # Nobody knows of this work yet, so it can simply be removed.
            with contextlib.suppress(VaultError), self.work_folder(picture, number) as place:
                place.clear()
            raise
        return handle

    def open(self, work: Work, passphrase: str) -> Opened:
        """Opens a work; raises WRONG_OR_DAMAGED, TOO_MANY_TRIES, GONE, NEWER_FORMAT, ..."""
        named = (work.picture, work.number)
        with self.work_folder(*named) as place:
            wait = self._tries.wait(named, place.folder)
            if wait > 0:
                raise VaultError(Trouble.TOO_MANY_TRIES, wait=wait)
            try:
                opened = self._opened(place, work, passphrase)
            except FileNotFoundError:
                # Another kiosk saved twice since we listed the saves: look again for its newest
                # save.
                opened = self._opened(place, work, passphrase)
            if isinstance(opened, Trouble):
                self._tries.failed(named, place.folder)
                raise VaultError(opened)
            self._tries.forget(named, place.folder)
            return opened

    def _opened(self, place: WorkFolder, work: Work, passphrase: str) -> Opened | Trouble:
        """The newest save that these words open, or the reason why none does. Raises OSError."""
        keys: dict[tuple[bytes, Cost], Key] = {}
        error: OSError | None = None
        newest: bytes | None = None
        newer = set[str]()
        saves = place.saves()[:2]
        for name in saves:
            try:
                file, size = place.folder.read(name, seal.LARGEST)
            except FileNotFoundError:
                raise
            except OSError as problem:
                error = problem
                continue
            newest = file[: seal.HEADER] if newest is None else newest
            if seal.is_newer(file):
                newer.add(name)
            # A wrong version byte in an otherwise valid file is just one damaged byte.
            file = seal.as_this_version(file)
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
            newer.discard(name)
            handle = Handle(
                self,
                keys[which],
                work.picture,
                work.number,
                header,
                name,
                newest,
                frozenset(newer),
            )
            return Opened(data, handle, older=name != saves[0])
        if error is not None:
            raise error
        return Trouble.NEWER_FORMAT if newer == set(saves) else Trouble.WRONG_OR_DAMAGED

    # Deleting

    def delete(self, work: Work, passphrase: str) -> None:
        """Deletes a work for someone who has its words."""
        self.open(work, passphrase).handle.delete()

    def sweep(self) -> int:
        """Deletes expired works, if the clock can be trusted; returns how many."""
        now = self._clock()
        today = day_of(now)
        gone = 0
        with contextlib.suppress(OSError), self._root() as root:
            seen = _seen(root).with_day(today)
            disk.note(root, _SEEN, seen.written())
            if not seen.believes(today):
                return 0
            for picture in PICTURES:
                with contextlib.suppress(OSError), root.folder(picture) as above:
                    for number in _numbers(root, picture):
                        with (
                            contextlib.suppress(OSError, VaultError),
                            above.folder(str(number)) as folder,
                        ):
                            place = WorkFolder(above, folder)
                            gone += self._sweep(place, picture, number, today, now)
        return gone

    def _sweep(self, place: WorkFolder, picture: str, number: int, today: int, now: float) -> bool:
        folder = place.folder
        for name in folder.names():
            if name.endswith(PART) and now - disk.changed(folder, name) > STALE:
                disk.remove(folder, name)
        try:
            newest = place.saves()[0]
        except VaultError:
            # A folder claimed for a work that was never saved (the kiosk was killed).
            if now - disk.changed(place.above, place.name) > STALE:
                disk.remove_folder(place.above, place.name)
            return False
        deletion = _found(place, picture, number).deletion
        if deletion is None:
            deletion = date_of(day_of(disk.changed(folder, newest)) + self._days)
        if date_of(today) < deletion:
            return False
        place.clear()
        return True

    # Internals

    def days(self) -> tuple[int, int]:
        """Today and the day of deletion, for the header of a save."""
        return day_of(self._clock()), self._deletion()

    def _deletion(self) -> int:
        today = day_of(self._clock())
        believed = 0
        with contextlib.suppress(OSError), self._root() as root:
            believed = _seen(root).believed or 0
        # If the clock has fallen back to 1970, the work must not be deleted once it is right again.
        return min(max(today, believed) + self._days, seal.LAST_DAY)

    def _root(self) -> Folder:
        """Opens the folder of the shelf.

        Raises OSError, also if it is on a different device by now.

        The administrator's folder may be a link; on a stick, anyone could have put a link.
        """
        return Folder(self.folder, follow=self._device is None, device=self._device)

    def _ready(self) -> None:
        if not self._make or self.folder.exists():
            return
        if self._device is None:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with Folder(self.folder.parent, follow=True) as above:
                disk.settle(above)
            return
        # Do not create a removed stick's folder on the disk.
        with (
            Folder(self.folder.parent, device=self._device) as above,
            contextlib.suppress(FileExistsError),
        ):
            disk.make_folder(above, self.folder.name)

    @contextlib.contextmanager
    def work_folder(self, picture: str, number: int) -> Iterator[WorkFolder]:
        """The open folder of a work; validates picture and number, so they cannot lead elsewhere.

        Raises GONE, or NO_PLACE if the shelf itself is missing or empty: then the disk or the
        server is missing.
        """
        if picture not in PICTURES or not 1 <= number <= _RANGES[-1]:
            raise VaultError(Trouble.GONE)
        with system_errors(), contextlib.ExitStack() as stack:
            root = stack.enter_context(self._root())
            try:
                above = stack.enter_context(root.folder(picture))
                folder = stack.enter_context(above.folder(str(number)))
            except FileNotFoundError:
                raise VaultError(Trouble.NO_PLACE if _is_bare(root) else Trouble.GONE) from None
            yield WorkFolder(above, folder)


def _is_bare(root: Folder) -> bool:
    return not any(name in PICTURES for name in root.names())


def _numbers(root: Folder, picture: str) -> list[int]:
    """The numbers in use with a picture; none if there is no such folder. Raises OSError."""
    if picture not in PICTURES:
        return []
    try:
        above = root.folder(picture)
    except OSError as error:
        if error.errno in _NO_FOLDER:
            return []
        raise
    with above:
        return sorted(int(name) for name in above.names() if _NUMBER.fullmatch(name))


def _found(place: WorkFolder, picture: str, number: int) -> Work:
    for name in place.saves()[:2]:
        with contextlib.suppress(OSError, VaultError):
            header = seal.read_header(*place.folder.read(name, seal.HEADER))
            return named(picture, number, header)
    return Work(picture, number)


def _seen(root: Folder) -> SeenDays:
    try:
        return read_seen_days(root.read(_SEEN, 64)[0])
    except OSError:
        return SeenDays()


def _claim(root: Folder) -> tuple[str, int]:
    """Claims an unused picture and number by creating their folder."""
    error: OSError | None = None
    for last in _RANGES:
        for _ in range(_TRIES_FOR_A_NUMBER):
            picture, number = secrets.choice(PICTURES), 1 + secrets.randbelow(last)
            with contextlib.suppress(FileExistsError):
                disk.make_folder(root, picture)
            try:
                above = root.folder(picture)
            except OSError as problem:  # something else has this name: a link or a file
                error = problem
                continue
            with above, contextlib.suppress(FileExistsError):
                disk.make_folder(above, str(number))
                return picture, number
    if error is not None:
        raise error
    raise VaultError(Trouble.FULL)
