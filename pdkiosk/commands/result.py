"""One line of ``pdkiosk check``."""

from __future__ import annotations

import enum

from msgspec import Struct


class Level(enum.Enum):
    """How a check ended; the value is at the start of its line."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


class Result(Struct, frozen=True):
    """One line."""

    level: Level
    name: str
    detail: str

    def __str__(self) -> str:
        return f"{self.level.value:<4} {self.name}: {self.detail}"
