"""The facility's file: every setting has a default, and a wrong one is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pdkiosk.facility.loading import FacilityError, load_facility
from pdkiosk.facility.settings import Facility, settings


def load(tmp_path: Path, text: str | bytes) -> Facility:
    path = tmp_path / "facility.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_facility(path)


def test_without_a_file_nothing_is_invented() -> None:
    facility = load_facility(None)
    assert facility.name == ""
    for lines in (facility.address, facility.opla_address, facility.ero_address):
        assert lines == []
    # Safety notes, section 4: the two lines that may be shown, "as of" the day.
    assert facility.court_line == "1-800-898-7180"
    assert facility.ice_line == "1-888-351-4024"
    assert facility.numbers_checked == "2026-11-24"


def test_a_file_without_settings_is_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "# nothing set yet\n") == Facility()


def test_what_is_set_is_taken(tmp_path: Path) -> None:
    facility = load(
        tmp_path,
        'name = "Eloy"\naddress = ["1705 E Hanna Rd", "Eloy"]\nidle_minutes = 5\npaper = "a4"\n'
        'languages = ["en", "es"]\n',
    )
    assert facility.name == "Eloy"
    assert facility.address == ["1705 E Hanna Rd", "Eloy"]
    assert facility.idle_minutes == 5
    assert facility.languages == ["en", "es"]


def test_an_emptied_line_says_no_more_than_one_that_is_not_there(tmp_path: Path) -> None:
    facility = load(
        tmp_path,
        'name = " "\naddress = [""]\nopla_address = ["", " "]\nlegal_help = ["A: 1", "", "B: 2"]\n'
        'library = ""\ncourt_line = ""\nice_line = " "\nprinter = "  "\nlanguages = [""]\n',
    )
    assert facility == Facility(legal_help=["A: 1", "B: 2"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nmae = 'Eloy'", "nmae"),
        ("name = 5", "name: not text: 5"),
        ("address = 'Eloy'", "address: "),
        ("address = [1]", "address: not lines"),
        ("paper = 'a5'", "paper: not offered: 'a5'"),
        ("idle_minutes = 0", "idle_minutes: "),
        ("idle_minutes = 500", "idle_minutes: "),
        ("idle_minutes = nan", "idle_minutes: "),
        ("idle_minutes = inf", "idle_minutes: "),
        ("idle_minutes = 0.05", "idle_minutes: "),
        ("countdown_seconds = 1.5", "countdown_seconds: "),
        ("screen_diagonal = nan", "screen_diagonal: "),
        ("screen_diagonal = -nan", "screen_diagonal: "),
        ("screen_diagonal = inf", "screen_diagonal: "),
        ("screen_diagonal = -5", "screen_diagonal: "),
        ("screen_diagonal = 0", "screen_diagonal: "),
        ("screen_diagonal = 559", "screen_diagonal: "),
        ("screen_diagonal = 1e9", "screen_diagonal: "),
        (f"screen_diagonal = {'9' * 400}", "screen_diagonal: "),
        ("page_limit = -1", "page_limit: "),
        ("page_limit = 1001", "page_limit: "),
        (f"page_limit = {'9' * 400}", "page_limit: "),
        ("numbers_checked = '20261124'", "numbers_checked: not a day"),
        ("numbers_checked = '2026-W48-2'", "numbers_checked: not a day"),
        ("legal_help = [" + "'a'," * 101 + "]", "legal_help: too many lines"),
        ("name = 'a'\nname = 'b'", "name"),
        ("name", "at end of document"),
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("numbers_checked = 'soon'", "numbers_checked: not a day"),
        (b"name = '\xff'", "UTF-8"),
        ('name = "Eloy\\u0000"', "name: strange character"),
        ('library = "ask \\u202eereh"', "library: strange character"),
        ('address = ["1705 E Hanna Rd", "a\\nb"]', "address: "),
        (f"name = '{'n' * 501}'", "name: too long"),
        (f"name = '{'n' * 70_000}'", "larger than 65536 bytes"),
    ],
)
def test_a_wrong_file_is_named_with_the_place(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(FacilityError) as caught:
        load(tmp_path, text)
    line = str(caught.value)
    assert "facility.toml" in line
    assert says in line
    assert "\n" not in line


def test_sizes_of_real_screens_are_taken(tmp_path: Path) -> None:
    for inches in (5, 19, 21.5, 100):
        assert load(tmp_path, f"screen_diagonal = {inches}\n").screen_diagonal == inches


def test_the_mark_that_notepad_puts_first_is_no_mistake(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbfname = 'Eloy'\n").name == "Eloy"


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FacilityError, match=r"nowhere\.toml"):
        load_facility(tmp_path / "nowhere.toml")


def test_every_setting_explains_itself_and_has_an_example_that_is_right() -> None:
    for setting in settings().values():
        assert setting.words.text and setting.words.context == "setting"
        assert setting.fault(setting.default) is None
        assert setting.secret is (setting.example is None)
        if not setting.secret:
            assert setting.fault(setting.example) is None
