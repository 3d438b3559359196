"""Writes the example of a facility file, and the table of all settings, from the settings.

``python -m pdkiosk.facility.example > packaging/facility.example.toml``
``python -m pdkiosk.facility.example --table > docs/settings.md``
"""

from __future__ import annotations

import sys

from pdkiosk.facility.setting import Kind, Setting, written
from pdkiosk.facility.settings import Facility, settings

_HEAD = "Settings of a facility, each with its default. Leave out what you do not need."
_TABLE_HEAD = """\
# Settings of a facility

They are in the facility file (`--facility FILE`), one below the other, as `name = value`; what
is left out has its default. Staff change them on the staff page too (`staff.md`), which leaves
order and comments of the file as they are. `pdkiosk check --facility FILE` says what is wrong with
a file, and how to write it.

| setting | what it is | what it can be | default | for example |
|---|---|---|---|---|
"""
_KINDS = {
    Kind.SWITCH: "true or false",
    Kind.WHOLE: "whole number",
    Kind.DECIMAL: "number",
    Kind.TEXT: "text",
    Kind.LINES: "list of texts",
    Kind.PIN: "text",
}


def facility_file(facility: Facility, head: str = _HEAD) -> str:
    """Every setting with its description and its value, as TOML; ``head`` is the first line."""
    lines = [f"# {head}"]
    for name, setting in settings().items():
        value = getattr(facility, name)
        lines += ["", comment(setting)]
        # An unset setting has no value.
        lines.append(
            setting.line(value) if value is not None else f"# {setting.line(setting.example)}"
        )
    return "\n".join(lines) + "\n"


def comment(setting: Setting) -> str:
    """The comment above a setting: what it is for."""
    return f"# {setting.words.text}."


def table() -> str:
    """The page of the documentation that lists every setting."""
    return _TABLE_HEAD + "".join(_row(setting) for setting in settings().values())


def _row(setting: Setting) -> str:
    default = "unset" if setting.default is None else f"`{written(setting.default)}`"
    example = "" if setting.secret else f"`{written(setting.example)}`"
    if setting.choices:
        can_be = " or ".join(f'`"{choice}"`' for choice in setting.choices)
    else:
        can_be = _KINDS[setting.kind]
    if setting.least is not None and setting.most is not None:
        can_be += f", {setting.least:g} to {setting.most:g}"
    return f"| `{setting.name}` | {setting.words.text} | {can_be} | {default} | {example} |\n"


if __name__ == "__main__":
    print(table() if "--table" in sys.argv[1:] else facility_file(Facility()), end="")
