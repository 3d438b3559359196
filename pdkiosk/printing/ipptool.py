"""CUPS' own client ``ipptool`` (Debian: cups-ipp-utils): typed requests, answers as a plist.

The requests are files in ``resources/printing``. The document comes on standard input.
"""

from __future__ import annotations

import plistlib
import re
import time
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from pdkiosk import resources, safe_files
from pdkiosk.printing.command import NOT_FOUND, Result, Run, Running
from pdkiosk.printing.queues import PrintServiceGoneError
from pdkiosk.printing.start import start
from pdkiosk.printing.timeouts import Timeouts

# The same user name for everybody: it appears in the queue, in logs and on banners.
_OWNER = "kiosk"
_SOCKET = Path("/run/cups/cups.sock")
_CLIENT_CONFIGURATION = Path("/etc/cups/client.conf")
_MOST_BYTES = 100_000
_SERVER = re.compile(r"^\s*ServerName\s+([^\s/]+|/\S+)", re.IGNORECASE | re.MULTILINE)
# Characters that XML must not contain, but a printer's messages may.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_END = "</plist>"

Attributes = dict[str, Any]
"""Attributes of one thing by name: a value, or a list where there are several."""


class NoClientError(Exception):
    """There is no ipptool, so there is no CUPS to print with."""


class Answer(Struct):
    """The answer to one request; its first group of attributes is about the request itself."""

    name: str = msgspec.field(name="Name", default="")
    status: str = msgspec.field(name="StatusCode", default="")
    groups: list[Attributes] = msgspec.field(name="ResponseAttributes", default_factory=list)

    @property
    def items(self) -> list[Attributes]:
        """The requested things; empty if the request failed."""
        return self.groups[1:] if self.status.startswith("successful-ok") else []


class _Report(Struct):
    tests: list[Answer] = msgspec.field(name="Tests")


def read(text: str) -> dict[str, Answer]:
    """The answers by the names of their requests. Raises ValueError for anything else."""
    whole, end, _ = _NOT_XML.sub("", text).partition(_END)
    try:
        report = plistlib.loads((whole + end).encode("utf-8", "replace"), fmt=plistlib.FMT_XML)
        return {answer.name: answer for answer in msgspec.convert(report, _Report).tests}
    except Exception as error:  # malformed input can make plistlib raise nearly anything
        raise ValueError(f"no answer of ipptool ({type(error).__name__})") from None


class IppTool:
    """A client of one CUPS: this machine's, or the one that client.conf names.

    ``server``: a different one, as in CUPS_SERVER, for tests.
    """

    def __init__(self, server: str, path: str, timeouts: Timeouts, run: Run | None = None) -> None:
        self._address = _address(server or _usual_server())
        self._timeouts = timeouts
        # LC_ALL: the program parses messages in answers. No HOME: no user's settings apply.
        self._environment = {"LC_ALL": "C", "PATH": path}
        self._run = run or self._start

    def ask(self, request: str, **values: str) -> dict[str, Answer]:
        """The answers; waits for them.

        Raises PrintServiceGoneError if there are none, NoClientError.
        """
        running = self._run(self._command(request, values), b"", self._timeouts.program)
        while (result := running.poll()) is None:
            time.sleep(0.005)
        if result.code == NOT_FOUND:
            raise NoClientError
        try:
            answers = read(result.text) if result.code is not None else {}
        except ValueError as error:
            raise PrintServiceGoneError(str(error)) from None
        if not answers:
            raise PrintServiceGoneError("CUPS does not answer")
        return answers

    def send(self, request: str, data: bytes, **values: str) -> Running:
        """Starts sending a document; never waits."""
        command = self._command(request, values, "-f", "/dev/stdin")
        return self._run(command, data, self._timeouts.sending)

    def _command(self, request: str, values: dict[str, str], *more: str) -> list[str]:
        variables = [f"{name}={value}" for name, value in {"owner": _OWNER, **values}.items()]
        defined = [word for variable in variables for word in ("-d", variable)]
        file = str(resources.folder("resources") / "printing" / f"{request}.test")
        return ["ipptool", "-T", "5", "-X", *defined, *more, self._address, file]

    def _start(self, arguments: object, data: bytes, timeout: float) -> Running:
        assert isinstance(arguments, list)
        return start(arguments, data, timeout, self._environment)


def number(sent: Result) -> int | None:
    """The number of the sent job, from the output of ipptool."""
    try:
        items = [item for answer in read(sent.text).values() for item in answer.items]
    except ValueError:
        return None
    found = next((item.get("job-id") for item in items), None)
    return found if isinstance(found, int) else None


def _usual_server() -> str:
    try:
        text = safe_files.read_file(_CLIENT_CONFIGURATION, _MOST_BYTES, follow=True)
        found = _SERVER.search(text.decode("utf-8", "replace"))
    except OSError:
        found = None
    return found[1] if found else str(_SOCKET) if _SOCKET.exists() else "localhost"


def _address(server: str) -> str:
    return f"ipp://{server.replace('/', '%2F')}/"
