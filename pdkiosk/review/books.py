"""The statements of a book; those changed since a reviewer's last book can come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from pdkiosk import resources
from pdkiosk.guide.model import Guide
from pdkiosk.review.language_book import language_statements
from pdkiosk.review.law import law_statements
from pdkiosk.review.statement import LAW, Statement
from pdkiosk.review.table import Row

CHANGED = "New or changed since your last book"


def statements(book: str, guide: Guide) -> list[Statement]:
    """All statements of a book, "law" or a language.

    Raises OSError or ValueError if the language cannot be read.
    """
    if book == LAW:
        return law_statements(guide)
    return language_statements(guide, resources.folder("translations"), book)


def changed_first(found: Sequence[Statement], before: Iterable[Row]) -> list[Statement]:
    """The statements; those that differ from an earlier book come first, under a heading."""
    known = {(row.number, row.seal) for row in before}
    new = [each for each in found if (each.number, each.seal) not in known]
    old = [each for each in found if (each.number, each.seal) in known]
    return [*(replace(each, heading=f"{CHANGED}: {each.heading}") for each in new), *old]
