"""Warns of allowed settings that have no effect or not the intended one; none is refused.

They cannot be refused: the staff page changes one setting at a time, so settings that belong
together may not match for a moment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from pdkiosk.facility.problem import WRITE_LIKE, FacilityProblem
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.language.message import Message

LEAST_PAGES = 10
"""Pages: few people's letters, with their forms and the page of advice, have more."""

# Translators: staff read this; night_from and night_to are names of settings.
_NO_NIGHT = Message(
    "The screen is never dark: night_from and night_to need two different times.",
    "facility.no_night",
)
# Translators: staff read this; night_from and night_to are names of settings.
_BOTH_HOURS = Message(
    "Write both, for example 22:00 and 06:00, or leave both empty.", "facility.both_hours"
)
# Translators: staff read this; {folder} is a place on the disk.
_NO_VOICES = Message(
    "No recorded voice is heard: there is no folder {folder}, or this program may not read it.",
    "facility.no_voices",
)
# Translators: staff read this: how to fix the setting voices_folder.
_NAME_FOLDER = Message(
    "Write the name of the folder right, or leave voices_folder empty.", "facility.name_folder"
)
# Translators: staff read this; saving_usb and saving are names of settings.
_NO_USB = Message("saving_usb does nothing, because saving is turned off.", "facility.no_usb")
# Translators: staff read this; saving_usb and saving are names of settings.
_SWITCH_SAVING = Message("Turn saving on, or turn saving_usb off.", "facility.switch_saving")
# Translators: staff read this; page_limit is the name of a setting, {limit} a number.
_FEW_PAGES = Message(
    "page_limit is {limit}: some people cannot even print their letter.", "facility.few_pages"
)
# Translators: staff read this; page_limit is the name of a setting, {least} a number.
_MORE_PAGES = Message(
    "Set page_limit to {least} or more, or to 0 for no limit.", "facility.more_pages"
)
# Translators: staff read this; {field} is the name of a setting, {line} is what stands in it.
_SAID_TWICE = Message("{field}: “{line}” would be printed twice.", "facility.said_twice")

# What the letter itself prints above these addresses, in lowercase (sentences "address.…").
_SAID_BY_THE_LETTER = {
    "opla_address": ("principal legal advisor", "chief counsel", "customs enforcement"),
    "ero_address": (
        "enforcement and removal operations",
        "field office director",
        "attention: deportation officer",
        "customs enforcement",
    ),
}


def warnings(facility: Facility) -> Iterator[FacilityProblem]:
    """The settings that will not do what they say."""
    hours = (facility.night_from, facility.night_to)
    if any(hours) and (not all(hours) or hours[0] == hours[1]):
        field = "night_from" if facility.night_from else "night_to"
        detail = "night_from and night_to need two different times; the screen is never dark"
        yield FacilityProblem(_NO_NIGHT, _BOTH_HOURS, detail, field=field)
    folder = facility.voices_folder
    if folder and not os.path.isdir(folder):
        detail = f"voices_folder: there is no folder {folder} that can be read"
        yield FacilityProblem(
            _NO_VOICES(folder=folder), _NAME_FOLDER, detail, None, "voices_folder"
        )
    if facility.saving_usb and not facility.saving:
        detail = "saving_usb does nothing while saving is false"
        yield FacilityProblem(_NO_USB, _SWITCH_SAVING, detail, field="saving_usb")
    if 0 < facility.page_limit < LEAST_PAGES:
        detail = f"page_limit: with {facility.page_limit} pages some people cannot print a letter"
        fix = _MORE_PAGES(least=LEAST_PAGES)
        what = _FEW_PAGES(limit=facility.page_limit)
        yield FacilityProblem(what, fix, detail, field="page_limit")
    yield from _said_twice(facility)


def _said_twice(facility: Facility) -> Iterator[FacilityProblem]:
    """Lines of an address that the letter prints anyway, or that were typed twice."""
    for field in ("address", "opla_address", "ero_address", "legal_help"):
        known, stays, repeated = _SAID_BY_THE_LETTER.get(field, ()), [], ""
        seen = {_plain(facility.name)} if field == "address" and facility.name else set()
        for line in getattr(facility, field):
            if _plain(line) in seen or any(words in _plain(line) for words in known):
                repeated = repeated or line
            else:
                stays.append(line)
                seen.add(_plain(line))
        if repeated:
            example = settings()[field].line(stays)
            detail = f"{field}: {repeated!r} would be printed twice"
            what = _SAID_TWICE(field=field, line=repeated)
            yield FacilityProblem(what, WRITE_LIKE(example=example), detail, field=field)


def _plain(line: str) -> str:
    return " ".join(line.casefold().rstrip(".,").split())
