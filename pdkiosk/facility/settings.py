"""The facility's settings: names, addresses, telephone numbers, limits.

Nothing is invented: an address that the file does not give is printed as a blank line.
Each setting is declared here, once: file, staff page, checks, example and docs/settings.md
come from its row. (Without "from __future__ import annotations": the rows are compiled.)
"""

import typing
from functools import cache
from typing import Annotated, Literal

from msgspec import Struct, structs

from pdkiosk.facility.setting import (
    Kind,
    Setting,
    day,
    folder_or_empty,
    hour_or_empty,
    note,
    pin_hash_or_empty,
)
from pdkiosk.language.message import Message


class Facility(Struct, frozen=True, kw_only=True):
    """The settings in ``facility.toml``; every one has a default."""

    name: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility, on the staff page.
            Message("Name of the detention center, as on letters", "setting"),
            example="Example Detention Center",
        ),
    ] = ""
    address: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: the postal address of the detention center.
            Message("Its postal address, a line each", "setting"),
            example=["100 Example Road", "Example, AZ 85000"],
        ),
    ] = []
    opla_address: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility; OPLA is an office of ICE.
            Message("Postal address of OPLA, Office of the Chief Counsel", "setting"),
            example=["100 Example Street, Suite 200", "Phoenix, AZ 85000"],
        ),
    ] = []
    ero_address: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility; ERO is an office of ICE.
            Message("Postal address of the ERO field office", "setting"),
            example=["200 Example Street", "Phoenix, AZ 85000"],
        ),
    ] = []
    legal_help: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility.
            Message("Free legal help to call: name and number, a line each", "setting"),
            example=["Example Legal Aid: 520-555-0100"],
        ),
    ] = []
    library: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility.
            Message("How to reach the law library", "setting"),
            example="Ask an officer for a law library slip.",
        ),
    ] = ""
    # Safety notes, section 4: automated case information, seen at justice.gov/eoir.
    court_line: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a telephone number.
            Message("Free automated case information of the immigration courts", "setting"),
            example="1-800-898-7180",
        ),
    ] = "1-800-898-7180"
    ice_line: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a telephone number.
            Message("ICE's detention information line", "setting"),
            example="1-888-351-4024",
        ),
    ] = "1-888-351-4024"
    numbers_checked: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a date like 2026-11-24.
            Message("Day (ISO) on which the telephone numbers were last checked", "setting"),
            example="2026-11-24",
            check=day,
        ),
    ] = "2026-11-24"
    paper: Annotated[
        Literal["letter", "a4"],
        Setting(
            # Translators: a setting of the facility: letter or a4.
            Message("Size of the paper", "setting"),
            example="letter",
        ),
    ] = "letter"
    page_limit: Annotated[
        int,
        Setting(
            # Translators: a setting of the facility: a number.
            Message("Most pages that one person may print in a session; 0 for no limit", "setting"),
            example=60,
            least=0,
            most=1000,
        ),
    ] = 0
    printer: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility; CUPS is the part of the computer that prints.
            Message("CUPS queue to print to; empty for the system's default", "setting"),
            example="Library_Printer",
        ),
    ] = ""
    languages: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: codes such as es, a line each.
            Message("Languages offered, in this order; empty for all but drafts", "setting"),
            example=["es", "en"],
            looks_like="[a-z]{2,3}",
        ),
    ] = []
    offer_drafts: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: codes such as pt, a line each.
            Message("Languages offered though nobody has reviewed them, as drafts", "setting"),
            example=["pt"],
            looks_like="[a-z]{2,3}",
        ),
    ] = []
    idle_minutes: Annotated[
        float,
        Setting(
            # Translators: a setting of the facility: a number.
            Message("Minutes without a touch before the countdown", "setting"),
            example=3,
            # Half a minute: nobody can read a page in less time.
            least=0.5,
            most=120,
        ),
    ] = 3
    countdown_seconds: Annotated[
        int,
        Setting(
            # Translators: a setting of the facility: a number.
            Message("Seconds of countdown before everything is erased", "setting"),
            example=60,
            least=20,
            most=600,
        ),
    ] = 60
    night_from: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a time of the day like 22:00.
            Message("From when, as 22:00, the unused screen is dark; empty: never", "setting"),
            example="22:00",
            check=hour_or_empty,
        ),
    ] = ""
    night_to: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a time of the day like 06:00.
            Message("Until when, as 06:00, the unused screen is dark", "setting"),
            example="06:00",
            check=hour_or_empty,
        ),
    ] = ""
    on_screen_keyboard: Annotated[
        bool,
        Setting(
            # Translators: a setting of the facility: yes or no.
            Message("Whether touching a field brings up a keyboard on the screen", "setting"),
            example=True,
        ),
    ] = True
    hidden: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: names of pages, a line each.
            Message(
                "Pages of the guide that are not shown (what must be shown cannot be)", "setting"
            ),
            example=["who"],
            looks_like="[a-z][a-z_]+",
        ),
    ] = []
    asks_off: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: names of things to ask for, a line each.
            Message("What people are not offered to ask ICE for", "setting"),
            example=["close"],
            looks_like="[a-z][a-z_]+",
        ),
    ] = []
    asks_off_after: Annotated[
        int,
        Setting(
            # Translators: a setting of the facility: a number.
            Message(
                "Past how many overdue statements of law what rests on them is not offered to ask "
                "for; 0: never",
                "setting",
            ),
            example=5,
            least=0,
            most=1000,
        ),
    ] = 0
    keep_off: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: names of things on record, a line each.
            Message("What on record people are not offered to keep in the letter", "setting"),
            example=["gang"],
            looks_like="[a-z][a-z_]+",
        ),
    ] = []
    local_notes: Annotated[
        list[str],
        Setting(
            # Translators: a setting of the facility: names of pages with words, a line each.
            Message("Notes under pages of the guide, as page: words, a line each", "setting"),
            example=["know_first: The legal aid group comes on Tuesdays."],
            check=note,
        ),
    ] = []
    reviewed_here: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a name and a date.
            Message(
                "Who has reviewed this for the facility, and when; shown in the help", "setting"
            ),
            example="Example Legal Aid, June 2027",
        ),
    ] = ""
    saving: Annotated[
        bool,
        Setting(
            # Translators: a setting of the facility: yes or no.
            Message("Whether a person may save work, encrypted, for another day", "setting"),
            example=True,
        ),
    ] = False
    saving_folder: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a place on a disk.
            Message("Folder for saved work, here or on a server; empty: our own", "setting"),
            example="/srv/pdkiosk",
            on_this_machine=folder_or_empty,
        ),
    ] = ""
    saving_usb: Annotated[
        bool,
        Setting(
            # Translators: a setting of the facility: yes or no.
            Message("Whether work may also be saved on a person's USB stick", "setting"),
            example=True,
        ),
    ] = False
    saving_days: Annotated[
        int,
        Setting(
            # Translators: a setting of the facility: a number.
            Message("Days after which saved work is deleted", "setting"),
            example=60,
            least=1,
            most=3650,
        ),
    ] = 60
    voices_folder: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility: a place on a disk.
            Message("Folder of recorded voices; empty: none but the system's speech", "setting"),
            example="/srv/voices",
            on_this_machine=folder_or_empty,
        ),
    ] = ""
    staff_pin: Annotated[
        str,
        Setting(
            # Translators: a setting of the facility; pdkiosk pin is a command. A hash is a code.
            Message(
                "Hash of the staff PIN, as 'pdkiosk pin' prints it; empty: no staff page", "setting"
            ),
            on_this_machine=pin_hash_or_empty,
            secret=True,
        ),
    ] = ""
    screen_diagonal: Annotated[
        float | None,
        Setting(
            # Translators: a setting of the facility: a number of inches.
            Message("Diagonal of the screen in inches; unset: what the system reports", "setting"),
            example=22,
            # Beyond these bounds nothing on the screen could be read or touched.
            least=5,
            most=100,
        ),
    ] = None


@cache
def settings() -> dict[str, Setting]:
    """All settings by name, in the order of the file."""
    hints = typing.get_type_hints(Facility, include_extras=True)
    defaults = Facility()
    return {
        name: _completed(name, hints[name], getattr(defaults, name))
        for name in Facility.__struct_fields__
    }


def _completed(name: str, hint: typing.Any, default: typing.Any) -> Setting:
    """The setting as its annotation declares it, completed with data from its field."""
    declared, bare = hint.__metadata__[0], hint.__origin__
    options = typing.get_args(bare)
    optional = type(None) in options
    choices: tuple[str, ...] = ()
    if declared.secret:
        kind = Kind.PIN
    elif typing.get_origin(bare) is Literal:
        kind, choices = Kind.CHOICE, options
    elif typing.get_origin(bare) is list:
        kind = Kind.LINES
    else:
        base = options[0] if optional else bare
        kind = {bool: Kind.SWITCH, int: Kind.WHOLE, float: Kind.DECIMAL, str: Kind.TEXT}[base]
    setting: Setting = structs.replace(
        declared, name=name, kind=kind, default=default, choices=choices, optional=optional
    )
    return setting
