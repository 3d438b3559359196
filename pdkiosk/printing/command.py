"""A program that prints: its result while running and at its end. ``start.py`` starts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

NOT_FOUND = 127  # the exit code that shells use for a missing program
MOST_OUTPUT = 16_000_000
"""Bytes of its output that are read; a program that prints more is broken."""


class Result(Struct, frozen=True):
    """How a program ended. ``code`` is None if it took too long and was killed."""

    code: int | None
    text: str = ""

    @property
    def ok(self) -> bool:
        """Whether it ended successfully."""
        return self.code == 0


class Running(Protocol):
    """A running program."""

    def poll(self) -> Result | None:
        """The result, or None while it runs; never waits."""

    def kill(self) -> None:
        """Kills the program."""


# (arguments, standard input, seconds it may take)
Run = Callable[[Sequence[str], bytes, float], Running]
