"""The table as an Excel workbook, made with openpyxl, which kiosks do not have installed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from pdkiosk.review.statement import Statement
from pdkiosk.review.table import (
    MOST_ROWS,
    Row,
    TableError,
    cells,
    columns,
    has_head,
    read_lines,
)

_MOST_UNPACKED = 100_000_000  # bytes; our tables have one or two million
_MOST_MEMBERS = 500
_MOST_COLUMNS = 60
_WIDTHS = {
    "Under": 18,
    "Number": 14,
    "English": 60,
    "Translation": 60,
    "Where and when it appears": 34,
    "Rests on": 34,
    "Verdict: right, change or ask": 14,
    "Your words": 44,
    "Initials": 9,
    "Seal (leave it as it is)": 14,
}
_GRAY, _YELLOW = "FFEFEFEF", "FFFFF8DC"
_TO_FILL_IN = ("Verdict", "Your words", "Initials")


class NoWorkbooksError(Exception):
    """This machine has no library for workbooks; CSV tables work without it."""

    def __init__(self) -> None:
        super().__init__("for .xlsx, openpyxl is needed: pip install openpyxl; .csv needs nothing")


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise NoWorkbooksError from error
    return openpyxl


def written_xlsx(book: str, statements: Iterable[Statement]) -> bytes:
    """The table as a workbook, with a list to choose the verdict from.

    Raises NoWorkbooksError.
    """
    openpyxl = _openpyxl()
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Review"
    heads = columns(book)
    rows = [heads, *cells(book, statements)]
    for row, fields in enumerate(rows, 1):
        for column, text in enumerate(fields, 1):
            cell = sheet.cell(row, column)
            if text:
                cell.value = text
                cell.data_type = "s"  # never a formula, whatever it begins with
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Arial", size=10, bold=row == 1)
            if row == 1:
                cell.fill = PatternFill("solid", fgColor=_GRAY)
            elif heads[column - 1].startswith(_TO_FILL_IN):
                cell.fill = PatternFill("solid", fgColor=_YELLOW)
                cell.number_format = "@"  # whatever is typed stays text
    for column, head in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[head]
    sheet.freeze_panes = "C2"
    choice = DataValidation(type="list", formula1='"right,change,ask"', allow_blank=True)
    verdict = get_column_letter(1 + next(i for i, h in enumerate(heads) if h.startswith("Verdict")))
    choice.add(f"{verdict}2:{verdict}{max(2, len(rows))}")
    sheet.add_data_validation(choice)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def read_xlsx(data: bytes) -> list[Row]:
    """Reads the rows of the first sheet that has our columns.

    Raises TableError, NoWorkbooksError.
    """
    openpyxl = _openpyxl()
    try:
        _refuse_bombs(data)
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            lines = list(_lines(sheet))
            if has_head(lines):
                return read_lines(lines)
    except TableError:
        raise
    except Exception as error:  # a damaged file can raise all kinds of exceptions
        raise TableError(f"this workbook is damaged ({type(error).__name__})") from error
    return read_lines([])


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = packed.infolist()
    if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNPACKED:
        raise TableError("this workbook is far larger inside than a table can be")


def _lines(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # the dimensions that a file declares can be wrong
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS):
        line = []
        for cell in row:
            if getattr(cell, "data_type", "") == "f":
                raise TableError(f"cell {cell.coordinate} holds a formula: type it as text")
            line.append("" if cell.value is None else str(cell.value))
        yield line
