"""Lines that another process writes, read strictly: a strange one is left out, and none raises."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")

MOST_BYTES = 65_536
"""Of a line; the longest that any of our processes writes is a list of some hundred voices."""


class Lines:
    """Whole lines out of bytes that come in pieces; one that is too long is left out."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that these bytes bring to their end, without it."""
        *whole, rest = (self._rest + data).split(b"\n")
        self._rest = rest[: MOST_BYTES + 1]  # one byte too many: it stays too long
        return [line for line in whole if len(line) <= MOST_BYTES]


def decode(line: bytes, kind: type[T]) -> T | None:
    """The value that a line of JSON holds; None where it holds anything but that kind."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
