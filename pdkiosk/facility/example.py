"""Writes a facility file from the settings themselves, so that both agree.

``python -m pdkiosk.facility.example > packaging/facility.example.toml``
"""

from __future__ import annotations

import json
import typing

from msgspec import Meta

from pdkiosk.facility.settings import Facility

_HEAD = "Settings of a facility, each with its default. Leave out what you do not need."


def description(name: str) -> str:
    """What a setting is for, in English."""
    hints = typing.get_type_hints(Facility, include_extras=True)
    meta = next(m for m in hints[name].__metadata__ if isinstance(m, Meta))
    assert meta.description is not None
    return meta.description


def facility_file(facility: Facility, head: str) -> str:
    """Every setting with its description and its value, as TOML; ``head`` is the first line."""
    lines = [f"# {head}"]
    for name in Facility.__struct_fields__:
        value = getattr(facility, name)
        lines += ["", f"# {description(name)}."]
        # JSON's strings, numbers and lists are TOML's too, but for characters in two halves;
        # a setting that is unset has no value.
        written = json.dumps(value, ensure_ascii=False)
        lines.append(f"# {name} = 22" if value is None else f"{name} = {written}")
    return "\n".join(lines) + "\n"


def example_file() -> str:
    """Every setting with its description and its default, as TOML."""
    return facility_file(Facility(), _HEAD)


if __name__ == "__main__":
    print(example_file(), end="")
