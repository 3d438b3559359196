"""The staff PIN: the facility file has only its hash (Argon2id, as a PHC string)."""

from __future__ import annotations

import itertools
import os
import re

LEAST_DIGITS = 6
MOST_DIGITS = 16

# A try takes a third to half a second on an old library computer. This only slows down someone who
# steals the file and tries all six digits: docs/staff.md asks for more digits.
_MEMORY_KIB, _ROUNDS, _LANES = 65536, 3, 1
_PHC = re.compile(
    r"\$argon2id\$v=19\$m=([0-9]{4,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
    r"\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}"
)
_MOST_MEMORY_KIB, _MOST_ROUNDS, _MOST_LANES = 262144, 12, 8


class PinError(ValueError):
    """The PIN cannot be used: too short, too long, not digits, or easily guessed."""


def weakness(pin: str) -> str:
    """Why a PIN cannot be used: "digits", "short", "long" or "simple"; "" if it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "digits"
    if len(pin) < LEAST_DIGITS:
        return "short"
    if len(pin) > MOST_DIGITS:
        return "long"
    steps = {int(b) - int(a) for a, b in itertools.pairwise(pin)}
    return "simple" if steps in ({0}, {1}, {-1}) else ""


def hash_pin(pin: str) -> str:
    """The hash of a PIN, for ``staff_pin``. Raises PinError with its ``weakness``."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if problem := weakness(pin):
        raise PinError(problem)
    derived = Argon2id(
        salt=os.urandom(16), length=32, iterations=_ROUNDS, lanes=_LANES, memory_cost=_MEMORY_KIB
    ).derive_phc_encoded(pin.encode())
    return str(derived)


def is_hash(text: str) -> bool:
    """Whether this is a hash that can be checked here, within an acceptable time."""
    match = _PHC.fullmatch(text)
    if match is None:
        return False
    memory, rounds, lanes = (int(group) for group in match.groups())
    return (
        8 * lanes <= memory <= _MOST_MEMORY_KIB
        and 1 <= rounds <= _MOST_ROUNDS
        and 1 <= lanes <= _MOST_LANES
    )


def matches(pin: str, hashed: str) -> bool:
    """Whether the PIN matches the hash; False if it is not a valid hash.

    Raises MemoryError if there is not enough memory to tell.
    """
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not is_hash(hashed):
        return False
    try:
        Argon2id.verify_phc_encoded(pin.encode(), hashed)
    except (InvalidKey, ValueError):
        return False
    return True
