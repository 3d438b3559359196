"""Tables saved by spreadsheets can be read; damaged or hostile ones are refused with reasons."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from pdkiosk.review import table, workbook
from pdkiosk.review.statement import LAW, Statement
from pdkiosk.review.table import Row, TableError, columns, plain, read_csv, written_csv
from pdkiosk.review.take import Refused, Reviewer, book, take
from pdkiosk.review.workbook import read_xlsx, written_xlsx

STATEMENTS = [
    Statement(
        number=f"LAW-BCDFGH{letter}",
        seal=f"SBCDFGHJK{letter}2",
        heading="Bond, “quoted”",
        english='=HYPERLINK("http://example.com"), or; a judge\nor not.',
        where="page “Bond”",
        condition="“Age” is “17”",
        rests_on="A court",
    )
    for letter in "BCD"
]
SEALS = {each.number: each.seal for each in STATEMENTS}
JANE = Reviewer(who="Jane Roe", role="lawyer", organization="Aid", named=True, day="2026-11-29")
HEAD = ["Number", "Verdict", "Your words", "Initials", "Seal"]


def lines(*verdicts: str, words: str = "", initials: str = "JR") -> list[list[str]]:
    """A table with these verdicts on the statements."""
    rows = [
        [each.number, verdict, words, initials if verdict else "", each.seal]
        for each, verdict in zip(STATEMENTS, verdicts, strict=True)
    ]
    return [HEAD, *rows]


def as_csv(content: list[list[str]], delimiter: str = ",") -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(content)
    return made.getvalue().encode()


def as_xlsx(content: list[list[str]]) -> bytes:
    made = openpyxl.Workbook()
    assert made.active is not None
    for line in content:
        made.active.append(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_what_is_written_is_read_back() -> None:
    for rows in (
        read_csv(written_csv(LAW, STATEMENTS)),
        read_xlsx(written_xlsx(LAW, STATEMENTS)),
    ):
        assert [(row.number, row.seal) for row in rows] == list(SEALS.items())
        assert {row.verdict for row in rows} == {""}
        assert take(rows, SEALS, JANE).empty == len(STATEMENTS)


def test_a_workbook_holds_no_formula_and_offers_the_verdicts() -> None:
    made = openpyxl.load_workbook(io.BytesIO(written_xlsx(LAW, STATEMENTS))).active
    assert made is not None
    assert {cell.data_type for row in made.iter_rows() for cell in row} <= {"s", "n"}
    (choice,) = made.data_validations.dataValidation
    assert choice.formula1 == '"right,change,ask"'
    assert str(choice.sqref) == "F2:F4"
    assert [cell.value for cell in made[1]] == columns(LAW)


def _plainly(content: list[list[str]]) -> bytes:
    return as_csv(content)


SAVED: dict[str, Callable[[list[list[str]]], bytes]] = {
    "plain": _plainly,
    "semicolons": lambda content: as_csv(content, ";"),
    "tabs": lambda content: as_csv(content, "\t"),
    "mark of UTF-8": lambda content: b"\xef\xbb\xbf" + as_csv(content),
    "UTF-16 of Excel": lambda content: as_csv(content, "\t").decode().encode("utf-16"),
    "Windows": lambda content: as_csv(content, ";").decode().encode("cp1252"),
    "other order": lambda content: as_csv([line[::-1] for line in content]),
    "lines above": lambda content: as_csv([["Review"], [], *content]),
    "other columns": lambda content: as_csv([["x", *line, "y"] for line in content]),
    "capitals": lambda content: as_csv([[word.upper() for word in content[0]], *content[1:]]),
    "empty lines": lambda content: as_csv([*content, ["", ""], []]),
}


@pytest.mark.parametrize("how", SAVED)
def test_however_it_was_saved(how: str) -> None:
    rows = read_csv(SAVED[how](lines("right", "change", "", words="Más años, §")))
    rows = [row for row in rows if row.number]
    taken = take([r if r.verdict else _without_words(r) for r in rows], SEALS, JANE)
    assert [each.verdict for each in taken.checked] == ["right", "change"]
    assert taken.corrections[0].words.casefold() == "más años, §"
    assert not taken.stale


def _without_words(row: Row) -> Row:
    return Row(line=row.line, number=row.number, seal=row.seal, verdict="", words="", initials="")


def test_verdicts_are_understood_however_they_are_typed() -> None:
    rows = read_csv(as_csv(lines(" Right.", "RIGHT", "right")))
    assert len(take(rows, SEALS, JANE).checked) == len(STATEMENTS)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((1, 1, "wrong"), "line 2: the verdict “wrong” must be one of right, change, ask"),
        ((1, 1, "change"), "line 2: “change” needs words"),
        ((1, 1, "ask"), "line 2: “ask” needs words"),
        ((1, 3, ""), "line 2: no initials"),
        ((1, 0, ""), "line 2: a verdict, but no number"),
        ((1, 4, ""), "line 2: a verdict, but no seal"),
        ((2, 0, STATEMENTS[0].number), f"line 3: {STATEMENTS[0].number} stands in line 2 already"),
        ((3, 2, "But no."), "line 4: words, but no verdict"),
    ],
)
def test_one_wrong_line_refuses_the_table(change: tuple[int, int, str], says: str) -> None:
    content = lines("right", "right", "")
    line, column, text = change
    content[line][column] = text
    with pytest.raises(Refused) as refused:
        take(read_csv(as_csv(content)), SEALS, JANE)
    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].startswith(says)


def test_a_broken_seal_is_not_taken_and_the_rest_is() -> None:
    content = lines("right", "right", "right")
    content[2][4] = "SBBBBBBBBBB"
    content[3][0] = "LAW-2222222"
    taken = take(read_csv(as_csv(content)), SEALS, JANE)
    assert [each.number for each in taken.checked] == [STATEMENTS[0].number]
    assert [row.line for row in taken.stale] == [3, 4]


def test_two_books_in_a_table_are_refused() -> None:
    content = lines("right", "right", "right")
    content[2][0] = "ES-BCDFGHJ"
    with pytest.raises(Refused, match="mixes books: es, law"):
        book(read_csv(as_csv(content)))
    with pytest.raises(Refused, match="no row with a number"):
        book(read_csv(as_csv([HEAD])))


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "no table of ours"),
    "another table": (as_csv([["a", "b"], ["1", "2"]]), "no table of ours"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 50, "not a table"),
    "zeros": (b"\0" * 5000, "not a table"),
    "half a UTF-16": (b"\xff\xfea", "letters cannot be read"),
    "a column twice": (as_csv([[*HEAD, "Verdict"]]), "two columns “verdict”"),
    "no end": (as_csv([HEAD] + [["x"] * 5] * (table.MOST_ROWS + 1)), "more than"),
    "a huge field": (b"Number," + b"x" * 200_000, "no table"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_table_is_refused(what: str) -> None:
    data, says = HOSTILE[what]
    with pytest.raises(TableError, match=says):
        read_csv(data)


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook whose parts were changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _laughing(name: str, content: bytes) -> bytes:
    if not name.endswith("sheet1.xml"):
        return content
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return content.replace(b"<worksheet", f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet'
                           .encode(), 1).replace(b"right", b"&l9;", 1)  # fmt: skip


GOOD = as_xlsx(lines("right", "right", "right"))
WORKBOOKS: dict[str, bytes] = {
    "no archive": b"PK no archive",
    "cut off": GOOD[: len(GOOD) // 2],
    "a wrong bit": GOOD[:900] + bytes([GOOD[900] ^ 255]) + GOOD[901:],
    "no sheet": repacked(GOOD, lambda name, it: b"" if "sheet1" in name else it),
    "no XML": repacked(GOOD, lambda name, it: b"<" * 99 if "sheet1" in name else it),
    "a bomb": repacked(GOOD, lambda name, it: it + b" " * 110_000_000 if "styles" in name else it),
    "entities in entities": repacked(GOOD, _laughing),
    "an empty archive": repacked(GOOD, lambda name, it: b""),
}


@pytest.mark.parametrize("what", WORKBOOKS)
def test_a_damaged_workbook_is_refused(what: str) -> None:
    with pytest.raises((TableError, Refused)):
        take(read_xlsx(WORKBOOKS[what]), SEALS, JANE)


def test_a_formula_is_refused_with_its_cell() -> None:
    content = lines("right", "right", "right")
    content[1][2] = '=HYPERLINK("http://example.com")'
    with pytest.raises(TableError, match="cell C2 holds a formula"):
        read_xlsx(as_xlsx(content))


def test_a_table_on_the_second_sheet_is_found() -> None:
    made = openpyxl.load_workbook(io.BytesIO(GOOD))
    made.create_sheet("Notes", 0).append(["Hello"])
    file = io.BytesIO()
    made.save(file)
    assert len(take(read_xlsx(file.getvalue()), SEALS, JANE).checked) == len(STATEMENTS)


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(workbook.NoWorkbooksError, match="pip install openpyxl"):
        read_xlsx(GOOD)


def test_nothing_in_it_steers_a_terminal() -> None:
    assert plain("a\x1b[2J\u202eb\x07\n c\t ") == "a[2Jb c"
