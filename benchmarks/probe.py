"""Runs inside a measured process: says when the first screen is painted, and how much it holds."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any


class Report:
    """Writes one JSON object to a file when the process has something to say."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def write(self, **values: Any) -> None:
        """Writes the values. ``painted`` is a clock reading comparable between processes."""
        self._path.write_text(json.dumps(values), "utf-8")


def proportional_set_size() -> float:
    """Memory of this process, MiB, shared pages counted in proportion."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not report Pss")


def report_at_first_paint(widget: Any, report: Report) -> None:
    """Reports time and memory once the widget has been painted, then ends the program."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watch(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and watched == widget:
                # Its window is told to paint all; the widget itself may be covered by others.
                widget.windowHandle().installEventFilter(self)
            elif event.type() is QEvent.Type.Expose and not self.seen:
                self.seen = True
                # After all has been painted, and what that asked for has gone through.
                QTimer.singleShot(0, self._done)
            return False

        def _done(self) -> None:
            report.write(painted=time.monotonic(), pss=proportional_set_size())
            QApplication.quit()

    widget.watch = Watch(widget)
    widget.installEventFilter(widget.watch)
