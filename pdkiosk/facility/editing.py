"""Changes the facility's file: one setting at a time, checked strictly, with a way back."""

from __future__ import annotations

import contextlib
import enum
import os
import re
import typing
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec
from msgspec import Meta, Struct

from pdkiosk.facility import in_place
from pdkiosk.facility.example import description, facility_file
from pdkiosk.facility.pin import is_hash
from pdkiosk.facility.settings import Facility, FacilityError, is_day, load_facility
from pdkiosk.places import write_whole

MOST_CHARACTERS = 200
MOST_LINES = 40
_HOUR = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_HEAD = "Settings of this facility, written by the staff page of pdkiosk."

Value = bool | int | float | str | list[str] | None


class Kind(enum.Enum):
    """How a setting is changed."""

    SWITCH = enum.auto()
    WHOLE = enum.auto()
    DECIMAL = enum.auto()
    CHOICE = enum.auto()
    TEXT = enum.auto()
    LINES = enum.auto()
    PIN = enum.auto()


class Fault(enum.Enum):
    """What is wrong with a value; each has its words on the staff page."""

    NOT_A_NUMBER = enum.auto()
    OUT_OF_RANGE = enum.auto()
    TOO_LONG = enum.auto()
    TOO_MANY_LINES = enum.auto()
    STRANGE_CHARACTER = enum.auto()
    NOT_A_DAY = enum.auto()
    NOT_A_TIME = enum.auto()
    UNKNOWN_LANGUAGE = enum.auto()
    NOT_A_FOLDER = enum.auto()
    NOT_A_HASH = enum.auto()
    NOT_OFFERED = enum.auto()


class SettingError(Exception):
    """A value that a setting cannot have."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


class Setting(Struct, frozen=True):
    """One setting of the file: its name, what it is for, and what it can be.

    ``least`` and ``most`` bound a number; ``optional``: it may be unset.
    """

    name: str
    description: str
    kind: Kind
    default: Value
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    optional: bool = False


def settings() -> list[Setting]:
    """All settings in the order of the file, read from their types."""
    hints = typing.get_type_hints(Facility, include_extras=True)
    defaults = Facility()
    return [_setting(name, hints[name], defaults) for name in Facility.__struct_fields__]


def _setting(name: str, hint: typing.Any, defaults: Facility) -> Setting:
    meta = next(m for m in hint.__metadata__ if isinstance(m, Meta))
    bare = hint.__origin__
    options = [each for each in typing.get_args(bare) if each is not type(None)]
    optional = type(None) in typing.get_args(bare)
    choices: tuple[str, ...] = ()
    if typing.get_origin(bare) is typing.Literal:
        kind, choices = Kind.CHOICE, tuple(str(option) for option in options)
    elif typing.get_origin(bare) is list:
        kind = Kind.LINES
    else:
        base = options[0] if optional else bare
        if typing.get_origin(base) is typing.Annotated:  # what can be unset is bounded inside
            meta = next(m for m in base.__metadata__ if isinstance(m, Meta))
            base = base.__origin__
        kind = {bool: Kind.SWITCH, int: Kind.WHOLE, float: Kind.DECIMAL, str: Kind.TEXT}[base]
    if name == "staff_pin":
        kind = Kind.PIN
    least, most = meta.ge, meta.le
    return Setting(
        name,
        description(name),
        kind,
        getattr(defaults, name),
        choices,
        float(least) if least is not None else None,
        float(most) if most is not None else None,
        optional,
    )


def parsed(setting: Setting, text: str) -> Value:
    """The value that somebody typed. Raises SettingError."""
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
    facility: Facility, setting: Setting, value: Value, languages: Collection[str]
) -> Facility:
    """The settings with one of them changed; ``languages`` are the codes that there are.

    Raises SettingError when the setting cannot be so.
    """
    _check(setting, value, languages)
    raw = {name: getattr(facility, name) for name in Facility.__struct_fields__}
    raw[setting.name] = value
    try:
        return msgspec.convert(raw, Facility, strict=True)
    except msgspec.ValidationError as error:
        fault = Fault.NOT_OFFERED if setting.kind is Kind.CHOICE else Fault.OUT_OF_RANGE
        raise SettingError(fault) from error


def _check(setting: Setting, value: Value, languages: Collection[str]) -> None:
    lines = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    if len(lines) > MOST_LINES:
        raise SettingError(Fault.TOO_MANY_LINES)
    for line in lines:
        if len(line) > MOST_CHARACTERS:
            raise SettingError(Fault.TOO_LONG)
        if not line.isprintable():
            raise SettingError(Fault.STRANGE_CHARACTER)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        least, most = setting.least, setting.most
        if (least is not None and value < least) or (most is not None and value > most):
            raise SettingError(Fault.OUT_OF_RANGE)
    if setting.name == "numbers_checked" and not is_day(str(value)):
        raise SettingError(Fault.NOT_A_DAY)
    if setting.name.startswith("night_") and value and not _HOUR.fullmatch(str(value)):
        raise SettingError(Fault.NOT_A_TIME)
    if setting.name == "languages" and not set(lines) <= set(languages):
        raise SettingError(Fault.UNKNOWN_LANGUAGE)
    if setting.name.endswith("_folder") and value and not os.path.isdir(str(value)):
        raise SettingError(Fault.NOT_A_FOLDER)
    if setting.kind is Kind.PIN and value and not is_hash(str(value)):
        raise SettingError(Fault.NOT_A_HASH)


class Difference(Struct, frozen=True):
    """A setting that would change."""

    setting: Setting
    before: Value
    after: Value


def differences(before: Facility, after: Facility) -> Iterator[Difference]:
    """What would change from one to the other, in the order of the file."""
    for setting in settings():
        old, new = getattr(before, setting.name), getattr(after, setting.name)
        if old != new:
            yield Difference(setting, old, new)


class FacilityFile:
    """The file on the disk. The one before it is kept, whole, for ``undo``.

    Where its folder can be written, it is replaced by renaming, and the one before lies beside
    it. On a kiosk the file alone can be written: then it is written over, and what would lie
    beside it lies in ``state``, the program's own folder.
    """

    def __init__(self, path: Path, state: Path | None = None) -> None:
        self.path = path
        # Through a link (/etc/…) to the file itself, or the link would be replaced.
        self._real = Path(os.path.realpath(path))
        self._over = None if _writable(self._real.parent) else state
        folder = self._over or self._real.parent
        self.before = folder / (self._real.name + ".before")

    def writable(self) -> bool:
        """Whether its settings can be changed."""
        if self._over is not None:
            return _writable(self._real) and _writable(self._over)
        return _writable(self._real.parent) and (not self._real.exists() or _writable(self._real))

    def save(self, facility: Facility) -> None:
        """Writes the settings, whole or not at all. Raises OSError; then nothing changed."""
        data = facility_file(facility, _HEAD).encode()
        if msgspec.toml.decode(data, type=Facility) != facility:
            raise OSError("the settings do not come back from the file as they were")
        self._keep_before()
        self._replace(self._real, data)

    def can_undo(self) -> bool:
        """Whether there is a file from before, and it is a good one."""
        try:
            load_facility(self.before)
        except FacilityError:
            return False
        return True

    def undone(self) -> Facility:
        """The settings of the file from before. Raises FacilityError."""
        return load_facility(self.before)

    def undo(self) -> None:
        """Takes the file from before; undoing again brings back this one. Raises OSError."""
        data = self.before.read_bytes()
        self._keep_before()
        self._replace(self._real, data)

    def _keep_before(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._replace(self.before, self._real.read_bytes())

    def _replace(self, path: Path, data: bytes) -> None:
        if self._over is not None:
            if path == self._real:
                in_place.overwrite(path, data, self._over)
            else:
                write_whole(path, data)
            return
        beside = self._real.with_name(self._real.name + ".new")
        try:
            # The hash of the PIN stands in it: readable for whom the old one was, no others.
            mode = self._real.stat().st_mode & 0o777 if self._real.exists() else 0o640
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
                os.chmod(beside, mode)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise


def _writable(path: Path) -> bool:
    try:
        return os.access(path, (os.W_OK | os.X_OK) if path.is_dir() else os.W_OK)
    except OSError:
        return False
