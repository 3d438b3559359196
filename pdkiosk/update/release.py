"""A release file: a tar of manifest, signature and payload. Nothing in it counts unverified."""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from msgspec import Struct

from pdkiosk.update import manifest as manifests
from pdkiosk.update.manifest import Manifest
from pdkiosk.update.minisign import PublicKey, SignatureError, verify
from pdkiosk.update.refusal import Reason, Refused

MEMBERS = ("manifest.json", "manifest.json.minisig", "payload.tar.xz")
_MOST_HEAD = 8_000_000  # bytes of a manifest or a signature
_BLOCK = 1 << 20


class Release(Struct):
    """An open release whose manifest is signed and whose payload is the one it names."""

    manifest: Manifest
    manifest_bytes: bytes
    signature: str
    payload: IO[bytes]

    def files(self) -> Iterator[tuple[str, IO[bytes] | None]]:
        """Name and content of each file of the payload; None for a link.

        Raises Refused when the payload is not what the manifest says.
        """
        self.payload.seek(0)
        seen = set()
        try:
            with tarfile.open(fileobj=self.payload, mode="r:xz") as tar:
                for member in tar:
                    if member.isdir():
                        continue
                    known = self.manifest.files.get(member.name)
                    if known is None or member.name in seen:
                        raise Refused(Reason.MIXED, member.name)
                    seen.add(member.name)
                    if known.link:
                        if not member.issym() or member.linkname != known.link:
                            raise Refused(Reason.MIXED, member.name)
                        yield member.name, None
                    elif member.isfile() and member.size == known.size:
                        yield member.name, tar.extractfile(member)
                    else:
                        raise Refused(Reason.MIXED, member.name)
        except (tarfile.TarError, EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            raise Refused(Reason.MIXED, type(error).__name__) from error
        missing = sorted(set(self.manifest.files) - seen)
        if missing:
            raise Refused(Reason.MIXED, missing[0])


@contextmanager
def opened(path: Path, keys: Sequence[PublicKey]) -> Iterator[Release]:
    """A release whose signature and payload are checked. Raises Refused when they are wrong."""
    if not keys:
        raise Refused(Reason.NO_KEY)
    try:
        with path.open("rb") as file:
            yield _checked(file, keys)
    except OSError as error:
        if error.filename == str(path):
            raise Refused(Reason.UNREADABLE, error.strerror or "") from error
        raise


def _checked(file: IO[bytes], keys: Sequence[PublicKey]) -> Release:
    try:
        tar = tarfile.TarFile(fileobj=file)
        members = tar.getmembers()
    except (tarfile.TarError, EOFError) as error:
        reason = Reason.TRUNCATED if _begins_like_one(file) else Reason.NOT_A_RELEASE
        raise Refused(reason, type(error).__name__) from error
    names = tuple(member.name for member in members)
    if names != MEMBERS:
        cut = names == MEMBERS[: len(names)] and bool(names)
        raise Refused(Reason.TRUNCATED if cut else Reason.NOT_A_RELEASE)
    if not all(member.isfile() for member in members):
        raise Refused(Reason.NOT_A_RELEASE)
    if any(member.size > _MOST_HEAD for member in members[:2]):
        raise Refused(Reason.NOT_A_RELEASE, "manifest too large")
    head = _read(tar, members[0])
    signature = _read(tar, members[1]).decode("utf-8", "replace")
    signed(head, signature, keys)
    manifest = manifests.read(head)
    payload = tar.extractfile(members[2])
    assert payload is not None
    size, digest = _measure(payload)
    if size < members[2].size:
        raise Refused(Reason.TRUNCATED)
    if size != manifest.payload.size or digest != manifest.payload.sha256:
        raise Refused(Reason.MIXED, "payload")
    return Release(manifest, head, signature, payload)


def signed(head: bytes, signature: str, keys: Sequence[PublicKey]) -> None:
    """Raises Refused when none of the keys has signed a manifest."""
    try:
        verify(head, signature, keys)
    except SignatureError as error:
        raise Refused(Reason.WRONG_SIGNATURE, str(error)) from error


def _begins_like_one(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(len(MEMBERS[0])) == MEMBERS[0].encode()


def _read(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(member)
    data = file.read() if file else b""
    if len(data) != member.size:
        raise Refused(Reason.TRUNCATED)
    return data


def _measure(file: IO[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    try:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    except tarfile.TarError as error:
        raise Refused(Reason.TRUNCATED) from error
    return size, digest.hexdigest()
