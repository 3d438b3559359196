"""Tables go out and come back through the command line, LibreOffice in the middle where it is."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from pdkiosk import screen_pictures, shipped_files
from pdkiosk.app import main
from pdkiosk.commands import review
from pdkiosk.review import ledger
from pdkiosk.review.ledger import LedgerError, parsed
from pdkiosk.review.statement import LAW
from pdkiosk.review.status import law_status
from tests.interview.people import TODAY, guide

WHO = ["--who", "Jane Roe", "--role", "lawyer", "--organization", "Legal Aid", "--date",
       "2026-11-24", "--may-be-named"]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The book to print has tests of its own; here it would only take its time."""
    monkeypatch.setattr(screen_pictures, "take_pictures", lambda *arguments: [])
    monkeypatch.setattr(review, "review_book", lambda *arguments: b"%PDF")


@pytest.fixture
def ledgers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the ledgers are in, instead of guide and translations."""
    monkeypatch.setattr(ledger, "path_of", lambda book: tmp_path / f"{book}.tsv")
    return tmp_path


def sent(folder: Path, *book: str) -> Path:
    """The table of a book in CSV."""
    assert main(["review", "--for", *book, "--out", str(folder / "out")]) == 0
    return folder / "out" / f"review-{book[-1]}.csv"


def filled(path: Path, **change: str) -> None:
    """Says "right" to every line, but for those numbers that ``change`` has words for."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row in rows:
        row["Verdict: right, change or ask"] = "right"
        row["Initials"] = "JR"
    for row in rows[:2]:
        row["Verdict: right, change or ask"] = change.get("verdict", "right")
        row["Your words"] = change.get("words", "")
    made = io.StringIO()
    writer = csv.DictWriter(made, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(made.getvalue(), "utf-8-sig")


def test_a_whole_book_comes_back(ledgers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = sent(ledgers, "law")
    filled(table)
    assert main(["review", "take", str(table), *WHO]) == 0
    found = law_status(guide(), TODAY)
    assert found.complete
    assert f"law: {found.total} taken: {found.total} right, 0 to" in capsys.readouterr().out
    assert found.by == ("Legal Aid",)


def test_corrections_go_to_the_editor(ledgers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = sent(ledgers, "language", "es")
    filled(table, verdict="change", words="Así no se dice.")
    assert main(["review", "take", str(table), *WHO]) == 0
    listed = (table.parent / "review-es-corrections.txt").read_text()
    assert listed.count("Así no se dice.  [JR]") == 2
    assert "From Jane Roe, Legal Aid, 2026-11-24" in listed
    taken = parsed((ledgers / "es.tsv").read_bytes(), "es")
    assert [row.verdict for row in taken].count("change") == 2
    # Another time the list of the last one is not lost.
    before = (ledgers / "es.tsv").read_bytes()
    assert main(["review", "take", str(table), *WHO]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (ledgers / "es.tsv").read_bytes() == before


def test_changed_words_are_not_taken_and_listed(
    ledgers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = sent(ledgers, "law")
    filled(table)
    number = next(csv.DictReader(io.StringIO(table.read_text("utf-8-sig")), delimiter=";"))
    table.write_text(table.read_text().replace(number["Seal (leave it as it is)"], "SBBBBBBBBBB"))
    assert main(["review", "take", str(table), *WHO]) == 1
    shown = capsys.readouterr()
    assert f"line 2: {number['Number']}" in shown.err
    assert number["Number"] not in (ledgers / "law.tsv").read_text()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("right", "richtig", "nothing is taken"),
        ("LAW-", "XX-", "is no book of ours"),
        ("Seal", "Siegel", "needs the columns"),
    ],
)
def test_what_is_refused_leaves_the_ledger_alone(
    ledgers: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
) -> None:
    table = sent(ledgers, "law")
    filled(table)
    head, _, rest = table.read_text("utf-8-sig").partition("\n")
    content = (
        f"{head.replace(old, new)}\n{rest}"
        if old == "Seal"
        else f"{head}\n" + rest.replace(old, new)
    )
    table.write_text(content)
    (ledgers / "law.tsv").write_bytes(ledger.written([]))
    assert main(["review", "take", str(table), *WHO]) == 2
    assert says in capsys.readouterr().err
    assert (ledgers / "law.tsv").read_bytes() == ledger.written([])
    assert not list(table.parent.glob("*corrections*"))


def test_a_damaged_ledger_is_not_written_over(
    ledgers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = sent(ledgers, "law")
    filled(table)
    (ledgers / "law.tsv").write_text("what is this")
    assert main(["review", "take", str(table), *WHO]) == 2
    assert "line 1: expected number" in capsys.readouterr().err
    assert (ledgers / "law.tsv").read_text() == "what is this"
    with pytest.raises(LedgerError):
        law_status(guide(), TODAY)


@pytest.mark.parametrize("name", ["table.ods", "table", "missing.csv"])
def test_other_files_are_refused(
    ledgers: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if "missing" not in name:
        (ledgers / name).write_bytes(b"x")
    assert main(["review", "take", str(ledgers / name), *WHO]) == 2
    assert capsys.readouterr().err.startswith(str(ledgers / name))


def test_an_installation_takes_nothing(ledgers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped_files, "is_listed", lambda: True)
    assert main(["review", "take", str(ledgers / "x.csv"), *WHO]) == 2


@pytest.mark.parametrize(
    "line",
    [
        "review",
        "review --for nobody",
        "review --for language",
        "review --for language en",
        "review --for language xx",
        "review --for law es",
    ],
)
def test_a_book_that_is_none(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert "--for" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2999-01-01", "June"])
def test_a_day_that_cannot_be(day: str) -> None:
    with pytest.raises(SystemExit):
        main(["review", "take", "x.csv", *WHO[:-2], day])


def test_what_changed_comes_first(ledgers: Path) -> None:
    table = sent(ledgers, "law")
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"), newline="")))
    seal = rows[0].index("Seal (leave it as it is)")
    rows[9][seal] = "SBBBBBBBBBB"
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    before = ledgers / "before.csv"
    before.write_text(made.getvalue())
    out = str(ledgers / "new")
    assert main(["review", "--for", "law", "--out", out, "--since", str(before)]) == 0
    text = (ledgers / "new" / "review-law.csv").read_text("utf-8-sig")
    again = list(csv.reader(io.StringIO(text, newline="")))
    assert again[1][1] == rows[9][1]
    assert again[1][0].startswith("New or changed since your last book")
    assert [row[1] for row in again[2:]] == [row[1] for row in rows[1:] if row is not rows[9]]


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (libreoffice-calc-nogui)")
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_round_trip_with_libreoffice_in_the_middle(ledgers: Path, ending: str) -> None:
    table = sent(ledgers, "law").with_suffix(".xlsx")
    made = openpyxl.load_workbook(table)
    sheet = made.active
    assert sheet is not None
    heads = [str(cell.value) for cell in sheet[1]]
    verdict = 1 + next(n for n, head in enumerate(heads) if head.startswith("Verdict"))
    for line in range(2, sheet.max_row + 1):
        sheet.cell(line, verdict).value = "change" if line == 5 else "right"
        sheet.cell(line, verdict + 2).value = "JR"
    sheet.cell(5, verdict + 1).value = "Más claro: “pida”; 1/2"
    made.save(table)
    back = ledgers / "back"
    assert SOFFICE is not None
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation=file://{ledgers}/office", "--headless", "--convert-to",
         ending, "--outdir", str(back), str(table)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert main(["review", "take", str(back / f"review-law.{ending}"), *WHO]) == 0
    rows = ledger.read(LAW)
    assert len(rows) == sheet.max_row - 1
    assert [row.verdict for row in rows].count("change") == 1
    listed = (back / "review-law-corrections.txt").read_text()
    assert "Más claro: “pida”; 1/2  [JR]" in listed
    found = law_status(guide(), TODAY)
    assert (found.checked, len(found.objected)) == (found.total - 1, 1)
