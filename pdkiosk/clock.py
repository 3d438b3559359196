"""The clock for every time limit that protects a person: it keeps running during sleep."""

from __future__ import annotations

import sys
import time


def boot_seconds() -> float:
    """Seconds from a fixed point in the past, sleep included; nobody can set it or turn it back.

    Only differences are meaningful, and only until the machine restarts: Linux counts from its
    start (``CLOCK_BOOTTIME``, clock_gettime(2)), Windows too (``GetTickCount64``, in steps of 10 to
    16 ms; ``QueryUnbiasedInterruptTime`` would leave sleep out). Elsewhere it is
    ``time.monotonic``, which may stop during sleep: there, time limits are late by the length of
    the sleep.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "win32":
        return _windows_milliseconds() / 1000
    return time.monotonic()


def _windows_milliseconds() -> int:
    if sys.platform != "win32":
        raise OSError
    import ctypes

    ticks = ctypes.WinDLL("kernel32").GetTickCount64
    ticks.restype = ctypes.c_uint64
    return int(ticks())
