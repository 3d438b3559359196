"""The log of codes and times, and the counters: for staff, with nothing about any person.

A code consists of a word from ``WORDS`` and short pieces after it. Anything else is not written, so
the log cannot contain an answer.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pdkiosk.lines import decode
from pdkiosk.places import write_whole
from pdkiosk.safe_files import closing, open_file, patiently, read_file

_MOST_COUNTED = 100_000  # largest size of the counters file, in bytes
_MOST = 10**15  # largest count; a damaged file can contain any number
MOST_BYTES = 500_000  # largest size of each of the two files; together they stay below 1 MB
UNKNOWN = "unknown-code"

WORDS = frozenset(
    {
        # the program and its sessions
        "started", "stopped", "closed", "restarted", "out-of-order", "watchdog",
        "begun", "ended", "erase", "died", "hung", "upcoming", "start", "error", "at", "recovered",
        # what a session finds out
        "facility", "translation", "broken", "content", "memory", "core", "dumpable",
        # what people and staff do
        "print", "pages", "save", "vault", "speech", "hidden", "staff", "pin", "update",
        UNKNOWN,
    }
)  # fmt: skip
"""The first words of all codes; docs/operations.md explains them."""

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_LETTERS = 60
_FILE = "log"
_OLDER = "log.old"
_COUNTERS = "counters.json"
_TOTALS = {
    "begun": "sessions",
    "ended": "ended",
    "died": "crashes",
    "hung": "hangs",
    "error": "errors",
    "out-of-order": "out-of-order",
}


def is_code(text: str) -> bool:
    """Whether the text may be written into the log."""
    if len(text) > _MOST_LETTERS or not _CODE.fullmatch(text):
        return False
    return text in WORDS or text.partition("-")[0] in WORDS


class Log:
    """Codes with the minute in ``folder/log``, counters in ``folder/counters.json``.

    No method raises: if the folder cannot be written, the log is lost, but never a session. Only
    one process (the supervisor) writes; any process may read.
    """

    def __init__(
        self, folder: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._counted: dict[str, int] | None = None  # read at the first count

    def note(self, code: str) -> None:
        """Writes a code; anything else is written as "unknown-code"."""
        if not is_code(code):
            code = UNKNOWN
        with contextlib.suppress(OSError):
            self._write(f"{self._clock():%Y-%m-%dT%H:%MZ} {code}\n".encode("ascii"))
        self._count(code)

    def tail(self, count: int) -> list[str]:
        """The last lines, oldest first, each "2026-11-24T10:00Z code"."""
        lines: list[str] = []
        for name in (_OLDER, _FILE):
            with contextlib.suppress(OSError):
                data = read_file(self._folder / name, 2 * MOST_BYTES)
                lines += data.decode("ascii", "replace").splitlines()
        return lines[-count:] if count > 0 else []

    def counters(self) -> dict[str, int]:
        """How often things happened since the machine was set up: "sessions", "pages" …"""
        found: dict[str, object] | None = None
        with contextlib.suppress(OSError):
            found = decode(read_file(self._folder / _COUNTERS, _MOST_COUNTED), dict[str, object])
        return {
            name: number
            for name, number in (found or {}).items()
            if type(number) is int and 0 <= number <= _MOST
        }

    def _write(self, line: bytes) -> None:
        path = self._folder / _FILE
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            if path.lstat().st_size + len(line) > MOST_BYTES:
                patiently(lambda: os.replace(path, self._folder / _OLDER))
        with closing(open_file(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)) as handle:
            size = os.fstat(handle).st_size
            if os.write(handle, line) != len(line):
                os.ftruncate(handle, size)  # the disk is full: leave no incomplete lines

    def _count(self, code: str) -> None:
        if self._counted is None:
            self._counted = self.counters()
        for name, number in _counts(code):
            self._counted[name] = self._counted.get(name, 0) + number
            with contextlib.suppress(OSError):
                write_whole(self._folder / _COUNTERS, json.dumps(self._counted).encode())


def _counts(code: str) -> list[tuple[str, int]]:
    """What a code adds to each counter."""
    word, _, rest = code.partition("-")
    if word == "pages" and rest.isdecimal():
        return [("pages", int(rest))]
    if word == "print":
        return [(code, 1)]
    total = _TOTALS.get(code) or _TOTALS.get(word)
    found = [(total, 1)] if total else []
    return [*found, (code, 1)] if word == "ended" else found
