"""The calls to the system that the vault makes, of which the n-th fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from pdkiosk import safe_files
from pdkiosk.vault import disk

CALLS = (
    "open", "write", "read", "fsync", "fstat", "close", "unlink", "rename", "replace", "link",
    "mkdir", "rmdir", "listdir", "stat",
)  # fmt: skip


class Faults:
    """Counts the calls; fails from the n-th on (``ever``) or only that one."""

    def __init__(self, number: int = 0, *, error: int = 0, ever: bool = False) -> None:
        self.number = number
        self.error = error
        self.ever = ever
        self.count = 0
        self.log: list[str] = []
        self.after: Callable[[], None] = lambda: None

    def install(self, patch: pytest.MonkeyPatch) -> None:
        patch.setattr(disk, "os", _Os(self))
        patch.setattr(safe_files, "os", _Os(self))
        patch.setattr(disk, "rename_new", self.wrapped("rename_new", disk.rename_new))

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            self.log.append(name)
            self.after()
            if self.number and (
                self.count == self.number or (self.ever and self.count > self.number)
            ):
                return self._fail(name, real, args, kwargs)
            return real(*args, **kwargs)

        return call

    def _fail(self, name: str, real: Callable[..., Any], args: tuple[Any, ...], kwargs: Any) -> Any:
        if self.error == SHORT and name != "write":
            return real(*args, **kwargs)
        if name == "close":
            # The descriptor is gone whatever close says.
            real(*args, **kwargs)
        if name == "write" and self.error in (SHORT, errno.ENOSPC):
            # Half of it still went in.
            written = real(args[0], bytes(args[1])[: max(1, len(args[1]) // 2)])
            if self.error == SHORT:
                return written
        raise OSError(self.error, os.strerror(self.error))


SHORT = -1
"""Not an error: a write that takes only half."""


class _Os:
    """The module ``os`` as the vault sees it."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._faults.wrapped(name, real) if name in CALLS else real
