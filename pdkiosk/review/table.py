"""The table that goes to a reviewer and comes back, by e-mail and through any spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pdkiosk.review.statement import LAW, Statement

_NUMBER, _SEAL, _VERDICT, _WORDS, _INITIALS = "number", "seal", "verdict", "your words", "initials"
_NEEDED = (_NUMBER, _SEAL, _VERDICT, _WORDS, _INITIALS)
_HEADS = {
    "under": "Under",
    _NUMBER: "Number",
    "english": "English",
    "text": "Translation",
    "appears": "Where and when it appears",
    "rests": "Rests on",
    _VERDICT: "Verdict: right, change or ask",
    _WORDS: "Your words",
    _INITIALS: "Initials",
    _SEAL: "Seal (leave it as it is)",
}
MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
_MOST_COLUMNS = 60
_HEAD_WITHIN = 20
"""The header line is within this many first lines."""
_MOST_WORDS = 4_000


class TableError(Exception):
    """A file cannot be read as a table; the text says why."""


class Row(Struct, frozen=True, kw_only=True):
    """A returned row; ``line`` is its line number in the file."""

    line: int
    number: str
    seal: str
    verdict: str
    words: str
    initials: str


def columns(book: str) -> list[str]:
    """The column names of a book's table."""
    left_out = {"text"} if book == LAW else {"rests"}
    return [head for name, head in _HEADS.items() if name not in left_out]


def cells(book: str, statements: Iterable[Statement]) -> Iterator[list[str]]:
    """The rows of a book's table, without the header."""
    for each in statements:
        found = {
            "under": each.heading,
            _NUMBER: each.number,
            "english": each.english,
            "text": each.text,
            "appears": appears(each),
            "rests": each.rests_on,
            _SEAL: each.seal,
        }
        left_out = "text" if book == LAW else "rests"
        yield [found.get(name, "") for name in _HEADS if name != left_out]


def appears(each: Statement) -> str:
    """A description of where and when a person sees a statement."""
    return "; if ".join(filter(None, (each.where, each.condition)))


def written_csv(book: str, statements: Iterable[Statement]) -> bytes:
    """The table as CSV in UTF-8, with the byte order mark that spreadsheets recognize."""
    table = io.StringIO()
    csv.writer(table).writerows([columns(book), *cells(book, statements)])
    return table.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> list[Row]:
    """The lines of a CSV file, as saved by any spreadsheet program. Raises TableError."""
    text = _decoded(data)
    if "\0" in text:
        raise TableError("this is not a table: it is not text")
    for delimiter in ",;\t":
        try:
            lines = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
        except csv.Error as error:
            raise TableError(f"this is no table: {error}") from error
        if _head(lines) is not None:
            return read_lines(lines)
    raise TableError(_no_head())


def read_lines(lines: Sequence[Sequence[str]]) -> list[Row]:
    """The rows below the header, with columns in any order. Raises TableError."""
    if len(lines) > MOST_ROWS:
        raise TableError(f"more than {MOST_ROWS} lines")
    found = _head(lines)
    if found is None:
        raise TableError(_no_head())
    head, places = found
    rows = []
    for line, fields in enumerate(lines[head + 1 :], head + 2):
        cell = {name: plain(fields[at]) if at < len(fields) else "" for name, at in places.items()}
        if any(cell.values()):
            rows.append(
                Row(
                    line=line,
                    number=cell[_NUMBER].upper(),
                    seal=cell[_SEAL].upper(),
                    verdict=cell[_VERDICT].casefold().rstrip("."),
                    words=cell[_WORDS],
                    initials=cell[_INITIALS],
                )
            )
    return rows


def has_head(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the header with all required columns is near the top."""
    return _head(lines) is not None


def plain(text: str) -> str:
    """Typed text as one line, without characters that control a terminal or a page."""
    kept = ("" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") else c for c in
            re.sub(r"\s", " ", text))  # fmt: skip
    return " ".join("".join(kept).split())[:_MOST_WORDS]


def _head(lines: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The number of the header line, and the position of each column."""
    for index, fields in enumerate(lines[:_HEAD_WITHIN]):
        names = [plain(field).casefold() for field in fields[:_MOST_COLUMNS]]
        places = {
            name: [at for at, head in enumerate(names) if head.startswith(name)] for name in _NEEDED
        }
        if all(places.values()):
            twice = [name for name, found in places.items() if len(found) > 1]
            if twice:
                raise TableError(f"there are two columns “{twice[0]}”: leave one")
            return index, {name: found[0] for name, found in places.items()}
    return None


def _no_head() -> str:
    names = ", ".join(f"“{_HEADS[name]}”" for name in _NEEDED)
    return f"this is no table of ours: it needs the columns {names}"


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        # The last one is what spreadsheets use without saying so; it can decode nearly any bytes.
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError("this is no table: its letters cannot be read")
