"""The file format of a save: a plaintext header, followed by the encrypted work.

docs/saved-work-format.md describes it byte by byte. Everything a file says about itself is checked
before memory or time is spent on it.
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
"""The only file sizes: 4 KiB, 8 KiB, … 4 MiB."""

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
    """The cost of deriving a key: memory in KiB, passes, parallel lanes."""

    memory: int = 65_536
    passes: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Whether a file may demand this cost: at most the usual memory and a third more time."""
        return (
            1 <= self.lanes <= 4
            and 8 * self.lanes <= self.memory <= 65_536
            and 1 <= self.passes <= 4
        )


STANDARD = Cost()
"""The second recommended choice of RFC 9106 (t=3, p=4, 64 MiB)."""


class Key(Struct, frozen=True):
    """A derived key, with its parameters.

    ``check`` is a commitment: no other key has the same value.
    """

    secret: bytes
    check: bytes
    salt: bytes
    cost: Cost

    def __repr__(self) -> str:
        return "Key()"


class Header(Struct, frozen=True):
    """The plaintext header. Days are counted from 1970-01-01."""

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
    """Whether a file claims to be written by a newer program version."""
    return file[: len(MAGIC)] == MAGIC and int.from_bytes(file[8:10], "big") > VERSION


def as_this_version(file: bytes) -> bytes:
    """The file with its version byte set to this program's.

    It opens only if it was sealed that way.

    The seal covers the version byte, so a file of a different version does not open this way.
    """
    return file[:8] + VERSION.to_bytes(2, "big") + file[10:] if file[:8] == MAGIC else file


def read_header(start: bytes, size: int) -> Header:
    """Parses the header of a file of this size from its first bytes."""
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
    """A new salt; it also distinguishes works from each other."""
    return os.urandom(16)


def derive(passphrase: str, salt: bytes, cost: Cost) -> Key:
    """Derives the key from these words: the only slow step, on purpose."""
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
    """Encrypts the work into a whole file, with a new nonce.

    The file size reveals only a size class.
    """
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
    """Decrypts the work in a file that was sealed with this key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    header = read_header(file, len(file))
    # Poly1305 alone allows a file that opens with two different keys; this check prevents that.
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
