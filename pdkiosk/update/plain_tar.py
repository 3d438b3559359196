"""Reads a plain tar (POSIX ustar): 512-byte headers, every field checked, no extensions.

The standard library's reader accepts a dozen kinds of tar and trusts the headers; this one reads
bytes whose signature is not checked yet. It accepts only files and links, only octal numbers, and
never reads more than requested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

BLOCK = 512
_MAGIC = b"ustar\x0000"
_NUMBER = re.compile(rb"[0-7]{1,11}[ \0]+")
_FILE, _OLD_FILE, _LINK = b"0", b"\0", b"2"
_PIECE = 1 << 20

Read = Callable[[int], bytes]
"""A function that returns up to this many bytes."""


class TarError(Exception):
    """The data is not a plain tar."""


class CutShort(TarError):
    """The data ends too early."""


class Member(Struct, frozen=True):
    """A file and its size in bytes, or a link and its target."""

    name: str
    size: int
    link: str = ""


def read_head(block: bytes) -> Member | None:
    """The member described by a header; None at the end. Raises TarError."""
    if len(block) < BLOCK:
        raise CutShort("a head")
    if not block.strip(b"\0"):
        return None
    if block[257:265] != _MAGIC:
        raise TarError("no ustar")
    if _number(block[148:156]) != sum(block[:148]) + sum(block[156:]) + 8 * ord(" "):
        raise TarError("its sum is wrong")
    name, prefix = _text(block[:100]), _text(block[345:500])
    if prefix:
        name = f"{prefix}/{name}"
    size, kind = _number(block[124:136]), block[156:157]
    if not name:
        raise TarError("no name")
    if kind in (_FILE, _OLD_FILE):
        return Member(name, size)
    link = _text(block[157:257])
    if kind != _LINK or size or not link:
        raise TarError("neither file nor link")
    return Member(name, 0, link)


def padding(size: int) -> int:
    """The number of padding bytes between the content of a member and the next header."""
    return -size % BLOCK


def members(read: Read) -> Iterator[tuple[Member, Read]]:
    """Each member with a reader for its content; content that was not read is skipped.

    Raises TarError.
    """
    while (member := read_head(_exactly(read, BLOCK))) is not None:
        content = _Content(read, member.size)
        yield member, content.read
        content.skip()
        _exactly(read, padding(member.size))


class _Content:
    """The bytes of one member."""

    def __init__(self, read: Read, size: int) -> None:
        self._read, self._left = read, size

    def read(self, count: int) -> bytes:
        """Reads the next bytes; empty at the end. Raises CutShort."""
        count = min(count, self._left)
        data = self._read(count) if count else b""
        if count and not data:
            raise CutShort("a file")
        self._left -= len(data)
        return data

    def skip(self) -> None:
        while self._left:
            self.read(_PIECE)


def _exactly(read: Read, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = read(count - len(data))
        if not more:
            raise CutShort("a block")
        data += more
    return data


def _number(field: bytes) -> int:
    if not _NUMBER.fullmatch(field):
        raise TarError("no number")
    return int(field.rstrip(b" \0"), 8)


def _text(field: bytes) -> str:
    text, _, rest = field.partition(b"\0")
    if rest.strip(b"\0"):
        raise TarError("something behind a name")
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise TarError("a name that is no text") from None
