"""Fills pages with strips: decides what stays together and where a page ends.

A strip is one line of text or one row of a table. Strips that must stay together
(the first two lines of a paragraph, a heading and what follows) are glued.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from pdkiosk.pdf.sheet import Sheet

_TOLERANCE = 0.01

# Draws a strip on a sheet, given its top (points from the foot of the page).
Drawing = Callable[[Sheet, float], None]


class Strip(Struct):
    """A horizontal piece of a page. Distances in points.

    ``space`` is the empty room before it, which is dropped at the top of a page. ``glued``: no page
    ends after it. ``head`` is repeated if the strip begins a page. ``opens``: it begins a new page.
    """

    height: float
    draw: Drawing
    space: float = 0.0
    glued: bool = False
    head: Strip | None = None
    opens: bool = False


class Page(Struct):
    """A page: strips with the distances of their tops from the top of the text."""

    strips: list[tuple[float, Strip]]
    used: float = 0.0


def glue(strips: list[Strip]) -> list[Strip]:
    """Keeps the strips together, but not with what follows them; returns them."""
    for strip in strips[:-1]:
        strip.glued = True
    return strips


def glue_paragraph(strips: Sequence[Strip]) -> None:
    """Lets a page end only where at least two lines of the paragraph are on each side."""
    if len(strips) > 1:
        strips[0].glued = strips[-2].glued = True


def paginate(strips: Sequence[Strip], height: float) -> list[Page]:
    """The pages that the strips fill, at least one, each with room for ``height`` points."""
    pages = [Page([])]
    for group in _groups(strips):
        if group[0].opens and pages[-1].strips:
            pages.append(Page([]))
        needed = sum(strip.space + strip.height for strip in group)
        page = pages[-1]
        if page.strips and page.used + needed > height + _TOLERANCE:
            page = Page([])
            pages.append(page)
        for strip in group:
            # Only a group higher than a page (never the case for our own blocks) is split here.
            full = page.used + strip.space + strip.height > height + _TOLERANCE
            if page.strips and full:
                page = Page([])
                pages.append(page)
            _place(page, strip)
    return pages


def _place(page: Page, strip: Strip) -> None:
    if not page.strips and strip.head is not None:
        page.strips.append((0.0, strip.head))
        page.used = strip.head.height
    if page.strips:
        page.used += strip.space
    page.strips.append((page.used, strip))
    page.used += strip.height


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        if group and strip.opens:
            yield group
            group = []
        group.append(strip)
        if not strip.glued:
            yield group
            group = []
    if group:
        yield group
