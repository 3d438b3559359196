"""Tells systemd that the window answers, by its own library: no process, no socket of ours."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable


def watchdog() -> Callable[[], None]:
    """What to call while the window answers; nothing happens where systemd does not ask.

    The first call says READY=1, each says WATCHDOG=1. The unit needs Type=notify and
    WatchdogSec= of a minute; NotifyAccess=main is enough, for this process speaks itself.
    Raises OSError where systemd asks and its library is missing.
    """
    if not os.environ.get("NOTIFY_SOCKET"):
        return lambda: None
    library = ctypes.CDLL("libsystemd.so.0")
    try:
        notify = library.sd_notify
    except AttributeError as error:
        raise OSError("this libsystemd has no sd_notify") from error
    notify.argtypes = [ctypes.c_int, ctypes.c_char_p]
    return lambda: notify(0, b"READY=1\nWATCHDOG=1") and None
