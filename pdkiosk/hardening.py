"""Closes the ways in which the memory of this process could reach a disk."""

from __future__ import annotations

import contextlib
import ctypes
import resource
import sys

_PR_SET_DUMPABLE = 4
# Locked once touched: a whole library mapped and locked would take hundreds of megabytes.
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4


def harden() -> list[str]:
    """No core dumps, no reading of our memory by others, memory kept out of swap.

    Returns short codes for what the system did not allow; the kiosk session then has to see
    to it (docs/privacy.md says how).
    """
    failed = []
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
        failed.append("core-dumps-possible")
    if not sys.platform.startswith("linux"):
        return failed
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        failed.append("dumpable")
    if libc.mlockall(_MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT) != 0:
        failed.append("memory-not-locked")
    return failed
