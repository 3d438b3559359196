"""A supervisor whose session walks the sample person to the letter and stays there."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from functools import partial


def main() -> int:
    """Runs until it is ended from outside."""
    from pdkiosk.supervisor.supervisor import supervise

    def nothing(*arguments: object) -> None:
        pass

    # Read in a process of its own: the program reads no file of answers, so what that takes
    # belongs neither to the supervisor nor to the session.
    read = "import pickle, sys; from benchmarks.sample import sample_answers as read; "
    read += "sys.stdout.buffer.write(pickle.dumps(read()))"
    answers = subprocess.run([sys.executable, "-c", read], check=True, stdout=subprocess.PIPE)
    return supervise(["--window"], partial(_session, answers.stdout), nothing, nothing, nothing)


def _session(answers: bytes, arguments: Sequence[str]) -> int:
    from PySide6.QtCore import QTimer

    from pdkiosk.app import main as run
    from pdkiosk.ui.window.shell import Shell

    warm = Shell.warm

    def walk(shell: Shell) -> None:
        warm(shell)  # only the session on the screen is warmed
        shell.begin("es")
        shell.context.interview.answers.replace_all(pickle.loads(answers))
        timer = QTimer(shell)

        def forward() -> None:
            shell.idle.restart()
            if shell.step_id != "letter":
                shell.navigator.forward()

        timer.timeout.connect(forward)
        timer.start(60)

    Shell.warm = walk  # type: ignore[method-assign, assignment]
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
