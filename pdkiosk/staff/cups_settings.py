"""Checks whether this machine's CUPS keeps what people print: it must not."""

from __future__ import annotations

import os
import re
from pathlib import Path

from pdkiosk import safe_files
from pdkiosk.language.message import Message
from pdkiosk.staff.finding import Finding, Level

CONFIGURATION = Path("/etc/cups/cupsd.conf")
KIOSK_CONFIGURATION = Path("/run/cups/pdkiosk-cupsd.conf")
"""The CUPS settings of a kiosk; packaging/kiosk/cups-settings writes them at each start."""
# The history of a job tells how it ended; it is only needed until that is reported.
MOST_HISTORY_SECONDS = 900

# Translators: a part of the machine on the health page for staff.
_PART = Message("Print jobs kept on the disk", "staff.cups")
# Translators: health page; CUPS is the part of the computer that prints.
_GOOD = Message("CUPS keeps no print jobs.", "staff.cups_good")
# Translators: health page; {setting} is a setting of CUPS such as "PreserveJobFiles 86400".
_KEEPS = Message(
    "CUPS keeps what people print: {setting}. Their letters stay on the disk.", "staff.cups_keeps"
)
# Translators: health page; {setting} is a setting of CUPS.
_HISTORY = Message(
    "CUPS remembers for too long that something was printed: {setting}.", "staff.cups_history"
)
# Translators: health page.
_UNREAD = Message(
    "The settings of CUPS cannot be read from here. Look at them by hand.", "staff.cups_unread"
)
# Translators: health page; {file} is the name of a file, the rest are settings.
_FIX = Message(
    "In {file} write PreserveJobFiles No and PreserveJobHistory {seconds}. Then restart CUPS.",
    "staff.cups_mend",
)
# Translators: health page; {file} is the name of a file, CUPS is a program.
_FIX_KIOSK = Message(
    "Restart CUPS: {file} is then written again, with the right settings.", "staff.cups_mend_kiosk"
)
# Translators: health page; CUPS is a program.
_NONE = Message("There is no CUPS on this machine.", "staff.cups_none")

_MOST_BYTES = 1_000_000
_TIME = re.compile(r"([0-9]{1,12})([smhdw]?)", re.IGNORECASE)
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
# The defaults of CUPS (cupsd.conf(5)).
_DEFAULTS = {"preservejobfiles": "86400", "preservejobhistory": "Yes"}


def seconds_kept(value: str) -> float:
    """How many seconds CUPS keeps data with this value of a Preserve setting."""
    word = value.strip().lower()
    if word in ("no", "off", "false"):
        return 0
    match = _TIME.fullmatch(word)
    return int(match[1]) * _UNITS[match[2]] if match else float("inf")


def settings_in(text: str) -> dict[str, str]:
    """The two Preserve settings by lowercase name; CUPS uses the last of several."""
    found = dict(_DEFAULTS)
    for line in text.splitlines():
        name, _, value = line.strip().partition(" ")
        if name.lower() in found:
            found[name.lower()] = value.strip()
    return found


def cups_keeps_nothing(
    configuration: Path = CONFIGURATION, kiosk: Path = KIOSK_CONFIGURATION
) -> Finding:
    """Checks the settings that CUPS runs with: on a kiosk, those that were written for it."""
    fix = _FIX(file=str(configuration), seconds=str(MOST_HISTORY_SECONDS))
    if os.path.exists(kiosk):
        configuration, fix = kiosk, _FIX_KIOSK(file=str(kiosk))
    if not configuration.parent.is_dir():
        return Finding(_PART, Level.LOOK, _NONE, "C04")
    try:
        text = safe_files.read_file(configuration, _MOST_BYTES, follow=True)
        found = settings_in(text.decode("utf-8", "replace"))
    except OSError:
        return Finding(_PART, Level.LOOK, _UNREAD, "C03", fix)
    files, history = found["preservejobfiles"], found["preservejobhistory"]
    if seconds_kept(files) > 0:
        says = _KEEPS(setting=f"PreserveJobFiles {files}")
        return Finding(_PART, Level.BAD, says, "C01", fix)
    if seconds_kept(history) > MOST_HISTORY_SECONDS:
        says = _HISTORY(setting=f"PreserveJobHistory {history}")
        return Finding(_PART, Level.BAD, says, "C02", fix)
    return Finding(_PART, Level.GOOD, _GOOD, "C00")
