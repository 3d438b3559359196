"""The compiled guide: one file that loads in a millisecond, made from checked TOML files.

It is only a cache: if the TOML files have changed since, if another version of the program made it,
or if it is missing or damaged, the TOML files are read and checked instead.
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
_SUM = 4  # bytes of a checksum; the file starts with two
_PROGRAM = repr((__version__, CONTRACT)).encode()


def fingerprint(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A hash of these files (name, bytes), in this order.

    It covers the program version too: another version may need things that this guide lacks.
    """
    # It detects an edited guide; it is no protection against someone who may change both files.
    value = zlib.crc32(_PROGRAM)
    for name, content in files:
        value = zlib.crc32(content, zlib.crc32(f"{name}\0{len(content)}\0".encode(), value))
    return value.to_bytes(_SUM, "big")


def read(folder: Path, made_of: bytes) -> Guide | None:
    """The guide compiled from files with this fingerprint; None if there is none."""
    try:
        data = shipped_files.read(folder / NAME)
        body = memoryview(data)[2 * _SUM :]
        if data[: 2 * _SUM] != made_of + zlib.crc32(body).to_bytes(_SUM, "big"):
            return None
        return msgspec.msgpack.decode(body, type=Guide)
    except (OSError, msgspec.MsgspecError):
        return None


def write(folder: Path, made_of: bytes, guide: Guide) -> None:
    """Writes the compiled guide, with the fingerprint of its files, beside them. Raises OSError."""
    body = msgspec.msgpack.encode(guide)
    (folder / NAME).write_bytes(made_of + zlib.crc32(body).to_bytes(_SUM, "big") + body)
