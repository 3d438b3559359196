"""Findings about the printer's abilities: its paper, and what its queue does to a job."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pdkiosk.facility.settings import Facility
from pdkiosk.language.message import Message
from pdkiosk.printing.abilities import Abilities
from pdkiosk.staff.finding import Finding, Level

# Translators: a part of the machine on the health page for staff.
_PART = Message("Printer and paper", "staff.abilities")
_SIZES = {
    # Translators: the size of a sheet of paper.
    "letter": Message("US Letter", "staff.size_letter"),
    # Translators: the size of a sheet of paper.
    "a4": Message("A4", "staff.size_a4"),
}
# Translators: health page; {name} is the name of a printer, {size} US Letter or A4.
_NO_SUCH_SIZE = Message("The printer {name} does not print on {size} paper.", "staff.no_such_size")
# Translators: health page.
_NO_SUCH_SIZE_FIX = Message(
    "Choose another printer or the other paper under Settings.", "staff.no_such_size_fix"
)
# Translators: health page; {name} is the name of a printer, {size} US Letter or A4.
_NOT_LOADED = Message(
    "The printer {name} reports no {size} paper in its trays.", "staff.not_loaded"
)
# Translators: health page; {size} is US Letter or A4.
_NOT_LOADED_FIX = Message(
    "Put {size} paper into the printer, and tell the printer so if it asks. Or choose the other "
    "paper under Settings.",
    "staff.not_loaded_fix",
)
# Translators: health page; {name} is the name of a print queue.
_MAKES_FILES = Message(
    "The print queue {name} makes files or sends faxes, so the program never uses it: a letter "
    "would stay there for the next person to find.",
    "staff.makes_files",
)
# Translators: health page; printer is the name of a setting.
_MAKES_FILES_FIX = Message(
    "Write the name of a queue that prints on paper under Settings, printer.",
    "staff.makes_files_fix",
)
# Translators: health page; {name} is the name of a print queue, {options} are settings of it.
_ADDS = Message(
    "The print queue {name} adds this to what is printed: {options}. The program cannot turn it "
    "off.",
    "staff.queue_adds",
)
# Translators: health page; what stands after "type" is a command. OPTION is a place for what
# stands before the = above.
_ADDS_FIX = Message(
    "If it is not wanted, type: sudo lpadmin -p {name} -R OPTION-default. OPTION is what stands "
    "before the sign =.",
    "staff.queue_adds_fix",
)
# Translators: health page, on Windows; {name} is the name of a printer. The names of the pages are
# those of Windows.
_ADDS_FIX_WINDOWS = Message(
    "If it is not wanted: sign in as the user who prints, then Printers & scanners, {name}, "
    "Printing preferences.",
    "staff.queue_adds_fix_windows",
)


def chosen(printers: Sequence[Abilities], name: str) -> Abilities | None:
    """The printer that the program uses if this name is set; see ``queues.Queues.look``."""
    if name:
        folded = {each.name.lower(): each for each in printers}
        return {each.name: each for each in printers}.get(name) or folded.get(name.lower())
    printing = [each for each in printers if not each.makes_files]
    usual = next((each for each in printing if each.usual), None)
    return usual or (printing[0] if len(printing) == 1 else None)


def printer_abilities(printers: Sequence[Abilities], facility: Facility) -> list[Finding]:
    """What the printer cannot do, or does without being asked; empty if all is well."""
    used = chosen(printers, facility.printer)
    ignored = [each for each in printers if each.makes_files and (each.usual or each is used)]
    found = [
        Finding(_PART, Level.BAD, _MAKES_FILES(name=each.name), "H04", _MAKES_FILES_FIX)
        for each in ignored
    ]
    if used is None or used.makes_files:
        return found
    size = _SIZES[facility.paper]
    if used.sizes is not None and facility.paper not in used.sizes:
        says = _NO_SUCH_SIZE(name=used.name, size=size)
        found.append(Finding(_PART, Level.BAD, says, "H02", _NO_SUCH_SIZE_FIX))
    elif used.loaded is not None and facility.paper not in used.loaded:
        says = _NOT_LOADED(name=used.name, size=size)
        found.append(Finding(_PART, Level.LOOK, says, "H03", _NOT_LOADED_FIX(size=size)))
    if used.adds:
        says = _ADDS(name=used.name, options=", ".join(used.adds))
        windows = sys.platform == "win32"
        fix = _ADDS_FIX_WINDOWS if windows else _ADDS_FIX
        found.append(Finding(_PART, Level.LOOK, says, "H05", fix(name=used.name)))
    return found
