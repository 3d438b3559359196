"""Releases for the tests, signed with keys made for them, and installations to put them in."""

from __future__ import annotations

import base64
import datetime
import hashlib
import io
import lzma
import os
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pdkiosk.update.install import Installation, here
from pdkiosk.update.manifest import NAME, File, Manifest, Payload
from pdkiosk.update.minisign import PublicKey
from pdkiosk.update.release import MEMBERS

TODAY = datetime.date(2026, 11, 24)
FILES = {"pdkiosk": b"#!/bin/sh\n", "_internal/a.so": b"\0code" * 5000, "_internal/guide": b"words"}
CONTENT = {
    "resources/guide/pages/1.toml": b"# page\n",
    "resources/guide/review.tsv": b"",
    "resources/languages.toml": b"# none\n",
    "translations/es/review.tsv": b"",
}

PROGRAM_GUIDE = "_internal/pdkiosk/resources/guide/00-about.toml"
CONTENT_GUIDE = "resources/guide/00-about.toml"


def about(checked: str) -> bytes:
    """The file of a guide that says when it was last checked."""
    return f'[about]\nversion = "1"\nchecked = "{checked}"\n'.encode()


@dataclass
class Signer:
    """Signs as the tool minisign does."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    id: bytes = field(default_factory=lambda: os.urandom(8))

    @property
    def key(self) -> PublicKey:
        return PublicKey(self.id, self.private.public_key().public_bytes_raw())

    def public(self) -> bytes:
        """The file of the public key."""
        line = base64.b64encode(b"Ed" + self.key.id + self.key.bytes).decode()
        return f"untrusted comment: x\n{line}\n".encode()

    def sign(self, data: bytes, comment: str = "made for a test") -> bytes:
        of_data = self.private.sign(hashlib.blake2b(data).digest())
        whole = self.private.sign(of_data + comment.encode())
        first, last = (base64.b64encode(raw).decode() for raw in (b"ED" + self.id + of_data, whole))
        return f"untrusted comment: x\n{first}\ntrusted comment: {comment}\n{last}\n".encode()


def packed(files: dict[str, bytes], links: dict[str, str] | None = None) -> bytes:
    """A payload."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
        for name, target in (links or {}).items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            tar.addfile(member)
    return lzma.compress(raw.getvalue(), preset=0)


def described(
    files: dict[str, bytes], payload: bytes, links: dict[str, str] | None = None, **fields: Any
) -> bytes:
    """A manifest of these files."""
    known = {n: File(hashlib.sha256(c).hexdigest(), len(c)) for n, c in files.items()}
    known |= {n: File(link=target) for n, target in (links or {}).items()}
    values: dict[str, Any] = {
        "format": 1,
        "kind": "program",
        "version": "1.1.0",
        "built": TODAY,
        "expires": datetime.date(2028, 11, 24),
        "payload": Payload(hashlib.sha256(payload).hexdigest(), len(payload)),
        "files": known,
        "platform": here(),
        **fields,
    }
    return msgspec.json.encode(Manifest(**values))


def joined(manifest: bytes, signature: bytes, payload: bytes) -> bytes:
    """A release file."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for name, content in zip(MEMBERS, (manifest, signature, payload), strict=True):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return raw.getvalue()


def release(
    signer: Signer,
    files: dict[str, bytes] | None = None,
    links: dict[str, str] | None = None,
    **fields: Any,
) -> bytes:
    """A release file that is as it should be, but for what ``fields`` say."""
    chosen = FILES if files is None else files
    payload = packed(chosen, links)
    manifest = described(chosen, payload, links, **fields)
    return joined(manifest, signer.sign(manifest), payload)


def whole(version: Path) -> bool:
    """Whether every file of an installed version is as its manifest says: its self-test here."""
    try:
        manifest = msgspec.json.decode((version / NAME).read_bytes(), type=Manifest)
        return all(
            os.readlink(version / name) == file.link
            if file.link
            else hashlib.sha256((version / name).read_bytes()).hexdigest() == file.sha256
            for name, file in manifest.files.items()
        )
    except OSError:
        return False


def installation(root: Path, signer: Signer, content: Signer | None = None) -> Installation:
    """An empty installation of version 1.0.0 that trusts the signers."""
    root.mkdir(exist_ok=True)
    return Installation(
        root,
        "1.0.0",
        [signer.key],
        [content.key] if content else [],
        lambda program, added: all(whole(folder) for folder in (program, added) if folder),
        lambda: TODAY,
    )


def put(tmp_path: Path, data: bytes, name: str = "a.release") -> Path:
    """Writes a release file; returns its path."""
    path = tmp_path / name
    path.write_bytes(data)
    return path
