"""Checks signatures made with minisign (https://jedisct1.github.io/minisign/).

It only checks: keys are made and releases signed with the minisign tool, on another machine.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable

from msgspec import Struct

_PURE, _HASHED = b"Ed", b"ED"
_KEY_ID, _SIGNATURE, _PUBLIC = 8, 64, 32
_TRUSTED = "trusted comment: "


class SignatureError(Exception):
    """The signature or the key is malformed, or does not belong to the data."""


class PublicKey(Struct, frozen=True):
    """An Ed25519 key and the number by which signatures name it."""

    id: bytes
    bytes: bytes

    @classmethod
    def read(cls, text: str) -> PublicKey:
        """Reads the key in a ``.pub`` file. Raises SignatureError if it is not a key."""
        lines = [line for line in text.splitlines() if not line.startswith("untrusted comment:")]
        raw = _decoded(lines[0] if lines else "")
        if len(raw) != 2 + _KEY_ID + _PUBLIC or raw[:2] != _PURE:
            raise SignatureError("this is no public key of minisign")
        return cls(raw[2 : 2 + _KEY_ID], raw[2 + _KEY_ID :])


def verify(data: bytes, signature: str, keys: Iterable[PublicKey]) -> str:
    """The trusted comment, if one of the keys has signed the data.

    Raises SignatureError otherwise.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    lines = signature.splitlines()
    if len(lines) < 4 or not lines[2].startswith(_TRUSTED):
        raise SignatureError("this is no signature of minisign")
    raw, comment, whole = _decoded(lines[1]), lines[2][len(_TRUSTED) :], _decoded(lines[3])
    if len(raw) != 2 + _KEY_ID + _SIGNATURE or raw[:2] not in (_PURE, _HASHED):
        raise SignatureError("this is no signature of minisign")
    signed = hashlib.blake2b(data).digest() if raw[:2] == _HASHED else data
    of_data = raw[2 + _KEY_ID :]
    for key in keys:
        if key.id != raw[2 : 2 + _KEY_ID]:
            continue
        try:
            public = Ed25519PublicKey.from_public_bytes(key.bytes)
            public.verify(of_data, signed)
            public.verify(whole, of_data + comment.encode("utf-8"))
        except (InvalidSignature, ValueError):
            raise SignatureError("the data is not what was signed") from None
        return comment
    raise SignatureError("it was made with a key that is not known here")


def _decoded(line: str) -> bytes:
    try:
        return base64.b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise SignatureError("this is not base64") from None
