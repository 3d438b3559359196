from __future__ import annotations

from pathlib import Path

from pdkiosk.facility.example import facility_file, table
from pdkiosk.facility.loading import load_facility
from pdkiosk.facility.settings import Facility, settings

EXAMPLE = Path(__file__).parents[2] / "packaging" / "facility.example.toml"


def test_the_example_is_written_from_the_settings() -> None:
    assert EXAMPLE.read_text("utf-8") == facility_file(Facility())


def test_the_documentation_lists_the_settings_as_they_are() -> None:
    assert (EXAMPLE.parents[1] / "docs" / "settings.md").read_text("utf-8") == table()


def test_the_example_holds_the_defaults() -> None:
    assert load_facility(EXAMPLE) == Facility()


def test_every_setting_is_in_the_example() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert list(settings()) == list(Facility.__struct_fields__)
    assert all(f"{name} = " in text for name in Facility.__struct_fields__)
