"""Makes the papers of the fullest case, warm, against the same words and rules on a bare canvas."""

from __future__ import annotations

import datetime
import functools
import io
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.probe import Report
from pdkiosk import pdf, resources
from pdkiosk.documents.letter import compose_letter
from pdkiosk.documents.model import Document, Sentence
from pdkiosk.documents.packet import speaker_of
from pdkiosk.documents.summary import compose_summary
from pdkiosk.facility.settings import Facility
from pdkiosk.guide.loader import load_guide
from pdkiosk.guide.lookup import all_questions
from pdkiosk.guide.model import Choices, Guide
from pdkiosk.interview.answers_file import read_answers
from pdkiosk.interview.answers_schema import AnswersSchema
from pdkiosk.interview.flow import Interview
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.languages import load_languages
from pdkiosk.papers_desk import Desk
from pdkiosk.session.papers import Part

_DAY = datetime.date(2026, 11, 24)
_RULE = re.compile(rb"\bl S\b|\bre S\b")

# The words of a page, and how many lines and frames are drawn on it.
OnPage = tuple[str, int]
Papers = Sequence[pdf.Pdf | Part]


def full_case(guide: Guide) -> Interview:
    """The sample person with every reason that there is, and every paper."""
    schema = AnswersSchema(guide, tuple(load_languages()))
    sample = read_answers(resources.read("sample-answers.json"), schema, _DAY)
    for question in all_questions(guide):
        if isinstance(question, Choices) and question.group:
            chosen = [f.id for f in guide.factor if f.group == question.group]
            sample.answers.set(question.id, chosen)
    statuses = {paper.id: ("have", "ask")[n % 2] for n, paper in enumerate(guide.paper)}
    sample.answers.set("papers", statuses)
    return Interview(guide, _DAY, sample.answers)


def main() -> int:
    """``papers.py REPORT [first | bare PAGES]``.

    "first" makes the packet once, in a process that has made none, and reports what is on its
    pages; "bare" draws that, of a file in JSON, likewise.
    """
    guide = load_guide(resources.path("guide"))
    catalogs = Catalogs(resources.folder("translations"))
    person, facility = full_case(guide), Facility()
    desk = Desk(guide, person, facility, catalogs, load_languages())

    if sys.argv[2:3] == ["bare"]:
        drawn = json.loads(Path(sys.argv[3]).read_bytes())
        start = time.perf_counter()
        bare_papers(drawn)
        Report(sys.argv[1]).write(first_bare_packet_ms=(time.perf_counter() - start) * 1000)
        return 0
    if sys.argv[2:]:
        start = time.perf_counter()
        parts = desk.parts("es")
        spent = time.perf_counter() - start
        Report(sys.argv[1]).write(
            first_packet_ms=spent * 1000, drawn=[on_pages(part) for part in parts]
        )
        return 0

    speaker = speaker_of(guide, person)

    def summary() -> Papers:
        content = compose_summary(speaker, facility, "es")
        return [pdf.render_summary(content, ("es", "en"), catalogs, pdf.Paper.LETTER)]

    def letter() -> Papers:
        content = compose_letter(speaker, facility)
        return [pdf.render(content, "en", catalogs, pdf.Paper.LETTER)]

    def packet() -> Papers:  # a desk keeps what it has made
        return Desk(guide, person, facility, catalogs, load_languages()).parts("es")

    works: dict[str, Callable[[], Papers]]
    works = {"letter": letter, "summary": summary, "packet": packet}

    found: dict[str, object] = {"paragraphs": _paragraphs(desk.letter(), catalogs)}
    for name, work in works.items():
        drawn = [on_pages(paper) for paper in work()]
        ours, bare = _in_turns(work, functools.partial(bare_papers, drawn))
        found[name] = {"pages": sum(map(len, drawn)), "ours_ms": ours, "peer_ms": bare}
    Report(sys.argv[1]).write(**found)
    return 0


def _paragraphs(letter: Document, catalogs: Catalogs) -> list[str]:
    """The letter's words in English, for the peer that makes a document of them."""
    found = []
    for block in letter.blocks:
        sentences = getattr(block, "sentences", ()) or (getattr(block, "sentence", None),)
        words = [catalogs.text(s.message, "en") for s in sentences if isinstance(s, Sentence)]
        if words:
            found.append(" ".join(words))
    return found


def _in_turns(
    work: Callable[[], object], peer: Callable[[], object], times: int = 15
) -> tuple[list[float], list[float]]:
    """Milliseconds of both, once they are warm; they take turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for round_ in range(times + 1):
        for one, kept in zip((work, peer), spent, strict=True):
            start = time.perf_counter()
            one()
            if round_:  # the first is not warm
                kept.append((time.perf_counter() - start) * 1000)
    return spent


def median_ms(work: Callable[[], object], times: int = 15) -> float:
    """Milliseconds that a piece of work takes once it is warm."""
    work()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def on_pages(paper: pdf.Pdf | Part) -> list[OnPage]:
    """What is on each page of a paper: its words, and how many lines are drawn besides."""
    from pypdf import PdfReader

    found = []
    for page in PdfReader(io.BytesIO(paper.data)).pages:
        contents = page.get_contents()
        rules = len(_RULE.findall(contents.get_data())) if contents is not None else 0
        found.append((" ".join(page.extract_text().split()), rules))
    return found


def bare_papers(papers: Sequence[Sequence[OnPage]]) -> list[bytes]:
    """The same words, broken into lines, and as many lines drawn, each on a canvas of reportlab."""
    return [_bare_paper(pages) for pages in papers]


def _bare_paper(pages: Sequence[OnPage]) -> bytes:
    from reportlab.lib.pagesizes import LETTER
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        font = resources.path("fonts/AtkinsonHyperlegibleNext-Regular.ttf")
        pdfmetrics.registerFont(TTFont("Bare", str(font)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, pageCompression=1)
    left, right, top = 60, LETTER[0] - 60, LETTER[1] - 60
    for words, rules in pages:
        canvas.setFont("Bare", 11.5)
        for number, line in enumerate(simpleSplit(words, "Bare", 11.5, right - left)):
            canvas.drawString(left, top - 14 * number, line)
        for number in range(rules):
            canvas.line(left, top - 5 * number, right, top - 5 * number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())
