"""The settings in words, for both languages: the same sentences as in the facility's file.

A test fails when a setting has none here, or when the two differ.
"""

from __future__ import annotations

from pdkiosk.facility.editing import Fault, Kind, Setting, Value
from pdkiosk.language.message import Message, Own

DESCRIPTIONS = {
    # Translators: a setting of the facility, on the staff page.
    "name": Message("Name of the detention center, as on letters", "setting"),
    # Translators: a setting of the facility: the postal address of the detention center.
    "address": Message("Its postal address, a line each", "setting"),
    # Translators: a setting of the facility; OPLA is an office of ICE.
    "opla_address": Message("Postal address of OPLA, Office of the Chief Counsel", "setting"),
    # Translators: a setting of the facility; ERO is an office of ICE.
    "ero_address": Message("Postal address of the ERO field office", "setting"),
    # Translators: a setting of the facility.
    "legal_help": Message("Free legal help to call: name and number, a line each", "setting"),
    # Translators: a setting of the facility.
    "library": Message("How to reach the law library", "setting"),
    # Translators: a setting of the facility: a telephone number.
    "court_line": Message("Free automated case information of the immigration courts", "setting"),
    # Translators: a setting of the facility: a telephone number.
    "ice_line": Message("ICE's detention information line", "setting"),
    # Translators: a setting of the facility: a date like 2026-11-24.
    "numbers_checked": Message(
        "Day (ISO) on which the telephone numbers were last checked", "setting"
    ),
    # Translators: a setting of the facility: letter or a4.
    "paper": Message("Size of the paper", "setting"),
    # Translators: a setting of the facility: a number.
    "page_limit": Message(
        "Most pages that one person may print in a session; 0 for no limit", "setting"
    ),
    # Translators: a setting of the facility; CUPS is the part of the computer that prints.
    "printer": Message("CUPS queue to print to; empty for the system's default", "setting"),
    # Translators: a setting of the facility: codes such as es, a line each.
    "languages": Message("Languages offered, in this order; empty for all", "setting"),
    # Translators: a setting of the facility: a number.
    "idle_minutes": Message("Minutes without a touch before the countdown", "setting"),
    # Translators: a setting of the facility: a number.
    "countdown_seconds": Message("Seconds of countdown before everything is erased", "setting"),
    # Translators: a setting of the facility: yes or no.
    "on_screen_keyboard": Message(
        "Whether touching a field brings up a keyboard on the screen", "setting"
    ),
    # Translators: a setting of the facility: names of pages, a line each.
    "hidden": Message(
        "Pages of the guide that are not shown (what must be shown cannot be)", "setting"
    ),
    # Translators: a setting of the facility: yes or no.
    "saving": Message("Whether a person may save work, encrypted, for another day", "setting"),
    # Translators: a setting of the facility: a place on a disk.
    "saving_folder": Message(
        "Folder for saved work, here or on a server; empty: our own", "setting"
    ),
    # Translators: a setting of the facility: yes or no.
    "saving_usb": Message("Whether work may also be saved on a person's USB stick", "setting"),
    # Translators: a setting of the facility: a number.
    "saving_days": Message("Days after which saved work is deleted", "setting"),
    # Translators: a setting of the facility: a place on a disk.
    "voices_folder": Message(
        "Folder of recorded voices; empty: none but the system's speech", "setting"
    ),
    # Translators: a setting of the facility: a time of the day like 22:00.
    "night_from": Message(
        "From when, as 22:00, the unused screen is dark; empty: never", "setting"
    ),
    # Translators: a setting of the facility: a time of the day like 06:00.
    "night_to": Message("Until when, as 06:00, the unused screen is dark", "setting"),
    # Translators: a setting of the facility; pdkiosk pin is a command. A hash is a kind of code.
    "staff_pin": Message(
        "Hash of the staff PIN, as 'pdkiosk pin' prints it; empty: no staff page", "setting"
    ),
    # Translators: a setting of the facility: a number of inches.
    "screen_diagonal": Message(
        "Diagonal of the screen in inches; unset: what the system reports", "setting"
    ),
}

FAULTS = {
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_A_NUMBER: Message("Type a number, with digits only.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.OUT_OF_RANGE: Message("This number is too small or too large.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.TOO_LONG: Message("A line is too long: at most 200 letters.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.TOO_MANY_LINES: Message("Too many lines: at most 40.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.STRANGE_CHARACTER: Message(
        "There is a character here that cannot be printed.", "setting.fault"
    ),
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_A_DAY: Message("Type a day like 2026-11-24: year, month, day.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_A_TIME: Message("Type a time like 22:00: hours and minutes.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.UNKNOWN_LANGUAGE: Message(
        "There is no such language. Type codes like es, a line each.", "setting.fault"
    ),
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_A_FOLDER: Message("There is no such folder on this machine.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_A_HASH: Message("This is no hash of a PIN.", "setting.fault"),
    # Translators: what is wrong with a setting that staff typed.
    Fault.NOT_OFFERED: Message("Choose one of those that are offered.", "setting.fault"),
}

# Translators: the value of a setting that can be yes or no.
YES = Message("Yes", "setting.yes")
# Translators: the value of a setting that can be yes or no.
NO = Message("No", "setting.no")
# Translators: the value of a setting that is empty.
EMPTY = Message("(empty)", "setting.empty")
# Translators: the PIN of the staff is set; it is not shown.
SET = Message("(set)", "setting.set")
# Translators: a value of a setting, as it was typed.
_AS_IT_IS = Message("{value}", "setting.value")


def description_of(setting: Setting) -> Message:
    """What a setting is for; in English where it has no words here yet."""
    return DESCRIPTIONS.get(setting.name) or _AS_IT_IS(value=Own(setting.description))


def in_words(setting: Setting, value: Value) -> Message:
    """A value, to be shown; never the hash of the PIN."""
    if setting.kind is Kind.PIN:
        return SET if value else EMPTY
    if isinstance(value, bool):
        return YES if value else NO
    if value is None or value in ("", []):
        return EMPTY
    return _AS_IT_IS(value=Own(", ".join(value) if isinstance(value, list) else str(value)))
