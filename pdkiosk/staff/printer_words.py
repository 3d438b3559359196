"""Messages for staff about the printer: more detailed than those that people read.

Only for states in which someone has to do something; in the others, staff read the same as people.
"""

from __future__ import annotations

from pdkiosk.language.message import Message
from pdkiosk.printing.state import State

WORDS: dict[State, tuple[Message, Message]] = {
    State.FOLDER: (
        # Translators, for each of these: health page for staff, of the printer.
        Message("There is no printer. Pages are saved as files.", "staff.printer_folder"),
        # Translators: health page for staff; --pdf-folder is typed on the command line.
        Message(
            "They are in the folder that was given with --pdf-folder, each time in a new folder "
            "whose name the screen shows. Print them from there, then delete that folder.",
            "staff.printer_folder_mend",
        ),
    ),
    State.LOW_TONER: (
        Message("Little toner or ink is left.", "staff.printer_low_toner"),
        Message("Have new toner or ink ready.", "staff.printer_low_toner_mend"),
    ),
    State.LOW_PAPER: (
        Message("Little paper is left.", "staff.printer_low_paper"),
        Message("Put paper into the printer.", "staff.printer_low_paper_mend"),
    ),
    State.OUT_OF_PAPER: (
        Message("The printer has no paper.", "staff.printer_out_of_paper"),
        # What CUPS says between two jobs can be outdated.
        # Translators: health page for staff; "Test print" is a button of the staff page.
        Message(
            "Put in paper and close the tray. If this stays here, print the test page.",
            "staff.printer_out_of_paper_mend",
        ),
    ),
    State.JAM: (
        Message("Paper is stuck in the printer.", "staff.printer_jam"),
        Message(
            "Open the printer, take out all of the paper that is stuck, and close it. If this "
            "stays here, print the test page.",
            "staff.printer_jam_mend",
        ),
    ),
    State.DOOR_OPEN: (
        Message("A door of the printer is open.", "staff.printer_door"),
        Message(
            "Close all doors and trays of the printer. If this stays here, print the test page.",
            "staff.printer_door_mend",
        ),
    ),
    State.NO_TONER: (
        Message("The printer has no more toner or ink.", "staff.printer_no_toner"),
        Message(
            "Change the toner or ink. If this stays here, print the test page.",
            "staff.printer_no_toner_mend",
        ),
    ),
    State.NEEDS_HELP: (
        Message("The printer reports a problem.", "staff.printer_help"),
        Message(
            "Read what the printer itself shows, and do that. If this stays here, print the test "
            "page.",
            "staff.printer_help_mend",
        ),
    ),
    State.OFFLINE: (
        Message("The printer does not answer.", "staff.printer_offline"),
        Message(
            "Turn the printer on, and look at its cable or its network. If this stays here, print "
            "the test page.",
            "staff.printer_offline_mend",
        ),
    ),
    State.HELD: (
        Message("Pages wait, though the printer could print.", "staff.printer_held"),
        # Translators: health page for staff: a print job that was set to wait.
        Message(
            "Release the waiting jobs in the print queue of this machine, or cancel them there.",
            "staff.printer_held_mend",
        ),
    ),
    State.STOPPED: (
        Message("The print queue of this machine is stopped.", "staff.printer_stopped"),
        # Translators: health page for staff; cupsenable and cupsaccept are commands. NAME is the
        # place for the name of the printer.
        Message(
            "Resume it in the list of printers of the system. With CUPS type: cupsenable NAME, "
            "then cupsaccept NAME. NAME is the name of the printer.",
            "staff.printer_stopped_mend",
        ),
    ),
    State.NO_PRINTER: (
        Message("This machine has no printer that the program can use.", "staff.printer_none"),
        # Translators: health page for staff; printer is the name of a setting.
        Message(
            "Set up a printer in the system and make it the default, or write its name under "
            "Settings, printer. If a name stands there, look whether it is right.",
            "staff.printer_none_mend",
        ),
    ),
    State.NO_SERVICE: (
        # Translators: health page for staff; the print service is a part of the computer.
        Message("The print service of this machine is not running.", "staff.printer_service"),
        # Translators: health page for staff; what stands after "type" is a command, and Print
        # Spooler is the name of a part of Windows.
        Message(
            "Start it again. With CUPS type: sudo systemctl restart cups. On Windows start the "
            "service Print Spooler. If that does not help, restart the machine.",
            "staff.printer_service_mend",
        ),
    ),
}
