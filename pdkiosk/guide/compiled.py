"""The guide in one file that loads in a millisecond, made from the TOML files it was checked with.

It is only ever a copy: where a word of the TOML files differs from what it was made of, where
another version of the program made it, or it is missing or damaged, they are read and checked
instead.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pdkiosk import __version__, shipped_files
from pdkiosk.guide.contract import CONTRACT
from pdkiosk.guide.model import Guide

NAME = "guide.msgpack"
_SUM = 4  # bytes of a check sum; two are at the head of the file
_PROGRAM = repr((__version__, CONTRACT)).encode()


def fingerprint(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What identifies the content of these files (name, bytes), in their order.

    And the program that checked it: another one may need what this guide lacks.
    """
    # It tells an edited guide from the compiled one; who has the right to change either may.
    value = zlib.crc32(_PROGRAM)
    for name, content in files:
        value = zlib.crc32(content, zlib.crc32(f"{name}\0{len(content)}\0".encode(), value))
    return value.to_bytes(_SUM, "big")


def read(folder: Path, made_of: bytes) -> Guide | None:
    """The guide as it was compiled from files with this fingerprint; None when it was not."""
    try:
        data = shipped_files.read(folder / NAME)
        body = memoryview(data)[2 * _SUM :]
        if data[: 2 * _SUM] != made_of + zlib.crc32(body).to_bytes(_SUM, "big"):
            return None
        return msgspec.msgpack.decode(body, type=Guide)
    except (OSError, msgspec.MsgspecError):
        return None


def write(folder: Path, made_of: bytes, guide: Guide) -> None:
    """Puts the guide made of files with this fingerprint beside them. Raises OSError."""
    body = msgspec.msgpack.encode(guide)
    (folder / NAME).write_bytes(made_of + zlib.crc32(body).to_bytes(_SUM, "big") + body)
