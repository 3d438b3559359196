"""Reads a plain tar (POSIX ustar): heads of 512 bytes, every field checked, no extension.

The standard library's reader knows a dozen kinds of tar and believes what a head says; this one
reads bytes that nobody has signed yet. It knows files and links, takes no number but an octal
one, and never reads more than it was asked for.
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
"""Gives so many bytes, or as many as there are."""


class TarError(Exception):
    """This is no plain tar."""


class CutShort(TarError):
    """It ends before it should."""


class Member(Struct, frozen=True):
    """A file of so many bytes, or a link and where it leads."""

    name: str
    size: int
    link: str = ""


def read_head(block: bytes) -> Member | None:
    """What the head of a member says; None at the end. Raises TarError."""
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
    """How many bytes follow the content of a member before the next head."""
    return -size % BLOCK


def members(read: Read) -> Iterator[tuple[Member, Read]]:
    """Each member with what reads its content, which is passed over where it was not read.

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
        """The next bytes; empty at the end. Raises CutShort."""
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
