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


def fingerprint(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What tells these files (name, bytes), in their order, from those as they were before.

    A length and a check sum for each: an edit is noticed, and nothing has to be loaded for it.
    """
    rows = (f"{name}\0{len(content)}\0{zlib.crc32(content):08x}" for name, content in files)
    return "\n".join((*rows, "\n")).encode()


def read(folder: Path, made_of: bytes) -> Guide | None:
    """The guide as it was compiled from files with this fingerprint; None when it was not."""
    try:
        data = (folder / NAME).read_bytes()
        if not data.startswith(made_of):
            return None
        return msgspec.msgpack.decode(data[len(made_of) :], type=Guide)
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
