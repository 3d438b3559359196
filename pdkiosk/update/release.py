"""A release file: a plain tar of manifest, signature and payload; trusts nothing unverified.

Its first two members are read with fixed headers and size limits; until the signature is verified,
nothing else is processed, neither JSON nor payload. The payload is compared with the hash in the
manifest; and because a stick may return different data when it is read again, each file is compared
again as it is unpacked.
"""

from __future__ import annotations

import hashlib
import lzma
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from pdkiosk import safe_files
from pdkiosk.update import manifest as manifests
from pdkiosk.update import plain_tar
from pdkiosk.update.manifest import File, Manifest
from pdkiosk.update.minisign import PublicKey, SignatureError, verify
from pdkiosk.update.plain_tar import BLOCK, CutShort, Read, TarError
from pdkiosk.update.refusal import Reason, Refused

MEMBERS = ("manifest.json", "manifest.json.minisig", "payload.tar.xz")
MOST_BYTES = 900_000_000
"""A release has about fifty million bytes; this limit keeps one from filling the disk."""
_MOST_MANIFEST = 8_000_000
_MOST_SIGNATURE = 10_000
_MOST_MEMORY = 200_000_000  # for unpacking xz; what packaging/release.py makes takes 9 million
_PIECE = 1 << 20


class Content:
    """The content of one payload file, compared with the manifest while it is read."""

    def __init__(self, name: str, known: File, read: Read) -> None:
        self.size = known.size
        self._name, self._known, self._read = name, known, read
        self._digest = hashlib.sha256()
        self._left = known.size

    def read(self, count: int = _PIECE) -> bytes:
        """Reads the next bytes; empty at the end.

        Raises Refused if they are not what was signed.
        """
        try:
            data = self._read(min(count, self._left)) if self._left else b""
        except (TarError, lzma.LZMAError) as error:
            raise Refused(Reason.MIXED, f"{self._name}: {error}") from error
        self._digest.update(data)
        self._left -= len(data)
        if not self._left and self._digest.hexdigest() != self._known.sha256:
            raise Refused(Reason.MIXED, self._name)
        return data

    def whole(self) -> bytes:
        """Reads the whole content. Raises Refused if it is not what was signed."""
        data = b""
        while more := self.read():
            data += more
        return data


class Release(Struct):
    """An open release with a verified manifest and payload.

    ``payload_at`` is the offset of the payload in the open file (``handle``).
    """

    manifest: Manifest
    manifest_bytes: bytes
    signature: str
    handle: int
    payload_at: int

    def files(self) -> Iterator[tuple[str, Content | None]]:
        """Name and content of each file of the payload; None for a link.

        Raises Refused if the payload does not match the manifest.
        """
        os.lseek(self.handle, self.payload_at, os.SEEK_SET)
        unpacked = _Unpacked(self.handle, self.manifest.payload.size)
        seen = set()
        try:
            for member, read in plain_tar.members(unpacked.read):
                known = self.manifest.files.get(member.name)
                if known is None or member.name in seen:
                    raise Refused(Reason.MIXED, member.name)
                if member.link != known.link or member.size != known.size:
                    raise Refused(Reason.MIXED, member.name)
                seen.add(member.name)
                yield member.name, None if known.link else Content(member.name, known, read)
        except (TarError, lzma.LZMAError) as error:
            raise Refused(Reason.MIXED, str(error)) from error
        missing = sorted(set(self.manifest.files) - seen)
        if missing:
            raise Refused(Reason.MIXED, missing[0])


class _Unpacked:
    """Decompresses a payload, as many bytes at a time as are requested."""

    def __init__(self, handle: int, size: int) -> None:
        self._handle, self._left = handle, size
        self._xz = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)

    def read(self, count: int) -> bytes:
        while not self._xz.eof:
            packed = b""
            if self._xz.needs_input:
                packed = safe_files.read_handle(self._handle, min(self._left, _PIECE))
                self._left -= len(packed)
                if not packed:
                    break
            if data := self._xz.decompress(packed, count):
                return data
        return b""


@contextmanager
def opened(path: Path, keys: Sequence[PublicKey]) -> Iterator[Release]:
    """Opens a release and checks its signature and payload. Raises Refused if they are wrong.

    Any other error while checking also means that the file is refused.
    """
    if not keys:
        raise Refused(Reason.NO_KEY)
    try:
        handle = safe_files.open_file(path)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error
    with safe_files.closing(handle):
        try:
            release = _checked(handle, keys)
        except OSError as error:
            raise _unreadable(error) from error
        except Refused:
            raise
        except Exception as error:
            raise Refused(Reason.NOT_A_RELEASE, type(error).__name__) from error
        yield release


def _checked(handle: int, keys: Sequence[PublicKey]) -> Release:
    if os.fstat(handle).st_size > MOST_BYTES:
        raise Refused(Reason.NOT_A_RELEASE, "too much")
    head = _member(handle, 0, _MOST_MANIFEST)
    signature = _member(handle, 1, _MOST_SIGNATURE).decode("utf-8", "replace")
    signed(head, signature, keys)
    # From here on the manifest is trusted.
    manifest = manifests.read(head)
    size = _size(handle, 2, MOST_BYTES)
    at = os.lseek(handle, 0, os.SEEK_CUR)
    if size != manifest.payload.size:
        raise Refused(Reason.MIXED, "payload")
    if _measured(handle, size) != manifest.payload.sha256:
        raise Refused(Reason.MIXED, "payload")
    return Release(manifest, head, signature, handle, at)


def signed(head: bytes, signature: str, keys: Sequence[PublicKey]) -> None:
    """Checks the signature of a manifest. Raises Refused if it is by none of the keys."""
    try:
        verify(head, signature, keys)
    except SignatureError as error:
        raise Refused(Reason.WRONG_SIGNATURE, str(error)) from error


def _member(handle: int, number: int, most: int) -> bytes:
    """The content of one of the first members, which are small. Raises Refused."""
    size = _size(handle, number, most)
    whole = size + plain_tar.padding(size)
    data = safe_files.read_handle(handle, whole)
    if len(data) < whole:
        raise Refused(Reason.TRUNCATED)
    return data[:size]


def _size(handle: int, number: int, most: int) -> int:
    """The size of the next member, which must be the expected one."""
    block = safe_files.read_handle(handle, BLOCK)
    begun = number > 0 or block.startswith(MEMBERS[0].encode())
    try:
        member = plain_tar.read_head(block)
    except TarError as error:
        cut = begun and isinstance(error, CutShort)
        raise Refused(Reason.TRUNCATED if cut else Reason.NOT_A_RELEASE, str(error)) from error
    if member is None or member.name != MEMBERS[number] or member.link or member.size > most:
        raise Refused(Reason.NOT_A_RELEASE, MEMBERS[number])
    return member.size


def _measured(handle: int, size: int) -> str:
    digest = hashlib.sha256()
    while size:
        block = os.read(handle, min(size, _PIECE))
        if not block:
            raise Refused(Reason.TRUNCATED)
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()


def _unreadable(error: Exception) -> Refused:
    detail = error.strerror if isinstance(error, OSError) else ""
    return Refused(Reason.UNREADABLE, detail or type(error).__name__)
