"""Detects from outside when a program has painted its window, by one pixel of the screen.

The same for every program that is compared, whatever it is made with. Needs X11, and speaks to
it without Qt: with Qt's libraries in this process too, a part of their memory would be counted
as ours, and the programs that are measured would seem smaller than they are.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

_PLACE = (400, 40)
_POLL_SECONDS = 0.002
_PATIENCE_SECONDS = 60.0
_SETTLED_SECONDS = 1.5


_ALL_PLANES = ctypes.c_ulong(-1)
_Z_PIXMAP = 2


@cache
def _x11() -> tuple[ctypes.CDLL, ctypes.c_void_p]:
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = library.XGetImage.restype = ctypes.c_void_p
    library.XDefaultRootWindow.restype = library.XGetPixel.restype = ctypes.c_ulong
    display = library.XOpenDisplay(None)
    if display is None:
        raise RuntimeError("no X display")
    return library, ctypes.c_void_p(display)


def _color() -> str:
    """The point of the screen as "#rrggbb"."""
    library, display = _x11()
    root = ctypes.c_ulong(library.XDefaultRootWindow(display))
    image = ctypes.c_void_p(library.XGetImage(display, root, *_PLACE, 1, 1, _ALL_PLANES, _Z_PIXMAP))
    pixel = library.XGetPixel(image, 0, 0)
    library.XDestroyImage(image)
    return f"#{pixel & 0xFFFFFF:06x}"


def painted(
    command: Sequence[str],
    wanted: Callable[[str], bool] | None = None,
    root: Path | None = None,
    settled: float = _SETTLED_SECONDS,
) -> tuple[float, float]:
    """Seconds from process start to the first painted window, and MiB of all processes later.

    Memory is read ``settled`` seconds after it. ``wanted`` tells the color that counts;
    without it any other than the empty screen's.
    Raises RuntimeError when nothing comes.
    """
    empty = _wait_empty()
    seen = wanted or (lambda color: color != empty)
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not seen(_color()):
            if time.monotonic() - started > _PATIENCE_SECONDS:
                raise RuntimeError(f"{command[0]} painted nothing")
            time.sleep(_POLL_SECONDS)
        took = time.monotonic() - started
        time.sleep(settled)  # what a program goes on loading belongs to it
        return took, memory_of_session(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_empty() -> str:
    """Waits until the last window is gone; the color of the empty screen."""
    before = _color()
    while True:
        time.sleep(0.3)
        now = _color()
        if now == before:
            return now
        before = now


def memory_of_session(session: int) -> float:
    """MiB (proportional set size) of all processes of a session of the system."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) != session:
                continue
            lines = (folder / "smaps_rollup").read_text().splitlines()
        except (OSError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
