from __future__ import annotations

import os
import subprocess
import sys
import typing
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from pdkiosk.commands.stock import facility_problem
from pdkiosk.facility.editing import (
    FacilityFile,
    SettingError,
    changed,
    differences,
    edited,
    parsed,
)
from pdkiosk.facility.example import facility_file
from pdkiosk.facility.loading import load_facility, read_facility
from pdkiosk.facility.pin import hash_pin
from pdkiosk.facility.problem import FacilityProblem
from pdkiosk.facility.setting import Fault, Kind, Setting, written
from pdkiosk.facility.settings import Facility, settings
from pdkiosk.language.languages import load_languages
from tests.staff.kiosk import the_guide


def setting(name: str) -> Setting:
    return settings()[name]


def fits(facility: Facility) -> FacilityProblem | None:
    return facility_problem(facility, the_guide(), load_languages())


def test_every_setting_can_be_edited() -> None:
    kinds = {name: each.kind for name, each in settings().items()}
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
    assert getattr(changed(Facility(), setting(name), read, fits), name) == value


def test_an_emptied_number_is_the_usual_one_and_can_be_saved(tmp_path: Path) -> None:
    court_line = setting("court_line")
    path = tmp_path / "facility.toml"
    path.write_text('court_line = "555"\naddress = [""]\n', encoding="utf-8")
    before = read_facility(path.read_bytes(), "")
    after = changed(before, court_line, parsed(court_line, ""), fits)
    assert after == Facility()
    FacilityFile(path).save(after)
    address = setting("address")
    FacilityFile(path).save(changed(after, address, parsed(address, "1 Road\nEloy"), fits))
    assert read_facility(path.read_bytes(), "") == Facility(address=["1 Road", "Eloy"])


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
        ("languages", "es\nxx", Fault.NOT_OFFERED),
        ("hidden", "nowhere", Fault.NOT_OFFERED),
        ("hidden", "honesty", Fault.NOT_OFFERED),
        ("voices_folder", "/proc/nowhere", Fault.NOT_A_FOLDER),
        ("staff_pin", "830194", Fault.NOT_A_HASH),
        ("name", "a\x07b", Fault.STRANGE_CHARACTER),
        ("name", "x" * 501, Fault.TOO_LONG),
        ("address", "x\n" * 101, Fault.TOO_MANY_LINES),
    ],
)
def test_a_wrong_value_is_refused(name: str, typed: str, fault: Fault) -> None:
    with pytest.raises(SettingError) as caught:
        changed(Facility(), setting(name), parsed(setting(name), typed), fits)
    assert caught.value.fault is fault


def test_the_differences_are_named() -> None:
    after = changed(Facility(), setting("name"), "Eloy", fits)
    found = list(differences(Facility(), after))
    assert [(d.setting.name, d.before, d.after) for d in found] == [("name", "", "Eloy")]


def test_saved_settings_are_read_again_with_their_descriptions(tmp_path: Path) -> None:
    path = tmp_path / "facility.toml"
    facility = Facility(name='Eloy "E" \\ ñ 😀', staff_pin=hash_pin("830194"), screen_diagonal=19.5)
    FacilityFile(path).save(facility)
    assert load_facility(path) == facility
    text = path.read_text("utf-8")
    assert all(f"# {each.words.text}.\n" in text for each in settings().values())
    assert os.listdir(tmp_path) == ["facility.toml"]


def _is_kept(text: str) -> bool:
    """Whether a setting can have these characters, and they are words."""
    return setting("name").fault(text) is None and bool(text.strip())


_LINE = st.text(min_size=1, max_size=60).filter(_is_kept)
_LINES = st.lists(_LINE, max_size=5)


@hypothesis.settings(deadline=None)
@given(st.just("") | _LINE, _LINES)
def test_any_printable_words_survive_the_file(name: str, lines: list[str]) -> None:
    facility = Facility(name=name, address=lines)
    assert read_facility(edited(b"", facility), "") == facility
    assert read_facility(edited(b'name = "Eloy"', facility), "") == facility


BY_HAND = """\
# Ours. Ask Ana before changing anything here.
library = "Ask an officer"   # since June

  name = 'Eloy' # as on letters
address = [
    "1705 E Hanna Rd",  # the gate
    # no suite
    "Eloy, AZ 85131",  # the post office
]
saving = false
page_limit = 4_0 # forty

# screen_diagonal = 22
"""


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"name": "Florence"}, {'  name = "Florence" # as on letters'}),
        ({"page_limit": 50}, {"page_limit = 50 # forty"}),
        ({"saving": True}, {"saving = true"}),
        (
            {"address": ["1705 E Hanna Rd", "Unit 2", "Eloy, AZ 85131"]},
            {
                '    "1705 E Hanna Rd",  # the gate',
                '    "Unit 2",',
                '    "Eloy, AZ 85131",  # the post office',
            },
        ),
        ({"address": ["Eloy, AZ 85131"]}, {'    "Eloy, AZ 85131",  # the post office'}),
        ({"printer": "hall"}, {f"# {settings()['printer'].words.text}.", 'printer = "hall"'}),
        ({"screen_diagonal": 19.5}, {"screen_diagonal = 19.5"}),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_change_keeps_comments_order_and_line_ends(
    changes: dict[str, typing.Any], lines: set[str], end: str, mark: bytes
) -> None:
    data = mark + BY_HAND.replace("\n", end).encode()
    wanted = structs.replace(read_facility(data, ""), **changes)
    after = edited(data, wanted)
    assert read_facility(after, "") == wanted
    assert after.startswith(mark)
    text = after.removeprefix(mark).decode()
    assert text.count(end) == text.count("\n")
    old, new = (list(filter(None, each.splitlines())) for each in (BY_HAND, text))
    assert lines <= set(new)
    # All else is as it was, in its order.
    (name,) = changes
    stays = [line for line in old if line in new]
    assert [line for line in new if line in stays] == stays
    gone = set(old) - set(new)
    assert len(gone) <= 2 and all(name in line or name == "address" for line in gone)


@hypothesis.settings(deadline=None)
@given(_LINES, _LINES)
def test_any_list_becomes_any_other_and_what_stays_keeps_its_comment(
    old: list[str], new: list[str]
) -> None:
    rows = "".join(f"  {written(line)}, # {number}\n" for number, line in enumerate(old))
    data = f"address = [\n{rows}] # end\nname = 'Eloy'\n".encode()
    after = edited(data, Facility(name="Eloy", address=new))
    assert read_facility(after, "") == Facility(name="Eloy", address=new)
    assert b"] # end\n" in after
    if new[: len(old)] == old:
        assert rows.rstrip("\n").encode() in after


def test_setting_and_unsetting_adds_no_lines() -> None:
    data = facility_file(Facility()).encode()
    for inches in (19.5, None, 22.0, None, 24.0):
        data = edited(data, Facility(screen_diagonal=inches))
        assert read_facility(data, "") == Facility(screen_diagonal=inches)
    assert data.decode() == facility_file(Facility()) + "screen_diagonal = 24.0\n"


def test_a_wrong_file_is_written_new() -> None:
    data = edited(b'# ours\nname = "Eloy', Facility(name="Florence"))
    assert read_facility(data, "") == Facility(name="Florence")
    assert all(f"{name} = " in data.decode() for name in settings())


def test_the_editor_is_not_loaded_before_something_is_edited() -> None:
    code = "import sys, pdkiosk.app, pdkiosk.ui.staff.page, pdkiosk.facility.editing as e; "
    code += "from pdkiosk.facility.loading import read_facility; "
    code += "found = read_facility(b'name = \"a\"', ''); print('tomlkit' in sys.modules); "
    code += "e.edited(b'name = \"b\"', found); print('tomlkit' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["False", "True"]


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


def test_a_wrong_file_before_cannot_come_back(tmp_path: Path) -> None:
    path = tmp_path / "facility.toml"
    path.write_text("nmae = 5")
    file = FacilityFile(path)
    file.save(Facility())
    assert not file.can_undo()
