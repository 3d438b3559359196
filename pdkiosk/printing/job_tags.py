"""Marks our jobs in a queue by an anonymous tag in their titles.

Two programs, on one machine or on two, can print through the same service and must not remove each
other's pages. So each run of the program has its own random tag, and its jobs are called
``document-TAG-NUMBER``. A run that ended with a crash or a power failure may have left jobs behind:
the tags of earlier runs are kept in a file of this installation and seat, which is locked as long
as the run lasts. A run that finds such a file unlocked treats the tags in it as those of leftover
jobs, and never uses them for new jobs.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

_VARIABLE = "PDKIOSK_JOB_TAGS"
"""The environment variable in which a run passes its tags to its sessions."""
_MOST_RUNS = 16  # runs at one seat, side by side
_MOST_LEFT = 32
_TAG = re.compile(r"[0-9a-f]{12}")


class JobTags(Struct, frozen=True):
    """``own``: the tag of this run. ``left``: tags of runs that are over."""

    own: str
    left: tuple[str, ...] = ()

    def title(self) -> str:
        """A title for a new job; no two are the same."""
        return f"document-{self.own}-{os.urandom(4).hex()}"

    def match(self, title: str) -> bool:
        """Whether a job with this title is ours."""
        kind, _, rest = title.partition("-")
        return kind == "document" and rest.partition("-")[0] in (self.own, *self.left)


def _new() -> str:
    return os.urandom(6).hex()


def job_tags() -> JobTags:
    """The tags of the run that this process belongs to, or of a run of its own."""
    own, *left = _tags(os.environ.get(_VARIABLE, "")) or [_new()]
    return JobTags(own, tuple(left))


def begin_run(folder: Path | None) -> int | None:
    """Creates the tags of a run, for this process and all that it starts.

    ``folder``: a folder used only by this installation and seat; None if nothing may be kept, in
    which case a crash of the whole program leaves jobs that cannot be recognized. Returns the
    handle of the locked file, which must stay open as long as the run lasts; None if there is no
    file.
    """
    own, handle, left = _new(), None, list[str]()
    for number in range(_MOST_RUNS if folder is not None else 0):
        assert folder is not None
        path = folder / f"job-tags-{number}"
        if handle is not None and not path.exists():
            continue
        with contextlib.suppress(OSError):
            found = _locked(path, make=handle is None)
            left += _tags(_read(found))
            if handle is None:
                handle = found
                _write(handle, [own, *left])
            else:
                os.close(found)
    # Do not write these down again: another run may find them in their unlocked file too.
    os.environ[_VARIABLE] = ",".join([own, *left[:_MOST_LEFT]])
    return handle


def _tags(text: str) -> list[str]:
    return _TAG.findall(text)


def _locked(path: Path, *, make: bool) -> int:
    """A handle of the file, locked exclusively. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    flags = os.O_RDWR | (os.O_CREAT if make else 0)
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    handle = os.open(path, flags, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def _read(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, 4096).decode("ascii", "replace")


def _write(handle: int, tags: Sequence[str]) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, "\n".join(tags[:_MOST_LEFT]).encode())
