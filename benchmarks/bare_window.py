"""The peer for start and memory: a bare PySide6 window with one line of text."""

from __future__ import annotations

import sys

from benchmarks.probe import Report, report_at_first_paint


def main() -> int:
    """Shows the window; reports when it is painted."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(["bare"])
    label = QLabel("A bare window")
    label.resize(1280, 1024)
    if len(sys.argv) > 1:  # else it stays until it is ended
        report_at_first_paint(label, Report(sys.argv[1]))
    label.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
