"""What can be wrong with a facility file: what it is, where it stands, and how to fix it."""

from __future__ import annotations

import re

from msgspec import Struct

from pdkiosk.facility.setting import Fault, Setting
from pdkiosk.language.message import Message

# Translators: staff read this: the settings of the facility stand in a file.
_UNREADABLE = Message("This program cannot read its facility file.", "facility.unreadable")
# Translators: staff read this: how to fix a facility file that cannot be read.
_LOOK_FOR_IT = Message(
    "Look if the file is there, and if this program may read it.", "facility.look_for_it"
)
# Translators: staff read this: some other file, a picture perhaps, has the settings' name.
_TOO_LARGE = Message("The facility file is too large to be settings.", "facility.too_large")
# Translators: staff read this: the file of the facility's settings is empty.
_EMPTY = Message("The facility file is empty.", "facility.empty")
# Translators: staff read this: how to fix an empty file.
_COPY_AGAIN = Message("Copy the file to this machine again.", "facility.copy_again")
# Translators: staff read this; {line} is a number.
_BAD_LINE = Message("Line {line} of the facility file is not right.", "facility.bad_line")
# Translators: staff read this: how to fix a line of a settings file.
_LOOK_AT_LINE = Message(
    "Look at this line and at the one before it. A quotation mark, a bracket or an equals sign "
    "may be missing.",
    "facility.look_at_line",
)
# Translators: staff read this: a settings file was cut off.
_CUT_OFF = Message("The facility file stops in the middle.", "facility.cut_off")
# Translators: staff read this: how to fix a settings file that was cut off.
_COPY_OR_CLOSE = Message(
    "Copy the file to this machine again, or close the last quotation mark or bracket.",
    "facility.copy_or_close",
)
# Translators: staff read this; {field} is the name of a setting, in English, as in the file.
_NO_SUCH = Message("There is no setting with the name {field}.", "facility.no_such")
# Translators: staff read this: how to fix the name of a setting.
_NAME_IT_RIGHT = Message(
    "Correct the name or delete the line. Every setting is listed in facility.example.toml.",
    "facility.name_it_right",
)
# Translators: staff read this; {field} is the name of a setting, in English, as in the file;
# {why} is a sentence that says what to type.
_WRONG_VALUE = Message("The value of {field} is wrong. {why}", "facility.wrong_value")
# Translators: staff read this; {example} is a line for a settings file.
_WRITE_LIKE = Message("Write it like this: {example}", "facility.write_like")
# Translators: staff read this; {code} is the code of a language, such as "es".
_NO_LANGUAGE = Message("This program has no language with the code {code}.", "facility.no_language")
# Translators: staff read this; {known} is a list of codes of languages, such as "es, en".
_USE_LANGUAGES = Message("Use only these codes: {known}", "facility.use_languages")
# Translators: staff read this; {page} is the name of a page, in English, as in the file.
_NO_PAGE = Message("There is no page with the name {page} to hide.", "facility.no_page")
# Translators: staff read this; {page} is the name of a page, in English, as in the file.
_MUST_SHOW = Message("The page {page} cannot be hidden. Everybody has to see it.", "facility.must")
# Translators: staff read this; {pages} is a list of names of pages, in English.
_MAY_HIDE = Message("Take it out. Only these pages can be hidden: {pages}", "facility.may_hide")

_LINE = re.compile(r"\(at line (\d+)")
# Translators: staff read this; pdkiosk pin is a command.
_MAKE_PIN = Message("Make this line with the command: pdkiosk pin", "facility.make_pin")
# Translators: staff read this; {code} is the code of a language, such as "ar".
_RIGHT_TO_LEFT = Message(
    "Papers in the language {code} cannot be printed yet: it is written from right to left.",
    "facility.right_to_left",
)
# Translators: staff read this: how to fix a language that cannot be printed.
_LEAVE_OUT = Message("Take it out of the list of languages.", "facility.leave_out")


# Translators: staff read this; {what} is a sentence that says what is wrong, {line} a number.
_IN_LINE = Message("{what} Look at line {line} of the file.", "facility.in_line")


class FacilityProblem(Struct, frozen=True):
    """``what`` is wrong and how to ``fix`` it, for staff; ``detail`` for a technician.

    ``line`` counts from 1, None where no line is to blame; ``field`` is the setting or "".
    """

    what: Message
    fix: Message
    detail: str
    line: int | None = None
    field: str = ""

    @property
    def says(self) -> Message:
        """What is wrong, with its line where one is to blame."""
        if self.line is None or "line" in self.what.args:
            return self.what
        return _IN_LINE(what=self.what, line=self.line)


def unreadable(error: OSError) -> FacilityProblem:
    """The file is missing or may not be read."""
    return FacilityProblem(_UNREADABLE, _LOOK_FOR_IT, error.strerror or type(error).__name__)


def empty() -> FacilityProblem:
    """Nothing is in the file: what a power cut leaves of one."""
    return FacilityProblem(_EMPTY, _COPY_AGAIN, "the file is empty")


def too_large(most: int) -> FacilityProblem:
    """The file has more bytes than settings need: another file has its name."""
    return FacilityProblem(_TOO_LARGE, _COPY_AGAIN, f"the file is larger than {most} bytes")


def decoded(data: bytes) -> str:
    """The text of a file. Raises UnicodeDecodeError."""
    return data.decode("utf-8-sig")  # Notepad puts a mark first


def not_text(data: bytes, error: UnicodeDecodeError) -> FacilityProblem:
    """A byte of the file is not UTF-8."""
    return _bad_line(data.count(b"\n", 0, error.start) + 1, str(error))


def not_toml(detail: str) -> FacilityProblem:
    """The file breaks the rules of TOML."""
    found = _LINE.search(detail)
    if found:
        return _bad_line(int(found[1]), detail)
    return FacilityProblem(_CUT_OFF, _COPY_OR_CLOSE, detail)


def _bad_line(line: int, detail: str) -> FacilityProblem:
    return FacilityProblem(_BAD_LINE(line=line), _LOOK_AT_LINE, detail, line)


def no_such(text: str, name: str) -> FacilityProblem:
    """A setting of this name does not exist."""
    detail = f"there is no setting {name!r}"
    return FacilityProblem(_NO_SUCH(field=name), _NAME_IT_RIGHT, detail, line_of(text, name), name)


def wrong_value(text: str, setting: Setting, value: object, fault: Fault) -> FacilityProblem:
    """A setting has a value that it cannot have."""
    name, code = setting.name, fault.name.lower().replace("_", " ")
    line = line_of(text, name)
    if setting.secret:
        return FacilityProblem(
            _WRONG_VALUE(field=name, why=fault.value), _MAKE_PIN, f"{name}: {code}", line, name
        )
    example = setting.line(setting.example)
    detail = f"{name}: {code}: {value!r:.60}; expected for example {example}"
    return FacilityProblem(
        _WRONG_VALUE(field=name, why=fault.value),
        _WRITE_LIKE(example=example),
        detail,
        line,
        name,
    )


def no_language(code: str, known: list[str]) -> FacilityProblem:
    """``languages`` names one that does not exist."""
    listed = ", ".join(known)
    detail = f"there is no language {code!r}; expected one of {listed}"
    return FacilityProblem(
        _NO_LANGUAGE(code=code), _USE_LANGUAGES(known=listed), detail, field="languages"
    )


def right_to_left(code: str) -> FacilityProblem:
    """``languages`` names one whose papers cannot be printed."""
    detail = f"{code!r} is written from right to left, and its papers cannot be printed yet"
    return FacilityProblem(_RIGHT_TO_LEFT(code=code), _LEAVE_OUT, detail, field="languages")


def not_hidden(page: str, exists: bool, may: list[str]) -> FacilityProblem:
    """``hidden`` names a page that does not exist or that must be shown."""
    listed = ", ".join(may)
    what = _MUST_SHOW(page=page) if exists else _NO_PAGE(page=page)
    why = "must be shown" if exists else "does not exist"
    detail = f"hidden: the page {page!r} {why}; expected one of {listed}"
    return FacilityProblem(what, _MAY_HIDE(pages=listed), detail, field="hidden")


def line_of(text: str, name: str) -> int | None:
    """The line on which a setting begins."""
    begins = re.compile(r"\s*[\"']?" + re.escape(name) + r"[\"']?\s*=")
    for number, line in enumerate(text.split("\n"), 1):
        if name and begins.match(line):
            return number
    return None
