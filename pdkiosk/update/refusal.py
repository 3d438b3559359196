"""Every reason for refusing a release, with its message and a short code."""

from __future__ import annotations

import contextlib
import enum
import errno
from collections.abc import Iterator

from pdkiosk.language.message import Message


class Reason(enum.Enum):
    """Why nothing was installed; the existing version keeps working."""

    UNREADABLE = "update-unreadable"
    NOT_A_RELEASE = "update-not-a-release"
    NO_KEY = "update-no-key"
    WRONG_SIGNATURE = "update-wrong-signature"
    TRUNCATED = "update-truncated"
    MIXED = "update-mixed"
    UNSAFE = "update-unsafe"
    OLDER = "update-older"
    EXPIRED = "update-expired"
    NOT_FOR_HERE = "update-not-for-here"
    FULL = "update-disk-full"
    NOT_WRITABLE = "update-not-writable"
    SELF_TEST = "update-self-test"
    BUSY = "update-busy"
    NOTHING_BEFORE = "update-nothing-before"

    @property
    def message(self) -> Message:
        """The message for the technician."""
        return _MESSAGES[self]


class Refused(Exception):
    """The release is not installed. ``detail`` names the place, for the technician."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


_MESSAGES = {
    # Translators, for each of these: for the technician who installs an update.
    Reason.UNREADABLE: Message("The file cannot be read.", "update.unreadable"),
    Reason.NOT_A_RELEASE: Message("This file is not an update of this program.", "update.not"),
    Reason.NO_KEY: Message(
        "This installation has no key to check updates with. Nothing was changed.", "update.no_key"
    ),
    Reason.WRONG_SIGNATURE: Message(
        "The signature is not one of those who make this program. Do not use this file.",
        "update.signature",
    ),
    Reason.TRUNCATED: Message("The file is not complete. Copy it again.", "update.truncated"),
    Reason.MIXED: Message(
        "What is in the file is not what was signed. Do not use this file.", "update.mixed"
    ),
    # Translators: for the technician who installs an update. "content" is guide and translations.
    Reason.UNSAFE: Message(
        "The file holds something that an update must not hold. Do not use this file.",
        "update.unsafe",
    ),
    Reason.OLDER: Message(
        "This version, or a newer one, is installed already. Nothing was changed.", "update.older"
    ),
    Reason.EXPIRED: Message(
        "This update is too old to be installed now. Ask for the newest one.", "update.expired"
    ),
    Reason.NOT_FOR_HERE: Message(
        "This update is for another kind of machine, or needs a newer program first.",
        "update.elsewhere",
    ),
    Reason.FULL: Message("There is no room on the disk. Nothing was changed.", "update.full"),
    Reason.NOT_WRITABLE: Message(
        "The program's folder cannot be changed. Run this as the administrator.",
        "update.not_writable",
    ),
    Reason.SELF_TEST: Message(
        "The new version does not work on this machine. The old one stays.", "update.self_test"
    ),
    Reason.BUSY: Message("Another update is being installed. Wait for it.", "update.busy"),
    # Translators: for the technician who wants to go back to the version before.
    Reason.NOTHING_BEFORE: Message("There is no version to go back to.", "update.nothing_before"),
}


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turns system errors into reasons for refusing an update. Raises Refused."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Refused(Reason.FULL) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise Refused(Reason.NOT_WRITABLE, error.filename or "") from error
        raise Refused(Reason.UNREADABLE, error.strerror or "") from error
