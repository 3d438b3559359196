"""Runs a walk of ``tests.journeys`` in a separate process, on a real X server (Xvfb)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.test_privacy import ALONE, ROOT
from tests.leaks.display import bare_display


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
    for tool in ("Xvfb", *tools):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed: packaging/apt-packages-check.txt")
    script = ALONE.replace("tests.journeys.alone", f"tests.journeys.{module}")
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    with bare_display(screen) as shown:
        done = subprocess.run(
            [sys.executable, "-c", script, str(ROOT / "tests"), str(papers), name],
            env=environment | {"DISPLAY": shown},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-3000:]
    print(done.stdout)
    return done.stdout
