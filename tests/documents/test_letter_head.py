"""The head of the letter: which office, which address, which case, and the blanks in it."""

from __future__ import annotations

import pytest

from pdkiosk import pdf
from pdkiosk.documents.model import (
    Addressee,
    Reference,
    Sentence,
)
from pdkiosk.facility.settings import Facility
from pdkiosk.pdf.text import wrap
from pdkiosk.pdf.wording import Wording
from tests.documents import people
from tests.documents.people import D, say


def test_it_never_goes_to_the_judge_and_the_office_fits_the_stage() -> None:
    for stage, wishes, ticked in (
        ("yes", ["release"], [True, True]),
        ("yes", [], [True, True]),
        ("yes", ["close"], [True, False]),
        ("order", [], [False, True]),
    ):
        document = people.letter(in_proceedings=stage, requests=wishes)
        (addressee,) = (b for b in document.blocks if isinstance(b, Addressee))
        assert [box[0] for box in addressee.boxes] == ticked
        assert "judge" not in " ".join(
            say(line.message, "en").lower() for _tick, lines in addressee.boxes for line in lines
        )


def test_addresses_come_from_the_facility_file_or_are_blank() -> None:
    facility = Facility(
        name="Eloy Detention Center",
        address=["1705 East Hanna Road", "Eloy, Arizona"],
        opla_address=["1 Court Street"],
    )
    texts = [say(m, "en") for m in people.every_message(people.letter(facility))]
    for line in ("Eloy Detention Center", "1705 East Hanna Road", "1 Court Street"):
        assert line in texts
    elsewhere = people.letter(facility, facility_name="Florence")
    assert "1705 East Hanna Road" not in [say(m, "en") for m in people.every_message(elsewhere)]


@pytest.mark.parametrize("paper", pdf.Paper)
@pytest.mark.parametrize("language", people.LANGUAGES)
@pytest.mark.parametrize("stage", ["yes", "order"])
def test_no_line_of_the_head_is_broken_at_a_blank(
    paper: pdf.Paper, language: str, stage: str
) -> None:
    wording = Wording(people.CATALOGS, language)
    width = paper.value[0] - 2 * 72
    for block in people.letter(in_proceedings=stage).blocks:
        lines: tuple[Sentence, ...] = ()
        if isinstance(block, Reference):
            lines, room = block.lines, width - 72
        elif isinstance(block, Addressee):
            lines = tuple(line for _tick, box in block.boxes for line in box)
            room = width / 2 - 25.2
        for line in lines:
            spans = wording.sentence(line)
            size = 10.25 if isinstance(block, Addressee) else 11.5
            assert len(wrap(spans, size, room)) == 1, say(line.message, language)


def test_the_next_hearing_is_in_the_reference() -> None:
    document = people.letter(next_hearing=D("2026-12-15"), court="Eloy", judge="Ana Ruiz")
    (reference,) = (b for b in document.blocks if isinstance(b, Reference))
    texts = [say(line.message, "en") for line in reference.lines]
    assert "Next hearing: December 15, 2026" in texts
    assert texts.index("Immigration court: Eloy") + 1 == texts.index("Judge: Ana Ruiz")
