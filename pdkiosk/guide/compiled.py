"""The guide in one file that loads in a millisecond, made from the TOML files it was checked with.

``python -m pdkiosk.guide.compiled`` writes it. It is only ever a copy: where a word of the
TOML files differs from what it was made of, or it is missing, they are read instead.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from pdkiosk.guide.model import Guide

NAME = "guide.msgpack"
_DIGEST = 4  # bytes at the head of the file


def fingerprint(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What identifies the content of these files (name, bytes), in their order."""
    # It tells an edited guide from the compiled one; who has the right to change either may.
    value = 0
    for name, content in files:
        value = zlib.crc32(content, zlib.crc32(f"{name}\0{len(content)}\0".encode(), value))
    return value.to_bytes(_DIGEST, "big")


def read(folder: Path, made_of: bytes) -> Guide | None:
    """The guide as it was compiled from files with this fingerprint; None when it was not."""
    try:
        data = (folder / NAME).read_bytes()
        if data[:_DIGEST] != made_of:
            return None
        return msgspec.msgpack.decode(data[_DIGEST:], type=Guide)
    except (OSError, msgspec.MsgspecError):
        return None


def main() -> int:
    """Compiles the guide of this checkout."""
    from pdkiosk import resources
    from pdkiosk.guide.loader import guide_files, load_guide

    folder = resources.path("guide")
    (folder / NAME).unlink(missing_ok=True)
    guide = load_guide(folder)
    (folder / NAME).write_bytes(fingerprint(guide_files(folder)) + msgspec.msgpack.encode(guide))
    return 0


if __name__ == "__main__":
    sys.exit(main())
