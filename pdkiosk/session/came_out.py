"""What has come out so far: which papers, of which version, and in which printing.

All of it is read from the printings of the session; nothing else keeps count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pdkiosk.session.papers import Part, Printing


def came_out_in(printings: Sequence[Printing], part: Part) -> Printing | None:
    """The printing in which this version of a paper came out; None if it did not.

    Only the last try counts: someone who prints it again lacks pages of it until it has come out
    again. And if pages of another version may have come out since, it is not the last one any more.
    """
    for printing in reversed(printings):
        for place, printed in enumerate(printing.parts):
            if printed.id == part.id and printed.data == part.data:
                return printing if _is_whole(printing, place) else None
            if printed.id == part.id and _may_be_out(printing, place):
                return None
    return None


def is_out(printings: Sequence[Printing], part: Part) -> bool:
    """Whether this version of a paper came out, as ``came_out_in`` says."""
    return came_out_in(printings, part) is not None


def may_be_out(printings: Sequence[Printing], part: Part) -> bool:
    """Whether there may be pages of this version of a paper."""
    return any(
        printed.id == part.id and printed.data == part.data and _may_be_out(printing, place)
        for printing in printings
        for place, printed in enumerate(printing.parts)
    )


def is_outdated(printings: Sequence[Printing], ours: Iterable[Printing], part: Part) -> bool:
    """Whether of a paper there are, or may be, only pages of another version.

    ``ours``: the printings whose pages can be outdated.
    """
    out = any(
        printed.id == part.id and printed.data != part.data and _may_be_out(printing, place)
        for printing in ours
        for place, printed in enumerate(printing.parts)
    )
    return out and not is_out(printings, part)


def _is_whole(printing: Printing, place: int) -> bool:
    """Whether the part at this place came out, all of it."""
    progress = printing.progress
    return progress.outcome is not None and (progress.outcome.ok or place < progress.finished)


def _may_be_out(printing: Printing, place: int) -> bool:
    """Whether there may be pages of the part at this place."""
    progress = printing.progress
    if progress.outcome is None or _is_whole(printing, place):
        return progress.outcome is not None
    some = progress.outcome.leaves_pages or (progress.page or 0) > 1
    return some and place < progress.part
