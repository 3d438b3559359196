"""A screen that is plugged in again at another size, under a real X server: nothing is lost."""

from __future__ import annotations

import shutil
import time
from functools import partial
from pathlib import Path

import pytest

from tests.leaks.display import ask, display_that_changes, missing, windows
from tests.leaks.house import House, children, wait_until

lacking = [*missing(), *(name for name in ("Xorg", "xrandr") if not shutil.which(name))]
if lacking:
    pytest.skip("needs " + ", ".join(lacking), allow_module_level=True)


def _place(display: str) -> str:
    """The window's width and height, and where it is."""
    (window,) = windows(display)
    says = ask(display, "xdotool", "getwindowgeometry", "--shell", window)
    fields = dict(line.split("=") for line in says.split() if "=" in line)
    return f"{fields['WIDTH']}x{fields['HEIGHT']}+{fields['X']}+{fields['Y']}"


def _stands(display: str, size: str) -> bool:
    return _place(display) == f"{size}+0+0"


def test_a_screen_that_changes_its_size(tmp_path: Path) -> None:
    with display_that_changes() as name:
        ask(name, "xrandr", "--size", "1920x1080")
        house = House(tmp_path, name)
        house.invite()
        with house.open() as supervisor:
            written = int(house.wait("filled"))
            wait_until(lambda: len(children(supervisor.pid)) == 2)
            for size in ("1280x1024", "1024x768", "1920x1080", "1280x1024"):
                ask(name, "xrandr", "--size", size)
                wait_until(partial(_stands, name, size), 10)
            # Once more, so soon that the window has not yet followed.
            ask(name, "xrandr", "--size", "1920x1080")
            ask(name, "xrandr", "--size", "1280x1024")
            wait_until(partial(_stands, name, "1280x1024"), 10)
            time.sleep(1.5)  # it waits until the screen has made up its mind
            house.leave()
            size, built_for, place, answers = house.wait("stood").split()
            assert (size, built_for, place) == ("1280x1024", "1280x1024", "print")
            assert int(answers) >= written > 10
            # "Erase" was found and touched where it is now; the next person's screen fits too.
            wait_until(lambda: len(windows(name)) == 1 and _stands(name, "1280x1024"), 10)
            assert house.said == ""
