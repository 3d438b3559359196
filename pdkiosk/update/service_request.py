"""Hands a release over: from the program, which may change nothing, to a service that may.

The program writes into ``STATE/incoming`` (``submit_release``, ``submit``); the service, as
root, takes what lies there (``take_request``) and says how it went (``write_result``, read with
``last_result``). The service believes nothing of what the program's user has written: it follows
no link, opens regular files alone, and works on a copy in a folder of its own, which it checks
like a file from anywhere.
"""

from __future__ import annotations

import contextlib
import enum
import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from pdkiosk.places import write_whole
from pdkiosk.update.refusal import Reason, Refused, plain_errors

INCOMING = "incoming"
MOST_BYTES = 900_000_000
"""A release is some fifty million bytes; nobody may fill the disk with one."""

_NEW = ".new"
_LAST = "last"
_BLOCK = 1 << 20
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Request(enum.Enum):
    """What is asked of the service; each is the name of a file."""

    RELEASE = "release"
    BACK = "back"
    CONTENT_BACK = "content-back"


class Result(Struct, frozen=True):
    """How the last request went: a code of the log, and what tells this answer from others."""

    code: str
    stamp: int


# ---- the program's side ------------------------------------------------------------------


def submit_release(release: Path, state: Path) -> None:
    """Puts a release where the service finds it: whole, or not at all. Raises Refused."""
    folder = state / INCOMING
    beside = folder / _NEW
    with plain_errors(), _opened(release, _FILE) as source:
        size = _size(source)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        # Room for this copy, the one that the service makes, and what is unpacked from it.
        if shutil.disk_usage(folder).free < 2 * size:
            raise Refused(Reason.FULL)
        try:
            _copy(source, os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            beside.replace(folder / Request.RELEASE.value)
            _sync(folder)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def submit(request: Request, state: Path) -> None:
    """Asks the service to go back to a version before. Raises Refused."""
    with plain_errors():
        write_whole(state / INCOMING / request.value, b"")


def last_result(updates: Path) -> Result | None:
    """How the last request went; None before the first."""
    try:
        with (updates / _LAST).open("rb") as file:
            stamp = os.fstat(file.fileno()).st_mtime_ns
            words = file.read(200).decode("ascii", "replace").split()
    except OSError:
        return None
    return Result(words[1], stamp) if len(words) == 2 else None


# ---- the service's side ------------------------------------------------------------------


@contextlib.contextmanager
def take_request(state: Path, private: Path) -> Iterator[tuple[Request, Path] | None]:
    """One request, gone from where it lay, with its release in a folder of our own.

    ``private`` must be a folder that nobody else can write to. None: nothing was asked.
    Raises Refused when what lies there is no release that could be read.
    """
    work = private / "work"
    if work.exists():
        shutil.rmtree(work)  # of a run that was cut short
    work.mkdir(mode=0o700, parents=True)
    try:
        with plain_errors():
            request = _taken(state, work)
        yield None if request is None else (request, work / request.value)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_result(updates: Path, code: str) -> None:
    """Says how a request went, for the staff page. A failure to say it is none of the update."""
    with contextlib.suppress(OSError):
        write_whole(updates / _LAST, f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ} {code}\n".encode())
        (updates / _LAST).chmod(0o644)


def _taken(state: Path, work: Path) -> Request | None:
    with _opened(state) as parent:
        try:
            folder = os.open(INCOMING, _FOLDER, dir_fd=parent)
        except FileNotFoundError:
            return None
        except OSError:
            os.unlink(INCOMING, dir_fd=parent)  # a link, or a file: never from us
            raise
        try:
            for request in Request:
                with contextlib.suppress(FileNotFoundError):
                    _take_out(request, folder, work)
                    return request
        finally:
            os.close(folder)
    return None


def _take_out(request: Request, folder: int, work: Path) -> None:
    found = os.stat(request.value, dir_fd=folder, follow_symlinks=False)
    try:
        if not stat.S_ISREG(found.st_mode):
            raise Refused(Reason.UNREADABLE, "not a file")
        if request is not Request.RELEASE:
            return
        with _opened(request.value, _FILE, folder) as source:
            _size(source)
            mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            _copy(source, os.open(work / request.value, mode, 0o600))
    finally:
        if stat.S_ISDIR(found.st_mode):
            shutil.rmtree(request.value, dir_fd=folder)
        else:
            os.unlink(request.value, dir_fd=folder)


def _size(file: int) -> int:
    """The size of an open file. Raises Refused when it is none that we take."""
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        raise Refused(Reason.UNREADABLE, "not a file of its own")
    if found.st_size > MOST_BYTES:
        raise Refused(Reason.UNSAFE, "too much")
    return found.st_size


def _copy(source: int, target: int) -> None:
    """Copies an open file, which may grow meanwhile, and lets it reach the disk."""
    left = MOST_BYTES
    with os.fdopen(target, "wb") as writer:
        while block := os.read(source, _BLOCK):
            left -= len(block)
            if left < 0:
                raise Refused(Reason.UNSAFE, "too much")
            writer.write(block)
        writer.flush()
        os.fsync(target)


@contextlib.contextmanager
def _opened(path: Path | str, flags: int = _FOLDER, beside: int | None = None) -> Iterator[int]:
    handle = os.open(path, flags, dir_fd=beside)
    try:
        yield handle
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    with _opened(folder) as handle:
        os.fsync(handle)
