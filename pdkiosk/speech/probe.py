"""Finds out, without a window, whether this machine can speak, and which languages."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Sequence
from typing import IO

from msgspec import UNSET

from pdkiosk.lines import MOST_BYTES, Lines, decode
from pdkiosk.speech.daemon import end_group
from pdkiosk.speech.protocol import Report
from pdkiosk.system import own_program


def speech_command(engine: str = "auto") -> list[str]:
    """The command that starts the process that speaks."""
    return [*own_program(), "--voice", engine]


def probe(command: Sequence[str], seconds: float = 10) -> list[str] | None:
    """The locales that can be spoken; None if there is no speech, or it does not answer.

    Whatever that process does, this returns in time, even if it crashed and a crash handler of the
    system holds the pipe open.
    """
    try:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
    except OSError:
        return None
    assert process.stdin is not None and process.stdout is not None
    found: list[bytes] = []
    # Not every system can wait for a pipe with a timeout; the thread closes the pipe itself.
    reader = threading.Thread(target=_read_line, args=(process.stdout, found), daemon=True)
    reader.start()
    reader.join(seconds)
    end_group(process.pid)
    process.kill()
    process.wait()
    process.stdin.close()
    report = decode(found[0], Report) if found else None
    return report.ready if report is not None and report.ready is not UNSET else None


def _read_line(pipe: IO[bytes], found: list[bytes]) -> None:
    lines = Lines()
    with pipe, contextlib.suppress(OSError):
        while not found and (data := os.read(pipe.fileno(), MOST_BYTES)):
            found += lines.feed(data)
