"""The facility's own settings: names, addresses, telephone numbers, limits.

Nothing is invented: an address that the file does not give is printed as a blank line.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from pdkiosk.facility import problem as problems
from pdkiosk.facility.problem import FacilityProblem

_MOST_BYTES = 64 * 1024
_LONGEST_TEXT = 500
_MOST_LINES = 100
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_HOUR = "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"


class Facility(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings in ``facility.toml``; every one has a default."""

    name: Annotated[str, Meta(description="Name of the detention center, as on letters")] = ""
    address: Annotated[list[str], Meta(description="Its postal address, a line each")] = []
    opla_address: Annotated[
        list[str], Meta(description="Postal address of OPLA, Office of the Chief Counsel")
    ] = []
    ero_address: Annotated[
        list[str], Meta(description="Postal address of the ERO field office")
    ] = []
    legal_help: Annotated[
        list[str], Meta(description="Free legal help to call: name and number, a line each")
    ] = []
    library: Annotated[str, Meta(description="How to reach the law library")] = ""
    # Safety notes, section 4: automated case information, seen at justice.gov/eoir.
    court_line: Annotated[
        str, Meta(description="Free automated case information of the immigration courts")
    ] = "1-800-898-7180"
    ice_line: Annotated[str, Meta(description="ICE's detention information line")] = (
        "1-888-351-4024"
    )
    numbers_checked: Annotated[
        str, Meta(description="Day (ISO) on which the telephone numbers were last checked")
    ] = "2026-11-24"
    paper: Annotated[Literal["letter", "a4"], Meta(description="Size of the paper")] = "letter"
    page_limit: Annotated[
        int,
        Meta(
            description="Most pages that one person may print in a session; 0 for no limit",
            ge=0,
            le=1000,
        ),
    ] = 0
    printer: Annotated[
        str, Meta(description="CUPS queue to print to; empty for the system's default")
    ] = ""
    languages: Annotated[
        list[str], Meta(description="Languages offered, in this order; empty for all")
    ] = []
    idle_minutes: Annotated[
        float,
        # Half a minute: nobody can read a page in less.
        Meta(description="Minutes without a touch before the countdown", ge=0.5, le=120),
    ] = 3
    countdown_seconds: Annotated[
        int, Meta(description="Seconds of countdown before everything is erased", ge=20, le=600)
    ] = 60
    night_from: Annotated[
        str,
        Meta(
            description="From when, as 22:00, the unused screen is dark; empty: never",
            pattern=_HOUR,
        ),
    ] = ""
    night_to: Annotated[
        str, Meta(description="Until when, as 06:00, the unused screen is dark", pattern=_HOUR)
    ] = ""
    on_screen_keyboard: Annotated[
        bool, Meta(description="Whether touching a field brings up a keyboard on the screen")
    ] = True
    hidden: Annotated[
        list[str],
        Meta(description="Pages of the guide that are not shown (what must be shown cannot be)"),
    ] = []
    saving: Annotated[
        bool, Meta(description="Whether a person may save work, encrypted, for another day")
    ] = False
    saving_folder: Annotated[
        str, Meta(description="Folder for saved work, here or on a server; empty: our own")
    ] = ""
    saving_usb: Annotated[
        bool, Meta(description="Whether work may also be saved on a person's USB stick")
    ] = False
    saving_days: Annotated[
        int, Meta(description="Days after which saved work is deleted", ge=1, le=3650)
    ] = 60
    voices_folder: Annotated[
        str, Meta(description="Folder of recorded voices; empty: none but the system's speech")
    ] = ""
    staff_pin: Annotated[
        str,
        Meta(description="Hash of the staff PIN, as 'pdkiosk pin' prints it; empty: no staff page"),
    ] = ""
    screen_diagonal: Annotated[
        # Outside of these nothing on the screen could be read or touched. "nan" is outside, too.
        Annotated[float, Meta(ge=5, le=100)] | None,
        Meta(description="Diagonal of the screen in inches; unset: what the system reports"),
    ] = None


class FacilityError(Exception):
    """The facility file is wrong: ``problem`` says what, where, and how to fix it."""

    def __init__(self, place: str, problem: FacilityProblem) -> None:
        where = f"{place}:{problem.line}" if problem.line else place
        super().__init__(f"{where}: {problem.detail}")
        self.problem = problem


def load_facility(path: Path | None) -> Facility:
    """The settings of a facility file, or the defaults when there is none.

    Raises FacilityError when the file cannot be read or is wrong.
    """
    if path is None:
        return Facility()
    return read_facility(read_file(path), str(path))


def read_file(path: Path) -> bytes:
    """The bytes of a facility file. Raises FacilityError."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise FacilityError(str(path), problems.unreadable(error)) from error
    if len(data) > _MOST_BYTES:
        raise FacilityError(str(path), problems.too_large(_MOST_BYTES))
    return data


def read_facility(data: bytes, place: str) -> Facility:
    """The settings in the bytes of a file, which errors call ``place``. Raises FacilityError."""
    if not data.strip():
        raise FacilityError(place, problems.empty())
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))  # Notepad puts a mark first
    except UnicodeDecodeError as error:
        raise FacilityError(place, problems.not_text(data, error)) from error
    except (ValueError, RecursionError) as error:
        raise FacilityError(place, problems.not_toml(ValueError(str(error)))) from error
    try:
        facility = msgspec.convert(values, Facility)
        _check_texts(facility)
    except msgspec.ValidationError as error:
        found = problems.not_a_setting(data, str(error), _examples())
        raise FacilityError(place, found) from error
    return facility


def is_day(text: str) -> bool:
    """Whether it is a day like 2026-11-24, and written in no other way."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_texts(facility: Facility) -> None:
    """Nothing that cannot be seen, or that turns what stands beside it around, comes on paper."""
    if not is_day(facility.numbers_checked):
        raise msgspec.ValidationError(
            "numbers_checked: expected a day like 2026-11-24 - at `$.numbers_checked`"
        )
    for name in facility.__struct_fields__:
        value = getattr(facility, name)
        if isinstance(value, list) and len(value) > _MOST_LINES:
            raise msgspec.ValidationError(
                f"Expected at most {_MOST_LINES} lines, got {len(value)} - at `$.{name}`"
            )
        for text in value if isinstance(value, list) else [value]:
            if not isinstance(text, str):
                continue
            if len(text) > _LONGEST_TEXT:
                raise msgspec.ValidationError(
                    f"Expected `str` of length <= {_LONGEST_TEXT} - at `$.{name}`"
                )
            if any(unicodedata.category(letter) in _UNSEEN for letter in text):
                raise msgspec.ValidationError(
                    f"Expected `str` without control characters - at `$.{name}`"
                )


def _examples() -> dict[str, str]:
    defaults = msgspec.to_builtins(Facility())
    # JSON's strings, numbers and lists are TOML's too.
    lines = {name: f"{name} = {json.dumps(value)}" for name, value in defaults.items()}
    return {**lines, "screen_diagonal": "screen_diagonal = 22"}
