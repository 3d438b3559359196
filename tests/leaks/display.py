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


@contextmanager
def display(size: str = "1280x1024") -> Iterator[str]:
    """The name of a display of its own."""
    reader, writer = os.pipe()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-dpi", "96",
         "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,), **quiet,  # type: ignore[call-overload]
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader) as line:
        name = f":{line.readline().strip()}"
    settings = tempfile.NamedTemporaryFile("w", suffix=".xml")  # noqa: SIM115
    settings.write(_OPENBOX)
    settings.flush()
    manager = subprocess.Popen(
        ["openbox", "--config-file", settings.name], env={**os.environ, "DISPLAY": name}, **quiet
    )  # type: ignore[call-overload]
    try:
        time.sleep(0.3)
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
        settings.close()


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
