"""All that can go wrong with saved work."""

from __future__ import annotations

import enum
import errno


class Trouble(enum.Enum):
    """Why work was not saved, opened or deleted. The value is the code for the technician."""

    WRONG_OR_DAMAGED = "S10"
    """The words are not right, or the file is damaged: nobody can tell which."""
    TOO_MANY_TRIES = "S11"
    """Words were tried too often; ``VaultError.wait`` says how many seconds are left."""
    GONE = "S20"
    """This saved work is not there: deleted here or elsewhere, or past its day."""
    CHANGED_ELSEWHERE = "S21"
    """Another kiosk saved this work since it was opened here. Its save is kept, not ours."""
    NO_PLACE = "S30"
    """The folder, server or stick is not there."""
    READ_ONLY = "S31"
    """The place cannot be written to."""
    FULL = "S32"
    """No room on the disk, or no picture and number left."""
    FAULT = "S33"
    """The disk, stick or server reports an error, or did not keep what was written."""
    TOO_BIG = "S40"
    """The work is larger than any saved work may be."""
    NEWER_FORMAT = "S41"
    """A newer version of this program saved this work."""
    TOO_WEAK = "S42"
    """The words are easier to guess than the floor allows."""

    @property
    def code(self) -> str:
        """What the technician finds in the manual."""
        return self.value


class VaultError(Exception):
    """A trouble; it holds nothing of the work and nothing of the words."""

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
    """The trouble behind an error of the operating system."""
    if error.errno in _FULL:
        trouble = Trouble.FULL
    elif error.errno in _READ_ONLY:
        trouble = Trouble.READ_ONLY
    elif error.errno in _NO_PLACE:
        trouble = Trouble.NO_PLACE
    else:
        trouble = Trouble.FAULT
    return VaultError(trouble, errno=error.errno)
