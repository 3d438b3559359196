from __future__ import annotations

import os
import typing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.facility.editing import (
    FacilityFile,
    Fault,
    Kind,
    Setting,
    SettingError,
    changed,
    differences,
    parsed,
    settings,
)
from pdkiosk.facility.pin import hash_pin
from pdkiosk.facility.settings import Facility, load_facility

LANGUAGES = ("es", "en")


def setting(name: str) -> Setting:
    return next(each for each in settings() if each.name == name)


def test_every_setting_can_be_edited() -> None:
    assert [each.name for each in settings()] == list(Facility.__struct_fields__)
    kinds = {each.name: each.kind for each in settings()}
    assert kinds["saving"] is Kind.SWITCH
    assert kinds["paper"] is Kind.CHOICE
    assert kinds["idle_minutes"] is Kind.DECIMAL
    assert kinds["address"] is Kind.LINES
    assert kinds["staff_pin"] is Kind.PIN
    assert setting("screen_diagonal").optional
    assert setting("paper").choices == ("letter", "a4")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("name", "  Eloy ", "Eloy"),
        ("address", "Eloy\n\n 1705 E Hanna Rd \n", ["Eloy", "1705 E Hanna Rd"]),
        ("page_limit", "30", 30),
        ("idle_minutes", "2,5", 2.5),
        ("screen_diagonal", "", None),
        ("screen_diagonal", "19.5", 19.5),
    ],
)
def test_what_is_typed_becomes_a_value(name: str, typed: str, value: object) -> None:
    read = parsed(setting(name), typed)
    assert read == value
    assert getattr(changed(Facility(), setting(name), read, LANGUAGES), name) == value


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [
        ("page_limit", "-1", Fault.NOT_A_NUMBER),
        ("page_limit", "1001", Fault.OUT_OF_RANGE),
        ("page_limit", "many", Fault.NOT_A_NUMBER),
        ("page_limit", "²", Fault.NOT_A_NUMBER),
        ("idle_minutes", "1.2.3", Fault.NOT_A_NUMBER),
        ("idle_minutes", "nan", Fault.NOT_A_NUMBER),
        ("idle_minutes", "0", Fault.OUT_OF_RANGE),
        ("idle_minutes", "121", Fault.OUT_OF_RANGE),
        ("countdown_seconds", "19", Fault.OUT_OF_RANGE),
        ("saving_days", "0", Fault.OUT_OF_RANGE),
        ("idle_minutes", "0.1", Fault.OUT_OF_RANGE),
        ("screen_diagonal", "559", Fault.OUT_OF_RANGE),
        ("screen_diagonal", "2", Fault.OUT_OF_RANGE),
        ("paper", "a5", Fault.NOT_OFFERED),
        ("night_from", "22", Fault.NOT_A_TIME),
        ("night_to", "24:00", Fault.NOT_A_TIME),
        ("numbers_checked", "yesterday", Fault.NOT_A_DAY),
        ("numbers_checked", "20261124", Fault.NOT_A_DAY),
        ("numbers_checked", "2026-02-30", Fault.NOT_A_DAY),
        ("languages", "es\nxx", Fault.UNKNOWN_LANGUAGE),
        ("voices_folder", "/proc/nowhere", Fault.NOT_A_FOLDER),
        ("staff_pin", "830194", Fault.NOT_A_HASH),
        ("name", "a\x07b", Fault.STRANGE_CHARACTER),
        ("name", "x" * 201, Fault.TOO_LONG),
        ("address", "x\n" * 41, Fault.TOO_MANY_LINES),
    ],
)
def test_a_wrong_value_is_refused(name: str, typed: str, fault: Fault) -> None:
    with pytest.raises(SettingError) as caught:
        changed(Facility(), setting(name), parsed(setting(name), typed), LANGUAGES)
    assert caught.value.fault is fault


def test_the_differences_are_named() -> None:
    after = changed(Facility(), setting("name"), "Eloy", LANGUAGES)
    found = list(differences(Facility(), after))
    assert [(d.setting.name, d.before, d.after) for d in found] == [("name", "", "Eloy")]


def test_saved_settings_are_read_again_with_their_descriptions(tmp_path: Path) -> None:
    path = tmp_path / "facility.toml"
    facility = Facility(name='Eloy "E" \\ ñ 😀', staff_pin=hash_pin("830194"), screen_diagonal=19.5)
    FacilityFile(path).save(facility)
    assert load_facility(path) == facility
    text = path.read_text("utf-8")
    assert all(f"# {each.description}.\n" in text for each in settings())
    assert os.listdir(tmp_path) == ["facility.toml"]


# Every character that a setting can have.
_LINE = st.text(max_size=60).filter(str.isprintable)


@given(_LINE, st.lists(_LINE, max_size=5))
def test_any_printable_words_survive_the_file(name: str, lines: list[str]) -> None:
    from pdkiosk.facility.example import facility_file

    facility = Facility(name=name, address=lines)
    import msgspec

    assert msgspec.toml.decode(facility_file(facility, "x").encode(), type=Facility) == facility


def test_the_file_before_is_kept_whole_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "facility.toml"
    path.write_text('# by hand\nname = "Eloy"\n')
    path.chmod(0o640)
    file = FacilityFile(path)
    assert not file.can_undo()
    file.save(Facility(name="Florence"))
    assert path.stat().st_mode & 0o777 == 0o640
    assert file.can_undo()
    file.undo()
    assert path.read_text() == '# by hand\nname = "Eloy"\n'
    file.undo()
    assert load_facility(path).name == "Florence"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "facility.toml"
    real.write_text("")
    link.symlink_to(real)
    FacilityFile(link).save(Facility(name="Eloy"))
    assert link.is_symlink()
    assert load_facility(real).name == "Eloy"


def test_a_save_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "facility.toml"
    path.write_text('name = "Eloy"\n')

    def full(*_: typing.Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        FacilityFile(path).save(Facility(name="Florence"))
    assert os.listdir(tmp_path) == ["facility.toml"]
    assert path.read_text() == 'name = "Eloy"\n'


def test_a_wrong_file_before_can_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "facility.toml"
    path.write_text("nmae = 5")
    file = FacilityFile(path)
    file.save(Facility())
    assert not file.can_undo()
