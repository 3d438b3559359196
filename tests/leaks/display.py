"""An X server with a window manager, as a kiosk has them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Without keys and menus of its own: what is the window manager's, the kiosk session closes.
_OPENBOX = (
    """<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/><mouse/></openbox_config>"""
)
PROGRAMS = ("Xvfb", "openbox", "xdotool", "xprop", "strace")


def missing() -> list[str]:
    """The programs that these tests need and that are not here."""
    return [name for name in PROGRAMS if not shutil.which(name)]


# A screen of which the size can be changed while it is on, as by another screen plugged in.
_MODES = ("1920x1080", "1280x1024", "1024x768")
_XORG = """
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5.0-1000.0
    VertRefresh 5.0-200.0
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes {modes}
        Virtual 1920 1920
    EndSubSection
EndSection
"""


@contextmanager
def display(size: str = "1280x1024") -> Iterator[str]:
    """The name of a display of its own."""
    with _served(["Xvfb", "-screen", "0", f"{size}x24", "-dpi", "96"]) as name:
        yield name


@contextmanager
def bare_display(size: str = "1280x1024") -> Iterator[str]:
    """The name of a display of its own, without a window manager.

    Not by ``xvfb-run -a``: of two that begin at once, both take the same number.
    """
    with _server(["Xvfb", "-screen", "0", f"{size}x24", "-dpi", "96"]) as name:
        yield name


@contextmanager
def display_that_changes() -> Iterator[str]:
    """The name of a display whose size ``xrandr`` changes; Xvfb has one size for good."""
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as settings:
        settings.write(_XORG.format(modes=" ".join(f'"{mode}"' for mode in _MODES)))
        settings.flush()
        command = ["Xorg", "-config", settings.name, "-novtswitch", "-sharevts"]
        with _served([*command, "-logfile", "/dev/null"]) as name:
            yield name


_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@contextmanager
def _server(command: list[str]) -> Iterator[str]:
    """The name of the display of an X server, which chooses its number itself."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [*command, "-displayfd", str(writer), "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,), **_QUIET,  # type: ignore[call-overload]
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as line:
        name = f":{line.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _served(command: list[str]) -> Iterator[str]:
    """The name of the display of an X server, with a window manager."""
    with _server(command) as name, tempfile.NamedTemporaryFile("w", suffix=".xml") as settings:
        settings.write(_OPENBOX)
        settings.flush()
        environment = {**os.environ, "DISPLAY": name}
        manager = subprocess.Popen(
            ["openbox", "--config-file", settings.name], env=environment, **_QUIET
        )  # type: ignore[call-overload]
        try:
            time.sleep(0.3)
            yield name
        finally:
            manager.terminate()
            manager.wait(10)


def ask(name: str, *command: str) -> str:
    """What a program says about a display."""
    done = subprocess.run(
        command,
        env={**os.environ, "DISPLAY": name},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    return done.stdout


def windows(name: str) -> list[str]:
    """The windows that the window manager knows, as it lists them."""
    line = ask(name, "xprop", "-root", "_NET_CLIENT_LIST")
    return [word.strip() for word in line.partition("#")[2].split(",") if word.strip()]
