"""Safe access to files and folders by handle: follows no link, waits for no pipe, limits reads.

Anyone who can write to a folder (a stick, a share, the state folder of the kiosk's user) can
replace a file with a link, a pipe, a device or a huge file, even between two checks. So a file is
opened first and then checked by its handle, and the entries of a folder are accessed through the
folder's handle.

Python has no folder handles on Windows: there a path is checked before it is used, and the
permissions set by the installation protect its folders (docs/windows.md). Windows also refuses to
rename or remove a file while another program reads it: ``patiently`` retries.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_FILE = (
    _NO_FOLLOW
    | getattr(os, "O_NONBLOCK", 0)  # do not wait for the other end of a pipe
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_BLOCK = 1 << 20
_BY_HANDLE = os.open in os.supports_dir_fd and os.listdir in os.supports_fd
_REPARSE_POINT = 0x400  # Windows: a link or a junction
_MOST_ROUNDS = 100_000
_SHARED = sys.platform == "win32"  # whether a reader of a file blocks a change to it
_BUSY_SECONDS = 2.0
_PAUSE_SECONDS = 0.01


def patiently(work: Callable[[], T]) -> T:
    """Does something with a file; on Windows retries while another program has it open.

    Windows reports "access denied" for a file that someone reads (ERROR_SHARING_VIOLATION), and for
    one that will be removed once the last reader is done (STATUS_DELETE_PENDING): a moment later it
    works, or the file is gone, or the name is taken. Only if access stays denied is the file really
    not writable. Raises what ``work`` raises.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            return work()
        except PermissionError:
            if not _SHARED or time.monotonic() > until:
                raise
        time.sleep(_PAUSE_SECONDS)


def open_file(
    path: Path | str,
    flags: int = os.O_RDONLY,
    *,
    follow: bool = False,
    single: bool = False,
    dir_fd: int | None = None,
) -> int:
    """The handle of a regular file. Raises OSError if it is a link or not a regular file.

    ``follow``: the last name may be a link, for a path that the administrator chose. ``single``:
    the file must have only one hard link. ``dir_fd``: the handle of the folder that it is in.
    """
    if not follow and not _NO_FOLLOW and _leads_elsewhere(path):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    flags |= _FILE & ~_NO_FOLLOW if follow else _FILE
    handle = patiently(lambda: os.open(path, flags, 0o600, dir_fd=dir_fd))
    try:
        state = os.fstat(handle)
        if stat.S_ISDIR(state.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(state.st_mode) or (single and state.st_nlink != 1):
            raise OSError(errno.EIO, "not a file of its own", str(path))
    except BaseException:
        os.close(handle)
        raise
    return handle


@contextlib.contextmanager
def closing(handle: int) -> Iterator[int]:
    """Provides an open file, and closes it at the end."""
    try:
        yield handle
    finally:
        os.close(handle)


def read_file(path: Path | str, most: int, *, follow: bool = False) -> bytes:
    """Reads a whole regular file of at most this many bytes.

    Raises OSError (EFBIG: it is larger).
    """
    with closing(open_file(path, follow=follow)) as handle:
        data = read_handle(handle, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"more than {most} bytes", str(path))
    return data


def read_handle(handle: int, count: int) -> bytes:
    """Reads up to this many bytes from an open file's current position. Raises OSError."""
    parts = []
    while count > 0 and (part := os.read(handle, min(count, _BLOCK))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


class Folder:
    """An open folder: names are looked up in it, even if its path leads elsewhere by now.

    All methods raise OSError. Use it in a ``with`` block, which closes it.
    """

    def __init__(
        self,
        path: Path,
        *,
        follow: bool = False,
        device: int | None = None,
        _in: Folder | None = None,
    ) -> None:
        """``follow``: the path may end in a link. ``device``: the device number it must be on."""
        self.path = path
        self._handle: int | None = None
        if _BY_HANDLE:
            name = path.name if _in is not None else path
            flags = _FOLDER if follow else _FOLDER | _NO_FOLLOW
            self._handle = os.open(name, flags, dir_fd=_in._handle if _in is not None else None)
        elif not follow and _is_link(os.lstat(path)):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        try:
            state = os.stat(path if self._handle is None else self._handle)
            if not stat.S_ISDIR(state.st_mode):
                raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
            if device is not None and state.st_dev != device:
                raise OSError(errno.ENODEV, "on another device", str(path))
        except BaseException:
            self.close()
            raise
        self.device = state.st_dev
        self.owner, self.mode = state.st_uid, state.st_mode

    def close(self) -> None:
        """Closes it; closing it again does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def folder(self, name: str) -> Folder:
        """Opens a folder in this one, which must not be a link and must be on the same device."""
        return Folder(self.path / _plain(name), device=self.device, _in=self)

    def names(self) -> list[str]:
        """The names in it, in no order."""
        return os.listdir(self.path if self._handle is None else self._handle)

    def state(self, name: str) -> os.stat_result:
        """The status of a name; for a link, of the link itself."""
        return os.stat(self._at(name), dir_fd=self._handle, follow_symlinks=False)

    def open(self, name: str, flags: int = os.O_RDONLY, *, single: bool = False) -> int:
        """The handle of a regular file, as ``open_file``; new files are private to their owner."""
        return open_file(self._at(name), flags, single=single, dir_fd=self._handle)

    def read(self, name: str, most: int) -> tuple[bytes, int]:
        """Reads up to this many bytes from the start of a file.

        Returns them and the file's size.
        """
        with closing(self.open(name)) as handle:
            return read_handle(handle, most), os.fstat(handle).st_size

    def make_folder(self, name: str) -> None:
        """Creates a folder in it, private to its owner; FileExistsError if the name is taken."""
        patiently(lambda: os.mkdir(self._at(name), 0o700, dir_fd=self._handle))

    def replace(self, old: str, new: str, target: Folder | None = None) -> None:
        """Renames a file, here or into another folder, replacing what has that name."""
        other = target or self
        here, there = self._handle, other._handle
        patiently(
            lambda: os.replace(self._at(old), other._at(new), src_dir_fd=here, dst_dir_fd=there)
        )

    def link(self, old: str, new: str) -> None:
        """Gives a file a second name (hard link); FileExistsError if that is taken."""
        os.link(
            self._at(old),
            self._at(new),
            src_dir_fd=self._handle,
            dst_dir_fd=self._handle,
            follow_symlinks=False,
        )

    def remove(self, name: str) -> None:
        """Removes a file or a link. Raises IsADirectoryError for a folder."""
        if _SHARED and stat.S_ISDIR(self.state(name).st_mode):
            # Windows reports "access denied", just as for a file in use.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
        patiently(lambda: os.unlink(self._at(name), dir_fd=self._handle))

    def remove_folder(self, name: str) -> None:
        """Removes an empty folder."""
        patiently(lambda: os.rmdir(self._at(name), dir_fd=self._handle))

    def remove_tree(self, name: str) -> None:
        """Removes a file, or a folder and its contents, however deep; not recursive.

        A nested folder is first moved up to the top, so two handles are enough for any depth, and
        no path becomes too long.
        """
        if not stat.S_ISDIR(self.state(name).st_mode):
            self.remove(name)
            return
        with self.folder(name) as top:
            for _ in range(_MOST_ROUNDS):
                names = top.names()
                if not names:
                    break
                for each in names:
                    top._remove_or_flatten(each)
        self.remove_folder(name)

    def _remove_or_flatten(self, name: str) -> None:
        if not stat.S_ISDIR(self.state(name).st_mode):
            self.remove(name)
            return
        with self.folder(name) as inner:
            for each in inner.names():
                if stat.S_ISDIR(inner.state(each).st_mode):
                    inner.replace(each, os.urandom(12).hex(), self)
                else:
                    inner.remove(each)
        self.remove_folder(name)

    def handle(self) -> int | None:
        """The system's handle, for other operations; None on Windows."""
        return self._handle

    def sync(self) -> None:
        """Makes the names in it durable, if the system supports that for folders."""
        if self._handle is not None:
            os.fsync(self._handle)

    def _at(self, name: str) -> Path | str:
        """The path to give to the system, together with the handle, for a name in this folder."""
        return self.path / _plain(name) if self._handle is None else _plain(name)


def _plain(name: str) -> str:
    """Checks that a name cannot lead to another folder. Raises OSError."""
    if name in ("", ".", "..") or "/" in name or "\0" in name or (os.sep != "/" and os.sep in name):
        raise OSError(errno.EINVAL, "not a name in a folder", name)
    return name


def _leads_elsewhere(path: Path | str) -> bool:
    try:
        return _is_link(os.lstat(path))
    except FileNotFoundError:  # it may be about to be created
        return False


def _is_link(state: os.stat_result) -> bool:
    attributes = getattr(state, "st_file_attributes", 0)
    return stat.S_ISLNK(state.st_mode) or bool(attributes & _REPARSE_POINT)
