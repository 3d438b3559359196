"""The system's printer on Linux, by CUPS' own client: pages go in by a pipe, never a file."""

from __future__ import annotations

import shutil
import subprocess

from pdkiosk.printing.outcome import Outcome

_TIMEOUT = 20.0  # seconds
# The job's name is the same for everybody: names stand in the queue and on banners.
_JOB_TITLE = "document"


class CupsPrinter:
    """A CUPS queue: the named one, or the system's default."""

    def __init__(self, queue: str = "") -> None:
        self._queue = queue

    def available(self) -> bool:
        """Whether there is a queue to print to."""
        return bool(self._find_queue())

    def print(self, data: bytes) -> Outcome:
        """Sends a PDF to the queue. Never raises for what a printer can do wrong."""
        queue = self._find_queue()
        if not queue:
            return Outcome.NO_PRINTER
        try:
            state = _run(["lpstat", "-p", queue]).stdout
            if b"disabled" in state:
                return Outcome.PRINTER_STOPPED
            sent = _run(["lp", "-d", queue, "-t", _JOB_TITLE, "-"], data)
        except subprocess.TimeoutExpired:
            return Outcome.TIMED_OUT
        except OSError:
            return Outcome.NO_PRINTER
        return Outcome.SENT if sent.returncode == 0 else Outcome.REFUSED

    def _find_queue(self) -> str:
        if not shutil.which("lp") or not shutil.which("lpstat"):
            return ""
        try:
            if self._queue:
                known = _run(["lpstat", "-e"]).stdout.decode("utf-8", "replace").split()
                return self._queue if self._queue in known else ""
            answer = _run(["lpstat", "-d"]).stdout.decode("utf-8", "replace")
        except (OSError, subprocess.TimeoutExpired):
            return ""
        _, colon, name = answer.partition(":")
        return name.strip() if colon else ""


def _run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # LC_ALL: lpstat's answers are read by the program, not by a person.
    return subprocess.run(
        command,
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_TIMEOUT,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        check=False,
    )
