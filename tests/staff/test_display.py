"""The whole program on a real display, under its supervisor, touched by xdotool."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pdkiosk.facility.editing import FacilityFile
from pdkiosk.facility.loading import load_facility
from pdkiosk.facility.settings import Facility
from tests.staff.kiosk import pin_hash

ROOT = Path(__file__).parents[2]
DISPLAY = ":8741"
WIDTH, HEIGHT = 1280, 1024

pytestmark = pytest.mark.skipif(
    not (
        shutil.which("Xvfb")
        and shutil.which("xdotool")
        and shutil.which("openbox")
        and shutil.which("import")
    ),
    reason="needs Xvfb, openbox, xdotool and ImageMagick",
)


def until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-dpi", "96", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    until(lambda: Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists())
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    time.sleep(1)
    yield environment
    manager.terminate()
    manager.wait(10)
    server.terminate()
    server.wait(10)


def color(environment: dict[str, str], x: int, y: int) -> str:
    """The color of a point of the screen."""
    crop = ["-crop", f"1x1+{x}+{y}", "-depth", "8", "txt:-"]
    shot = subprocess.run(
        ["import", "-window", "root", *crop],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return shot.stdout.splitlines()[-1].split()[2][:7]


def click(environment: dict[str, str], *places: tuple[int, int]) -> None:
    for x, y in places:
        command = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
        subprocess.run(command, env=environment, check=True)
        time.sleep(0.45)


def sessions(parent: int) -> set[int]:
    """The processes of sessions that the supervisor has now."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return {int(pid) for pid in listed}


@pytest.mark.whole
def test_from_the_gesture_to_the_restart(display: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "facility.toml"
    FacilityFile(file).save(Facility(name="Eloy", staff_pin=pin_hash(), screen_diagonal=19))
    FacilityFile(file).save(Facility(name="Florence", staff_pin=pin_hash(), screen_diagonal=19))
    environment = {**display, "STATE_DIRECTORY": str(tmp_path / "state")}
    program = subprocess.Popen(
        [sys.executable, "-m", "pdkiosk", "--facility", str(file)], cwd=ROOT, env=environment
    )
    try:
        # The bar of the staff page; on the start page there is paper in its place.
        bar, dark, paper = (700, 30), "#12324A", "#FBF8F3"
        until(lambda: color(environment, *bar) == paper)
        until(lambda: len(sessions(program.pid)) == 2)
        time.sleep(1)
        before = sessions(program.pid)
        # Clockwise from the top left.
        click(environment, (20, 20), (1260, 20), (1260, 1004), (20, 1004))
        until(lambda: color(environment, *bar) == dark)
        state = tmp_path / "state" / "pin-tries.json"
        until(state.exists)
        assert '"wrong":0' in state.read_text()
        subprocess.run(["xdotool", "type", "--delay", "60", "830195"], env=environment, check=True)
        time.sleep(0.5)
        ok = (372, 520)
        click(environment, ok)
        until(lambda: '"wrong":1' in state.read_text())
        subprocess.run(["xdotool", "type", "--delay", "60", "830194"], env=environment, check=True)
        time.sleep(0.5)
        click(environment, ok)
        until(lambda: '"wrong":0' in state.read_text())
        if pictures := os.environ.get("STAFF_PICTURES"):
            time.sleep(0.5)
            menu = ["import", "-window", "root", f"{pictures}/x11-menu.png"]
            subprocess.run(menu, env=environment, check=True)
        # Left by "Leave the staff page": another process, as after any session.
        click(environment, (200, 965))
        until(lambda: not before <= sessions(program.pid))
        until(lambda: color(environment, *bar) == paper)
        assert load_facility(file).name == "Florence"
    finally:
        program.send_signal(signal.SIGINT)
        try:
            program.wait(15)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
