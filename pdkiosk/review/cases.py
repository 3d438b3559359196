"""The tables of cases for the rules, which lawyers read and tests run."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from pdkiosk import resources
from pdkiosk.guide.vocabulary import Rule


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """Answers in the form of an answers file, and whether the rule holds for them."""

    answers: dict[str, Any]
    holds: bool
    because: str = ""


@cache
def cases() -> dict[Rule, list[Case]]:
    """The cases of each rule. Raises OSError or msgspec.MsgspecError."""
    return msgspec.json.decode(resources.read("review/rules.json"), type=dict[Rule, list[Case]])
