"""CUPS' client programs, with the arguments that they are always called with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdkiosk.printing import lpstat
from pdkiosk.printing.command import NOT_FOUND, Result, Run, Running, start
from pdkiosk.printing.patience import Patience
from pdkiosk.printing.state import State

# The same for everybody: names stand in the queue, in logs and on banners.
_TITLE = "document"
OWNER = "kiosk"

_SOCKET = Path("/run/cups/cups.sock")
# What ipptool is asked; it reads it from standard input.
_ABOUT_JOB = """{{
OPERATION {operation}
GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR language attributes-natural-language en
ATTR uri printer-uri $uri
ATTR integer job-id {number}
ATTR name requesting-user-name {owner}
ATTR {attribute}
STATUS successful-ok
}}
"""


class Client:
    """Starts the programs; waits for none of them."""

    def __init__(self, server: str, path: str, patience: Patience, run: Run | None) -> None:
        self.patience = patience
        self._server = server
        # LC_ALL: the answers are read by the program. No HOME: nobody's lpoptions count.
        self._environment = {"LC_ALL": "C", "PATH": path}
        if server:
            self._environment["CUPS_SERVER"] = server
        self._run = run or self._command

    def ask(self) -> Running:
        return self._run(lpstat.QUESTION, b"", self.patience.program)

    def send(self, queue: str, data: bytes) -> Running:
        # No banner page, whatever the queue's default says.
        command = ("lp", "-U", OWNER, "-d", queue, "-t", _TITLE, "-o", "job-sheets=none", "-")
        return self._run(command, data, self.patience.sending)

    def cancel(self, names: Sequence[str]) -> Running:
        return self._run(("cancel", "-U", OWNER, *names), b"", self.patience.program)

    def job_state(self, queue: str, number: int) -> Running:
        attribute = "keyword requested-attributes job-state,job-impressions-completed"
        return self._ipptool(queue, number, "Get-Job-Attributes", attribute)

    def purge(self, queue: str, number: int) -> Running:
        # "cancel -x" leaves the files of a job that is printing or over.
        return self._ipptool(queue, number, "Cancel-Job", "boolean purge-job true")

    def _ipptool(self, queue: str, number: int, operation: str, attribute: str) -> Running:
        server = self._server or (str(_SOCKET) if _SOCKET.exists() else "localhost")
        uri = f"ipp://{server.replace('/', '%2F')}/printers/{queue}"
        question = _ABOUT_JOB.format(
            operation=operation, number=number, owner=OWNER, attribute=attribute
        )
        command = ("ipptool", "-T", "5", "-tv", uri, "/dev/stdin")
        return self._run(command, question.encode(), self.patience.program)

    def _command(self, arguments: Sequence[str], data: bytes, timeout: float) -> Running:
        return start(arguments, data, timeout, self._environment)


def state_of(result: Result, name: str) -> State:
    """How the queue of this name is, by what lpstat said."""
    report = lpstat.read(result.text)
    if result.code == NOT_FOUND:
        return State.NO_PRINTER
    if not report.running:
        return State.NO_SERVICE
    queue = report.queue(name)
    if queue is None:
        return State.NO_PRINTER
    if queue.state is State.READY and queue.job is not None:
        return State.BUSY
    return queue.state
