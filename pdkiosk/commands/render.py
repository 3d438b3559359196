"""Answers in, PDFs out, without a window: ``pdkiosk render`` and ``pdkiosk schema``."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from pdkiosk import safe_files
from pdkiosk.commands.output import complain, fail, say
from pdkiosk.commands.stock import Stock
from pdkiosk.documents.model import Kind
from pdkiosk.documents.packet import NoLetterError
from pdkiosk.exit_codes import FAILED, NO_LETTER
from pdkiosk.guide.lookup import placeholders
from pdkiosk.guide.model import Page, Words, said
from pdkiosk.interview.answers_file import (
    MOST_BYTES,
    AnswersFile,
    AnswersFileError,
    read_answers,
)
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.contradictions import contradictions
from pdkiosk.interview.flow import Interview
from pdkiosk.interview.rules import holds
from pdkiosk.interview.screen_arguments import screen_arguments
from pdkiosk.interview.situation import Situation
from pdkiosk.printing.folder import add
from pdkiosk.review.status import law_status_shown
from pdkiosk.review.wording import law_line

_NO_DAY = (
    "note: the clock says {day}, which is wrong or doubtful: no years are counted, and the date is "
    'a blank line. "today" in the answers file says the day'
)
_ODD = "note: these answers do not fit together, or not with the day: {names}"

PAPERS = tuple(kind.value for kind in Kind)


class Part(Protocol):
    """A rendered document."""

    @property
    def id(self) -> str:
        """One of PAPERS."""

    @property
    def data(self) -> bytes: ...


Renderer = Callable[[Interview, str], Sequence[Part]]
"""Makes the papers of an interview, for a person who reads the given language.

Raises NoLetterError when the interview stopped before the letter.
"""


def render(
    stock: Stock, renderer: Renderer, answers: Path, out: Path, language: str | None = None
) -> int:
    """Writes the papers of an answers file into a folder, all or none; returns the exit code.

    A folder that already has papers is refused: they may be another person's.
    """
    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    try:
        clock = date.today()
        file = read_answers(_read(answers), schema, clock)
        # A day that the file names counts as confirmed.
        said = True if file.today else None
        interview = Interview(stock.guide, file.today or clock, file.answers, said)
        _refuse_open_gates(interview, schema)
    except OSError as error:
        return fail(f"{answers}: cannot be read ({_reason(error)})")
    except AnswersFileError as error:
        return fail(str(error))
    reader = language or file.language or next(iter(stock.languages))
    try:
        parts = renderer(interview, reader)
    except NoLetterError as stop:
        page = next(page for page in stock.guide.page if page.id == stop.page_id)
        _say_why(stock, page, interview.situation(), reader)
        return NO_LETTER
    try:
        reserved = [f"{paper}.pdf" for paper in PAPERS]  # they may be another person's
        written = add(out, {f"{part.id}.pdf": part.data for part in parts}, reserved)
    except OSError as error:
        return fail(f"{out}: cannot be written ({_reason(error)})", FAILED)
    _say_unused(interview, file)
    for each in contradictions(interview.situation()):
        names = ", ".join(question.id for question in each.questions)
        complain(_ODD.format(names=names))
    if not interview.day.known:
        complain(_NO_DAY.format(day=clock))
    for path in written:
        say(path)
    return 0


def schema(stock: Stock) -> int:
    """Prints the JSON Schema of the answers file; returns the exit code."""
    found = AnswersSchema(stock.guide, tuple(stock.languages)).json_schema()
    say(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _read(path: Path) -> bytes:
    with safe_files.closing(safe_files.open_file(path, follow=True)) as handle:
        return safe_files.read_handle(handle, MOST_BYTES + 1)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _refuse_open_gates(interview: Interview, schema: AnswersSchema) -> None:
    waiting = interview.course().waiting
    if waiting is not None:
        path = ("answers", waiting.id)
        raise AnswersFileError(path, "missing", schema.expected(path))


def _say_why(stock: Stock, page: Page, situation: Situation, language: str) -> None:
    """Prints the stop page of the guide as plain text."""

    checked = law_line(law_status_shown(stock.guide, situation.today))

    def tell(words: Words, start: str = "") -> None:
        known = screen_arguments(stock.guide, stock.facility, checked)
        wanted = {name: known[name] for name in placeholders(words)}
        say(start + stock.catalogs.text(said(words)(**wanted), language))

    tell(page.title)
    if page.lead:
        tell(page.lead)
    for text in page.body:
        if holds(text.when, situation):
            tell(text.text, "- " if text.bullet else "")
    for callout in page.callouts:
        if holds(callout.when, situation):
            say()
            tell(callout.title)
            for text in callout.text:
                if holds(text.when, situation):
                    tell(text.text, "- " if text.bullet else "")


def _say_unused(interview: Interview, file: AnswersFile) -> None:
    """Lists answers that are not on paper because the interview never asks for them."""
    if file.no_longer_asked:
        complain(f"note: no longer asked, so not used: {', '.join(file.no_longer_asked)}")
    kept = interview.course().kept
    unused = [name for name in file.answers.values if name not in kept]
    if unused:
        complain(f"note: not asked with these answers, so not used: {', '.join(unused)}")
