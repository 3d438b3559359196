"""Makes the test vectors from docs/saved-work-format.md alone: nothing of pdkiosk is used here.

Argon2 is the reference implementation (argon2-cffi, not one of our dependencies), ChaCha20 and
Poly1305 are written out below after RFC 8439. To make them again, in this folder:

    pip install --target /tmp/argon argon2-cffi && PYTHONPATH=/tmp/argon python make.py
"""

from __future__ import annotations

import json
import struct
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent


def argon2id(secret: bytes, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # type: ignore[import-not-found]

    output: bytes = hash_secret_raw(
        secret, salt, passes, memory, lanes, hash_len=64, type=Type.ID, version=19
    )
    return output


def rotated(value: int, count: int) -> int:
    return ((value << count) | (value >> (32 - count))) & 0xFFFFFFFF


def quarter(s: list[int], a: int, b: int, c: int, d: int) -> None:
    for x, y, z, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[x] = (s[x] + s[y]) & 0xFFFFFFFF
        s[z] = rotated(s[z] ^ s[x], count)


def chacha_block(key: bytes, counter: int, nonce: bytes) -> bytes:
    start = [
        *struct.unpack("<4I", b"expand 32-byte k"),
        *struct.unpack("<8I", key),
        counter,
        *struct.unpack("<3I", nonce),
    ]
    s = list(start)
    for _ in range(10):
        for i in range(4):
            quarter(s, i, 4 + i, 8 + i, 12 + i)
        for i in range(4):
            quarter(s, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    mixed = [(x + y) & 0xFFFFFFFF for x, y in zip(s, start, strict=True)]
    return struct.pack("<16I", *mixed)


def chacha(key: bytes, nonce: bytes, text: bytes) -> bytes:
    out = bytearray()
    for i in range(0, len(text), 64):
        stream = chacha_block(key, 1 + i // 64, nonce)
        out += bytes(x ^ y for x, y in zip(text[i : i + 64], stream, strict=False))
    return bytes(out)


def poly1305(key: bytes, text: bytes) -> bytes:
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    s = int.from_bytes(key[16:], "little")
    total = 0
    for i in range(0, len(text), 16):
        block = int.from_bytes(text[i : i + 16] + b"\1", "little")
        total = (total + block) * r % ((1 << 130) - 5)
    return ((total + s) & ((1 << 128) - 1)).to_bytes(16, "little")


def sealed(key: bytes, nonce: bytes, text: bytes, associated: bytes) -> bytes:
    def padded(part: bytes) -> bytes:
        return part + bytes(-len(part) % 16)

    secret = chacha(key, nonce, text)
    lengths = struct.pack("<QQ", len(associated), len(secret))
    one_time = chacha_block(key, 0, nonce)[:32]
    return secret + poly1305(one_time, padded(associated) + padded(secret) + lengths)


def plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold().replace("\u0131", "i")
    text = unicodedata.normalize("NFKD", text)
    return "".join(
        c
        for c in text
        if not unicodedata.combining(c)
        and unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs")
    )


def file(case: dict[str, object]) -> bytes:
    memory, passes, lanes = case["memory"], case["passes"], case["lanes"]
    assert isinstance(memory, int) and isinstance(passes, int) and isinstance(lanes, int)
    salt, nonce = bytes.fromhex(str(case["salt"])), bytes.fromhex(str(case["nonce"]))
    data = str(case["data"]).encode() * int(str(case["times"]))
    words = plain(str(case["passphrase"])).encode()
    output = argon2id(words, salt, memory, passes, lanes)
    size = 4096
    while size < 100 + 4 + len(data) + 16:
        size *= 2
    header = (
        b"PDKwork\n"
        + struct.pack(">HBBIII", 1, 1, lanes, passes, memory, size)
        + salt
        + nonce
        + struct.pack(">IIQ", case["saved"], case["deletion"], case["generation"])
        + output[32:]
    )
    assert len(header) == 100
    inside = struct.pack(">I", len(data)) + data
    inside += bytes(size - 100 - 16 - len(inside))
    return header + sealed(output[:32], nonce, inside, header)


def check() -> None:
    """The example of RFC 8439, 2.8.2."""
    key = bytes(range(0x80, 0xA0))
    nonce = bytes.fromhex("070000004041424344454647")
    text = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
        b"the future, sunscreen would be it."
    )
    found = sealed(key, nonce, text, bytes.fromhex("50515253c0c1c2c3c4c5c6c7"))
    assert found[-16:].hex() == "1ae10b594f09e26a7e902ecbd0600691"


if __name__ == "__main__":
    check()
    for name, case in json.loads((HERE / "cases.json").read_text(encoding="utf-8")).items():
        (HERE / f"{name}.work").write_bytes(file(case))
        print(name)
