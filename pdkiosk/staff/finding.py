"""An entry of the health page: a part of the machine, its state, and how to fix it."""

from __future__ import annotations

import enum

from msgspec import Struct

from pdkiosk.language.message import Message


class Level(enum.Enum):
    """The state of a part: good, needs attention, or broken."""

    GOOD = enum.auto()
    LOOK = enum.auto()
    BAD = enum.auto()


class Finding(Struct, frozen=True):
    """``part`` is its name; ``code`` is a short code to quote by phone.

    ``fix`` says what to do, if anything.
    """

    part: Message
    level: Level
    says: Message
    code: str
    fix: Message | None = None
