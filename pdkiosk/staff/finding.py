"""What the health page says: a part of the machine, how it is, and how to fix it."""

from __future__ import annotations

import enum

from msgspec import Struct

from pdkiosk.language.message import Message


class Level(enum.Enum):
    """How a part is: good, to be looked at, or broken."""

    GOOD = enum.auto()
    LOOK = enum.auto()
    BAD = enum.auto()


class Finding(Struct, frozen=True):
    """``part`` names it; ``code`` is for the telephone; ``fix`` says what to do, if anything."""

    part: Message
    level: Level
    says: Message
    code: str
    fix: Message | None = None
