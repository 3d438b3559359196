"""Takes back a table that a reviewer filled in: accepts it if it is valid, else refuses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from pdkiosk.review.ledger import VERDICTS, Checked, Role
from pdkiosk.review.statement import book_of
from pdkiosk.review.table import Row


class Reviewer(Struct, frozen=True, kw_only=True):
    """Who filled in a table, as they signed it; ``named``: the organization may be named."""

    who: str
    role: Role
    organization: str
    named: bool
    day: str


class Taken(Struct, frozen=True):
    """The content of a table.

    ``stale``: rows whose words have changed since; they are not accepted.
    """

    checked: list[Checked]
    corrections: list[Row]
    stale: list[Row]
    empty: int


class Refused(Exception):
    """The whole table is refused; ``problems`` has one line for each mistake."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = list(problems)


def book(rows: Sequence[Row]) -> str:
    """The one book that all rows belong to. Raises Refused."""
    books = sorted({book_of(row.number) for row in rows if row.number})
    if not books:
        raise Refused(["the table has no row with a number"])
    if len(books) > 1:
        raise Refused([f"the table mixes books: {', '.join(books)}"])
    return books[0]


def take(rows: Sequence[Row], seals: Mapping[str, str], reviewer: Reviewer) -> Taken:
    """The verdicts of the rows on statements (number -> current seal). Raises Refused."""
    filled = [row for row in rows if row.verdict]
    problems = [*_problems(rows), *_twice(filled)]
    if problems:
        raise Refused(problems)
    stale = [row for row in filled if seals.get(row.number) != row.seal]
    good = [row for row in filled if seals.get(row.number) == row.seal]
    named: Literal["yes", "no"] = "yes" if reviewer.named else "no"
    checked = [
        Checked(
            number=row.number,
            seal=row.seal,
            verdict=row.verdict,  # type: ignore[arg-type]
            who=reviewer.who,
            role=reviewer.role,
            organization=reviewer.organization,
            named=named,
            day=reviewer.day,
        )
        for row in good
    ]
    corrections = [row for row in good if row.verdict != "right"]
    return Taken(checked, corrections, stale, len(rows) - len(filled))


def _problems(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        place = f"line {row.line}"
        if not row.verdict:
            if row.words:
                yield f"{place}: words, but no verdict"
            continue
        if not row.number or not row.seal:
            yield f"{place}: a verdict, but no {'number' if not row.number else 'seal'}"
        elif row.verdict not in VERDICTS:
            yield f"{place}: the verdict “{row.verdict[:30]}” must be one of {', '.join(VERDICTS)}"
        elif row.verdict != "right" and not row.words:
            yield f"{place}: “{row.verdict}” needs words: what to say instead, or what to ask"
        elif not row.initials:
            yield f"{place}: no initials"


def _twice(rows: Sequence[Row]) -> Iterator[str]:
    first: dict[str, Row] = {}
    for row in rows:
        before = first.setdefault(row.number, row)
        if before is not row and row.number:
            yield f"line {row.line}: {row.number} stands in line {before.line} already"
