"""What staff are told of the printer's paper and of what its queue does."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from pdkiosk.facility.settings import Facility
from pdkiosk.printing.abilities import Abilities
from pdkiosk.staff.finding import Level
from pdkiosk.staff.printer_abilities import printer_abilities

_BOTH, _A4 = frozenset({"letter", "a4"}), frozenset({"a4"})


@pytest.mark.parametrize(
    ("printers", "facility", "codes"),
    [
        ([], Facility(), []),
        ([Abilities("hall")], Facility(), []),
        ([Abilities("hall", sizes=_BOTH, loaded=_BOTH)], Facility(), []),
        ([Abilities("hall", sizes=_A4, loaded=_A4)], Facility(), ["H02"]),
        ([Abilities("hall", sizes=_A4, loaded=_A4)], Facility(paper="a4"), []),
        ([Abilities("hall", sizes=_BOTH, loaded=_A4)], Facility(), ["H03"]),
        ([Abilities("hall", sizes=_BOTH, adds=("a=b",))], Facility(), ["H05"]),
        # Only of the one that is used.
        ([Abilities("hall", sizes=_A4), Abilities("b")], Facility(printer="b"), []),
        ([Abilities("hall", sizes=_A4), Abilities("b", usual=True)], Facility(), []),
        ([Abilities("pdf", makes_files=True)], Facility(printer="PDF"), ["H04"]),
        ([Abilities("pdf", True, True), Abilities("b", sizes=_A4)], Facility(), ["H04", "H02"]),
        ([Abilities("pdf", makes_files=True), Abilities("b")], Facility(), []),
    ],
)
def test_what_is_said(printers: Sequence[Abilities], facility: Facility, codes: list[str]) -> None:
    found = printer_abilities(printers, facility)
    assert [finding.code for finding in found] == codes
    assert all(finding.level is not Level.GOOD and finding.fix for finding in found)


@pytest.mark.parametrize(
    ("system", "says"), [("linux", "lpadmin"), ("win32", "Printing preferences")]
)
def test_what_a_queue_adds_is_taken_away_by_the_means_of_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, says: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    (found,) = printer_abilities([Abilities("hall", adds=("Nup=2",))], Facility())
    assert found.fix is not None and says in str(found.fix)
