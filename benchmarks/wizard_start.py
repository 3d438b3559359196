"""Starts the wizard as the command line does, and reports when its first screen is painted."""

from __future__ import annotations

import sys
from typing import Any

from benchmarks.probe import Report, report_at_first_paint


def main() -> int:
    """``wizard_start.py REPORT [OPTION ...]``: runs the wizard until its shell is painted."""
    from pdkiosk.app import main as run
    from pdkiosk.ui.window.shell import Shell

    report = Report(sys.argv[1])
    make = Shell.__init__

    def watched(self: Shell, *arguments: Any) -> None:
        make(self, *arguments)
        report_at_first_paint(self, report)

    Shell.__init__ = watched  # type: ignore[method-assign, assignment]
    return run([*sys.argv[2:], "--session", "--window"])


if __name__ == "__main__":
    sys.exit(main())
