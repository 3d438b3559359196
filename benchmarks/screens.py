"""Walks the sample person and measures each screen, and the memory at the letter.

After each screen its peer, a plain page with the same words, is measured in the same process.
"""

from __future__ import annotations

import statistics
import sys
import time

from benchmarks.probe import Report, proportional_set_size


def main() -> int:
    """``screens.py REPORT WIDTHxHEIGHT TEXT_SIZE`` (a member of TextSize)."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from benchmarks.plain_page import PlainPages, pieces
    from benchmarks.sample import sample_shell
    from pdkiosk.session.requests import Act
    from pdkiosk.ui.theme.look import TextSize

    width, height = (int(part) for part in sys.argv[2].split("x"))
    application, shell, _desk = sample_shell(width, height)
    shell.context.preferences.text_size = TextSize[sys.argv[3]]
    shell.go(Act.LOOK)
    application.processEvents()
    plain = PlainPages(application, width, height, shell.context.look.body_px)
    times: dict[str, float] = {}
    peers: dict[str, float] = {}
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
        peers[shell.step_id] = plain.milliseconds(pieces(shell))
        if shell.step_id == "letter":
            memory = proportional_set_size()
    del times[before]
    ordered, plainly = sorted(times.values()), sorted(peers.values())
    Report(sys.argv[1]).write(
        screens=len(times),
        next_screen_median_ms=statistics.median(ordered),
        next_screen_p95_ms=ordered[int(len(ordered) * 0.95)],
        next_screen_letter_ms=times["letter"],
        plain_median_ms=statistics.median(plainly),
        plain_p95_ms=plainly[int(len(plainly) * 0.95)],
        plain_letter_ms=peers["letter"],
        letter_preview_pss_mib=memory,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
