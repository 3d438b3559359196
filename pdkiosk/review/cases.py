"""The tables of cases of the rules: what a lawyer reads, and what the tests run."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from pdkiosk import resources
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import DateQuestion, Guide
from pdkiosk.guide.vocabulary import Rule
from pdkiosk.interview.answers import Answers, parse_date


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """Answers as an answers file has them, and whether the rule holds for them."""

    answers: dict[str, Any]
    holds: bool
    because: str = ""


@cache
def cases() -> dict[Rule, list[Case]]:
    """The cases of each rule. Raises OSError or msgspec.MsgspecError."""
    return msgspec.json.decode(resources.read("review/rules.json"), type=dict[Rule, list[Case]])


def answers_of(case: Case, guide: Guide) -> Answers:
    """The answers of a case, dates among them. Raises ValueError where a date is none."""
    dates = {q.id for q in all_questions(guide) if isinstance(q, DateQuestion)}

    def read(name: str, value: Any) -> Any:
        if name in dates and isinstance(value, str):
            return parse_date(value)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [{key: read(key, inner) for key, inner in card.items()} for card in value]
        return value

    return Answers({name: read(name, value) for name, value in case.answers.items()})
