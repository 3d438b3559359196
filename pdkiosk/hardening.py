"""Closes the ways in which the memory of this process could reach a disk."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4
# Locked once touched: a whole library mapped and locked would take hundreds of megabytes.
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4

_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX, _SEM_NOOPENFILEERRORBOX = 0x1, 0x2, 0x8000
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x1


def harden() -> list[str]:
    """No core dumps, no reading of our memory by others, memory kept out of swap.

    Returns short codes for what the system did not allow; the kiosk session then has to see
    to it (docs/privacy.md and docs/windows.md say how).
    """
    return _windows() if sys.platform == "win32" else _unix()


def _unix() -> list[str]:
    if sys.platform == "win32":
        return []
    import resource

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


def _windows() -> list[str]:
    """Windows' own boxes and error reports; it has no lock for a whole process's memory.

    ``VirtualLock`` takes single ranges and is limited by the working set;
    ``SetProcessWorkingSetSize`` promises memory, not which pages. So what people write can
    reach the page file, and this says so.
    """
    if sys.platform != "win32":
        return []
    failed = []
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    # Children inherit it: no box of Windows is over the kiosk, nor waits for a click.
    kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX | _SEM_NOOPENFILEERRORBOX)
    # An error report, should there be one after all, has no memory of ours in it.
    if kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP) != 0:
        failed.append("core-dumps-possible")
    return [*failed, "memory-not-locked"]
