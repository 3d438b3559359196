"""Checks the parts of this machine that the program needs; never looks at anyone's work."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from msgspec import Struct

from pdkiosk.facility.pin import is_hash
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.settings import Facility
from pdkiosk.facility.warnings import warnings
from pdkiosk.guide.law import Law, overdue
from pdkiosk.interview.today import Clock, Today
from pdkiosk.language.message import Message
from pdkiosk.printing.state import State
from pdkiosk.staff.finding import Finding, Level
from pdkiosk.staff.printer_words import WORDS

LEAST_FREE_MB = 200

# Translators: a part of the machine on the health page for staff.
_PRINTER = Message("Printer", "staff.printer")
# Translators: a part of the machine on the health page for staff.
_PAPER = Message("Paper", "staff.paper")
# Translators: health page; the size of the paper.
_LETTER = Message("The pages are made for US Letter paper.", "staff.letter")
# Translators: health page; the size of the paper.
_A4 = Message("The pages are made for A4 paper.", "staff.a4")
# Translators: a part of the machine on the health page for staff.
_STATE_DISK = Message("Disk: log and counters", "staff.disk_state")
# Translators: a part of the machine on the health page for staff.
_SAVING_DISK = Message("Disk: saved work", "staff.disk_saving")
# Translators: health page; {size} is a number of megabytes, {folder} a place on the disk.
_FREE = Message("{size} MB are free in {folder}.", "staff.disk_free")
# Translators: health page; {size} is a number of megabytes, {folder} a place on the disk.
_LITTLE = Message("Only {size} MB are free in {folder}.", "staff.disk_little")
# Translators: health page.
_LITTLE_FIX = Message("Delete what is not needed on this disk.", "staff.disk_little_mend")
# Translators: health page; {folder} is a place on the disk.
_UNWRITABLE = Message("Nothing can be written in {folder}.", "staff.disk_unwritable")
# Translators: health page.
_UNWRITABLE_FIX = Message(
    "Give this folder to the user that the program runs as. Until then there is no log, and the "
    "staff page waits a minute before each PIN.",
    "staff.disk_unwritable_mend",
)
# Translators: health page; only where saving of people's work is allowed.
_UNSAVED_FIX = Message(
    "Give this folder to the user that the program runs as. Until then nobody can save work.",
    "staff.disk_unsaved_mend",
)
# Translators: a part of the machine on the health page for staff.
_FONTS = Message("Letters of the screen and the paper", "staff.fonts")
# Translators: health page.
_FONTS_GOOD = Message("All fonts are here.", "staff.fonts_good")
# Translators: health page; {names} is a list of files.
_FONTS_BAD = Message("These font files cannot be used: {names}.", "staff.fonts_bad")
# Translators: health page.
INSTALL_AGAIN = Message("Install the program again.", "staff.install_again")
# Translators: a part of the machine on the health page for staff.
_SPEECH = Message("Reading aloud", "staff.speech")
# Translators: health page; {name} is the name of a program.
_SPEECH_GOOD = Message("The system can speak: {name}.", "staff.speech_good")
# Translators: health page.
_SPEECH_NONE = Message("No program that speaks was found.", "staff.speech_none")
# Translators: health page; the words after "packages" are names of programs.
_SPEECH_FIX = Message("Install the packages speech-dispatcher and espeak-ng.", "staff.speech_mend")
# Translators: a part of the machine on the health page for staff.
_MEMORY = Message("Memory", "staff.memory")
# Translators: health page. "Swap" is a part of the disk; a "core dump" is a copy of memory.
_MEMORY_GOOD = Message(
    "Memory is kept out of swap. There are no core dumps. Other programs cannot read it.",
    "staff.memory_good",
)
# Translators: health page; {codes} is a list of short codes.
_MEMORY_BAD = Message("What people type could reach the disk: {codes}.", "staff.memory_bad")
# Translators: health page; LimitMEMLOCK=infinity is a setting.
_MEMORY_FIX = Message(
    "Turn swap off, or set LimitMEMLOCK=infinity in the service. Turn core dumps off.",
    "staff.memory_mend",
)
# Translators: a part of the machine on the health page for staff.
_VERSIONS = Message("Versions", "staff.versions")
# Translators: health page; a list of programs and their versions, not to be translated.
_VERSION_LIST = Message("{list}", "staff.version_list")
# Translators: a part of the machine on the health page for staff.
_CLOCK = Message("Clock", "staff.clock")
# Translators: health page; {day} is a date.
_CLOCK_GOOD = Message("It says {day}.", "staff.clock_good")
# Translators: health page; both are dates.
_CLOCK_WRONG = Message(
    "It says {day}. That is wrong: the guide was made on {made}. No years are counted in letters.",
    "staff.clock_wrong",
)
# Translators: health page; {day} is a date.
_CLOCK_DOUBTFUL = Message(
    "It says {day}. That may be wrong, so each person is asked if it is right.",
    "staff.clock_doubtful",
)
# Translators: health page.
_CLOCK_FIX = Message("Set the date and the time of this computer.", "staff.clock_fix")
# Translators: health page: the clock may be right and the program old.
_CLOCK_OR_OLD = Message(
    "Set the date and the time of this computer. If they are right, ask for a new version of the "
    "program.",
    "staff.clock_or_old",
)
# Translators: a part of the machine on the health page for staff.
_CONTENT = Message("Age of the guide", "staff.content")
# Translators: health page; both are dates.
_CONTENT_GOOD = Message(
    "Checked on {checked}. To be checked again by {until}.", "staff.content_good"
)
# Translators: health page; both are dates.
_CONTENT_OLD = Message(
    "Checked on {checked}. It had to be checked again by {until}.", "staff.content_old"
)
# Translators: health page.
_CONTENT_FIX = Message("Ask for a new version of the program.", "staff.content_mend")
# Translators: a part of the machine on the health page for staff.
_LAW = Message("Statements of law", "staff.law")
# Translators: health page; {all} is a number, {until} a date.
_LAW_GOOD = Message("{all}. The first of them is to be checked again by {until}.", "staff.law_good")
# Translators: health page; both are numbers.
_LAW_LATE = Message(
    "{late} of {all} had to be checked again by now. Where they are shown, it is said.",
    "staff.law_late",
)
# Translators: a part of the machine on the health page for staff: a guide that was updated.
_SPOILED = Message("Update of the guide", "staff.spoiled")
# Translators: health page; {versions} is a list of versions such as "2026.12.1".
_SPOILED_SAYS = Message(
    "This guide is damaged or does not fit the program: {versions}. The one before it is used.",
    "staff.spoiled_says",
)
# Translators: health page.
_SPOILED_FIX = Message("Install the guide again, or a newer one.", "staff.spoiled_mend")
# Translators: a part of the machine on the health page for staff.
_FACILITY = Message("Settings of this facility", "staff.facility")
# Translators: health page; {file} is the name of a file.
_FACILITY_GOOD = Message("Read from {file}.", "staff.facility_good")
# Translators: health page.
_FACILITY_NONE = Message(
    "There is no settings file. Addresses are blank lines on paper.", "staff.facility_none"
)
# Translators: health page; --facility is typed on the command line.
_FACILITY_NONE_FIX = Message(
    "Start the program with --facility and the name of a file.", "staff.facility_none_mend"
)
# Translators: health page; {problem} is a sentence that says what.
_FACILITY_BAD = Message(
    "The file is wrong, so older settings are used: {problem}", "staff.facility_bad"
)
# Translators: health page; {problem} is a sentence that says what.
_FACILITY_IN_PART = Message(
    "The file is used, but for one thing: {problem}", "staff.facility_in_part"
)
# Translators: health page; {names} is a list of names of settings.
_FACILITY_OPEN = Message("Read from {file}. Still empty: {names}.", "staff.facility_open")
# Translators: health page.
_FACILITY_OPEN_FIX = Message("Fill them in under Settings.", "staff.facility_open_mend")
# Translators: health page.
_PIN_BAD = Message("The line staff_pin is no hash of a PIN.", "staff.pin_bad")
# Translators: health page; pdkiosk pin is a command.
_PIN_FIX = Message("Make a new line with: pdkiosk pin", "staff.pin_mend")

_WANTED = ("name", "address", "opla_address", "ero_address", "legal_help", "library")


class FacilityState(Struct, frozen=True):
    """The source of the settings, and what is wrong with their file, if anything.

    ``in_use``: the file is still used, except for what is wrong in it.
    """

    source: Path | None = None
    problem: FacilityProblem | None = None
    in_use: bool = False


def speech_program(which: Callable[[str], str | None] = shutil.which) -> str:
    """The system's program that speaks, or ""."""
    return next((name for name in ("spd-say", "speech-dispatcher") if which(name)), "")


def printer(state: State) -> Finding:
    """The state of the printer, and what staff can do about it."""
    level = Level.GOOD if state in (State.READY, State.BUSY) else Level.LOOK
    if state.trouble:
        level = Level.BAD
    if state not in WORDS:
        return Finding(_PRINTER, level, state.message, state.code)
    says, fix = WORDS[state]
    return Finding(_PRINTER, level, says, state.code, fix)


def paper(facility: Facility) -> Finding:
    """The size of the paper."""
    return Finding(_PAPER, Level.GOOD, _A4 if facility.paper == "a4" else _LETTER, "H01")


def disk(folder: Path, *, saving: bool, usage: Callable[[Path], int] | None = None) -> Finding:
    """The free space in a folder, and whether it can be written to.

    ``usage`` returns the number of free bytes.
    """
    part = _SAVING_DISK if saving else _STATE_DISK
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK) or not there.is_dir():
        fix = _UNSAVED_FIX if saving else _UNWRITABLE_FIX
        return Finding(part, Level.BAD, _UNWRITABLE(folder=str(folder)), "D02", fix)
    free = (usage or (lambda path: shutil.disk_usage(path).free))(there) // 1_000_000
    if free < LEAST_FREE_MB:
        says = _LITTLE(size=str(free), folder=str(folder))
        return Finding(part, Level.BAD, says, "D01", _LITTLE_FIX)
    return Finding(part, Level.GOOD, _FREE(size=str(free), folder=str(folder)), "D00")


def fonts(unusable: Collection[str]) -> Finding:
    """The state of the font files; names those that cannot be used."""
    if unusable:
        says = _FONTS_BAD(names=", ".join(unusable))
        return Finding(_FONTS, Level.BAD, says, "F01", INSTALL_AGAIN)
    return Finding(_FONTS, Level.GOOD, _FONTS_GOOD, "F00")


def speech(program: str) -> Finding:
    """Whether the system can speak; ``program`` is what was found, or ""."""
    if program:
        return Finding(_SPEECH, Level.GOOD, _SPEECH_GOOD(name=program), "A00")
    return Finding(_SPEECH, Level.LOOK, _SPEECH_NONE, "A01", _SPEECH_FIX)


def memory(refused: Collection[str]) -> Finding:
    """Whether memory stays off the disk; ``refused`` are codes of what the system did not allow."""
    if refused:
        says = _MEMORY_BAD(codes=", ".join(refused))
        return Finding(_MEMORY, Level.BAD, says, "M01", _MEMORY_FIX)
    return Finding(_MEMORY, Level.GOOD, _MEMORY_GOOD, "M00")


def versions(listed: Iterable[tuple[str, str]]) -> Finding:
    """The versions of the program and its main components."""
    words = ", ".join(f"{name} {version}" for name, version in listed)
    return Finding(_VERSIONS, Level.GOOD, _VERSION_LIST(list=words), "V00")


def clock(day: Today) -> Finding:
    """Whether the clock is plausible."""
    says, made = day.says.isoformat(), day.guide_day.isoformat()
    match day.clock:
        case Clock.WRONG:
            wrong = _CLOCK_WRONG(day=says, made=made)
            return Finding(_CLOCK, Level.BAD, wrong, "K01", _CLOCK_FIX)
        case Clock.DOUBTFUL:
            return Finding(_CLOCK, Level.LOOK, _CLOCK_DOUBTFUL(day=says), "K02", _CLOCK_OR_OLD)
    return Finding(_CLOCK, Level.GOOD, _CLOCK_GOOD(day=says), "K00")


def content(checked: str, check_by: str, today: datetime.date) -> Finding:
    """When the guide was checked, and whether that is too long ago."""
    if today > datetime.date.fromisoformat(check_by):
        says = _CONTENT_OLD(checked=checked, until=check_by)
        return Finding(_CONTENT, Level.BAD, says, "G01", _CONTENT_FIX)
    return Finding(_CONTENT, Level.GOOD, _CONTENT_GOOD(checked=checked, until=check_by), "G00")


def law(entries: Collection[Law], today: datetime.date) -> Finding:
    """How many law entries are overdue for a check, or when the first one will be."""
    if late := overdue(entries, today):
        says = _LAW_LATE(late=len(late), all=len(entries))
        return Finding(_LAW, Level.LOOK, says, "G03", _CONTENT_FIX)
    following = min(entry.check_by for entry in entries)
    return Finding(_LAW, Level.GOOD, _LAW_GOOD(all=len(entries), until=following), "G00")


def spoiled_content(versions: Collection[str]) -> list[Finding]:
    """The installed versions of content that cannot be used, if there are any."""
    if not versions:
        return []
    says = _SPOILED_SAYS(versions=", ".join(versions))
    return [Finding(_SPOILED, Level.BAD, says, "G02", _SPOILED_FIX)]


def facility_file(state: FacilityState, facility: Facility) -> Finding:
    """The source of the settings, and what is wrong with the file or still missing in it."""
    file = str(state.source or "")
    if state.problem is not None:
        words = _FACILITY_IN_PART if state.in_use else _FACILITY_BAD
        says = words(problem=state.problem.says)
        return Finding(_FACILITY, Level.BAD, says, "E02", state.problem.fix)
    if state.source is None:
        return Finding(_FACILITY, Level.LOOK, _FACILITY_NONE, "E03", _FACILITY_NONE_FIX)
    if facility.staff_pin and not is_hash(facility.staff_pin):
        return Finding(_FACILITY, Level.BAD, _PIN_BAD, "E04", _PIN_FIX)
    empty = [name for name in _WANTED if not getattr(facility, name)]
    if empty:
        says = _FACILITY_OPEN(file=file, names=", ".join(empty))
        return Finding(_FACILITY, Level.LOOK, says, "E01", _FACILITY_OPEN_FIX)
    return Finding(_FACILITY, Level.GOOD, _FACILITY_GOOD(file=file), "E00")


def facility_warnings(facility: Facility) -> list[Finding]:
    """Settings that have no effect, or not the intended one."""
    return [
        Finding(_FACILITY, Level.LOOK, warning.what, "E05", warning.fix)
        for warning in warnings(facility)
    ]
