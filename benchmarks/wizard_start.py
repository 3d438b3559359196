"""Starts the wizard as the command line does, and reports when its first screen is painted."""

from __future__ import annotations

import sys
from typing import Any

from benchmarks.probe import Report, report_at_first_paint


def main() -> int:
    """Runs the wizard; the shell is watched from the moment it is made."""
    from pdkiosk.app import main as run
    from pdkiosk.ui import start

    report = Report(sys.argv[1])
    shell_class = start.Shell

    class WatchedShell(shell_class):  # type: ignore[misc, valid-type]
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            report_at_first_paint(self, report)

    start.Shell = WatchedShell  # type: ignore[misc]
    return run(["--window"])


if __name__ == "__main__":
    sys.exit(main())
