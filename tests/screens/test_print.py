"""What is ticked by default on the print page, with and without a page limit."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.language.message import Message
from pdkiosk.session.papers import Part
from pdkiosk.ui.context import Context, Preferences
from pdkiosk.ui.screens.print import chosen_parts
from pdkiosk.ui.theme.look import TextSize

TITLE = Message("A paper", "test.paper")
PARTS = [
    Part("letter", TITLE, 4, b""),
    Part("summary", TITLE, 1, b""),
    Part("copy", TITLE, 4, b""),
    Part("lawyer", TITLE, 1, b""),
    Part("envelope", TITLE, 1, b"", wanted=False),
    Part("large-print-copy", TITLE, 12, b"", wanted=False),
]


def context(
    limit: int, printed: set[str], not_printed: set[str], size: TextSize = TextSize.NORMAL
) -> Context:
    return cast(
        Context,
        SimpleNamespace(
            facility=Facility(page_limit=limit),
            printed=printed,
            not_printed=not_printed,
            preferences=Preferences(text_size=size),
        ),
    )


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (0, {"letter", "summary", "copy", "lawyer"}),
        (10, {"letter", "summary", "copy", "lawyer"}),
        (9, {"letter", "summary", "copy"}),
        (6, {"letter", "summary", "lawyer"}),
        (5, {"letter", "summary"}),
        # The letter is never left out for the sake of a limit: the page says what is too much.
        (2, {"letter"}),
    ],
)
def test_the_letter_comes_first_under_a_limit(limit: int, expected: set[str]) -> None:
    assert chosen_parts(context(limit, set(), set()), PARTS) == expected


@pytest.mark.parametrize("size", TextSize)
def test_who_reads_large_letters_gets_large_print_unless_they_took_it_out(size: TextSize) -> None:
    large = size in (TextSize.LARGE, TextSize.LARGEST)
    assert ("large-print-copy" in chosen_parts(context(0, set(), set(), size), PARTS)) is large
    assert "large-print-copy" not in chosen_parts(context(12, set(), set(), size), PARTS)
    out = context(0, set(), {"large-print-copy"}, size)
    assert "large-print-copy" not in chosen_parts(out, PARTS)


def test_what_the_person_put_in_or_took_out_stays_so() -> None:
    mine = context(0, {"letter", "envelope"}, {"summary", "copy", "lawyer"})
    assert chosen_parts(mine, PARTS) == {"letter", "envelope"}
