"""``pdkiosk review``: makes tables for reviewers, and takes back the ones they return."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pdkiosk import safe_files, shipped_files
from pdkiosk.commands.output import complain, fail, say
from pdkiosk.commands.review_book import TakePictures, review_book
from pdkiosk.commands.stock import Stock
from pdkiosk.exit_codes import DONE, FAILED, WRONG_INPUT
from pdkiosk.language.catalogs import SOURCE_LANGUAGE
from pdkiosk.language.languages import with_text
from pdkiosk.printing.folder import add
from pdkiosk.review import books, ledger
from pdkiosk.review.ledger import LedgerError
from pdkiosk.review.people import people
from pdkiosk.review.statement import LAW, Statement
from pdkiosk.review.table import MOST_BYTES, Row, TableError, plain, read_csv, written_csv
from pdkiosk.review.take import Refused, Reviewer, Taken, book, take
from pdkiosk.review.workbook import NoWorkbooksError, read_xlsx, written_xlsx

_MOST_LINES = 40
_KINDS = {".xlsx": read_xlsx, ".csv": read_csv, ".txt": read_csv, ".tsv": read_csv}


def take_table(stock: Stock, options: argparse.Namespace) -> int:
    """Adds a returned table to the ledger; returns the exit code.

    Takes every row whose words have not changed; if anything is wrong with the table, takes none.
    """
    if shipped_files.is_listed():
        return fail("tables are taken in a checkout, where the ledger is: not in an installation")
    try:
        rows = _rows(options.table)
        found = book(rows)
        seals = _seals(found, stock)
        reviewer = Reviewer(
            who=plain(options.who),
            role=options.role,
            organization=plain(options.organization),
            named=options.may_be_named,
            day=options.date.isoformat(),
        )
        taken = take(rows, seals, reviewer)
        before = ledger.read(found)
    except (TableError, NoWorkbooksError, LedgerError) as error:
        return fail(f"{options.table}: {error}")
    except Refused as refused:
        return _refuse(options.table, refused.problems)
    except (OSError, ValueError) as error:
        return fail(f"{options.table}: cannot be read ({error})")
    corrections = options.table.with_name(f"{options.table.stem}-corrections.txt")
    statements = {each.number: each for each in books.statements(found, stock.guide)}
    try:
        if taken.corrections:
            text = _corrections(taken, statements, reviewer)
            add(corrections.parent, {corrections.name: text.encode()})
        if taken.checked:
            _put(ledger.path_of(found), ledger.written(ledger.merged(before, taken.checked)))
    except FileExistsError:
        return fail(f"nothing is taken: {corrections} is there already: move it away first")
    except OSError as error:
        corrections.unlink(missing_ok=True)
        return fail(f"nothing is taken: {error.filename or error}: {error.strerror or error}")
    return _told(taken, found, corrections)


def _put(path: Path, data: bytes) -> None:
    """Replaces a ledger completely, or leaves the old one. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)


def _rows(path: Path) -> list[Row]:
    reader = _KINDS.get(path.suffix.casefold())
    if reader is None:
        raise TableError("save it as .xlsx or .csv first")
    return reader(safe_files.read_file(path, MOST_BYTES, follow=True))


def _seals(found: str, stock: Stock) -> Mapping[str, str]:
    known = [LAW, *(code for code in with_text(stock.languages) if code != SOURCE_LANGUAGE)]
    if found not in known:
        raise Refused([f"“{found}” is no book of ours: {', '.join(known)}"])
    return {each.number: each.seal for each in books.statements(found, stock.guide)}


def _told(taken: Taken, found: str, corrections: Path) -> int:
    right = len(taken.checked) - len(taken.corrections)
    say(
        f"{found}: {len(taken.checked)} taken: {right} right, {len(taken.corrections)} to change "
        f"or to answer; {taken.empty} without a verdict"
    )
    if taken.corrections:
        say(f"For the editor: {corrections}")
    if not taken.stale:
        return DONE
    complain(f"{len(taken.stale)} not taken: their words, source or condition changed since:")
    _list([f"line {row.line}: {row.number[:20]}" for row in taken.stale])
    return FAILED


def _corrections(taken: Taken, statements: Mapping[str, Statement], reviewer: Reviewer) -> str:
    """Corrections and questions for the editor to read; nothing is changed automatically."""
    lines = [f"From {reviewer.who}, {reviewer.organization}, {reviewer.day}", ""]
    for row in taken.corrections:
        each = statements[row.number]
        lines += [f"{row.number}  {row.verdict.upper()}  ({each.heading})", f"  {each.english}"]
        lines += [f"  {each.text}"] if each.text else []
        lines += [f"  -> {row.words}  [{row.initials}]", ""]
    return "\n".join(lines)


def _made(
    stock: Stock, options: argparse.Namespace, take_pictures: TakePictures
) -> dict[str, bytes] | int:
    """The files of a book by name, or an exit code if they cannot be made."""
    found, problem = chosen_book(stock, options)
    if problem:
        return fail(problem)
    try:
        statements = books.statements(found, stock.guide)
        if options.since:
            statements = books.changed_first(statements, _rows(options.since))
    except (TableError, NoWorkbooksError) as error:
        return fail(f"{options.since}: {error}")
    except (OSError, ValueError) as error:
        return fail(f"{found}: cannot be read ({error})")
    files = {f"review-{found}.csv": written_csv(found, statements)}
    try:
        files[f"review-{found}.xlsx"] = written_xlsx(found, statements)
    except NoWorkbooksError as error:
        complain(f"note: no .xlsx: {error}")
    # The screens in the law book show, above English, the language that most kiosks show.
    first = next(code for code in with_text(stock.languages) if code != SOURCE_LANGUAGE)
    language = first if found == LAW else found
    invented = people(stock.guide, tuple(stock.languages))
    pictures = take_pictures(stock, invented, language, _count)
    complain(f"Pictures: {len(pictures)}. Printing {len(statements)} statements ...")
    made = review_book(stock, found, statements, invented, pictures)
    return {f"review-{found}.pdf": made, **files}


def chosen_book(stock: Stock, options: argparse.Namespace) -> tuple[str, str]:
    """The book that the command line names, and an error message if there is no such book."""
    match options.book:
        case ["law"]:
            return LAW, ""
        case ["language", code] if code in with_text(stock.languages) and code != SOURCE_LANGUAGE:
            return code, ""
        case ["language", *_]:
            codes = [code for code in with_text(stock.languages) if code != SOURCE_LANGUAGE]
            return "", f"--for language needs one of {', '.join(codes)}"
    return "", "--for law, or --for language CODE"


def write_books(stock: Stock, options: argparse.Namespace, take_pictures: TakePictures) -> int:
    """Writes the printable book and the tables into a folder; returns the exit code."""
    files = _made(stock, options, take_pictures)
    if isinstance(files, int):
        return files
    try:
        for path in add(options.out, files):
            say(path)
    except OSError as error:
        return fail(f"{options.out}: cannot be written ({error.strerror or error})", FAILED)
    return DONE


def day(text: str) -> date:
    """Parses an ISO date that is not in the future. Raises argparse.ArgumentTypeError."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("expected a day like 2027-06-30") from None
    if found > date.today():
        raise argparse.ArgumentTypeError("that day has not come yet")
    return found


def _count(pictures: int) -> None:
    """Shows the progress in one line, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\rPictures: {pictures} ", end="", file=sys.stderr, flush=True)
    elif pictures == 1:
        complain("Taking pictures of the screens ...")


def _refuse(table: Path, problems: list[str]) -> int:
    complain(f"{table}: nothing is taken:")
    _list(problems)
    return WRONG_INPUT


def _list(lines: Sequence[str]) -> None:
    """The first few of them, as text."""
    for line in lines[:_MOST_LINES]:
        complain(f"  {line}")
    if len(lines) > _MOST_LINES:
        complain(f"  and {len(lines) - _MOST_LINES} more")
