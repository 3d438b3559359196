"""Describes a setting of the facility: its words, its kind, valid values and an example."""

from __future__ import annotations

import enum
import json
import os
import re
import unicodedata
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from pdkiosk.facility.pin import is_hash
from pdkiosk.language.message import Message

MOST_CHARACTERS = 500
MOST_LINES = 100
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that are invisible, or that reverse the text beside them."""

_HOUR = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")

Value = bool | int | float | str | list[str] | None


class Kind(enum.Enum):
    """The kind of a setting: how staff change it."""

    SWITCH = enum.auto()
    WHOLE = enum.auto()
    DECIMAL = enum.auto()
    CHOICE = enum.auto()
    TEXT = enum.auto()
    LINES = enum.auto()
    PIN = enum.auto()


class Fault(enum.Enum):
    """What is wrong with a value, in words that say what to type instead."""

    # Translators, for each of these: what is wrong with a setting that staff typed.
    NOT_YES_OR_NO = Message("Type true or false, without quotation marks.", "setting.fault")
    NOT_A_NUMBER = Message("Type a number, with digits only.", "setting.fault")
    OUT_OF_RANGE = Message("This number is too small or too large.", "setting.fault")
    NOT_TEXT = Message("Type text between straight quotation marks.", "setting.fault")
    NOT_LINES = Message(
        "Type a list: each line between straight quotation marks, and all between square brackets.",
        "setting.fault",
    )
    TOO_LONG = Message("A line is too long: at most 500 letters.", "setting.fault")
    TOO_MANY_LINES = Message("Too many lines: at most 100.", "setting.fault")
    STRANGE_CHARACTER = Message(
        "There is a character here that cannot be printed.", "setting.fault"
    )
    NOT_A_DAY = Message("Type a day like 2026-11-24: year, month, day.", "setting.fault")
    NOT_A_TIME = Message("Type a time like 22:00: hours and minutes.", "setting.fault")
    NOT_A_FOLDER = Message("There is no such folder on this machine.", "setting.fault")
    NOT_A_HASH = Message("This is no hash of a PIN.", "setting.fault")
    # Translators: what is wrong with a setting that staff typed; "who" is the name of a page.
    NOT_A_NOTE = Message(
        "Type the name of a page, a colon and your words, as: who: Ask us on Tuesdays.",
        "setting.fault",
    )
    NOT_OFFERED = Message("Choose one of those that are offered.", "setting.fault")


Check = Callable[[str], Fault | None]
"""A further check of a text value."""


class Setting(Struct, frozen=True):
    """A setting, declared once, in the annotation of its field in ``Facility``.

    ``words`` say what it is for. ``example`` is a valid value, None if none may be given. ``least``
    and ``most`` bound a number. ``check`` applies wherever the value comes from;
    ``on_this_machine`` only where it is typed, because the file may be made elsewhere. ``secret``:
    never shown, not even in error messages. ``looks_like`` is the pattern of a name, for settings
    where only names known to the program are valid: nothing else is suggested as an example.

    The remaining values are read from the field: ``optional`` means that it may be unset.
    """

    words: Message
    example: Value = None
    check: Check | None = None
    on_this_machine: Check | None = None
    least: float | None = None
    most: float | None = None
    secret: bool = False
    looks_like: str = ""
    name: str = ""
    kind: Kind = Kind.TEXT
    default: Value = None
    choices: tuple[str, ...] = ()
    optional: bool = False

    def fault(self, value: object) -> Fault | None:
        """What is wrong with a TOML value, wherever it comes from."""
        if value is None:
            return None if self.optional else Fault.NOT_TEXT
        match self.kind:
            case Kind.SWITCH:
                return None if isinstance(value, bool) else Fault.NOT_YES_OR_NO
            case Kind.WHOLE | Kind.DECIMAL:
                return self._fault_of_number(value)
            case Kind.LINES:
                if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
                    return Fault.NOT_LINES
                if len(value) > MOST_LINES:
                    return Fault.TOO_MANY_LINES
                return next(filter(None, map(self._fault_of_text, value)), None)
            case Kind.CHOICE:
                return None if value in self.choices else Fault.NOT_OFFERED
        return self._fault_of_text(value) if isinstance(value, str) else Fault.NOT_TEXT

    def _fault_of_number(self, value: object) -> Fault | None:
        numbers = (int,) if self.kind is Kind.WHOLE else (int, float)
        if isinstance(value, bool) or not isinstance(value, numbers):
            return Fault.NOT_A_NUMBER
        least, most = self.least, self.most
        # "nan" is not in any range.
        good = (least is None or value >= least) and (most is None or value <= most)
        return None if good else Fault.OUT_OF_RANGE

    def _fault_of_text(self, text: str) -> Fault | None:
        if len(text) > MOST_CHARACTERS:
            return Fault.TOO_LONG
        # Invisible characters, and those that reverse the text beside them, must not get on paper.
        if any(unicodedata.category(letter) in UNSEEN for letter in text):
            return Fault.STRANGE_CHARACTER
        return self.check(text) if self.check is not None else None

    def meant(self, value: Value) -> Value:
        """The meaning of a valid value: without empty lines, and the default if nothing is left.

        Otherwise an address of one empty line would print neither words nor a line to write on.
        """
        if isinstance(value, list):
            return [line for line in value if line.strip()]
        blank = self.kind is Kind.TEXT and isinstance(value, str) and not value.strip()
        return self.default if blank else value

    def line(self, value: Value) -> str:
        return f"{self.name} = {written(value)}"


def written(value: Value) -> str:
    """The TOML form of a value."""
    # JSON strings, numbers and lists are valid TOML too, except for surrogate pairs.
    return json.dumps(value, ensure_ascii=False)


def day(text: str) -> Fault | None:
    """Checks for a date like 2026-11-24, in exactly this form."""
    try:
        return None if date.fromisoformat(text).isoformat() == text else Fault.NOT_A_DAY
    except ValueError:
        return Fault.NOT_A_DAY


def hour_or_empty(text: str) -> Fault | None:
    """Checks for a time of day like 22:00, or ""."""
    return None if not text or _HOUR.fullmatch(text) else Fault.NOT_A_TIME


def folder_or_empty(text: str) -> Fault | None:
    """Checks for a folder that exists, or ""."""
    return None if not text or os.path.isdir(text) else Fault.NOT_A_FOLDER


def note(text: str) -> Fault | None:
    """Checks for the name of a page, a colon, and words to show under it."""
    page, colon, words = text.partition(":")
    good = colon and words.strip() and re.fullmatch("[a-z][a-z_]*", page.strip())
    return None if good else Fault.NOT_A_NOTE


def pin_hash_or_empty(text: str) -> Fault | None:
    """Checks for a hash as ``pdkiosk pin`` prints it, or ""."""
    return None if not text or is_hash(text) else Fault.NOT_A_HASH
