from __future__ import annotations

from pathlib import Path

from pdkiosk.facility.example import example_file
from pdkiosk.facility.settings import Facility, load_facility

EXAMPLE = Path(__file__).parents[2] / "packaging" / "facility.example.toml"


def test_the_example_is_written_from_the_settings() -> None:
    assert EXAMPLE.read_text("utf-8") == example_file()


def test_the_example_holds_the_defaults() -> None:
    assert load_facility(EXAMPLE) == Facility()


def test_every_setting_is_in_the_example() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert all(f"{name} = " in text for name in Facility.__struct_fields__)
