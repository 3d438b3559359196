"""A simulated disk that keeps only what was synced, and any part of the rest, in any order.

It records what the vault asks of the system. ``states`` are all the folders that a power cut
after the n-th call can leave: every subset of the changes to names that no sync of their folder
covers (a renaming counts as two: the new name comes, the old one goes), and for a file whose
bytes were not synced nothing, half, all, or zeros.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pdkiosk import safe_files
from pdkiosk.safe_files import Folder
from pdkiosk.vault import disk

State = tuple[tuple[str, bytes | None], ...]
"""What is there: paths with bytes, or None for folders."""


@dataclass
class _File:
    written: bytes = b""
    synced: bytes | None = None

    def after_a_cut(self) -> list[bytes]:
        if self.synced == self.written:
            return [self.written]
        size = len(self.written)
        kept = b"" if self.synced is None else self.synced
        return [*{kept, self.written[: size // 2], self.written, bytes(size)}]


@dataclass(frozen=True)
class _Change:
    """A name that comes to stand for a file or a folder (True), or goes (None)."""

    path: str
    to: _File | bool | None = field(hash=False)


class Medium:
    """Records the calls; the calls themselves are carried out."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._open: dict[int, tuple[str, _File | None]] = {}
        self._names: dict[str, _File | bool] = {}
        self._durable: dict[str, _File | bool] = {}
        self._pending: list[_Change] = []

    def install(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(disk, "os", _Os(self))
        patch.setattr(safe_files, "os", _Os(self))
        real = disk.rename_new

        def rename_new(folder: Folder, part: str, name: str) -> None:
            real(folder, part, name)
            file = self._names[self._name(folder.path / part)]
            self._change(_Change(self._name(folder.path / name), file))
            self._change(_Change(self._name(folder.path / part), None))

        patch.setattr(disk, "rename_new", rename_new)

    def states(self) -> Iterator[State]:
        for count in range(len(self._pending) + 1):
            for chosen in itertools.combinations(self._pending, count):
                names = dict(self._durable)
                for change in chosen:
                    _apply(names, change)
                yield from self._contents(names)

    def _contents(self, names: dict[str, _File | bool]) -> Iterator[State]:
        files = [(name, to) for name, to in sorted(names.items()) if _reachable(name, names)]
        choices = [
            [(name, None)] if isinstance(to, bool) else [(name, data) for data in to.after_a_cut()]
            for name, to in files
        ]
        yield from itertools.product(*choices)

    def _name(self, path: Path | str, dir_fd: int | None = None) -> str:
        if dir_fd is not None:
            return str(Path(self._open[dir_fd][0]) / path)
        return str(Path(path).relative_to(self._root))

    def _change(self, change: _Change) -> None:
        _apply(self._names, change)
        self._pending.append(change)

    # The calls

    def concerns(self, what: Path | str | int, dir_fd: int | None = None) -> bool:
        if isinstance(what, int) or dir_fd is not None:
            return (what if isinstance(what, int) else dir_fd) in self._open
        return self._root in (Path(what), *Path(what).parents)

    def close(self, handle: int) -> None:
        del self._open[handle]
        os.close(handle)

    def open(
        self, path: Path | str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None
    ) -> int:
        handle = os.open(path, flags, mode, dir_fd=dir_fd)
        name = self._name(path, dir_fd)
        if flags & os.O_CREAT:
            self._change(_Change(name, _File()))
        found = self._names.get(name)
        self._open[handle] = (name, found if isinstance(found, _File) else None)
        return handle

    def write(self, handle: int, data: bytes) -> int:
        count = os.write(handle, data)
        file = self._open[handle][1]
        assert file is not None
        file.written += bytes(data[:count])
        return count

    def fsync(self, handle: int) -> None:
        os.fsync(handle)
        name, file = self._open[handle]
        if file is not None:
            file.synced = file.written
            return
        for change in [c for c in self._pending if str(Path(c.path).parent) == name]:
            _apply(self._durable, change)
            self._pending.remove(change)

    def mkdir(self, path: Path | str, mode: int, *, dir_fd: int | None = None) -> None:
        os.mkdir(path, mode, dir_fd=dir_fd)
        self._change(_Change(self._name(path, dir_fd), True))

    def unlink(self, path: Path | str, *, dir_fd: int | None = None) -> None:
        os.unlink(path, dir_fd=dir_fd)
        self._change(_Change(self._name(path, dir_fd), None))


def _apply(names: dict[str, _File | bool], change: _Change) -> None:
    if change.to is None:
        names.pop(change.path, None)
    else:
        names[change.path] = change.to


def _reachable(name: str, names: dict[str, _File | bool]) -> bool:
    return all(str(parent) in names for parent in Path(name).parents if str(parent) != ".")


class _Os:
    """The module ``os``; what is outside the recorded folder goes by."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name in ("open", "write", "fsync", "mkdir", "unlink", "close"):

            def call(*args: Any, **more: Any) -> Any:
                if self._medium.concerns(args[0], more.get("dir_fd")):
                    return getattr(self._medium, name)(*args, **more)
                return real(*args, **more)

            return call
        if name in ("rename", "link", "rmdir", "replace"):

            def refuse(path: Path | str, *args: Any, **more: Any) -> Any:
                handle = more.get("dir_fd", more.get("src_dir_fd"))
                assert not self._medium.concerns(path, handle), "not recorded"
                return real(path, *args, **more)

            return refuse
        return real
