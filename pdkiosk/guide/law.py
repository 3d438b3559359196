"""What is known about the law, and until when each entry counts as current."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct


class Law(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact about the law and its source. Dates are ISO.

    ``sure``: seen in a copy of a public page, known generally, or open. ``check_by``: the last
    day on which what rests on it is said without "this may have changed".
    """

    id: str
    statement: str
    citation: str
    address: str = ""
    seen_on: str
    sure: Literal["seen", "known", "open"]
    check_by: str


def overdue(entries: Iterable[Law], today: date) -> list[Law]:
    """The entries that should have been looked up again before today, longest overdue first."""
    late = [entry for entry in entries if entry.check_by < today.isoformat()]
    return sorted(late, key=lambda entry: (entry.check_by, entry.id))
