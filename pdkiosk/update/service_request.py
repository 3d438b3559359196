"""Hands a release over: from the program, which may change nothing, to a service that may.

The program writes into ``STATE/incoming`` (``submit_release``, ``submit``); the service, as
root, takes what is there (``take_request``) and says how it went (``write_result``, read with
``last_result``). The service believes nothing of what the program's user has written: it follows
no link, opens regular files alone, and works on a copy in a folder of its own, which it checks
like a file from anywhere.
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
    with plain_errors(), closing(open_file(release, single=True)) as source:
        size = _size(source)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in folder.glob(".*"):  # of a run that was cut short
            left.unlink()
        # Room for this copy, the one that the service makes, and what is unpacked from it.
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
    """Asks the service to go back to a version before. Raises Refused."""
    with plain_errors():
        write_whole(state / INCOMING / request.value, b"")


def last_result(updates: Path) -> Result | None:
    """How the last request went; None before the first."""
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
    """One request, gone from where it was, with its release in a folder of our own.

    ``private`` must be a folder that nobody else can write to. None: nothing was asked.
    Raises Refused when what is there is no release that could be read.
    """
    work = private / "work"
    if work.exists():
        shutil.rmtree(work)  # of a run that was cut short; it holds files of ours alone
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
    with Folder(state) as parent:
        try:
            folder = parent.folder(INCOMING)
        except FileNotFoundError:
            return None
        except OSError:
            parent.remove(INCOMING)  # a link, or a file: never from us
            raise
        with folder:
            for request in Request:
                with contextlib.suppress(FileNotFoundError):
                    _take_out(request, folder, work)
                    return request
    return None


def _take_out(request: Request, folder: Folder, work: Path) -> None:
    folder.state(request.value)  # nothing is there: FileNotFoundError
    try:
        with closing(folder.open(request.value, single=True)) as source:
            if request is Request.RELEASE:
                _size(source)
                mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL
                _copy(source, os.open(work / request.value, mode, 0o600))
    finally:
        # Whatever it is, a folder thousands deep too: else the service would be started for ever.
        folder.remove_tree(request.value)


def _size(file: int) -> int:
    """The size of an open file. Raises Refused when it is none that we take."""
    size = os.fstat(file).st_size
    if size > MOST_BYTES:
        raise Refused(Reason.UNSAFE, "too much")
    return size


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
