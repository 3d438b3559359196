"""The few things that saving asks of the operating system, each with what it promises.

``write`` returns when the bytes are on the medium as far as the system can tell; ``publish``
never replaces a file; ``settle`` makes the names in a folder durable.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
# Opening a pipe that somebody put in the place of a file must not wait for its other end.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# What file systems say that cannot do a thing at all (FUSE, SMB, FAT).
_CAN_NOT = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM}
# A folder cannot be synced there (Windows, some servers): its names are durable as they are.
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF}


def names(folder: Path) -> list[str]:
    """The names in a folder."""
    return os.listdir(folder)


def make_folder(folder: Path) -> None:
    """Makes one folder and its name durable; FileExistsError if it is there."""
    os.mkdir(folder, 0o700)
    settle(folder.parent)


def write(path: Path, data: bytes) -> None:
    """Writes a new file; it is on the medium afterwards, or an OSError says why not."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            written = os.write(handle, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing written")
            rest = rest[written:]
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path, most: int) -> tuple[bytes, int]:
    """At most so many bytes from the start of a file, and the file's whole size."""
    handle = os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EIO, "not a file")
        size = state.st_size
        parts = []
        while most > 0 and (part := os.read(handle, min(most, 1 << 20))):
            parts.append(part)
            most -= len(part)
    finally:
        os.close(handle)
    return b"".join(parts), size


def read_again(path: Path, most: int) -> bytes:
    """What the medium has, not what the system still holds in memory, where it lets us ask."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)
    return read(path, most)[0]


def publish(part: Path, path: Path) -> None:
    """Gives a written file its name, never in place of another: FileExistsError then."""
    try:
        rename_new(part, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CAN_NOT:
            raise
        _publish_by_link(part, path)


def rename_new(part: Path, path: Path) -> None:
    """Renames unless the new name is taken, in one step."""
    if sys.platform != "linux":
        # Windows: rename refuses a taken name. Elsewhere nothing of ours runs.
        os.rename(part, path)
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    here, no_replace = -100, 1  # AT_FDCWD, RENAME_NOREPLACE
    if libc.renameat2(here, os.fsencode(part), here, os.fsencode(path), no_replace):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _publish_by_link(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CAN_NOT:
            raise
        # Neither way: the last look and the rename are two steps here. Who saves looks again
        # afterwards; docs/saved-work-format.md names the file systems.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        os.rename(part, path)
        return
    with contextlib.suppress(OSError):
        os.unlink(part)


def settle(folder: Path) -> None:
    """Makes the names in a folder durable."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Removes a file; one that is not there is removed already."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def note(path: Path, text: str) -> None:
    """Writes a small file of our own in place of the last; not waiting for the medium."""
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}.part")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        try:
            os.write(handle, text.encode("ascii"))
        finally:
            os.close(handle)
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def shred(path: Path, count: int) -> None:
    """Overwrites the first bytes of a file where it lies, if the medium does that at all.

    Raises OSError for what is no file of its own: behind a link on a stick may lie the saved
    work of somebody else.
    """
    handle = os.open(path, os.O_WRONLY | _BINARY | _NO_WAIT | _NO_LINK)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode) or state.st_nlink != 1:
            raise OSError(errno.EIO, "not a file of its own")
        os.write(handle, bytes(count))
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_folder(folder: Path) -> None:
    """Removes a folder if it is empty."""
    os.rmdir(folder)
    with contextlib.suppress(OSError):
        settle(folder.parent)


def changed(path: Path) -> float:
    """When a file was last written, by the clock of the machine that keeps it."""
    return os.stat(path).st_mtime


def device(folder: Path) -> int:
    """The device that a folder lies on."""
    return os.stat(folder).st_dev
