"""Walks the sample person and measures each screen, the memory at the letter, and the papers."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.probe import Report, proportional_set_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def main() -> int:
    """``screens.py REPORT WIDTHxHEIGHT TEXT_SIZE`` (a member of TextSize)."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from benchmarks.sample import sample_shell
    from pdkiosk.session.requests import Act
    from pdkiosk.ui.theme.look import TextSize

    width, height = (int(part) for part in sys.argv[2].split("x"))
    application, shell, desk = sample_shell(width, height)
    shell.context.preferences.text_size = TextSize[sys.argv[3]]
    shell.go(Act.LOOK)
    application.processEvents()
    times: dict[str, float] = {}
    memory = 0.0
    while True:
        before = shell.step_id
        while shell.frame.reads_on:  # a page that is read to its end first
            shell.frame.read_on()
        start = time.perf_counter()
        shell.navigator.forward()
        application.processEvents()
        times[shell.step_id] = (time.perf_counter() - start) * 1000
        # As the event loop does between two touches: the screens left behind go.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if shell.step_id == before:
            break
        if shell.step_id == "letter":
            memory = proportional_set_size()
    del times[before]
    ordered = sorted(times.values())
    # Not before: it imports what the walk itself must load where a person would wait for it.
    from benchmarks.papers import bare_document, median_ms

    papers = median_ms(lambda: desk.parts("es"))
    pages = sum(part.pages for part in desk.parts("es"))
    Report(sys.argv[1]).write(
        screens=len(times),
        next_screen_median_ms=statistics.median(ordered),
        next_screen_p95_ms=ordered[int(len(ordered) * 0.95)],
        slowest=max(times, key=times.__getitem__),
        slowest_ms=ordered[-1],
        empty_page_ms=empty_page_ms(application, width, height),
        letter_preview_pss_mib=memory,
        papers_ms=papers,
        papers_pages=pages,
        bare_papers_ms=median_ms(lambda: bare_document(pages)),
    )
    return 0


def empty_page_ms(application: QApplication, width: int, height: int) -> float:
    """The peer: milliseconds until an empty page of a QStackedWidget is painted."""
    from PySide6.QtWidgets import QStackedWidget, QWidget

    stack = QStackedWidget()
    stack.resize(width, height)
    stack.addWidget(QWidget())
    stack.show()
    application.processEvents()
    spent = []
    for _ in range(20):
        start = time.perf_counter()
        stack.addWidget(QWidget())
        stack.setCurrentIndex(stack.count() - 1)
        application.processEvents()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main())
