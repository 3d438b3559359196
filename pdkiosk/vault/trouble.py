"""Everything that can go wrong with saved work."""

from __future__ import annotations

import enum
import errno


class Trouble(enum.Enum):
    """Why work was not saved, opened or deleted. The value is the code for the technician."""

    WRONG_OR_DAMAGED = "W10"
    """The words are not right, or the file is damaged: nobody can tell which."""
    TOO_MANY_TRIES = "W11"
    """Too many tries; ``VaultError.wait`` says how many seconds are left."""
    GONE = "W20"
    """This saved work does not exist (any more): deleted here or elsewhere, or expired."""
    CHANGED_ELSEWHERE = "W21"
    """Another kiosk has saved this work since it was opened here. That save is kept, not ours."""
    NO_PLACE = "W30"
    """The folder, server or stick is missing."""
    READ_ONLY = "W31"
    """The place cannot be written to."""
    FULL = "W32"
    """The disk is full, or no picture and number is left."""
    FAULT = "W33"
    """The disk, stick or server reports an error, or did not keep what was written."""
    TOO_BIG = "W40"
    """The work is too large."""
    NEWER_FORMAT = "W41"
    """A newer version of this program saved this work."""
    TOO_WEAK = "W42"
    """The words are too easy to guess."""

    @property
    def code(self) -> str:
        """The code that the technician looks up in the manual."""
        return self.value


class VaultError(Exception):
    """A problem with saved work; contains nothing of the work and nothing of the words."""

    def __init__(self, trouble: Trouble, *, wait: float = 0, errno: int | None = None) -> None:
        super().__init__(trouble.name if errno is None else f"{trouble.name} ({errno})")
        self.trouble = trouble
        self.wait = wait
        self.errno = errno


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMLINK}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_NO_PLACE = {
    errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN,
    errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH, errno.ETIMEDOUT,
    errno.ELOOP, errno.ENAMETOOLONG,
}  # fmt: skip


def of_system(error: OSError) -> VaultError:
    """The trouble that corresponds to an error of the operating system."""
    if error.errno in _FULL:
        trouble = Trouble.FULL
    elif error.errno in _READ_ONLY:
        trouble = Trouble.READ_ONLY
    elif error.errno in _NO_PLACE:
        trouble = Trouble.NO_PLACE
    else:
        trouble = Trouble.FAULT
    return VaultError(trouble, errno=error.errno)
