"""Files and folders by handle: no link followed, no pipe waited for, no more read than a cap.

Whoever can write to a folder (a stick, a share, the state of the kiosk's user) can put a link, a
pipe, a device or a huge file in the place of a file, also between two looks at it. So a file is
opened first and judged by its handle, and what is in a folder is named by the folder's handle.

Windows has no handles of folders here: there a path is looked at before it is used, and its
folders are protected by the rights of the installation (docs/windows.md). Nor does it let a file be
renamed or removed while another program reads it: ``patiently`` tries again until it can tell.
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
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without its other end must not be waited for
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_BLOCK = 1 << 20
_BY_HANDLE = os.open in os.supports_dir_fd and os.listdir in os.supports_fd
_REPARSE_POINT = 0x400  # Windows: a link, or a folder that is another one
_MOST_ROUNDS = 100_000
_SHARED = sys.platform == "win32"  # whether who reads a file is in the way of who changes it
_BUSY_SECONDS = 2.0
_PAUSE_SECONDS = 0.01


def patiently(work: Callable[[], T]) -> T:
    """What this does with a file, tried again on Windows while another program has it open.

    Windows says "access denied" of a file that somebody reads (ERROR_SHARING_VIOLATION), and of
    one that is removed as soon as the last reader is done (STATUS_DELETE_PENDING): a moment later
    it can be done, or the file is gone, or the name is taken. Only what stays denied may not be
    written. Raises what ``work`` raises.
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
    """The handle of a regular file. Raises OSError: it is a link, or no file.

    ``follow``: the last name may be a link, for a path that the administrator chose. ``single``:
    the file must have no other name. ``dir_fd``: the handle of the folder that it is in.
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
    """An open file, which is closed in the end."""
    try:
        yield handle
    finally:
        os.close(handle)


def read_file(path: Path | str, most: int, *, follow: bool = False) -> bytes:
    """A regular file of at most so many bytes, whole. Raises OSError (EFBIG: it has more)."""
    with closing(open_file(path, follow=follow)) as handle:
        data = read_handle(handle, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"more than {most} bytes", str(path))
    return data


def read_handle(handle: int, count: int) -> bytes:
    """So many bytes from where an open file is, or as many as there are. Raises OSError."""
    parts = []
    while count > 0 and (part := os.read(handle, min(count, _BLOCK))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


class Folder:
    """An open folder: every name is looked up in it, wherever its path may lead by now.

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
        """``follow``: the path may end in a link. ``device``: the number it must be on."""
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
        """Closes it; once more does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def folder(self, name: str) -> Folder:
        """A folder in this one, which is no link and on the same device."""
        return Folder(self.path / _plain(name), device=self.device, _in=self)

    def names(self) -> list[str]:
        """The names in it, in no order."""
        return os.listdir(self.path if self._handle is None else self._handle)

    def state(self, name: str) -> os.stat_result:
        """What a name is, itself: of a link, not of what is behind it."""
        return os.stat(self._at(name), dir_fd=self._handle, follow_symlinks=False)

    def open(self, name: str, flags: int = os.O_RDONLY, *, single: bool = False) -> int:
        """The handle of a regular file, as ``open_file``; new ones are only their owner's."""
        return open_file(self._at(name), flags, single=single, dir_fd=self._handle)

    def read(self, name: str, most: int) -> tuple[bytes, int]:
        """At most so many bytes from the start of a file, and the file's whole size."""
        with closing(self.open(name)) as handle:
            return read_handle(handle, most), os.fstat(handle).st_size

    def make_folder(self, name: str) -> None:
        """Makes a folder in it, for its owner alone; FileExistsError if there is something."""
        patiently(lambda: os.mkdir(self._at(name), 0o700, dir_fd=self._handle))

    def replace(self, old: str, new: str, target: Folder | None = None) -> None:
        """Renames, here or to another folder, in the place of what has that name."""
        other = target or self
        here, there = self._handle, other._handle
        patiently(
            lambda: os.replace(self._at(old), other._at(new), src_dir_fd=here, dst_dir_fd=there)
        )

    def link(self, old: str, new: str) -> None:
        """Gives a file a second name; FileExistsError if that is taken."""
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
            # Windows says "access denied", as it does of a file that is in use.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
        patiently(lambda: os.unlink(self._at(name), dir_fd=self._handle))

    def remove_folder(self, name: str) -> None:
        """Removes an empty folder."""
        patiently(lambda: os.rmdir(self._at(name), dir_fd=self._handle))

    def remove_tree(self, name: str) -> None:
        """Removes a file, or a folder with all in it, however deep: nothing here calls itself.

        A folder in a folder is first moved up to the top, so two handles are enough for any
        depth, and no path ever becomes too long.
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
        """The system's handle, for what is not named here; None on Windows."""
        return self._handle

    def sync(self) -> None:
        """Makes the names in it durable, where the system has that for folders."""
        if self._handle is not None:
            os.fsync(self._handle)

    def _at(self, name: str) -> Path | str:
        """How a name in this folder is given to the system, beside its handle."""
        return self.path / _plain(name) if self._handle is None else _plain(name)


def _plain(name: str) -> str:
    """A name, which must lead to no other folder. Raises OSError."""
    if name in ("", ".", "..") or "/" in name or "\0" in name or (os.sep != "/" and os.sep in name):
        raise OSError(errno.EINVAL, "not a name in a folder", name)
    return name


def _leads_elsewhere(path: Path | str) -> bool:
    try:
        return _is_link(os.lstat(path))
    except FileNotFoundError:  # it may be about to be made
        return False


def _is_link(state: os.stat_result) -> bool:
    attributes = getattr(state, "st_file_attributes", 0)
    return stat.S_ISLNK(state.st_mode) or bool(attributes & _REPARSE_POINT)
