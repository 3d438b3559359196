"""Finds the true cause of a mistake in a facility file, and the line as it was meant.

Pasting the example over the wrong line repairs the file; a test tries every kind of damage.
The value of a secret setting is never repeated: it may be the PIN itself.
"""

from __future__ import annotations

import re
import unicodedata

from pdkiosk.facility import intended
from pdkiosk.facility.causes import Cause
from pdkiosk.facility.problem import WRITE_LIKE, FacilityProblem
from pdkiosk.facility.setting import Fault, Kind, Setting
from pdkiosk.facility.settings import settings
from pdkiosk.facility.statements import Statement, can_be_read, statement_of, statements
from pdkiosk.language.message import Message

# Translators: staff read this; {line} is a number, {why} a sentence.
_BAD_LINE = Message("Line {line} of the facility file is not right. {why}", "facility.bad_line")
# Translators: staff read this; {line} is a number.
_UNKNOWN_CAUSE = Message("Line {line} of the facility file is not right.", "facility.bad_line")
# Translators: staff read this: how to fix a line of a settings file.
_LOOK_AT_LINE = Message(
    "Look at this line and at the one before it. A quotation mark, a bracket or an equals sign "
    "may be missing.",
    "facility.look_at_line",
)
# Translators: staff read this; {field} is the name of a setting; {first} and {line} are numbers.
_TWICE = Message(
    "{field} is set twice: in line {first} and again in line {line}.", "facility.twice"
)
# Translators: staff read this: how to fix a settings file; {first} and {line} are numbers.
_KEEP_ONE = Message("Delete line {first} or line {line}.", "facility.keep_one")
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
# Translators: staff read this; {first} and {last} are numbers, {example} a line for a file.
_WRITE_LINES_LIKE = Message(
    "Write lines {first} to {last} like this: {example}", "facility.write_lines_like"
)
# Translators: staff read this: how to fix a settings file; {line} is a number.
_DELETE = Message("Delete line {line}.", "facility.delete_line")
# Translators: staff read this; pdkiosk pin is a command.
_MAKE_PIN = Message("Make this line with the command: pdkiosk pin", "facility.make_pin")
# Translators: staff read this: a settings file was saved in a way that cannot be read.
_UTF_16 = Message("The facility file was saved as UTF-16, not as UTF-8.", "facility.utf_16")
# Translators: staff read this: how to save a settings file; the words in Notepad's window.
_SAVE_AS_UTF_8 = Message(
    "Save it again as UTF-8. In Notepad: Save as, Encoding: UTF-8.", "facility.save_as_utf_8"
)
# Translators: staff read this; {line} is a number.
_OLD_ENCODING = Message(
    "Line {line} of the facility file has a letter that was not saved as UTF-8.",
    "facility.old_encoding",
)
# Translators: staff read this: how to save a settings file; {example} is a line of it.
_SAVE_LINE_AS_UTF_8 = Message(
    "Save it again as UTF-8. In Notepad: Save as, Encoding: UTF-8. Then look at the line. It "
    "should be: {example}",
    "facility.save_line_as_utf_8",
)
# Translators: staff read this: a picture or a document has the name of the settings file.
_OTHER_KIND = Message(
    "This is no settings file, but a document, a picture or a program.", "facility.other_kind"
)
# Translators: staff read this: how to make a settings file.
_SAVE_AS_TEXT = Message(
    "Copy the right file to this machine. A settings file is plain text: save it with Notepad, not "
    "with a word processor.",
    "facility.save_as_text",
)

_LINE = re.compile(r"\(at line (\d+)")
_OTHER_KINDS = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\xd0\xcf\x11\xe0",
    b"\x7fELF", b"MZ", b"<",
)  # fmt: skip
_QUOTED = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'", re.DOTALL)
_BACKSLASH = re.compile(r"(?<!\\)\\([^\"\\])")  # a backslash on its own
_CURLY_MARKS = re.compile("[“”„‟«»″‘’‚‛‹›′]")


def not_text(data: bytes) -> FacilityProblem | None:
    """What kind of file it is, if it is not a text file; None for what may be settings."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf_16(data):
        return FacilityProblem(_UTF_16, _SAVE_AS_UTF_8, "saved as UTF-16, expected UTF-8")
    if data.startswith(_OTHER_KINDS) or b"\0" in data:
        return FacilityProblem(_OTHER_KIND, _SAVE_AS_TEXT, "no text file, expected TOML in UTF-8")
    return None


def _is_utf_16(data: bytes) -> bool:
    """Whether every other byte is zero, as in English UTF-16 text without a byte order mark."""
    halves = (data[0::2], data[1::2])
    return len(data) > 3 and any(2 * half.count(0) > len(half) for half in halves)


def not_utf_8(data: bytes, error: UnicodeDecodeError) -> FacilityProblem:
    """The problem that a byte of the file is not UTF-8: old Windows programs save that way."""
    line = data.count(b"\n", 0, error.start) + 1
    detail = f"byte {data[error.start]:#04x} is not UTF-8"
    text = data.split(b"\n")[line - 1].decode("cp1252", "replace").strip()
    if not can_be_read(text) or _holds_secret(text):
        return FacilityProblem(_OLD_ENCODING(line=line), _SAVE_AS_UTF_8, detail, line)
    fix = _SAVE_LINE_AS_UTF_8(example=text)
    return FacilityProblem(_OLD_ENCODING(line=line), fix, detail, line)


def not_toml(text: str, detail: str) -> FacilityProblem:
    """The problem that the file is not valid TOML; ``detail`` is the parser's message."""
    seen: dict[str, int] = {}
    for each in statements(text):
        if not each.is_good():
            return _not_good(text, each, detail)
        if each.name in seen:
            what = _TWICE(field=each.name, first=seen[each.name], line=each.first)
            fix = _KEEP_ONE(first=seen[each.name], line=each.first)
            said = f"{each.name} is set twice"
            return FacilityProblem(what, fix, said, each.first, each.name)
        if each.name:
            seen[each.name] = each.first
    found = _LINE.search(detail)
    line = int(found[1]) if found else text.count("\n") + 1
    return FacilityProblem(_UNKNOWN_CAUSE(line=line), _LOOK_AT_LINE, detail, line)


def _not_good(text: str, found: Statement, detail: str) -> FacilityProblem:
    at_end = not text[_end_of(text, found) :].strip()
    setting = settings().get(found.name) or intended.closest(found.name)
    if setting is None:
        return _no_setting(found, detail)
    cause = _cause(setting, found)
    if at_end and cause in (Cause.OPEN_BRACKET, Cause.OPEN_QUOTE) and "at end" in detail:
        # Adding only the closing quote may hide what is missing, so the first advice is to copy it
        # again.
        return FacilityProblem(_CUT_OFF, _COPY_OR_CLOSE, detail)
    return _bad_line(found, cause, setting, detail)


def _end_of(text: str, found: Statement) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: found.last])


def _bad_line(
    found: Statement, cause: Cause | Fault, setting: Setting, detail: str
) -> FacilityProblem:
    what = _BAD_LINE(line=found.first, why=cause.value)
    fix = _write_like(found, setting)
    said = f"{cause.name.lower().replace('_', ' ')} ({detail})"
    return FacilityProblem(what, fix, said, found.first, setting.name)


def _write_like(found: Statement, setting: Setting, value: object = None) -> Message:
    if setting.secret:
        return _MAKE_PIN
    example = intended.example(setting, found.value, value)
    if found.last > found.first:
        return _WRITE_LINES_LIKE(first=found.first, last=found.last, example=example)
    return WRITE_LIKE(example=example)


def _no_setting(found: Statement, detail: str) -> FacilityProblem:
    """A line that sets nothing, or sets something that does not exist."""
    inside = next((name for name in settings() if re.search(rf"\b{name}\s*[=:]", found.text)), "")
    if inside and can_be_read(_plain(found.text)):
        return _bad_line(_from(found, inside), Cause.INVISIBLE, settings()[inside], detail)
    if inside:
        return _bad_line(_from(found, inside), Cause.MORE_AFTER, settings()[inside], detail)
    cause = Cause.HEADING if found.text.lstrip().startswith("[") else Cause.NO_SETTING
    return _delete(found, cause, detail)


def _from(found: Statement, name: str) -> Statement:
    value = re.split(rf"\b{name}\s*[=:]", found.text, maxsplit=1)[1]
    return Statement(found.first, found.last, found.text, name, "=", value)


def _delete(found: Statement, cause: Cause, detail: str) -> FacilityProblem:
    what = _BAD_LINE(line=found.first, why=cause.value)
    said = f"{cause.name.lower().replace('_', ' ')} ({detail})"
    return FacilityProblem(what, _DELETE(line=found.first), said, found.first)


def _cause(setting: Setting, found: Statement) -> Cause | Fault:
    """Why TOML cannot read the value written for a setting."""
    value = found.value.strip()
    if found.sign != "=":
        return Cause.NO_EQUALS
    if not value or value.startswith("#"):
        return Cause.NO_VALUE
    if _CURLY_MARKS.search(_QUOTED.sub("", value)):
        return Cause.CURLY
    if can_be_read(_plain(found.text)):
        return Cause.INVISIBLE
    if setting.kind is Kind.SWITCH:
        return Fault.NOT_YES_OR_NO
    if setting.kind in (Kind.WHOLE, Kind.DECIMAL):
        return Fault.NOT_A_NUMBER
    doubled = (_BACKSLASH.sub(r"\\\\\1", value), value.replace("\\", "\\\\"))
    if "\\" in value and any(can_be_read(f"x = {each}") for each in doubled):
        return Cause.BACKSLASH
    if setting.kind is Kind.LINES:
        return _cause_in_list(value)
    return _cause_in_text(value)


def _cause_in_text(value: str) -> Cause:
    quote = value[0]
    if quote not in "\"'":
        return Cause.NO_QUOTES
    rest = _QUOTED.sub("", value, count=1)
    if value.count(quote) == 1 or rest == value:
        return Cause.OPEN_QUOTE
    return Cause.INNER_QUOTE if rest.rstrip(" ,;").endswith(quote) else Cause.MORE_AFTER


def _cause_in_list(value: str) -> Cause | Fault:
    if not value.startswith("["):
        return Fault.NOT_LINES
    bare = "\n".join(line.split("#")[0] for line in _QUOTED.sub("", value).split("\n"))
    if '"' in bare or "'" in bare:
        return Cause.OPEN_QUOTE
    if re.search(r"\w", bare.partition("]")[0]):
        return Cause.NO_QUOTES
    if "]" not in bare:
        return Cause.OPEN_BRACKET
    if bare.partition("]")[2].strip():
        return Cause.MORE_AFTER
    return Cause.NO_COMMA


def _plain(text: str) -> str:
    """The text without invisible characters, and with plain spaces only."""
    return "".join(
        " " if unicodedata.category(letter) == "Zs" else letter
        for letter in text
        if letter in "\n\t" or unicodedata.category(letter) not in ("Cf", "Cc")
    )


def no_such(text: str, name: str) -> FacilityProblem:
    """The problem that there is no setting of this name."""
    found = statement_of(text, name)
    detail = f"there is no setting {name!r}"
    if found is None:  # a heading, and what is below it
        heading = next((e for e in statements(text) if e.text.lstrip().startswith("[")), None)
        if heading is not None:
            return _delete(heading, Cause.HEADING, detail)
        return FacilityProblem(_NO_SUCH(field=name), _NAME_IT_RIGHT, detail, None, name)
    meant = intended.closest(name)
    if meant is None or statement_of(text, meant.name) is not None:
        fix: Message = _NAME_IT_RIGHT
    else:
        fix = _write_like(found, meant)
    return FacilityProblem(_NO_SUCH(field=name), fix, detail, found.first, name)


def wrong_value(text: str, setting: Setting, value: object, fault: Fault) -> FacilityProblem:
    """The problem that a setting has a value it cannot have."""
    name = setting.name
    found = statement_of(text, name) or Statement(1, 1, text, name)
    code = fault.name.lower().replace("_", " ")
    why: Message = fault.value
    # To TOML, "C:\new" is not a mistake: it contains a newline.
    if fault is Fault.STRANGE_CHARACTER and re.search(r"\\[btnfr]", found.value):
        why, value = Cause.BACKSLASH.value, None
    detail = f"{name}: {code}"
    if not setting.secret:
        detail += f": {value!r:.60}" if value is not None else ""
        detail += f"; expected for example {setting.line(setting.example)}"
    what = _WRONG_VALUE(field=name, why=why)
    return FacilityProblem(what, _write_like(found, setting, value), detail, found.first, name)


def _holds_secret(text: str) -> bool:
    return any(setting.secret and name in text for name, setting in settings().items())
