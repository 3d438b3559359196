"""Reads lines from another process, strictly: a malformed one is dropped and never raises."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")

MOST_BYTES = 65_536
"""Bytes of a line; the longest that our processes write is a list of a few hundred voices."""


class Lines:
    """Assembles whole lines from chunks of bytes; a line that is too long is dropped."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that these bytes complete, without line endings."""
        *whole, rest = (self._rest + data).split(b"\n")
        self._rest = rest[: MOST_BYTES + 1]  # one byte over the limit, so that it stays too long
        return [line for line in whole if len(line) <= MOST_BYTES]


def decode(line: bytes, kind: type[T]) -> T | None:
    """The value in a line of JSON; None if it is not of the given type."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
