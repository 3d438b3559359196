"""The walk of packaging/try-deb, which needs its own machine, gets to the papers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_touches_lead_to_the_papers() -> None:
    ran = subprocess.run(
        [sys.executable, "-P", "packaging/walk.py"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-1000:]
    touches = [line.split() for line in ran.stdout.splitlines()]
    assert touches[0][2] == "start" and touches[-1][2] == "print"
    assert all(0 <= int(x) < 1280 and 0 <= int(y) < 1024 for x, y, _ in touches)
