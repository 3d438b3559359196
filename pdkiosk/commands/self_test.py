"""The checks of ``pdkiosk check`` that do real work: make papers, paint a screen, save work."""

from __future__ import annotations

import base64
import datetime
import os
import re
import secrets
import subprocess
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pdkiosk import resources
from pdkiosk.commands.result import Level, Result

if TYPE_CHECKING:
    from pdkiosk.commands.stock import Stock
    from pdkiosk.session.papers import Part

_PAINT_SECONDS = 60.0
_LEAST_COLORS = 8  # colors: a screen with words and buttons has far more, an empty one has one


def check_keyboards() -> Result:
    """Checks that every on-screen keyboard can be read and is valid."""
    from pdkiosk.ui.keyboard.layout import LayoutError, load_layouts

    try:
        layouts = load_layouts(resources.path("keyboards"))
    except (LayoutError, OSError) as error:
        return Result(Level.FAIL, "keyboards", str(error))
    return Result(Level.OK, "keyboards", ", ".join(sorted(layouts)))


def check_papers(stock: Stock, today: datetime.date) -> Iterator[Result]:
    """Makes a sample person's papers in every language offered and checks the PDFs."""
    from pdkiosk.interview.answers_file import read_answers
    from pdkiosk.interview.answers_schema import AnswersSchema
    from pdkiosk.interview.flow import Interview
    from pdkiosk.papers_desk import Desk

    schema = AnswersSchema(stock.guide, tuple(stock.languages))
    for code in stock.offered([]):
        try:
            file = read_answers(resources.read("sample-answers.json"), schema, today)
            interview = Interview(stock.guide, file.today or today, file.answers, confirmed=True)
            desk = Desk(stock.guide, interview, stock.facility, stock.catalogs, stock.languages)
            parts = desk.parts(code)
            wrong = [trouble for part in parts if (trouble := _trouble(part))]
        except Exception as error:  # whatever it is, the next check must still report
            wrong = [type(error).__name__]
        if wrong:
            yield Result(Level.FAIL, f"papers {code}", "; ".join(wrong))
        else:
            pages = sum(part.pages for part in parts)
            yield Result(Level.OK, f"papers {code}", f"{len(parts)} PDFs, {pages} pages")


def _trouble(part: Part) -> str:
    """What is wrong with a PDF, reading from its end as a viewer does; "" if it is whole."""
    data = part.data
    end = re.search(rb"startxref\s+([0-9]+)\s+%%EOF\s*\Z", data)
    if not data.startswith(b"%PDF-") or end is None:
        return f"{part.id}: not a whole PDF"
    if not data[int(end[1]) :].startswith(b"xref"):
        return f"{part.id}: its table of contents is not where it says"
    pages = len(re.findall(rb"/Type\s*/Page\b", data))
    if pages != part.pages:
        return f"{part.id}: {pages} pages instead of {part.pages}"
    for stream in re.finditer(rb"<<([^<>]*)/Length ([0-9]+)[^>]*>>\s*stream\r?\n", data):
        packed = data[stream.end() : stream.end() + int(stream[2])]
        try:
            if b"/ASCII85Decode" in stream[1]:
                packed = base64.a85decode(packed.strip().removesuffix(b"~>"))
            if b"/FlateDecode" in stream[1]:
                zlib.decompress(packed)
        except (ValueError, zlib.error):
            return f"{part.id}: a page cannot be unpacked"
    return ""


def check_picture(program: Sequence[str]) -> Result:
    """Paints the first screen in a separate process, because a broken display would end it."""
    environment = dict(os.environ)
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        answer = subprocess.run(
            [*program, "--paint"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PAINT_SECONDS,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Result(Level.FAIL, "first screen", f"not painted ({type(error).__name__})")
    # Look for it among other lines: whatever else the system's libraries print does not matter.
    painted = re.search(r"^(\w+) ([0-9]+)x([0-9]+) ([0-9]+)$", answer.stdout, re.MULTILINE)
    if answer.returncode != 0 or painted is None:
        reason = (answer.stderr.strip().splitlines() or ["no reason given"])[0]
        return Result(Level.FAIL, "first screen", f"not painted: {reason}")
    if int(painted[4]) < _LEAST_COLORS:
        return Result(Level.FAIL, "first screen", "painted empty")
    return Result(
        Level.OK, "first screen", f"{painted[2]} x {painted[3]} pixels, painted by {painted[1]}"
    )


def check_saving(languages: Iterable[str]) -> Result:
    """Saves work under proposed words of each language; checks that only those words open it."""
    import tempfile

    from pdkiosk.vault.shelf import Shelf
    from pdkiosk.vault.trouble import Trouble, VaultError
    from pdkiosk.vault.words import propose

    secret = secrets.token_bytes(100)
    try:
        with tempfile.TemporaryDirectory() as folder:
            shelf = Shelf(Path(folder), 1)
            for language in languages:
                words, others = (" ".join(propose(language)) for _ in range(2))
                work = shelf.create(words, secret, drawn=True).work
                if shelf.open(work, words).data != secret:
                    return Result(Level.FAIL, "saving", "what was saved came back changed")
                try:
                    shelf.open(work, others)
                except VaultError as error:
                    if error.trouble is Trouble.WRONG_OR_DAMAGED:
                        continue
                return Result(Level.FAIL, "saving", "other words open it")
    except (VaultError, OSError, ImportError) as error:
        return Result(Level.FAIL, "saving", f"{type(error).__name__}: {error}")
    return Result(Level.OK, "saving", "locks and opens")


def load(facility_file: object) -> Stock | None:
    """Everything that papers need; None if an earlier check has already said what is wrong."""
    from pdkiosk.commands.stock import load_stock
    from pdkiosk.facility.loading import FacilityError
    from pdkiosk.guide.loader import GuideError

    try:
        return load_stock(facility_file if isinstance(facility_file, Path) else None)
    except (FacilityError, GuideError, OSError, msgspec.MsgspecError):
        return None
