"""The ledger: who has checked which words. Written by ``pdkiosk review take``."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from pdkiosk import resources, shipped_files
from pdkiosk.review.statement import LAW

Verdict = Literal["right", "change", "ask"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Role = Literal["lawyer", "translator", "reader"]
ROLES: tuple[Role, ...] = get_args(Role)
COUNTS: dict[bool, Role] = {True: "lawyer", False: "translator"}
"""Whose "right" counts in the law book (True) and in the book of a language (False)."""

NAME = "review.tsv"


class LedgerError(Exception):
    """A ledger is damaged: file, line and what is wrong."""


class Checked(Struct, frozen=True, kw_only=True):
    """A record that someone has checked a statement as it was then.

    ``named``: the organization agreed to be named on the screen. ``day`` is ISO.
    """

    number: str
    seal: str
    verdict: Verdict
    who: str
    role: Role
    organization: str
    named: Literal["yes", "no"]
    day: str


FIELDS = Checked.__struct_fields__


def path_of(book: str) -> Path:
    """The path of a book's ledger ("law" or a language); it is stored with the checked content."""
    if book == LAW:
        return resources.path("guide") / NAME
    return resources.folder("translations") / book / NAME


def read(book: str) -> list[Checked]:
    """The ledger of a book; empty if there is none. Raises LedgerError."""
    path = path_of(book)
    try:
        data = shipped_files.read(path)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise LedgerError(f"{path.name}: cannot be read ({error})") from error
    return parsed(data, f"{path.parent.name}/{path.name}")


def parsed(data: bytes, name: str) -> list[Checked]:
    """The rows of a ledger. Raises LedgerError with ``name`` and the line."""
    import csv  # imported late: the first screen waits for this module

    try:
        lines = list(csv.reader(io.StringIO(data.decode()), delimiter="\t", strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise LedgerError(f"{name}: {error}") from error
    if not lines or tuple(lines[0]) != FIELDS:
        raise LedgerError(f"{name}: line 1: expected {' '.join(FIELDS)}")
    return [_row(fields, f"{name}: line {line}") for line, fields in enumerate(lines[1:], 2)]


def _row(fields: list[str], place: str) -> Checked:
    if len(fields) != len(FIELDS):
        raise LedgerError(f"{place}: {len(fields)} fields instead of {len(FIELDS)}")
    found = dict(zip(FIELDS, fields, strict=True))
    allowed = {"verdict": VERDICTS, "role": ROLES, "named": ("yes", "no")}
    for name, values in allowed.items():
        if found[name] not in values:
            raise LedgerError(f"{place}: {name} must be one of {', '.join(values)}")
    try:
        date.fromisoformat(found["day"])
    except ValueError as error:
        raise LedgerError(f"{place}: day: {error}") from error
    return Checked(**found)  # type: ignore[arg-type]


def written(rows: Iterable[Checked]) -> bytes:
    """A ledger as a file, sorted by number and person."""
    import csv

    table = io.StringIO()
    writer = csv.writer(table, delimiter="\t", lineterminator="\n")
    writer.writerow(FIELDS)
    for row in sorted(rows, key=lambda row: (row.number, row.who)):
        writer.writerow([getattr(row, name) for name in FIELDS])
    return table.getvalue().encode()


def merged(before: Iterable[Checked], new: Iterable[Checked]) -> list[Checked]:
    """Merges earlier and new records: each person's latest verdict counts."""
    rows = {(row.number, row.who): row for row in before}
    rows.update({(row.number, row.who): row for row in new})
    return list(rows.values())
