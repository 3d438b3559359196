"""Makes the papers of the fullest case, warm, against a bare reportlab document as long."""

from __future__ import annotations

import datetime
import io
import statistics
import sys
import time
from collections.abc import Callable

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

_DAY = datetime.date(2026, 11, 24)


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

    "first" makes the packet once, in a process that has made none; "bare" the plain document.
    """
    guide = load_guide(resources.path("guide"))
    catalogs = Catalogs(resources.folder("translations"))
    person, facility = full_case(guide), Facility()
    desk = Desk(guide, person, facility, catalogs, load_languages())

    if sys.argv[2:3] == ["bare"]:
        start = time.perf_counter()
        bare_document(int(sys.argv[3]))
        Report(sys.argv[1]).write(first_bare_packet_ms=(time.perf_counter() - start) * 1000)
        return 0
    if sys.argv[2:]:
        start = time.perf_counter()
        pages = sum(part.pages for part in desk.parts("es"))
        Report(sys.argv[1]).write(
            first_packet_ms=(time.perf_counter() - start) * 1000, packet_pages=pages
        )
        return 0

    speaker = speaker_of(guide, person)

    def summary() -> pdf.Pdf:
        content = compose_summary(speaker, facility, "es")
        return pdf.render_summary(content, ("es", "en"), catalogs, pdf.Paper.LETTER)

    def letter() -> pdf.Pdf:
        content = compose_letter(speaker, facility)
        return pdf.render(content, "en", catalogs, pdf.Paper.LETTER)

    letter_pages = letter().pages
    packet_pages = sum(part.pages for part in desk.parts("es"))
    Report(sys.argv[1]).write(
        letter_ms=median_ms(letter),
        letter_pages=letter_pages,
        bare_letter_ms=median_ms(lambda: bare_document(letter_pages)),
        summary_ms=median_ms(summary),
        summary_pages=summary().pages,
        bare_summary_ms=median_ms(lambda: bare_document(1)),
        packet_ms=median_ms(lambda: desk.parts("es")),
        packet_pages=packet_pages,
        bare_packet_ms=median_ms(lambda: bare_document(packet_pages)),
        paragraphs=_paragraphs(desk.letter(), catalogs),
    )
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


def median_ms(work: Callable[[], object], times: int = 15) -> float:
    """Milliseconds that a piece of work takes once it is warm."""
    work()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def bare_document(pages: int) -> bytes:
    """A reportlab document with as many pages of plain paragraphs in a shipped font."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        font = resources.path("fonts/AtkinsonHyperlegibleNext-Regular.ttf")
        pdfmetrics.registerFont(TTFont("Bare", str(font)))
    style = ParagraphStyle("bare", fontName="Bare", fontSize=11.5, leading=16)
    words = "I have lived in the United States for 14 years, since March 2012. " * 3
    story = []
    for _ in range(pages):
        story += [Paragraph(words, style) for _ in range(12)]
        story.append(PageBreak())
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer).build(story)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())
