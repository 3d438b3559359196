"""The states of a printer, with messages for people before and while pages are printed."""

from __future__ import annotations

import enum

from pdkiosk.language.message import Message


class State(enum.Enum):
    """The state of the printer. The value is the short code for the technician."""

    CHECKING = "S00"
    READY = "S01"
    BUSY = "S02"
    FOLDER = "S03"
    LOW_TONER = "S11"
    LOW_PAPER = "S12"
    OUT_OF_PAPER = "S21"
    JAM = "S22"
    DOOR_OPEN = "S23"
    NO_TONER = "S24"
    NEEDS_HELP = "S25"
    OFFLINE = "S31"
    HELD = "S32"
    STOPPED = "S33"
    NO_PRINTER = "S41"
    NO_SERVICE = "S42"

    @property
    def code(self) -> str:
        """The code that the technician looks up in the manual."""
        return self.value

    @property
    def message(self) -> Message:
        """The message for the person."""
        return MESSAGES[self]

    @property
    def trouble(self) -> bool:
        """Whether someone has to do something before pages come out."""
        return self in _TROUBLE or self in _CLOSED

    @property
    def warning(self) -> bool:
        """Whether pages come out, but the library should be told."""
        return self in (State.LOW_TONER, State.LOW_PAPER)

    @property
    def may_try(self) -> bool:
        """Whether printing may be offered.

        True even with some troubles: CUPS learns only from the next job that someone has added
        paper, so its state between jobs can be outdated.
        """
        return self not in _CLOSED


_TROUBLE = (
    State.OUT_OF_PAPER,
    State.JAM,
    State.DOOR_OPEN,
    State.NO_TONER,
    State.NEEDS_HELP,
    State.OFFLINE,
    State.HELD,
)
_CLOSED = (State.STOPPED, State.NO_PRINTER, State.NO_SERVICE)

MESSAGES = {
    # Translators: shown for a moment, until the printer has answered.
    State.CHECKING: Message("Looking at the printer. Please wait.", "printer.checking"),
    # Translators: the printer can print.
    State.READY: Message("The printer is ready.", "printer.ready"),
    # Translators: the printer works on the pages of somebody else.
    State.BUSY: Message("The printer is printing something else. Please wait.", "printer.busy"),
    # Translators: there is no printer at this machine; pages are saved as files instead.
    State.FOLDER: Message(
        "There is no printer here. Your pages will be saved as files. Ask the library for them.",
        "printer.folder",
    ),
    # Translators: a warning; the person can print.
    State.LOW_TONER: Message(
        "The printer will soon need toner or ink. You can print. Tell the library.",
        "printer.low_toner",
    ),
    # Translators: a warning; the person can print.
    State.LOW_PAPER: Message(
        "The printer has little paper left. You can print. Tell the library.", "printer.low_paper"
    ),
    # Translators, for each of these: what is wrong with the printer, and what to do.
    State.OUT_OF_PAPER: Message(
        "The printer has no paper. Ask the library to put in paper.", "printer.out_of_paper"
    ),
    State.JAM: Message(
        "Paper is stuck in the printer. Ask the library to take it out.", "printer.jam"
    ),
    State.DOOR_OPEN: Message(
        "A door of the printer is open. Ask the library to close it.", "printer.door_open"
    ),
    State.NO_TONER: Message(
        "The printer has no more toner or ink. Ask the library to change it.", "printer.no_toner"
    ),
    # Translators: something else is wrong with the printer.
    State.NEEDS_HELP: Message(
        "The printer needs help. Ask the library to look at it.", "printer.needs_help"
    ),
    # Translators: the printer is turned off, or its cable is out.
    State.OFFLINE: Message(
        "The printer does not answer. It may be turned off. Ask the library to look at it.",
        "printer.offline",
    ),
    # Translators: the pages wait because somebody set them to wait.
    State.HELD: Message(
        "The printer makes your pages wait. Ask the library to look at it.", "printer.held"
    ),
    # Translators: staff or the computer have stopped the printer.
    State.STOPPED: Message(
        "The printer is stopped. Ask the library to start it again.", "printer.stopped"
    ),
    # Translators: the machine has no printer.
    State.NO_PRINTER: Message(
        "No printer was found. Ask the library for help.", "printer.no_printer"
    ),
    # Translators: the part of the computer that prints (not the printer) is not running.
    State.NO_SERVICE: Message(
        "This machine cannot print now. Ask the library for help.", "printer.no_service"
    ),
}
