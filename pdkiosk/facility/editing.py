"""Changes the facility file: one setting at a time, strictly checked, with undo."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from pdkiosk import safe_files
from pdkiosk.facility import recoverable_overwrite
from pdkiosk.facility.example import comment, facility_file
from pdkiosk.facility.loading import (
    Check,
    FacilityError,
    load_facility,
    read_facility,
    read_file,
    text_of,
)
from pdkiosk.facility.setting import Fault, Kind, Setting, Value
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.language.message import Message
from pdkiosk.places import write_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Array

_MOST_KEPT = 10_000_000  # bytes kept even of a file that may not be a facility file
_HEAD = "Settings of this facility, written by the staff page of pdkiosk."


# Translators: both are sentences: what is wrong with a setting, and what to do about it.
_WHAT_AND_FIX = Message("{what} {fix}", "facility.what_and_fix")


class SettingError(Exception):
    """A setting cannot have this value; ``says`` tells staff what to type instead."""

    def __init__(self, fault: Fault, says: Message | None = None) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.says = says or fault.value


def parsed(setting: Setting, text: str) -> Value:
    """The value of what someone typed for a setting. Raises SettingError."""
    text = text.strip()
    if not text and setting.optional:
        return None
    match setting.kind:
        case Kind.WHOLE:
            if not (text.isascii() and text.isdigit()) or len(text) > 9:
                raise SettingError(Fault.NOT_A_NUMBER)
            return int(text)
        case Kind.DECIMAL:
            digits = text.replace(",", ".")
            if not digits.replace(".", "", 1).isdigit() or not digits.isascii() or len(digits) > 9:
                raise SettingError(Fault.NOT_A_NUMBER)
            return float(digits)
        case Kind.LINES:
            return [line.strip() for line in text.splitlines() if line.strip()]
    return text


def changed(
    facility: Facility, setting: Setting, value: Value, check: Check = lambda facility: None
) -> Facility:
    """The settings with one of them changed; ``check`` says whether the result fits the guide.

    Raises SettingError if the setting cannot have this value.
    """
    fault = setting.fault(value)
    if fault is None and setting.on_this_machine is not None:
        fault = setting.on_this_machine(str(value))
    if fault is not None:
        raise SettingError(fault)
    after = structs.replace(facility, **{setting.name: setting.meant(value)})
    problem = check(after)
    if problem is not None and problem.field == setting.name:
        says = _WHAT_AND_FIX(what=problem.what, fix=problem.fix)
        raise SettingError(Fault.NOT_OFFERED, says)
    return after


class Difference(Struct, frozen=True):
    """A setting whose value would change."""

    setting: Setting
    before: Value
    after: Value


def differences(before: Facility, after: Facility) -> Iterator[Difference]:
    """The settings that differ between the two, in the order of the file."""
    for name, setting in settings().items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Difference(setting, old, new)


def edited(data: bytes, facility: Facility) -> bytes:
    """The text of a facility file with these settings; keeps its comments, order and line endings.

    A malformed file is written from scratch: it is impossible to tell what its parts belong to.
    """
    try:
        before = read_facility(data, "")
    except FacilityError:
        return facility_file(facility, _HEAD).encode()
    import tomlkit  # slow to import, and not needed before the first screen

    document = tomlkit.parse(text_of(data))
    for difference in differences(before, facility):
        _set(document, difference.setting, difference.after)
    after = document.as_string()
    if b"\r\n" in data:
        after = after.replace("\n", "\r\n")
    return after.encode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")


def _set(document: TOMLDocument, setting: Setting, value: Value) -> None:
    import tomlkit

    name = setting.name
    if value is None:
        document.pop(name, None)
    elif isinstance(value, list) and document.get(name):
        _set_lines(document[name], value)
    elif name in document:
        document[name] = value
    else:
        if comment(setting) not in document.as_string().splitlines():
            document.add(tomlkit.nl())
            document.add(tomlkit.comment(comment(setting).removeprefix("# ")))
        document.add(name, value)


def _set_lines(array: Array, lines: list[str]) -> None:
    """Lines that stay keep their places in the file and the comments beside them."""
    changes = SequenceMatcher(None, list(array), lines, autojunk=False).get_opcodes()
    for _tag, begin, end, first, last in reversed(changes):
        new = lines[first:last]
        for position in reversed(range(begin + len(new), end)):
            del array[position]
        for offset, line in enumerate(new):
            if begin + offset < end:
                if array[begin + offset] != line:
                    array[begin + offset] = line
            else:
                array.insert(begin + offset, line)


class FacilityFile:
    """The file on the disk. The previous version is kept for ``undo``.

    If its folder is writable, the file is replaced by renaming, and the previous version is kept
    beside it. On a kiosk only the file itself is writable: then it is overwritten in place, and the
    previous version is kept in ``state``, the program's own folder.
    """

    def __init__(self, path: Path, state: Path | None = None) -> None:
        self.path = path
        # Follow a link (/etc/…) to the file itself; otherwise the link would be replaced.
        self._real = Path(os.path.realpath(path))
        self._over = None if _writable(self._real.parent) else state
        folder = self._over or self._real.parent
        self.before = folder / (self._real.name + ".before")

    def writable(self) -> bool:
        """Whether its settings can be changed."""
        if self._over is not None:
            return _writable(self._real) and _writable(self._over)
        return _writable(self._real.parent) and (not self._real.exists() or _writable(self._real))

    def is_damaged(self) -> bool:
        """Whether the file exists but is unusable, so that nothing of it can be kept."""
        return self._real.exists() and not _is_good(self._real)

    def save(self, facility: Facility) -> None:
        """Writes the settings, or raises OSError and leaves them unchanged."""
        data = edited(self._data(), facility)
        if read_facility(data, str(self.path)) != facility:
            raise OSError("the settings do not come back from the file as they were")
        self._keep_before()
        self._replace(self._real, data)

    def can_undo(self) -> bool:
        """Whether there is a previous version and it is valid."""
        return _is_good(self.before)

    def undone(self) -> Facility:
        """The settings of the previous version. Raises FacilityError."""
        return load_facility(self.before)

    def undo(self) -> None:
        """Restores the previous version; another undo brings this one back. Raises OSError."""
        data = safe_files.read_file(self.before, _MOST_KEPT)
        self._keep_before()
        self._replace(self._real, data)

    def _data(self) -> bytes:
        try:
            return read_file(self._real)
        except FacilityError:
            return b""

    def _keep_before(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._replace(self.before, safe_files.read_file(self._real, _MOST_KEPT))

    def _replace(self, path: Path, data: bytes) -> None:
        if self._over is not None:
            if path == self._real:
                recoverable_overwrite.overwrite(path, data, self._over)
            else:
                write_whole(path, data)
            return
        # It contains the hash of the PIN, so keep the old file's permissions.
        mode = self._real.stat().st_mode & 0o777 if self._real.exists() else 0o640
        write_whole(path, data, mode)


def _is_good(path: Path) -> bool:
    try:
        load_facility(path)
    except FacilityError:
        return False
    return True


def _writable(path: Path) -> bool:
    try:
        return os.access(path, (os.W_OK | os.X_OK) if path.is_dir() else os.W_OK)
    except OSError:
        return False
