"""Starts a program that prints, without ever waiting for it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from pdkiosk.printing.command import Running
from pdkiosk.system import portable


def start(
    arguments: Sequence[str],
    data: bytes = b"",
    timeout: float = 10.0,
    environment: Mapping[str, str] | None = None,
) -> Running:
    """Starts a program with these bytes as its standard input; kills it after ``timeout``."""
    if sys.platform != "win32" and not portable():
        from pdkiosk.printing.memory_process import MemoryProcess

        return MemoryProcess(arguments, data, timeout, environment)
    from pdkiosk.printing.pipe_process import PipeProcess

    return PipeProcess(arguments, data, timeout, environment)
