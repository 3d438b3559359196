"""Finds the pages of the guide that a facility may hide, and hides them."""

from __future__ import annotations

import msgspec

from pdkiosk.guide.model import Guide, Page

CRITICAL = frozenset(
    {
        "HP-12", "HW-19", "HW-20", "HW-21", "LP-17", "LP-18",
        "OV-10", "OV-11", "OV-12", "OV-16", "SH-01", "SH-06",
    }
)  # fmt: skip
"""The statements of the source guide that everyone who writes a letter must see."""


def may_hide(guide: Guide) -> list[str]:
    """The pages that can be hidden: they only convey the source guide and are not on the short way.

    A page that asks, warns, stops, or carries a critical statement cannot be hidden.
    """
    return [page.id for page in guide.page if _only_explains(page)]


def without(guide: Guide, hidden: list[str]) -> Guide:
    """The guide as a facility shows it; pages that may not be hidden stay."""
    gone = set(hidden) & set(may_hide(guide))
    return msgspec.structs.replace(guide, page=[p for p in guide.page if p.id not in gone])


def _only_explains(page: Page) -> bool:
    return (
        page.kind == "info"
        and "short" not in page.ways
        and not page.questions
        and all(callout.tone not in ("stop", "warning") for callout in page.callouts)
        and all(text.source != "law" for text in page.body)
        and not CRITICAL & carried(page)
    )


def carried(page: Page) -> set[str]:
    """The statements that a page carries."""
    found = set(page.ledger)
    for text in page.body:
        found.update(text.ledger)
    for callout in page.callouts:
        found.update(callout.ledger)
        for text in callout.text:
            found.update(text.ledger)
    return found
