"""The messages between the window and the process that speaks: lines of JSON."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType


class Order(Struct, frozen=True, omit_defaults=True):
    """From the window: say a text, or (if ``number`` is 0) be silent.

    ``rate`` is -1 (slowest) to 1, ``volume`` 0 to 1. The number comes back in the reports.
    """

    number: int = 0
    text: str = ""
    language: str = ""
    rate: float = 0.0
    volume: float = 1.0

    def __repr__(self) -> str:
        return "Order()"  # the text may be a person's answer: never in a log


class Report(Struct, frozen=True):
    """From the process that speaks: one of these.

    ``ready``: the locales that it has voices for. ``began``, ``finished``, ``failed``: the number
    of an order; ``failed`` is 0 if there is no speech at all.
    """

    ready: list[str] | UnsetType = UNSET
    began: int | UnsetType = UNSET
    finished: int | UnsetType = UNSET
    failed: int | UnsetType = UNSET
    why: Literal["NO_SPEECH", "NO_VOICE"] = "NO_SPEECH"


def line(value: Order | Report) -> bytes:
    """The message as a line; ``pdkiosk.lines.decode`` reads it."""
    return msgspec.json.encode(value) + b"\n"
