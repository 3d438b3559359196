"""A program that prints: how it is started and how it ended. ``start.py`` starts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

NOT_FOUND = 127  # the code of a program that is not there, as a shell says it
MOST_OUTPUT = 16_000_000
"""Bytes of its output that are read; a program that says more has gone wrong."""


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

    def kill(self) -> None:
        """Ends it."""


# (arguments, standard input, seconds it may take)
Run = Callable[[Sequence[str], bytes, float], Running]
