"""The program, started as in a library, operated by an independent client of the bus."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pdkiosk.ui import wording
from tests.atspi.journeys import Walk, father, mother, short_way
from tests.journeys.paper import read_papers
from tests.leaks.display import bare_display

CLIENT = Path(__file__).with_name("client.py")
SYSTEM_PYTHON = "/usr/bin/python3"

# The bus of accessibility, the program, and the client, each a process of its own.
_SCRIPT = r"""
set -u
/usr/libexec/at-spi-bus-launcher --launch-immediately &
launcher=$!
"$PYTHON" -m pdkiosk $WINDOW --pdf-folder "$PAPERS" &
program=$!
"$SYSTEM_PYTHON" "$CLIENT" "$JOURNEY" $FINGER
code=$?
kill $program $launcher
wait $program 2>/dev/null
exit $code
"""


def _has_tools() -> str:
    for tool in ("Xvfb", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    found = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True
    )
    return "" if found.returncode == 0 else "python3-pyatspi is not installed"


def _walk(walk: Walk, tmp_path: Path, *, by_touch: bool = False) -> dict[str, float]:
    """By what the bus says alone, in a window; or by touches, full screen as in a kiosk."""
    missing = _has_tools()
    if missing:
        pytest.skip(f"{missing}: packaging/apt-packages-check.txt")
    papers, journey = tmp_path / "papers", tmp_path / "journey.json"
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    listener = walk.listener
    content = {
        "onward": listener.onward(),
        "down": listener.say(wording.READ_ON),
        "steps": listener.steps,
    }
    journey.write_text(json.dumps(content), encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHON": sys.executable,
        "SYSTEM_PYTHON": SYSTEM_PYTHON,
        "CLIENT": str(CLIENT),
        "JOURNEY": str(journey),
        "PAPERS": str(papers),
        "WINDOW": "" if by_touch else "--window",
        "FINGER": "finger" if by_touch else "",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "HOME": str(tmp_path),
    }
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    command = ["dbus-run-session", "--", "bash", "-c", _SCRIPT]
    with bare_display() as shown:
        done = subprocess.run(
            command,
            check=False,
            env=environment | {"DISPLAY": shown},
            capture_output=True,
            text=True,
            timeout=280,
        )
    assert done.returncode == 0, done.stderr[-4000:]
    letter = read_papers(papers)["letter"]
    for fact in walk.letter:
        assert fact in letter
    heard: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    print(heard)
    return heard


def test_the_short_way_by_names_alone(tmp_path: Path) -> None:
    assert _walk(short_way(), tmp_path)["pages"] > 20


@pytest.mark.whole
def test_the_short_way_by_touches_on_the_screen(tmp_path: Path) -> None:
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed: packaging/apt-packages-check.txt")
    assert _walk(short_way(), tmp_path, by_touch=True)["pages"] > 20


@pytest.mark.whole
@pytest.mark.parametrize("make", [mother, father], ids=lambda make: make.__name__)
def test_all_questions_by_names_alone(make: Callable[[], Walk], tmp_path: Path) -> None:
    assert _walk(make(), tmp_path)["pages"] > 40
