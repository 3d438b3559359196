"""Runs a program that prints, without ever waiting for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from pdkiosk.system import portable

NOT_FOUND = 127  # the code of a program that is not there, as a shell says it


class Result(Struct, frozen=True):
    """How a program ended. ``code`` is None when it took too long and was killed."""

    code: int | None
    text: str = ""

    @property
    def ok(self) -> bool:
        """Whether it ended, and well."""
        return self.code == 0


class Running(Protocol):
    """A program under way."""

    def poll(self) -> Result | None:
        """How it ended, or None as long as it runs; never waits."""
        ...

    def kill(self) -> None:
        """Ends it."""
        ...


# (arguments, standard input, seconds it may take)
Run = Callable[[Sequence[str], bytes, float], Running]


def start(
    arguments: Sequence[str],
    data: bytes = b"",
    timeout: float = 10.0,
    environment: Mapping[str, str] | None = None,
) -> Running:
    """Starts a program with these bytes as its standard input; kills it after ``timeout``."""
    if sys.platform != "win32" and not portable():
        from pdkiosk.printing.unnamed import Unnamed

        return Unnamed(arguments, data, timeout, environment)
    from pdkiosk.printing.piped import Piped

    return Piped(arguments, data, timeout, environment)
