"""Runs a walk of ``tests.journeys`` in a process of its own, on a real X server (Xvfb)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.test_privacy import ALONE, ROOT


def walk(
    module: str,
    name: str,
    papers: Path,
    *,
    screen: str = "1280x1024",
    timeout: float = 280.0,
    tools: tuple[str, ...] = (),
) -> str:
    """What the walk ``tests.journeys.<module>`` printed; its papers are in ``papers``.

    Skips the test where Xvfb or another of the ``tools`` is missing, fails with the walk.
    """
    for tool in ("xvfb-run", *tools):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed: packaging/apt-packages-check.txt")
    script = ALONE.replace("tests.journeys.alone", f"tests.journeys.{module}")
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24 -dpi 96"]
    done = subprocess.run(
        [*command, sys.executable, "-c", script, str(ROOT / "tests"), str(papers), name],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    print(done.stdout)
    return done.stdout
