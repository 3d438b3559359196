"""Loads the facility's settings, falling back to the last good ones or the defaults."""

from __future__ import annotations

import contextlib
import errno
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, structs

from pdkiosk import safe_files
from pdkiosk.facility import problem as problems
from pdkiosk.facility import recoverable_overwrite
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.places import write_whole

LAST_GOOD = "facility-last-good.toml"
"""The copy of the last good version of the file, in the program's own state folder."""

Check = Callable[[Facility], FacilityProblem | None]
"""A further check of the settings, such as whether the pages and languages exist."""

_MOST_BYTES = 64 * 1024


class FacilityError(Exception):
    """The facility file is wrong: ``problem`` says what, where, and how to fix it."""

    def __init__(self, place: str, problem: FacilityProblem) -> None:
        where = f"{place}:{problem.line}" if problem.line else place
        super().__init__(f"{where}: {problem.detail}")
        self.problem = problem


class Loaded(Struct, frozen=True):
    """The settings, their source, and what is wrong with the file.

    A ``problem`` together with the source "file" means that only unknown names were ignored.
    """

    facility: Facility
    problem: FacilityProblem | None
    source: Literal["file", "last-good", "defaults"]


def load_or_last_good(
    path: Path | None, state: Path | None, check: Check = lambda facility: None
) -> Loaded:
    """The settings of the file; of the last good version if the file is wrong; else the defaults.

    If only ``check`` finds fault with both of them, those of the file are used. Never raises
    because of what is in the file. ``state`` is the folder for the last good version, None to keep
    none; if it cannot be written, no copy is kept.
    """
    if path is None:
        return Loaded(Facility(), None, "defaults")
    if state is not None:
        # Finish the staff page's last change, if the power failed in the middle of it.
        recoverable_overwrite.finish(path, state)
    data, facility, problem = _looked_at(path, check)
    if facility is not None and problem is None:
        if state is not None:
            _keep(data, state / LAST_GOOD)
        return Loaded(facility, None, "file")
    kept, unfit = None, None
    if state is not None:
        _, kept, unfit = _looked_at(state / LAST_GOOD, check)
    if kept is not None and unfit is None:
        return Loaded(kept, problem, "last-good")
    # Names that the guide does not have (any more, after an update) are ignored: they must not
    # invalidate other settings such as the addresses or the PIN.
    if facility is not None:
        return Loaded(facility, problem, "file")
    if kept is not None:
        return Loaded(kept, problem, "last-good")
    return Loaded(Facility(), problem, "defaults")


def _looked_at(path: Path, check: Check) -> tuple[bytes, Facility | None, FacilityProblem | None]:
    """A file's bytes, its settings if they can be read, and what is wrong with it."""
    data = b""
    try:
        data = read_file(path)
        facility = read_facility(data, str(path))
    except FacilityError as error:
        return data, None, error.problem
    return data, facility, _unfit(facility, data, check)


def load_facility(path: Path | None) -> Facility:
    """The settings of a facility file, or the defaults if there is no file.

    Raises FacilityError if the file cannot be read or is wrong.
    """
    return Facility() if path is None else read_facility(read_file(path), str(path))


def checked(data: bytes, name: str, check: Check) -> Facility:
    """The fully checked settings in a file's bytes. Raises FacilityError."""
    facility = read_facility(data, name)
    problem = _unfit(facility, data, check)
    if problem is not None:
        raise FacilityError(name, problem)
    return facility


def _unfit(facility: Facility, data: bytes, check: Check) -> FacilityProblem | None:
    problem = check(facility)
    if problem is None:
        return None
    from pdkiosk.facility.statements import line_of

    return structs.replace(problem, line=line_of(text_of(data), problem.field))


def read_file(path: Path) -> bytes:
    """The bytes of a facility file. Raises FacilityError."""
    try:
        # The administrator may point to it by a link; apart from that, the file is not trusted.
        return safe_files.read_file(path, _MOST_BYTES, follow=True)
    except OSError as error:
        if error.errno == errno.EFBIG:
            problem = problems.too_large(_MOST_BYTES)
        else:
            problem = problems.unreadable(error)
        raise FacilityError(str(path), problem) from error


def read_facility(data: bytes, place: str) -> Facility:
    """The settings in the bytes of a file; errors call it ``place``. Raises FacilityError."""
    if not data.strip():
        raise FacilityError(place, problems.empty())
    try:
        text = text_of(data)
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        from pdkiosk.facility import diagnosis  # only for a file that is wrong

        problem = diagnosis.not_text(data) or diagnosis.not_utf_8(data, error)
        raise FacilityError(place, problem) from error
    except (ValueError, RecursionError) as error:
        from pdkiosk.facility import diagnosis

        problem = diagnosis.not_text(data) or diagnosis.not_toml(text, str(error))
        raise FacilityError(place, problem) from error
    found = _problem(values, text)
    if found is not None:
        raise FacilityError(place, found)
    known = settings()
    meant: dict[str, Any] = {name: known[name].meant(value) for name, value in values.items()}
    return Facility(**meant)


def text_of(data: bytes) -> str:
    """The text of a file with uniform line endings. Raises UnicodeDecodeError."""
    text = data.decode("utf-8-sig")  # Notepad writes a byte order mark
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _problem(values: dict[str, Any], text: str) -> FacilityProblem | None:
    for name, value in values.items():
        setting = settings().get(name)
        fault = setting.fault(value) if setting is not None else None
        if setting is not None and fault is None:
            continue
        from pdkiosk.facility import diagnosis

        if setting is None or fault is None:
            return diagnosis.no_such(text, name)
        return diagnosis.wrong_value(text, setting, value, fault)
    return None


def _keep(data: bytes, copy: Path) -> None:
    with contextlib.suppress(OSError):
        if not _holds(copy, data):
            write_whole(copy, data)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return safe_files.read_file(path, len(data)) == data
    except OSError:
        return False
