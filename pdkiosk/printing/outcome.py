"""Every way that printing can end, each with its own words for the person."""

from __future__ import annotations

import enum

from pdkiosk.language.message import Message


class Outcome(enum.Enum):
    """How an attempt to print ended. The value is the short code for the technician."""

    PRINTED = "P00"
    SAVED = "P01"
    SENT = "P10"
    DOUBTFUL = "P11"
    CANCELED = "P20"
    CANCELED_BY_STAFF = "P21"
    NOT_CANCELED = "P22"
    LIMIT = "P23"
    OUT_OF_PAPER = "P31"
    JAM = "P32"
    DOOR_OPEN = "P33"
    NO_TONER = "P34"
    NEEDS_HELP = "P35"
    OFFLINE = "P41"
    HELD = "P42"
    PRINTER_STOPPED = "P43"
    BUSY = "P44"
    TIMED_OUT = "P45"
    REFUSED = "P51"
    ABORTED = "P52"
    NO_PRINTER = "P61"
    NO_SERVICE = "P62"
    SERVICE_LOST = "P63"
    NOT_SAVED = "P71"

    @property
    def code(self) -> str:
        """The code that the technician looks up in the manual."""
        return self.value

    @property
    def ok(self) -> bool:
        """Whether no failure is known: the pages are printed, or should be, or are saved."""
        return self in (Outcome.PRINTED, Outcome.SAVED) or self.unsure

    @property
    def unsure(self) -> bool:
        """Whether the pages left this machine, without confirmation that they came out."""
        return self in (Outcome.SENT, Outcome.DOUBTFUL)

    @property
    def leaves_pages(self) -> bool:
        """Whether pages may have come out although it failed: the message says so."""
        return self in (
            Outcome.CANCELED,
            Outcome.CANCELED_BY_STAFF,
            Outcome.NOT_CANCELED,
            Outcome.ABORTED,
            Outcome.SERVICE_LOST,
        )

    @property
    def message(self) -> Message:
        """The message for the person."""
        return MESSAGES[self]


MESSAGES = {
    # Translators: the print queue says that the job is complete. The person counts the pages.
    Outcome.PRINTED: Message("The printer says that it is done.", "print.printed"),
    # Translators: there is no printer; the pages were saved as files in a folder.
    Outcome.SAVED: Message(
        "There is no printer here. Your pages were saved as files. Ask the library for them.",
        "print.saved",
    ),
    # Translators: the printer has taken the pages. It does not say that they have come out.
    Outcome.SENT: Message(
        "Your pages were sent to the printer. Look if all of them came out.", "print.sent"
    ),
    # Translators: the printer says "done" and also that something is wrong with it.
    Outcome.DOUBTFUL: Message(
        "The printer says that it is done, but also that something is wrong. Look if all of your "
        "pages came out.",
        "print.doubtful",
    ),
    # Translators: the person stopped the printing.
    Outcome.CANCELED: Message(
        "Printing was stopped. Take the pages that came out. Your letter is still here.",
        "print.canceled",
    ),
    # Translators: somebody else stopped the printing, not the person.
    Outcome.CANCELED_BY_STAFF: Message(
        "Somebody stopped the printing at another place. Take the pages that came out. Your "
        "letter is still here. Ask the library, then try again.",
        "print.canceled_by_staff",
    ),
    # Translators: the person wanted to stop the printing, but the printer goes on.
    Outcome.NOT_CANCELED: Message(
        "The printing could not be stopped. Pages may still come out. Stay by the printer and "
        "tell the library.",
        "print.not_canceled",
    ),
    # Translators: the facility limits how many pages a person can print.
    Outcome.LIMIT: Message(
        "You have printed as many pages as this library allows. Your letter is still here. Ask "
        "the library if you need more.",
        "print.limit",
    ),
    # Translators, for each of these: printing failed.
    Outcome.OUT_OF_PAPER: Message(
        "The printer has no paper. Take the pages that came out. Your letter is still here. Ask "
        "the library to put in paper, then try again.",
        "print.out_of_paper",
    ),
    Outcome.JAM: Message(
        "Paper is stuck in the printer. It may be a page of yours. Your letter is still here. Ask "
        "the library to take the paper out, then try again.",
        "print.jam",
    ),
    Outcome.DOOR_OPEN: Message(
        "A door of the printer is open. Your letter is still here. Ask the library to close it, "
        "then try again.",
        "print.door_open",
    ),
    Outcome.NO_TONER: Message(
        "The printer has no more toner or ink. Your letter is still here. Ask the library to "
        "change it, then try again.",
        "print.no_toner",
    ),
    # Translators: printing failed; something else is wrong with the printer.
    Outcome.NEEDS_HELP: Message(
        "The printer needs help. Your letter is still here. Ask the library to look at it, then "
        "try again.",
        "print.needs_help",
    ),
    # Translators: printing failed; the printer is turned off, or its cable is out.
    Outcome.OFFLINE: Message(
        "The printer does not answer. It may be turned off. Your letter is still here. Tell the "
        "library, then try again.",
        "print.offline",
    ),
    # Translators: printing failed; somebody set the pages to wait.
    Outcome.HELD: Message(
        "The printer made your pages wait, so they were taken back. Your letter is still here. "
        "Tell the library, then try again.",
        "print.held",
    ),
    Outcome.PRINTER_STOPPED: Message(
        "The printer is stopped or turned off. Your letter is still here. Tell the library, then "
        "try again.",
        "print.stopped",
    ),
    # Translators: printing failed; the printer works on the pages of somebody else.
    Outcome.BUSY: Message(
        "The printer is printing something else. Your letter is still here. Wait a little, then "
        "try again.",
        "print.busy",
    ),
    Outcome.TIMED_OUT: Message(
        "The printer does not answer. Your letter is still here. Tell the library, then try again.",
        "print.timed_out",
    ),
    Outcome.REFUSED: Message(
        "The printer did not take the pages. Your letter is still here. Tell the library, then try "
        "again.",
        "print.refused",
    ),
    # Translators: printing failed in the middle.
    Outcome.ABORTED: Message(
        "The printer stopped in the middle. Take the pages that came out. Your letter is still "
        "here. Tell the library, then try again.",
        "print.aborted",
    ),
    Outcome.NO_PRINTER: Message(
        "No printer was found. Your letter is still here. Ask the library for help, then try "
        "again.",
        "print.no_printer",
    ),
    # Translators: printing failed; the part of the computer that prints is not running.
    Outcome.NO_SERVICE: Message(
        "This machine cannot print now. Your letter is still here. Ask the library for help, "
        "then try again.",
        "print.no_service",
    ),
    # Translators: the part of the computer that prints stopped while it printed.
    Outcome.SERVICE_LOST: Message(
        "Printing stopped in the middle. Nobody knows which pages came out. Look at the printer. "
        "Your letter is still here. Ask the library for help, then try again.",
        "print.service_lost",
    ),
    # Translators: saving the pages as files failed.
    Outcome.NOT_SAVED: Message(
        "The pages could not be saved. Your letter is still here. Tell the library, then try "
        "again.",
        "print.not_saved",
    ),
}
