"""Asks, without a window, whether this machine can speak, and which languages."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence

from msgspec import UNSET

from pdkiosk.lines import MOST_BYTES, decode
from pdkiosk.speech.daemon import end_group
from pdkiosk.speech.protocol import Report
from pdkiosk.system import own_program


def speech_command(engine: str = "auto") -> list[str]:
    """How the process that speaks is started."""
    return [*own_program(), "--voice", engine]


def probe(command: Sequence[str], seconds: float = 10) -> list[str] | None:
    """The locales that can be spoken; None where there is no speech, or none that answers."""
    try:
        process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None
    with process:
        output = process.stdout
        assert output is not None
        lines: list[bytes] = []
        # Not every system can wait for a pipe with an end to it.
        reader = threading.Thread(target=lambda: lines.append(output.readline(MOST_BYTES)))
        reader.start()
        reader.join(seconds)
        end_group(process.pid)
        process.kill()
        reader.join()
    report = decode(lines[0], Report) if lines else None
    return report.ready if report is not None and report.ready is not UNSET else None
