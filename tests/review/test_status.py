"""What counts as checked: current words, by the right person, not expired."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pdkiosk.review import ledger
from pdkiosk.review.law import law_statements
from pdkiosk.review.ledger import Checked, LedgerError, merged, parsed, written
from pdkiosk.review.statement import LAW
from pdkiosk.review.status import NOTHING, judged, language_status, law_status
from tests.interview.people import TODAY, guide

SEALS = {"LAW-B": "S1", "LAW-C": "S2", "LAW-D": "S3"}


def row(number: str, seal: str, **changed: Any) -> Checked:
    """What a lawyer found right."""
    made = Checked(
        number=number, seal=seal, verdict="right", who="Jane Roe", role="lawyer",
        organization="Legal Aid", named="yes", day="2027-06-30",
    )  # fmt: skip
    return msgspec.structs.replace(made, **changed)


ALL = [row(number, seal) for number, seal in SEALS.items()]


def test_all_is_checked() -> None:
    found = judged(SEALS, ALL, LAW)
    assert (found.total, found.checked, found.complete) == (3, 3, True)
    assert (found.by, found.last) == (("Legal Aid",), "2027-06-30")


@pytest.mark.parametrize(
    ("change", "checked", "field"),
    [
        ({"seal": "S0"}, 2, "changed"),
        ({"verdict": "change"}, 2, "objected"),
        ({"verdict": "ask"}, 2, "objected"),
        ({"role": "translator"}, 2, ""),
        ({"role": "reader"}, 2, ""),
        ({"named": "no"}, 3, ""),
    ],
)
def test_what_is_not_counted(change: dict[str, Any], checked: int, field: str) -> None:
    rows = [msgspec.structs.replace(ALL[0], **change), *ALL[1:]]
    found = judged(SEALS, rows, LAW)
    assert (found.total, found.checked) == (3, checked)
    for name in ("changed", "objected", "ran_out"):
        assert getattr(found, name) == (("LAW-B",) if name == field else ())


def test_what_is_gone_is_counted_apart() -> None:
    found = judged(SEALS, [*ALL, row("LAW-X", "S9")], LAW)
    assert (found.checked, found.changed, found.gone) == (3, (), ("LAW-X",))


def test_a_passed_day_takes_the_review_away_and_nothing_else() -> None:
    days = {"LAW-C": "2027-05-01", "LAW-D": "2027-06-01"}
    found = judged(SEALS, ALL, LAW, days, "2027-05-01")
    assert (found.checked, found.ran_out, found.until) == (3, (), "2027-05-01")
    found = judged(SEALS, ALL, LAW, days, "2027-05-02")
    assert (found.checked, found.ran_out, found.until) == (2, ("LAW-C",), "2027-06-01")


def test_one_objection_outweighs_a_right() -> None:
    other = row("LAW-B", "S1", who="Joe Bloggs", verdict="ask")
    assert judged(SEALS, [*ALL, other], LAW).objected == ("LAW-B",)


def test_organizations_are_named_only_if_they_agreed() -> None:
    rows = [msgspec.structs.replace(ALL[0], named="no", organization="Quiet Aid"), *ALL[1:]]
    assert judged(SEALS, rows, LAW).by == ("Legal Aid",)


def test_each_persons_last_word_counts() -> None:
    newer = row("LAW-B", "S1", verdict="ask", day="2027-07-01")
    rows = merged(ALL, [newer])
    assert len(rows) == 3
    assert newer in rows
    assert len(merged(ALL, [row("LAW-B", "S1", who="Joe Bloggs")])) == 4


def test_a_ledger_is_read_as_it_was_written() -> None:
    rows = [row("LAW-C", "S2", organization='"Aid", of Tucson'), row("LAW-B", "S1")]
    data = written(rows)
    assert parsed(data, "x") == rows[::-1]
    assert written(parsed(data, "x")) == data


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("number\t", "numbr\t", "line 1: expected number seal"),
        ("right", "fine", "line 2: verdict must be one of right, change, ask"),
        ("lawyer", "judge", "line 2: role must be one of"),
        ("yes", "maybe", "line 2: named must be one of yes, no"),
        ("2027-06-30", "June", "line 2: day: "),
        ("Jane Roe\t", "", "line 2: 7 fields instead of 8"),
    ],
)
def test_a_damaged_ledger_says_where(old: str, new: str, says: str) -> None:
    with pytest.raises(LedgerError, match=says):
        parsed(written(ALL[:1]).replace(old.encode(), new.encode()), "law/review.tsv")
    with pytest.raises(LedgerError):
        parsed(b"\xff", "x")
    with pytest.raises(LedgerError):
        parsed(b"", "x")


@pytest.fixture
def law_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the ledger of the law is, instead of the one that is shipped."""
    path = tmp_path / "review.tsv"
    monkeypatch.setattr(ledger, "path_of", lambda book: path if book == LAW else tmp_path / book)
    return path


def test_the_law_runs_out_with_its_dates(law_ledger: Path) -> None:
    assert law_status(guide(), TODAY) == NOTHING
    statements = law_statements(guide())
    law_ledger.write_bytes(written(row(each.number, each.seal) for each in statements))
    found = law_status(guide(), TODAY)
    assert found.complete
    assert found.total == len(statements)
    first = min(each.check_by for each in statements if each.check_by)
    late = {each.number for each in statements if each.check_by == first}
    assert law_status(guide(), date.fromisoformat(first)).complete
    found = law_status(guide(), date.fromisoformat(first) + timedelta(1))
    assert set(found.ran_out) == late
    assert found.checked == found.total - len(late)


def test_nobody_has_checked_the_language_yet(law_ledger: Path) -> None:
    assert language_status("es") == NOTHING
    assert language_status("en") == NOTHING


def test_the_shipped_ledgers_can_be_read() -> None:
    for book in (LAW, "es"):
        ledger.read(book)
