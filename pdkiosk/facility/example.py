"""Writes the example of a facility file from the settings themselves, so that both agree.

``python -m pdkiosk.facility.example > packaging/facility.example.toml``
"""

from __future__ import annotations

import json
import typing

from msgspec import Meta

from pdkiosk.facility.settings import Facility


def example_file() -> str:
    """Every setting with its description and its default, as TOML."""
    lines = ["# Settings of a facility, each with its default. Leave out what you do not need."]
    hints = typing.get_type_hints(Facility, include_extras=True)
    defaults = Facility()
    for name in Facility.__struct_fields__:
        meta = next(m for m in hints[name].__metadata__ if isinstance(m, Meta))
        value = getattr(defaults, name)
        lines += ["", f"# {meta.description}."]
        # JSON's strings, numbers and lists are TOML's too; a setting that is unset has no value.
        lines.append(f"# {name} = 22" if value is None else f"{name} = {json.dumps(value)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(example_file(), end="")
