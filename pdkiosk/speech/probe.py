"""Asks, without a window, whether this machine can speak, and which languages."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Sequence

from pdkiosk.system import own_program


def speech_command(engine: str = "auto") -> list[str]:
    """How the process that speaks is started."""
    return [*own_program(), "--voice", engine]


def probe(command: Sequence[str], seconds: float = 10) -> list[str] | None:
    """The locales that can be spoken; None where there is no speech, or none that answers."""
    with subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        said = process.stdout
        assert said is not None
        lines: list[bytes] = []
        # Not every system can wait for a pipe with an end to it.
        reader = threading.Thread(target=lambda: lines.append(said.readline()))
        reader.start()
        reader.join(seconds)
        process.kill()
        reader.join()
        told = json.loads(lines[0]) if lines[0] else {}
    ready = told.get("ready")
    return [str(name) for name in ready] if isinstance(ready, list) else None
