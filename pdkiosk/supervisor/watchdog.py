"""Tells systemd that the window responds, through systemd's library, without a socket of ours."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable


def watchdog() -> Callable[[], None]:
    """The function to call while the window responds; it does nothing unless systemd asks for it.

    The first call sends READY=1, every call sends WATCHDOG=1. The unit needs Type=notify and
    WatchdogSec= of a minute; NotifyAccess=main is enough, because this process notifies itself.
    Raises OSError if systemd asks but its library is missing.
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
