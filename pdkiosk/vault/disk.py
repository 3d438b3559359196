"""The few file operations that saving needs, each with its guarantees.

Folders are handles (``safe_files.Folder``): no link is followed, wherever a malicious stick may
have put one. ``write`` returns when the bytes are on the medium as far as the system can tell;
``publish`` never replaces a file; ``settle`` makes the names in a folder durable.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys

from pdkiosk.safe_files import Folder, closing, patiently, read_handle

# Errors of file systems that do not support an operation (FUSE, SMB, FAT).
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM}
# Folders cannot be synced there (Windows, some servers): their names are durable anyway.
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF}


def make_folder(above: Folder, name: str) -> None:
    """Creates a folder and makes its name durable; FileExistsError if the name is taken."""
    above.make_folder(name)
    settle(above)


def write(folder: Folder, name: str, data: bytes) -> None:
    """Writes a new file and waits until it is on the medium; raises OSError if that fails."""
    with closing(folder.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL)) as handle:
        rest = memoryview(data)
        while rest:
            written = os.write(handle, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing written")
            rest = rest[written:]
        os.fsync(handle)


def read_again(folder: Folder, name: str, most: int) -> bytes:
    """Reads what is on the medium, bypassing the system's cache where possible."""
    with closing(folder.open(name)) as handle:
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        return read_handle(handle, most)


def publish(folder: Folder, part: str, name: str) -> None:
    """Gives a written file its final name; FileExistsError if the name is taken."""
    try:
        rename_new(folder, part, name)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
        _publish_by_link(folder, part, name)


def rename_new(folder: Folder, part: str, name: str) -> None:
    """Renames in one step, unless the new name is taken."""
    here, no_replace = folder.handle(), 1  # RENAME_NOREPLACE
    if here is None or sys.platform != "linux":
        # Windows: rename refuses a taken name. The program runs on no other systems.
        patiently(lambda: os.rename(folder.path / part, folder.path / name))
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.renameat2(here, os.fsencode(part), here, os.fsencode(name), no_replace):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _publish_by_link(folder: Folder, part: str, name: str) -> None:
    try:
        folder.link(part, name)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
        # Neither way works: here check and rename are two steps. The saving code checks again
        # afterwards; docs/saved-work-format.md names the file systems.
        if name in folder.names():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        folder.replace(part, name)
        return
    with contextlib.suppress(OSError):
        folder.remove(part)


def settle(folder: Folder) -> None:
    """Makes the names in a folder durable."""
    try:
        folder.sync()
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise


def remove(folder: Folder, name: str) -> None:
    """Removes a file; it is no error if it does not exist."""
    with contextlib.suppress(FileNotFoundError):
        folder.remove(name)


def note(folder: Folder, name: str, text: str) -> None:
    """Replaces a small file of our own, without waiting for the medium."""
    beside = f"{name}.{os.urandom(4).hex()}.part"
    try:
        with closing(folder.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)) as handle:
            os.write(handle, text.encode("ascii"))
        folder.replace(beside, name)
    except OSError:
        with contextlib.suppress(OSError):
            folder.remove(beside)
        raise


def shred(folder: Folder, name: str, count: int) -> None:
    """Overwrites the first bytes of a file in place, if the medium supports that at all.

    Raises OSError for a link: behind a link on a stick may be someone else's saved work.
    """
    with closing(folder.open(name, os.O_WRONLY, single=True)) as handle:
        os.write(handle, bytes(count))
        os.fsync(handle)


def remove_folder(above: Folder, name: str) -> None:
    """Removes a folder if it is empty."""
    above.remove_folder(name)
    with contextlib.suppress(OSError):
        settle(above)


def changed(folder: Folder, name: str) -> float:
    """When a file or the folder itself was last changed, by the clock of the medium."""
    return folder.state(name).st_mtime
