"""A supervisor whose session walks the sample person to the letter and stays there."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.sample import sample_answers


def main() -> int:
    """Runs until it is ended from outside."""
    from pdkiosk.supervisor import supervise

    def nothing(*arguments: object) -> None:
        pass

    return supervise(["--window"], _session, nothing, nothing, nothing)


def _session(arguments: Sequence[str]) -> int:
    from PySide6.QtCore import QTimer

    from pdkiosk.app import main as run
    from pdkiosk.ui.shell import Shell

    warm = Shell.warm

    def walk(shell: Shell) -> None:
        warm(shell)  # only the session on the screen is warmed
        shell.begin("es")
        shell.context.interview.answers.values.update(sample_answers())
        timer = QTimer(shell)

        def forward() -> None:
            shell.idle.restart()
            if shell.step_id != "letter":
                shell.forward()

        timer.timeout.connect(forward)
        timer.start(60)

    Shell.warm = walk  # type: ignore[method-assign, assignment]
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
