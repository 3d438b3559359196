"""Walks the sample person and measures each screen, the memory at the letter, and the papers."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from benchmarks.probe import Report, proportional_set_size


def main() -> int:
    """``screens.py REPORT WIDTHxHEIGHT``."""
    from benchmarks.sample import sample_shell

    width, height = (int(part) for part in sys.argv[2].split("x"))
    application, shell, desk = sample_shell(width, height)
    application.processEvents()
    times: dict[str, float] = {}
    memory = 0.0
    while True:
        before = shell.step_id
        start = time.perf_counter()
        shell.forward()
        application.processEvents()
        times[shell.step_id] = (time.perf_counter() - start) * 1000
        if shell.step_id == before:
            break
        if shell.step_id == "letter":
            memory = proportional_set_size()
    del times[before]
    ordered = sorted(times.values())
    papers = _median_ms(lambda: desk.parts("es"))
    pages = sum(part.pages for part in desk.parts("es"))
    Report(sys.argv[1]).write(
        screens=len(times),
        next_screen_median_ms=statistics.median(ordered),
        next_screen_p95_ms=ordered[int(len(ordered) * 0.95)],
        slowest=max(times, key=times.__getitem__),
        slowest_ms=ordered[-1],
        letter_preview_pss_mib=memory,
        papers_ms=papers,
        papers_pages=pages,
        bare_papers_ms=_median_ms(lambda: _bare_document(pages)),
    )
    return 0


def _median_ms(work: Callable[[], object], times: int = 9) -> float:
    work()  # warm
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def _bare_document(pages: int) -> bytes:
    """A reportlab document with as many pages of plain paragraphs in a shipped font."""
    import io

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    from pdkiosk import resources

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
