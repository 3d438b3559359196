"""How much of a book is checked as of today; always computed from ledger, texts and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from pdkiosk import resources
from pdkiosk.guide.model import Guide
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import Language
from pdkiosk.review import ledger
from pdkiosk.review.ledger import COUNTS, Checked, LedgerError
from pdkiosk.review.statement import LAW


class Status(Struct, frozen=True, kw_only=True):
    """How many statements of a book are checked as of today.

    ``total`` is 0 if nobody has checked anything: then the statements are not counted. ``ran_out``:
    checked once, but expired. ``changed``: checked once, but changed since; ``gone``: checked once,
    but removed since. ``objected``: someone wants them changed, or has a question. ``by``: the
    organizations that agreed to be named. ``last``: the newest day (ISO) of a valid check.
    ``until``: the last day on which all valid checks count, "" if there is no limit.
    """

    total: int = 0
    checked: int = 0
    ran_out: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    objected: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    last: str = ""
    until: str = ""

    @property
    def complete(self) -> bool:
        """Whether every statement is checked."""
        return 0 < self.total == self.checked


NOTHING = Status()
_NO_DAYS: Mapping[str, str] = MappingProxyType({})


def law_status(guide: Guide, today: date) -> Status:
    """The status of the law book. Raises LedgerError."""
    rows = ledger.read(LAW)
    if not rows:
        return NOTHING
    # Imported late: the first screen waits for this module.
    from pdkiosk.review.law import law_statements

    statements = law_statements(guide)
    days = {each.number: each.check_by for each in statements if each.check_by}
    return judged({each.number: each.seal for each in statements}, rows, LAW, days, str(today))


def language_status(language: str) -> Status:
    """The status of a language's book; complete for the source language. Raises LedgerError."""
    if language == SOURCE_LANGUAGE:
        return NOTHING
    rows = ledger.read(language)
    if not rows:
        return NOTHING
    from pdkiosk.review.translation import translated

    try:
        texts = translated(resources.folder("translations"), language)
    except (OSError, ValueError) as error:
        raise LedgerError(f"{language}: {error}") from error
    seals = {text.number(language): text.seal(language) for text in texts}
    return judged(seals, rows, language)


def law_status_shown(guide: Guide, today: date) -> Status:
    """The status of the law book; a damaged ledger counts as empty."""
    try:
        return law_status(guide, today)
    except LedgerError:
        return NOTHING


def language_status_shown(language: str) -> Status:
    """The status of a language's book; a damaged ledger counts as empty."""
    try:
        return language_status(language)
    except LedgerError:
        return NOTHING


def is_unreviewed_draft(language: Language) -> bool:
    """Whether a language is a draft that people have not completely reviewed."""
    return language.draft and not language_status_shown(language.code).complete


def judged(
    seals: Mapping[str, str],
    rows: Iterable[Checked],
    book: str,
    days: Mapping[str, str] = _NO_DAYS,
    today: str = "",
) -> Status:
    """The status that the rows of a ledger give statements (number -> current seal).

    ``days`` (number -> ISO): the last day on which an expiring statement is current.
    """
    counts = COUNTS[book == LAW]
    late = {number for number, last in days.items() if last < today}
    said: dict[str, list[Checked]] = {}
    changed = set()
    for row in rows:
        if seals.get(row.number) == row.seal:
            said.setdefault(row.number, []).append(row)
        else:
            changed.add(row.number)
    objected = {n for n, each in said.items() if any(row.verdict != "right" for row in each)}
    right = {
        number: [row for row in each if row.role == counts]
        for number, each in said.items()
        if number not in objected and any(row.role == counts for row in each)
    }
    good = [row for number, each in right.items() if number not in late for row in each]
    return Status(
        total=len(seals),
        checked=len(right.keys() - late),
        ran_out=tuple(sorted(right.keys() & late)),
        changed=tuple(sorted(changed & seals.keys() - said.keys())),
        gone=tuple(sorted(changed - seals.keys())),
        objected=tuple(sorted(objected)),
        by=tuple(sorted({row.organization for row in good if row.named == "yes"} - {""})),
        last=max((row.day for row in good), default=""),
        until=min((days[row.number] for row in good if row.number in days), default=""),
    )
