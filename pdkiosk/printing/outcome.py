"""Every way that printing can end, each with its own words for the person."""

from __future__ import annotations

import enum

from pdkiosk.language.message import Message


class Outcome(enum.Enum):
    """How an attempt to print ended; each member has its message in ``MESSAGES``."""

    SENT = "sent"
    SAVED = "saved"
    NO_PRINTER = "no_printer"
    PRINTER_STOPPED = "printer_stopped"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    NOT_SAVED = "not_saved"

    @property
    def ok(self) -> bool:
        """Whether the pages are on their way or saved."""
        return self in (Outcome.SENT, Outcome.SAVED)

    @property
    def message(self) -> Message:
        """What to tell the person."""
        return MESSAGES[self]


MESSAGES = {
    # Translators: the printer has taken the pages. It does not say that they have come out.
    Outcome.SENT: Message(
        "Your pages were sent to the printer. Look if all of them came out.", "print.sent"
    ),
    # Translators: there is no printer; the pages were saved as files in a folder.
    Outcome.SAVED: Message(
        "There is no printer here. Your pages were saved as files. Ask the library for them.",
        "print.saved",
    ),
    # Translators: printing failed.
    Outcome.NO_PRINTER: Message(
        "No printer was found. Your letter is still here. Ask the library for help, then try "
        "again.",
        "print.no_printer",
    ),
    # Translators: printing failed.
    Outcome.PRINTER_STOPPED: Message(
        "The printer is stopped or turned off. Your letter is still here. Tell the library, then "
        "try again.",
        "print.stopped",
    ),
    # Translators: printing failed.
    Outcome.REFUSED: Message(
        "The printer did not take the pages. Your letter is still here. Tell the library, then try "
        "again.",
        "print.refused",
    ),
    # Translators: printing failed.
    Outcome.TIMED_OUT: Message(
        "The printer does not answer. Your letter is still here. Tell the library, then try again.",
        "print.timed_out",
    ),
    # Translators: saving the pages as files failed.
    Outcome.NOT_SAVED: Message(
        "The pages could not be saved. Your letter is still here. Tell the library, then try "
        "again.",
        "print.not_saved",
    ),
}
