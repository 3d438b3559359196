"""The facility's settings whatever happened to their file: from it, the last good ones, or none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from pdkiosk.facility import in_place
from pdkiosk.facility import problem as problems
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.settings import Facility, FacilityError, read_facility, read_file
from pdkiosk.places import write_whole

LAST_GOOD = "facility-last-good.toml"
"""The copy of the file as it last was good, in the program's own state folder."""

Check = Callable[[Facility], FacilityProblem | None]
"""What else must be true of the settings: that there are such pages and languages."""


class Loaded(Struct, frozen=True):
    """The settings, where they come from, and what is wrong with the file if they are not its."""

    facility: Facility
    problem: FacilityProblem | None
    source: Literal["file", "last-good", "defaults"]


def load_whatever(
    path: Path | None, state: Path | None, check: Check = lambda facility: None
) -> Loaded:
    """The settings of the file; of the last good one when it is wrong; else the defaults.

    Never raises for what stands in the file. ``state`` is the folder for the last good one,
    None where none is kept; a folder that cannot be written costs the copy, nothing else.
    """
    if path is None:
        return Loaded(Facility(), None, "defaults")
    if state is not None:
        in_place.finish(path, state)  # the staff page's last change, if the power went meanwhile
    try:
        data = read_file(path)
        facility = checked(data, str(path), check)
    except FacilityError as error:
        if state is not None:
            with contextlib.suppress(FacilityError):
                kept = checked(read_file(state / LAST_GOOD), LAST_GOOD, check)
                return Loaded(kept, error.problem, "last-good")
        return Loaded(Facility(), error.problem, "defaults")
    if state is not None:
        _keep(data, state / LAST_GOOD)
    return Loaded(facility, None, "file")


def checked(data: bytes, name: str, check: Check) -> Facility:
    """The settings in a file's bytes, all checks passed. Raises FacilityError."""
    facility = read_facility(data, name)
    problem = check(facility)
    if problem is not None:
        line = problems.line_of(data, problem.field)
        raise FacilityError(name, structs.replace(problem, line=line))
    return facility


def _keep(data: bytes, copy: Path) -> None:
    with contextlib.suppress(OSError):
        if not copy.exists() or copy.read_bytes() != data:
            write_whole(copy, data)
