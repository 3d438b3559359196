"""Keeps the memory of this process from reaching a disk."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_PR_SET_DUMPABLE = 4
# Lock pages only when touched: locking whole mapped libraries would take hundreds of megabytes.
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4

_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX, _SEM_NOOPENFILEERRORBOX = 0x1, 0x2, 0x8000
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x1


def harden() -> list[str]:
    """Turns off core dumps, keeps our memory out of swap and out of reach of other processes.

    Returns short codes for what the system did not allow; the kiosk session then has to take care
    of it (docs/privacy.md and docs/windows.md say how).
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
    """Turns off Windows' dialog boxes and error reports; it cannot lock a whole process's memory.

    ``VirtualLock`` takes single ranges and is limited by the working set;
    ``SetProcessWorkingSetSize`` guarantees an amount of memory, not particular pages. So what
    people write can reach the page file, and the returned codes say so.
    """
    if sys.platform != "win32":
        return []
    failed = []
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    # Children inherit it: no Windows dialog can cover the kiosk or wait for a click.
    kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX | _SEM_NOOPENFILEERRORBOX)
    # If there is an error report after all, it must not contain our memory.
    if kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP) != 0:
        failed.append("core-dumps-possible")
    return [*failed, "memory-not-locked"]
