"""The file of one save: a header in the clear, and sealed behind it the work.

docs/saved-work-format.md describes it byte by byte. Everything that a file says about itself
is checked before it costs memory or time.
"""

from __future__ import annotations

import hmac
import os
import struct

from msgspec import Struct

from pdkiosk.vault.trouble import Trouble, VaultError
from pdkiosk.vault.words import plain

MAGIC = b"PDKwork\n"
VERSION = 1
SMALLEST = 4_096
LARGEST = 4_194_304
"""Files have the sizes 4 KiB, 8 KiB, … 4 MiB and no other."""

_HEADER = struct.Struct(">8sHBBIII16s12sIIQ32s")
HEADER = _HEADER.size
_TAG = 16
_LENGTH = struct.Struct(">I")
MOST_DATA = LARGEST - HEADER - _TAG - _LENGTH.size

LAST_DAY = 2_932_896  # 9999-12-31
_SUITE = 1  # Argon2id 1.3 with ChaCha20-Poly1305
_KEY = 32
_CHECK = 32


class Cost(Struct, frozen=True):
    """What deriving a key costs: memory in KiB, passes over it, lanes at the same time."""

    memory: int = 65_536
    passes: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Whether a file may ask for this: never more than the usual memory, a third more time."""
        return (
            1 <= self.lanes <= 4
            and 8 * self.lanes <= self.memory <= 65_536
            and 1 <= self.passes <= 4
        )


STANDARD = Cost()
"""The second recommended choice of RFC 9106 (t=3, p=4, 64 MiB)."""


class Key(Struct, frozen=True):
    """A derived key, with what it was derived by.

    ``check`` is a commitment: no other key has the same value.
    """

    secret: bytes
    check: bytes
    salt: bytes
    cost: Cost

    def __repr__(self) -> str:
        return "Key()"


class Header(Struct, frozen=True):
    """What is in the clear. Days are counted from 1970-01-01."""

    size: int
    cost: Cost
    salt: bytes
    nonce: bytes
    saved: int
    deletion: int
    generation: int
    check: bytes

    def packed(self) -> bytes:
        cost = self.cost
        return _HEADER.pack(
            MAGIC, VERSION, _SUITE, cost.lanes, cost.passes, cost.memory, self.size,
            self.salt, self.nonce, self.saved, self.deletion, self.generation, self.check,
        )  # fmt: skip


def is_newer(file: bytes) -> bool:
    """Whether a file says that a newer program wrote it."""
    return file[: len(MAGIC)] == MAGIC and int.from_bytes(file[8:10], "big") > VERSION


def as_this_version(file: bytes) -> bytes:
    """A file with the version of this program in it; it opens only if it was sealed so.

    The version is among what the seal covers: a file of another version does not open so.
    """
    return file[:8] + VERSION.to_bytes(2, "big") + file[10:] if file[:8] == MAGIC else file


def read_header(start: bytes, size: int) -> Header:
    """The header of a file of this size, from its first bytes."""
    if len(start) < HEADER or start[: len(MAGIC)] != MAGIC:
        raise VaultError(Trouble.WRONG_OR_DAMAGED)
    if is_newer(start):
        raise VaultError(Trouble.NEWER_FORMAT)
    (_, version, suite, lanes, passes, memory, said, salt, nonce, saved, deletion, generation,
     check) = _HEADER.unpack(start[:HEADER])  # fmt: skip
    cost = Cost(memory, passes, lanes)
    if (
        version != VERSION
        or suite != _SUITE
        or not cost.bearable()
        or said != size
        or not SMALLEST <= size <= LARGEST
        or size & (size - 1)
        or max(saved, deletion) > LAST_DAY
    ):
        raise VaultError(Trouble.WRONG_OR_DAMAGED)
    return Header(size, cost, salt, nonce, saved, deletion, generation, check)


def new_salt() -> bytes:
    """A salt; it also tells one work from another."""
    return os.urandom(16)


def derive(passphrase: str, salt: bytes, cost: Cost) -> Key:
    """The key for these words: the one slow step, on purpose."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    text = plain(passphrase).encode()
    derivation = Argon2id(
        salt=salt,
        length=_KEY + _CHECK,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    try:
        output = derivation.derive(text)
    except MemoryError:
        raise VaultError(Trouble.FAULT) from None
    return Key(output[:_KEY], output[_KEY:], salt, cost)


def seal(data: bytes, key: Key, *, saved: int, deletion: int, generation: int) -> bytes:
    """The whole file. The nonce is new each time; its size tells only a class of sizes."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if len(data) > MOST_DATA:
        raise VaultError(Trouble.TOO_BIG)
    size = SMALLEST
    while size < HEADER + _LENGTH.size + len(data) + _TAG:
        size *= 2
    header = Header(
        size, key.cost, key.salt, os.urandom(12), saved, deletion, generation, key.check
    )
    packed = header.packed()
    inside = (_LENGTH.pack(len(data)) + data).ljust(size - HEADER - _TAG, b"\0")
    return packed + ChaCha20Poly1305(key.secret).encrypt(header.nonce, inside, packed)


def unseal(file: bytes, key: Key) -> bytes:
    """The work in a file that this key sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    header = read_header(file, len(file))
    # Poly1305 alone can be fooled into fitting two keys; this cannot.
    if not hmac.compare_digest(header.check, key.check):
        raise VaultError(Trouble.WRONG_OR_DAMAGED)
    try:
        inside = ChaCha20Poly1305(key.secret).decrypt(header.nonce, file[HEADER:], file[:HEADER])
    except InvalidTag:
        raise VaultError(Trouble.WRONG_OR_DAMAGED) from None
    length = _LENGTH.unpack_from(inside)[0]
    if length > len(inside) - _LENGTH.size:
        raise VaultError(Trouble.WRONG_OR_DAMAGED)
    return inside[_LENGTH.size : _LENGTH.size + length]
