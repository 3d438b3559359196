"""Hands a release over from the program, which may not install it, to a service that may.

The program writes into ``STATE/incoming`` (``submit_release``, ``submit``); the service, as root,
takes what is there (``take_request``) and says how it went (``write_result``, read with
``last_result``). The service does not trust anything that the program's user has written: it
follows no links, opens only regular files, and works on a copy in its own folder, which it checks
like any other release file.
"""

from __future__ import annotations

import contextlib
import enum
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from pdkiosk.places import write_whole
from pdkiosk.safe_files import Folder, closing, open_file, read_handle
from pdkiosk.update.refusal import Reason, Refused, plain_errors
from pdkiosk.update.release import MOST_BYTES

INCOMING = "incoming"
_NEW = ".new"
_LAST = "last"
_BLOCK = 1 << 20


class Request(enum.Enum):
    """The requests to the service; each is the name of a file."""

    RELEASE = "release"
    BACK = "back"
    CONTENT_BACK = "content-back"


class Result(Struct, frozen=True):
    """The result of the last request.

    A log code, and an id that distinguishes it from other results.
    """

    code: str
    stamp: int


# ---- the program's side ------------------------------------------------------------------


def submit_release(release: Path, state: Path) -> None:
    """Puts a release where the service finds it, completely or not at all. Raises Refused."""
    folder = state / INCOMING
    beside = folder / _NEW
    with plain_errors(), closing(open_file(release, single=True)) as source:
        size = _size(source)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(".*"):  # left by an interrupted run
            left.unlink()
        # Space for this copy, the service's copy, and the unpacked files.
        if shutil.disk_usage(folder).free < 2 * size:
            raise Refused(Reason.FULL)
        try:
            _copy(source, os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            beside.replace(folder / Request.RELEASE.value)
            with Folder(folder) as durable:
                durable.sync()
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def submit(request: Request, state: Path) -> None:
    """Asks the service to go back to the version before. Raises Refused."""
    with plain_errors():
        write_whole(state / INCOMING / request.value, b"")


def last_result(updates: Path) -> Result | None:
    """The result of the last request; None before the first one."""
    try:
        with closing(open_file(updates / _LAST)) as handle:
            stamp = os.fstat(handle).st_mtime_ns
            words = read_handle(handle, 200).decode("ascii", "replace").split()
    except OSError:
        return None
    return Result(words[1], stamp) if len(words) == 2 else None


# ---- the service's side ------------------------------------------------------------------


@contextlib.contextmanager
def take_request(state: Path, private: Path) -> Iterator[tuple[Request, Path] | None]:
    """Takes one request, removes it, and moves its release into our own folder.

    ``private`` must be a folder that nobody else can write to. Returns None if there is no request.
    Raises Refused if there is no readable release.
    """
    work = private / "work"
    if work.exists():
        shutil.rmtree(work)  # left by an interrupted run; it contains only our own files
    work.mkdir(mode=0o700, parents=True)
    try:
        with plain_errors():
            request = _taken(state, work)
        yield None if request is None else (request, work / request.value)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def write_result(updates: Path, code: str) -> None:
    """Writes the result of a request for the staff page.

    Failing to write it is not a failed update.
    """
    with contextlib.suppress(OSError):
        write_whole(updates / _LAST, f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ} {code}\n".encode())
        (updates / _LAST).chmod(0o644)


def _taken(state: Path, work: Path) -> Request | None:
    with Folder(state) as parent:
        try:
            folder = parent.folder(INCOMING)
        except FileNotFoundError:
            return None
        except OSError:
            parent.remove(INCOMING)  # a link or a file, which is never ours
            raise
        with folder:
            for request in Request:
                with contextlib.suppress(FileNotFoundError):
                    _take_out(request, folder, work)
                    return request
    return None


def _take_out(request: Request, folder: Folder, work: Path) -> None:
    folder.state(request.value)  # FileNotFoundError if there is no request
    try:
        with closing(folder.open(request.value, single=True)) as source:
            if request is Request.RELEASE:
                _size(source)
                mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL
                _copy(source, os.open(work / request.value, mode, 0o600))
    finally:
        # Remove whatever it is, even deeply nested folders: otherwise the service would be started
        # forever.
        folder.remove_tree(request.value)


def _size(file: int) -> int:
    """The size of an open file. Raises Refused if it is not acceptable."""
    size = os.fstat(file).st_size
    if size > MOST_BYTES:
        raise Refused(Reason.UNSAFE, "too much")
    return size


def _copy(source: int, target: int) -> None:
    """Copies an open file, which may grow meanwhile, and syncs the copy to the disk."""
    left = MOST_BYTES
    with os.fdopen(target, "wb") as writer:
        while block := os.read(source, _BLOCK):
            left -= len(block)
            if left < 0:
                raise Refused(Reason.UNSAFE, "too much")
            writer.write(block)
        writer.flush()
        os.fsync(target)
