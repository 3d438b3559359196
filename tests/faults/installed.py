"""An installation to be damaged, and what a session in it says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def damage(path: Path, change: Callable[[bytes], bytes]) -> None:
    data = path.read_bytes()
    path.unlink()  # it is a link
    path.write_bytes(change(data))


def heard(installed: Path, *arguments: str, show: bool = False) -> tuple[list[str], int]:
    """What a session says until it is shown or ends, and its exit code."""
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "pdkiosk", "--session", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"},
    ) as real:
        assert real.stdin is not None and real.stdout is not None
        said: list[str] = []
        for line in real.stdout:
            said.append(line.decode().strip())
            if said[-1] == "ready":
                if not show:
                    break
                real.stdin.write(b"show\n")
                real.stdin.flush()
        real.stdin.close()
        return said, real.wait(20)
