"""Asks, without a window, whether this machine can speak, and which languages."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Sequence


def speech_command(engine: str = "auto") -> list[str]:
    """How the process that speaks is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--voice", engine]
    return [sys.executable, "-P", "-m", "pdkiosk", "--voice", engine]


def probe(command: Sequence[str], seconds: float = 10) -> list[str] | None:
    """The locales that can be spoken; None where there is no speech, or none that answers."""
    with subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        try:
            if not select.select([process.stdout], [], [], seconds)[0]:
                return None
            line = process.stdout.readline()
            told = json.loads(line) if line else {}
        finally:
            process.kill()
    ready = told.get("ready")
    return [str(name) for name in ready] if isinstance(ready, list) else None
