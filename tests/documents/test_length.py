"""How long the letters of twenty people are: an officer has minutes (two pages at 11.5 points)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from pdkiosk.documents.model import Document, ExhibitTable, Heading, OwnWords, PageBreak
from pdkiosk.pdf import Paper, render, styles
from tests import letters
from tests.documents.people import CATALOGS
from tests.documents.twenty import TWENTY

# Whoever says nearly nothing.
ONE_PAGE = {"gates-only", "work-alone", "cancer-and-nothing-else"}
# Thirty relatives, every reason, and a record of seven kinds, which nobody has.
NOBODY = {"everything-ticked"}
# Whose letter fills both its pages: the proof of service has a page of its own.
FULL = {"father-with-a-sick-child"}


def to_ice(letter: Document) -> Document:
    """The letter, its signature and its list of exhibits: what an officer reads."""
    end = next(i for i, b in enumerate(letter.blocks) if isinstance(b, PageBreak) and b.if_needed)
    return replace(letter, blocks=letter.blocks[:end])


def page_count(letter: Document) -> int:
    return render(letter, "en", CATALOGS, Paper.LETTER).pages


@pytest.mark.parametrize("name", sorted(set(TWENTY) - NOBODY))
def test_the_letter_with_its_exhibits_is_two_pages_at_most(name: str) -> None:
    letter = letters.letter(name)
    assert page_count(to_ice(letter)) <= (1 if name in ONE_PAGE else 2)
    # Words to be translated have a sheet of their own; the proof of service, which the writer
    # keeps, shares the last page of the letter unless the list of exhibits is long.
    annexed = any(isinstance(block, OwnWords) for block in letter.blocks)
    exhibits = sum(len(b.rows) for b in letter.blocks if isinstance(b, ExhibitTable))
    assert page_count(letter) <= 2 + annexed + (exhibits > 10 or name in FULL)


def test_everything_that_can_be_said_is_three_pages() -> None:
    for name in NOBODY:
        assert page_count(to_ice(letters.letter(name))) <= 3


def test_the_print_is_not_made_smaller_for_it() -> None:
    assert styles.BODY == 11.5
    assert styles.MARGIN == 72


def test_a_heading_in_the_line_takes_no_line() -> None:
    letter = letters.letter("green-card-holder")
    headings = [b for b in letter.blocks if isinstance(b, Heading)]
    assert {h.level for h in headings} == {Heading.IN_THE_LINE, 2}
    taller = replace(
        letter,
        blocks=tuple(replace(b, level=2) if isinstance(b, Heading) else b for b in letter.blocks),
    )
    assert page_count(to_ice(taller)) > 1
