"""Lays out the summary on exactly one page, however much there is to say.

Smaller sizes are tried first; then rows are left out, the least important first, and the page says
how many. Only rows that would not fit even alone are shortened, and that is counted as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from pdkiosk.documents import model
from pdkiosk.pdf.bilingual import Pair
from pdkiosk.pdf.sheet import Pdf, Sheet
from pdkiosk.pdf.summary_page import MARGIN, Selection, SummaryAtSize, SummaryPage
from pdkiosk.pdf.wording import Wording

# In points; the last is the smallest that people can read at arm's length.
_SIZES = (11.0, 10.75, 10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0)
_STILL_LARGE = 9.5
_LONGEST = 60


def compose(summary: model.Summary, first: Wording, other: Wording | None, sheet: Sheet) -> Pdf:
    """Draws the summary on the sheet, in one or two languages, and returns the PDF."""
    pair = Pair(first, other, MARGIN, sheet.width - MARGIN)

    @cache
    def at(size: float) -> SummaryAtSize:
        return SummaryAtSize(summary, pair, size)

    spare = _spare(summary)
    if at(_STILL_LARGE).page(_everything(summary, _STILL_LARGE)).fits(sheet):
        spare = frozenset()
    page = _first_that_fits(at, list(_squeezes(summary, spare)), sheet)
    page.draw(sheet)
    sheet.end_page()
    return sheet.finish()


def _spare(summary: model.Summary) -> frozenset[tuple[int, int]]:
    """The rows that may be left out without a mention.

    They stay only if the page still fits at full size, so that they never shrink or displace other
    rows.
    """
    return frozenset(
        (s, r)
        for s, section in enumerate(summary.sections)
        for r, row in enumerate(section.rows)
        if row.silent
    )


def _everything(
    summary: model.Summary, size: float, but: frozenset[tuple[int, int]] = frozenset()
) -> Selection:
    return Selection(
        size, sections=len(summary.sections), warnings=len(summary.warnings), dropped=but
    )


def _first_that_fits(
    at: Callable[[float], SummaryAtSize], selections: list[Selection], sheet: Sheet
) -> SummaryPage:
    """The first selection that fits; each one takes less room than the one before."""

    def page(index: int) -> SummaryPage:
        return at(selections[index].size).page(selections[index])

    best = page(0)
    if best.fits(sheet):
        return best
    # Try in doubling steps until one fits, then narrow down: usually little has to go, and
    # everything tried at one size is wrapped only once.
    last = len(selections) - 1
    too_much, enough, step = 0, min(len(_SIZES) - 1, last), 1
    best = page(enough)
    while enough < last and not best.fits(sheet):
        too_much, enough, step = enough, min(enough + step, last), step * 2
        best = page(enough)
    while enough - too_much > 1:
        middle = (too_much + enough) // 2
        tried = page(middle)
        if tried.fits(sheet):
            enough, best = middle, tried
        else:
            too_much = middle
    return best


def _squeezes(summary: model.Summary, spare: frozenset[tuple[int, int]]) -> Iterator[Selection]:
    """The selections to try, from everything at full size to almost nothing."""
    everything = _everything(summary, _SIZES[0], spare)
    for size in _SIZES:
        yield replace(everything, size=size)
    smallest = replace(everything, size=_SIZES[-1])
    rows = [
        _Place(row.keep, s, r)
        for s, section in enumerate(summary.sections)
        for r, row in enumerate(section.rows)
        if (s, r) not in spare
    ]
    rows.sort(key=lambda place: (place.keep, place.section, place.row), reverse=True)
    needed = [place.key for place in rows if place.keep == 0]
    dropped = spare
    for place in rows:
        if place.keep > 0:
            dropped |= {place.key}
            yield replace(smallest, dropped=dropped)
    for most in range(_LONGEST, 0, -1):
        yield replace(smallest, dropped=dropped, most=most)
    # If more rows must be shown than a page has lines, the end of the list is cut.
    for key in needed:
        dropped |= {key}
        yield replace(smallest, dropped=dropped, most=1)
    last = replace(smallest, dropped=dropped, most=1)
    for sections in range(len(summary.sections) - 1, -1, -1):
        last = replace(last, sections=sections)
        yield last
    for warnings in range(len(summary.warnings) - 1, -1, -1):
        yield replace(last, warnings=warnings)


class _Place(Struct, frozen=True):
    keep: int
    section: int
    row: int

    @property
    def key(self) -> tuple[int, int]:
        return self.section, self.row
